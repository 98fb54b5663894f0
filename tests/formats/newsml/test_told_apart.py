"""What was said of one value is never said of another: it goes with its own, or it is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from newsmodel import Article, Concept, Contributor, LossError, Message, Rights, Text
from newsmodel.formats import json, newsml
from tests.formats.newsml.documents import NAR, news_item

Edit = Callable[[Article], dict[str, Any]]


def first(values: tuple[Any, ...], **fields: Any) -> tuple[Any, ...]:
    return (attrs.evolve(values[0], **fields), *values[1:])


def marked(name: str, number: int, attributes: str = "", inside: str = "") -> str:
    return f'<{name} {attributes} x:mark="{number}">{inside}</{name}>'


def marks(document: str) -> list[str]:
    return re.findall(r':mark="(\w+)"', document)


SAME_CODE = marked("subject", 1, 'qcode="a:1" type="cpnat:person"', "<name>A</name>") + marked(
    "subject", 2, 'qcode="a:1" type="cpnat:event"', "<name>B</name>"
)
LINKS = "".join([
    marked("link", n, f'rel="irel:seeAlso" residref="urn:pic" version="{n}"') for n in (1, 2, 3)
])  # fmt: skip
PARTS = "".join([
    f'<partMeta seq="{n}" x:mark="{n}"><timeDelim start="{n}" end="{n + 1}" timeunit="tu:s"'
    f' x:mark="t{n}"/></partMeta>'
    for n in (1, 2, 3)
])  # fmt: skip
WITHIN = '<subject qcode="a:1">{}</subject>'
BROADER = WITHIN.format("".join([marked("broader", n, f'qcode="b:{n}"') for n in (1, 2)]))
NAMED = WITHIN.format("".join([marked("name", n, "", f"Name {n}") for n in (1, 2)]))
HOPS = "<hopHistory>{}</hopHistory>".format(
    "".join([
        f'<hop seq="{n}"><party qcode="p:{n}"/>'
        + marked("action", n * 10, 'qcode="h:sent"')
        + marked("action", n * 10 + 1, 'qcode="h:kept"')
        + "</hop>"
        for n in (1, 2)
    ])
)  # fmt: skip
LEE = marked("creator", 17, "", "<name>Ann Lee</name>")
WORDS = marked("keyword", 1, "", "river") + marked("keyword", 2, "", "bridge")
FILES = "".join([
    f'<remoteContent href="https://example.org/{n}.jpg" rendition="rnd:r{n}" x:mark="{n}"/>'
    for n in (1, 2)
])  # fmt: skip


def files(*addresses: str, **fields: Any) -> Edit:
    def edit(article: Article) -> dict[str, Any]:
        old = article.images[0].renditions
        new = [attrs.evolve(f, href=a, **fields) for f, a in zip(old, addresses, strict=False)]
        return {"images": first(article.images, renditions=(*new, *old[len(new) :]))}

    return edit


def within(**fields: Callable[[Any], Any]) -> Edit:
    return lambda a: {
        "subjects": first(
            a.subjects, **{n: f(getattr(a.subjects[0], n)) for n, f in fields.items()}
        )
    }


CASES: dict[str, tuple[dict[str, str], Edit, list[str], list[str]]] = {
    "the first of one code is taken out": (
        {"content": SAME_CODE}, lambda a: {"subjects": a.subjects[1:]}, ["2"], [],
    ),
    "two of one code change places": (
        {"content": SAME_CODE}, lambda a: {"subjects": a.subjects[::-1]}, ["2", "1"], [],
    ),
    "one of one code is taken out, the other edited": (
        {"content": SAME_CODE}, lambda a: {"subjects": first(a.subjects[1:], rank=1)},
        [], ["$.subjects"],
    ),
    "a link of three to one item is taken out": (
        {"meta": LINKS}, lambda a: {"links": (a.links[0], a.links[2])}, ["1", "3"], [],
    ),
    "a part is taken out": (
        {"rest": PARTS}, lambda a: {"parts": a.parts[1:]}, ["2", "t2", "3", "t3"], [],
    ),
    "parts change places": (
        {"rest": PARTS}, lambda a: {"parts": a.parts[::-1]},
        ["3", "t3", "2", "t2", "1", "t1"], [],
    ),
    "one is edited where it stands": (
        {"rest": PARTS}, lambda a: {"parts": first(a.parts, sequence=9)},
        ["1", "t1", "2", "t2", "3", "t3"], [],
    ),
    "one is edited, one taken out": (
        {"rest": PARTS}, lambda a: {"parts": first(a.parts[1:], sequence=9)},
        ["3", "t3"], ["$.parts"],
    ),
    "the first within a value is taken out": (
        {"content": BROADER}, within(broader=lambda b: b[1:]), ["2"], [],
    ),
    "two within it change places": (
        {"content": BROADER}, within(broader=lambda b: b[::-1]), ["2", "1"], [],
    ),
    "one within it is another": (
        {"content": BROADER}, within(broader=lambda b: (Concept(qcode="b:9"), b[1])),
        ["2"], ["$.subjects"],
    ),
    "a name within it is put right": (
        {"content": NAMED}, within(names=lambda n: first(n, value="Nome")), ["1", "2"], [],
    ),
    "what was done on the way is taken out": (
        {"first": HOPS},
        lambda a: {"hops": (a.hops[0], attrs.evolve(a.hops[1], actions=a.hops[1].actions[1:]))},
        ["10", "11", "21"], [],
    ),
    "a stage of it is taken out": (
        {"first": HOPS}, lambda a: {"hops": a.hops[1:]}, ["20", "21"], [],
    ),
    "an author is put right": (
        {"content": LEE}, lambda a: {"authors": (Contributor(name="Anne Lee"),)}, ["17"], [],
    ),
    "a misspelt name is put right": (
        {"content": LEE}, lambda a: {"authors": (Contributor(name="Anne Lea"),)}, ["17"], [],
    ),
    "another is the author": (
        {"content": LEE}, lambda a: {"authors": (Contributor(name="Carl Poe"),)},
        [], ["$.authors"],
    ),
    "one of two words is edited, one taken out": (
        {"content": WORDS}, lambda a: {"keywords": (Text(value="RIVER"),)}, [], ["$.keywords"],
    ),
    "a file lies elsewhere": (
        {"body": FILES}, files("https://cdn.example/x.jpg"), ["1", "2"], [],
    ),
    "all files lie elsewhere": (
        {"body": FILES}, files("https://cdn.example/x.jpg", "https://cdn.example/y.jpg"),
        ["1", "2"], [],
    ),
    "another file is in its place": (
        {"body": FILES}, files("https://cdn.example/x.jpg", width=9),
        ["2"], ["$.images[0].renditions"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_was_said_of_one_value_is_not_said_of_another(case: str) -> None:
    holes, edit, expected, lost = CASES[case]
    article = newsml.loads(document(holes))
    assert newsml.losses(article) == ()
    edited = attrs.evolve(article, **edit(article))
    assert marks(newsml.dumps(edited)) == expected
    assert [loss.path for loss in newsml.losses(edited)] == lost
    again = newsml.loads(newsml.dumps(edited))
    assert attrs.evolve(again, extensions=()) == attrs.evolve(edited, extensions=())
    assert marks(newsml.dumps(json.loads(json.dumps(again)))) == expected


AFTER_JSON: dict[str, tuple[dict[str, str], Edit, list[str], list[str]]] = {
    "the first of one code is taken out": (
        {"content": SAME_CODE}, lambda a: {"subjects": a.subjects[1:]}, [], ["$.subjects"],
    ),
    "one of one code is edited": (
        {"content": SAME_CODE}, lambda a: {"subjects": first(a.subjects, rank=1)}, ["1", "2"], [],
    ),
    "a third of one code comes first": (
        {"content": SAME_CODE}, lambda a: {"subjects": (Concept(qcode="a:1"), *a.subjects)},
        [], ["$.subjects"],
    ),
    "a part is taken out": (
        {"rest": PARTS}, lambda a: {"parts": a.parts[1:]}, [], ["$.parts"],
    ),
    "the first within a value is taken out": (
        {"content": BROADER}, within(broader=lambda b: b[1:]), [], ["$.subjects"],
    ),
    "what was done on the way is taken out": (
        {"first": HOPS},
        lambda a: {"hops": (a.hops[0], attrs.evolve(a.hops[1], actions=a.hops[1].actions[1:]))},
        ["10", "11"], ["$.hops"],
    ),
    "all are": ({"rest": PARTS}, lambda a: {"parts": ()}, [], []),
}  # fmt: skip


@pytest.mark.parametrize("case", AFTER_JSON)
def test_nor_is_it_where_nobody_remembers_what_was_read(case: str) -> None:
    holes, edit, expected, lost = AFTER_JSON[case]
    article = json.loads(json.dumps(newsml.loads(document(holes))))
    edited = attrs.evolve(article, **edit(article))
    for _ in range(2):
        assert marks(newsml.dumps(edited)) == expected
        assert [loss.path for loss in newsml.losses(edited)] == lost
        edited = json.loads(json.dumps(edited))


def document(holes: dict[str, str]) -> str:
    found = news_item(**holes)
    return found.replace("ninat:text", "ninat:picture") if "body" in holes else found


def test_what_is_left_out_of_the_item_of_a_picture_is_told_by_the_article() -> None:
    see = '<link rel="irel:seeAlso" residref="urn:newsml:example.org:pic"/>'
    terms = "<rightsInfo><usageTerms>Only <x:b>these</x:b> apply</usageTerms></rightsInfo>"
    picture = document({"first": terms, "content": LEE, "body": FILES})
    picture = picture.replace("20300101:bridge", "pic")
    (article,) = newsml.loads_message(
        f'<newsMessage xmlns="{NAR}"><header><sent>2030-01-01T00:00:00Z</sent></header>'
        f"<itemSet>{news_item(meta=see)}{picture}</itemSet></newsMessage>"
    ).gather()
    assert newsml.losses(article) == ()
    (image,) = article.images
    new: dict[str, Any] = {
        "rights": Rights(usage_terms=(Text(value="Free"),)),
        "creator": Contributor(name="Carl Poe"),
        "renditions": first(image.renditions, href="https://example.org/9.jpg", width=9),
    }
    edited = attrs.evolve(article, images=(attrs.evolve(image, **new),))
    lost = [loss.path for loss in newsml.losses(edited)]
    assert lost == [f"$.images[0].{name}" for name in ("creator", "renditions", "rights")]
    with pytest.raises(LossError):
        newsml.dumps(edited, on_loss="raise")


def group(name: str, *members: str, more: str = "") -> str:
    return f'<group id="{name}" role="g:{name}" {more}>{"".join(members)}</group>'


LEAD = marked("itemRef", 1, 'residref="urn:a"')
TEASER = marked("itemRef", 2, 'residref="urn:a"')
G1, G2 = group("one", '<groupRef idref="two"/>', LEAD), group("two", TEASER)


def package_of(groups: str, more: str = "") -> str:
    whole = news_item().replace("newsItem", "packageItem").replace("ninat:text", "ninat:composite")
    held = f'<groupSet root="one" {more}>{groups}</groupSet>'
    return whole.replace("</packageItem>", f"{held}</packageItem>")


def test_an_item_in_two_groups_keeps_what_was_said_of_each_reference() -> None:
    message = newsml.loads_message(package_of(G1 + G2))
    (package,) = message.packages
    one, two = package.groups
    other = attrs.evolve(one, members=first(one.members[::-1], residref="urn:z")[::-1])
    for groups, expected, is_lost in (
        ((one, two), ["1", "2"], False),
        ((two, one), ["2", "1"], False),
        ((attrs.evolve(one, members=one.members[:1]), two), ["2"], False),
        ((attrs.evolve(one, role="g:x"), two), ["1", "2"], False),
        ((other, two), ["2"], True),
    ):
        edited = attrs.evolve(message, items=(attrs.evolve(package, groups=groups),))
        assert marks(newsml.dumps(edited)) == expected
        lost = [loss.path for loss in newsml.losses(edited)]
        assert lost == (["$.items[0].groups"] if is_lost else [])
        assert newsml.loads_message(newsml.dumps(edited)).packages[0].groups == groups


def test_what_is_said_of_all_groups_stays_when_one_is_edited() -> None:
    document = package_of(f"{G1}{G2}<x:own>kept</x:own>", 'id="all" x:mark="0"')
    (package,) = newsml.loads_message(document).packages
    one, two = package.groups
    edited = attrs.evolve(package, groups=(attrs.evolve(one, mode="pgrmod:seq"), two))
    written = newsml.dumps(Message(items=(edited,), alone=True))
    assert marks(written) == ["0", "1", "2"]
    assert 'id="all"' in written
    assert ">kept<" in written
    assert newsml.losses(Message(items=(edited,))) == ()


def test_groups_of_which_a_role_is_no_code_are_written() -> None:
    document = package_of(G1.replace("g:one", "main") + G2)
    message = newsml.loads_message(document)
    (package,) = message.packages
    one, two = package.groups
    edited = attrs.evolve(package, groups=(attrs.evolve(one, mode="pgrmod:seq"), two))
    again = newsml.dumps(attrs.evolve(message, items=(edited,)))
    assert 'role="main" mode="pgrmod:seq"' in again
    assert marks(again) == ["1", "2"]
    named = attrs.evolve(package, groups=(attrs.evolve(one, role="no code"), two))
    other = newsml.dumps(attrs.evolve(message, items=(named,)))
    assert marks(other) == ["1", "2"]
    for each, held in ((again, edited), (other, named)):
        assert newsml.loads_message(each).packages[0].groups == held.groups


def test_what_is_left_out_of_the_item_of_a_package_is_told() -> None:
    content = "<headline>Bridge</headline>" + LEE
    document = package_of(G1 + G2).replace("<headline>Bridge closed</headline>", content)
    (package,) = newsml.loads_message(document).packages
    authors = (Contributor(name="Carl Poe"),)
    edited = attrs.evolve(package, item=attrs.evolve(package.item, authors=authors))
    lost = newsml.losses(Message(items=(edited,)))
    assert [loss.path for loss in lost] == ["$.items[0].item.authors"]
