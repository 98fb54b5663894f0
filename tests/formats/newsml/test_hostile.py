"""Hostile and broken input: an error with a place or a correct result, and nothing else ever."""

from __future__ import annotations

import random
import socket
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from newsmodel import ParseError
from newsmodel.formats import json, newsml
from newsmodel.model import Message
from newsmodel.testing.examples import a_message, examples
from tests.formats.newsml.documents import CATALOG, NAR, XHTML, news_item, news_message, page
from tests.formats.newsml.test_irregular import CASES
from tests.steps import steps_of

VERBS: dict[str, Callable[[bytes], object]] = {
    "loads_message": newsml.loads_message,
    "recover": lambda data: newsml.loads_message(data, recover=True),
    "strict": lambda data: newsml.loads_message(data, strict=True),
    "loads": newsml.loads,
    "iterload": lambda data: list(newsml.iterload(BytesIO(data))),
    "items": lambda data: list(newsml.iterload(BytesIO(data), gather=False)),
}
every_verb = pytest.mark.parametrize("verb", VERBS)

ITEM = news_item()
BOMB = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))


def with_doctype(doctype: str, words: str) -> str:
    document = news_item(content=f"<headline>{words}</headline>")
    return f"<!DOCTYPE newsItem {doctype}>{document}"


def deep(depth: int) -> str:
    return news_item(body=page("<div>" * depth + "<p>Cracks</p>" + "</div>" * depth))


REFUSED = {
    "empty": b"",
    "white space": b" \n\t ",
    "a byte order mark": b"\xef\xbb\xbf",
    "no markup": b"Bridge closed",
    "another root": b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "a root in no namespace": ITEM.replace(f'xmlns="{NAR}"', "").encode(),
    "cut off in an attribute": ITEM.encode()[:200],
    "two roots": (ITEM + ITEM).encode(),
    "a character that is none": ITEM.replace("Bridge", "Br\x00dge").encode(),
    "a reference to one": ITEM.replace("Bridge", "Br&#1;dge").encode(),
    "bytes of another encoding": ITEM.replace("Bridge", "Brücke").encode("latin-1"),
    "an encoding nobody knows": b"<?xml version='1.0' encoding='x-none'?>" + ITEM.encode(),
    "the wrong encoding named": b"<?xml version='1.0' encoding='utf-16'?>" + ITEM.encode(),
    "an entity": with_doctype('[<!ENTITY e "Bridge">]', "&e;").encode(),
    "an entity nobody asks for": with_doctype('[<!ENTITY e "Bridge">]', "x").encode(),
    "a parameter entity": with_doctype("[<!ENTITY % p \"<!ENTITY e 'x'>\">%p;]", "x").encode(),
    "a bomb of entities": with_doctype(f'[<!ENTITY e0 "a">{BOMB}]', "&e9;").encode(),
    "entities in a circle": with_doctype('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', "&a;").encode(),
    "one long entity": with_doctype(f'[<!ENTITY e "{"a" * 50_000}">]', "&e;" * 20_000).encode(),
    "nothing but opening tags": f'<newsItem xmlns="{NAR}">'.encode() + b"<a>" * 100_000,
    "elements 100,000 deep": deep(100_000).encode(),
    "text of 11 megabytes": ITEM.replace("Bridge", "a" * 11_000_000).encode(),
    "100,000 attributes": ITEM.replace(
        "<headline", "<headline " + " ".join(f'a{n}="{n}"' for n in range(100_000))
    ).encode(),
}


def outcome(verb: str, data: bytes) -> object:
    """What a verb makes of a document: its result, or the error that says why there is none."""
    try:
        return VERBS[verb](data)
    except ParseError as error:
        return error


@every_verb
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused(name: str, verb: str) -> None:
    found = outcome(verb, REFUSED[name])
    if isinstance(found, ParseError):
        assert found.format == "newsml"
        assert len(str(found)) < 1000
    else:  # reading on is what `recover` is for
        assert verb == "recover"


@pytest.mark.parametrize("verb", ["loads_message", "loads", "iterload"])
@pytest.mark.parametrize(
    "name", ["cut off in an attribute", "two roots", "a character that is none", "another root"]
)
def test_the_place_is_named(name: str, verb: str) -> None:
    with pytest.raises(ParseError) as caught:
        VERBS[verb](REFUSED[name])
    assert "line" in (caught.value.place or "")


MANY = " ".join(f'a{number}="{number}"' for number in range(5000))
HIDDEN = " ".join(f'a{number}=">"' for number in range(5000))
STRANGE = " ".join(f'a{number}="\u3c3c\u3e3e"' for number in range(5000))
"""Values whose characters look like the start and the end of a tag in UTF-16."""


NAMESPACES = " ".join(f'xmlns:p{number}="urn:x:{number}"' for number in range(120))
WITHIN = "".join(f'<p{n}:own xmlns:p{n}="urn:x:{n}">' for n in range(120))
CLOSED = "".join(f"</p{n}:own>" for n in reversed(range(120)))


@pytest.mark.parametrize("verb", ["loads_message", "recover", "iterload"])
@pytest.mark.parametrize(
    "document",
    [
        news_item(attributes=f'guid="urn:x" {NAMESPACES}', meta="<x:own/>" * 9),
        news_message(news_item(meta=f"<x:own {NAMESPACES}/>")),
        news_item(meta=WITHIN + CLOSED),
        news_item(meta=WITHIN + CLOSED).encode("utf-16"),
    ],
    ids="item message nested utf-16".split(),
)
def test_namespaces_by_the_hundred_are_refused(verb: str, document: str | bytes) -> None:
    """To write each element took time by the square of their number."""
    data = document if isinstance(document, bytes) else document.encode()
    with pytest.raises(ParseError, match="namespaces") as caught:
        VERBS[verb](data)
    assert "line" in (caught.value.place or "")
    (found,) = [each for each in newsml.check(data) if "namespaces" in each.message]
    assert found.severity == "error"


def test_namespaces_that_are_declared_again_and_again_are_not_too_many() -> None:
    again = "".join(f'<p{n}:own xmlns:p{n}="urn:x:{n}"/>' for n in range(120))
    assert len(newsml.loads(news_item(meta=again)).extensions) == 120


@pytest.mark.parametrize(
    "document",
    [
        news_item(body=page(f"<p {MANY}>Cracks</p>")),
        news_item(body=f"<inlineData><![CDATA[<p {MANY}>Cracks</p>]]></inlineData>"),
        news_item(meta=f"<x:own {MANY}/>"),
        news_item(meta=f'<edNote><p xmlns="{XHTML}" {MANY}>Call</p></edNote>'),
        news_item(attributes=f'guid="urn:x" {MANY}'),
        news_message(news_item(), header=f"<header><sent {MANY}>2030</sent></header>"),
        f'<planningItem xmlns="{NAR}" {MANY}/>',
        news_item(body=f"<inlineData><![CDATA[<p {HIDDEN}>Cracks</p>]]></inlineData>"),
        news_item(meta=f"<x:own {HIDDEN}/>"),
        news_item(meta=f"<x:own {STRANGE}/>").encode("utf-16"),
        news_item(meta=f"<x:own {MANY}/>& &nbsp;"),
    ],
    ids="body escaped foreign note item header plan inside hidden utf-16 broken".split(),
)
def test_attributes_by_the_thousand_are_refused(document: str | bytes) -> None:
    """Reading them takes time by the square of their number."""
    with pytest.raises(ParseError, match="attributes"):
        newsml.loads_message(document, recover=True)


def test_markup_as_text_with_attributes_by_the_thousand_is_not_looked_into() -> None:
    """A parser of HTML took 23 seconds for them; what stands in values ends no tag."""
    many = " ".join([f'a{number}="&amp;gt;&gt;"' for number in range(40_000)])
    body = f'<inlineData contenttype="text/html">&lt;p {many}&gt;x&lt;script&gt;</inlineData>'
    rules = {problem.rule for problem in newsml.check(news_item(body=body))}
    assert "content.active" not in rules
    named_otherwise = body.replace(many, "").replace("&lt;script", "&lt;x}script")
    assert "content.active" not in {e.rule for e in newsml.check(news_item(body=named_otherwise))}
    short = '<inlineData contenttype="text/html">&lt;p&gt;x&lt;script&gt;</inlineData>'
    assert "content.active" in {each.rule for each in newsml.check(news_item(body=short))}


@every_verb
def test_no_file_is_read(verb: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the words of the file")
    (tmp_path / "secret.dtd").write_text('<!ENTITY e "the words of the file">')
    for doctype in (
        f'[<!ENTITY e SYSTEM "{secret.as_uri()}">]',
        f'SYSTEM "{(tmp_path / "secret.dtd").as_uri()}"',
        f'[<!ENTITY % p SYSTEM "{(tmp_path / "secret.dtd").as_uri()}">%p;]',
    ):
        found = outcome(verb, with_doctype(doctype, "&e;").encode())
        assert "the words of the file" not in repr(found)


@every_verb
def test_no_external_subset_is_loaded(verb: str, tmp_path: Path) -> None:
    subset = tmp_path / "headlines.dtd"
    subset.write_text('<!ENTITY a "Secret"><!ATTLIST headline role CDATA "x:sub">')
    for address in (str(subset), subset.as_uri(), "http://192.0.2.1/a.dtd"):
        read = VERBS[verb](with_doctype(f'SYSTEM "{address}"', "Bridge closed").encode())
        assert read == VERBS[verb](with_doctype("", "Bridge closed").encode())
        with_entity = with_doctype(f'SYSTEM "{address}"', "&a;").encode()
        assert newsml.check(with_entity)
        assert "Secret" not in repr(outcome(verb, with_entity))
    named = f'[<!ENTITY % f SYSTEM "{subset.as_uri()}"> %f;]'
    with pytest.raises(ParseError, match="declares entities"):
        VERBS[verb](with_doctype(named, "&a;").encode())


@every_verb
def test_no_network_is_used(verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.dtd"
        monkeypatch.setattr(socket.socket, "connect", refuse)
        for doctype in (f'SYSTEM "{address}"', f'[<!ENTITY e SYSTEM "{address}">]'):
            outcome(verb, with_doctype(doctype, "x").replace(CATALOG, address).encode())
        with pytest.raises(TimeoutError):
            server.accept()


@every_verb
def test_files_others_collected(shared: Path, verb: str) -> None:
    folder = shared / "security" / "xml"
    if not folder.is_dir():
        pytest.skip("the shared folder has no hostile files")
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        with pytest.raises(ParseError):
            VERBS[verb](data)
        declared, end, _ = data.partition(b"]>")
        if b"<!ENTITY" in data:
            with pytest.raises(ParseError):
                VERBS[verb](declared + end + ITEM.encode())
        elif end:
            assert VERBS[verb](declared + end + ITEM.encode()) == VERBS[verb](ITEM.encode())


# ------------------------------------------------------------------ odd, and right
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_that_are_what_they_say(encoding: str) -> None:
    document = ITEM.replace("Bridge", "Brücke")
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>\n{document}'
    assert newsml.loads(declared.encode(encoding)).headline == "Brücke closed"
    assert [a.headline for a in newsml.iterload(BytesIO(declared.encode(encoding)))] == [
        "Brücke closed"
    ]


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "latin-1", "x-none"])
def test_in_a_string_the_declaration_means_nothing(start: str, declared: str) -> None:
    document = f"{start}<?xml version='1.0' encoding='{declared}'?>{ITEM}"
    assert newsml.loads(document.replace("Bridge", "Brücke 橋")).headline == "Brücke 橋 closed"


def test_a_surrogate_in_a_string_is_refused() -> None:
    with pytest.raises(ParseError):
        newsml.loads(ITEM.replace("Bridge", "\ud800"))


@pytest.mark.parametrize("depth", [10, 60, 120, 200])
def test_what_is_nested_less_is_read(depth: int) -> None:
    assert newsml.loads(deep(depth)).text == "Cracks"
    message = newsml.loads_message(deep(depth))
    assert newsml.loads_message(newsml.dumps(message)) == message


@pytest.mark.parametrize("name", ["related", "sameAs", "facetConcept", "affiliation"])
@pytest.mark.parametrize("depth", [60, 120, 240])
def test_concepts_in_concepts_are_read_as_far_as_anybody_means(name: str, depth: int) -> None:
    """What is deeper is kept as it is: deeper values can be neither compared nor shown."""
    start = f'<{name} qcode="x:mill">'
    if name == "affiliation":
        start, depth = f"<personDetails>{start}", depth // 2
    end = start.replace(' qcode="x:mill"', "").replace("<", "</")
    end = "".join(reversed([f"<{each}" for each in end.split("<")[1:]]))
    held = start * depth + "<name>Mill of Vilkhove</name>" + end * depth
    document = news_item(content=f"<subject>{held}</subject>")
    message = newsml.loads_message(document)
    assert hash(message.items[0]) == hash(newsml.loads_message(document).items[0])
    written = newsml.dumps(message)
    assert written.count("<name>Mill of Vilkhove</name>" + end * depth) == 1
    assert newsml.loads_message(written) == message


IN_NUMBER: dict[str, Callable[[int], str]] = {
    "descriptions of a picture": lambda n: news_item(
        content="".join([f'<description xml:lang="en">Mill {i}</description>' for i in range(n)])
    ).replace("ninat:text", "ninat:picture"),
    "summaries": lambda n: news_item(content='<description role="x:summary">A</description>' * n),
    "keywords": lambda n: news_item(
        content="".join([f"<keyword>k{i}</keyword>" for i in range(n)]),
        body=headed("".join([f'<meta name="keywords" content="k{i}"/>' for i in range(n)])),
    ),
    "heads in heads": lambda n: news_item(
        body=headed("<head>" * n + '<meta name="author" content="A"/>' * n + "</head>" * n)
    ),
}


def headed(head: str) -> str:
    whole = f'<html xmlns="{XHTML}"><head>{head}</head><body><p>Corn.</p></body></html>'
    return f"<inlineXML>{whole}</inlineXML>"


@pytest.mark.parametrize("name", IN_NUMBER)
def test_what_stands_there_in_great_number_is_read_in_steps_in_proportion(name: str) -> None:
    steps = [
        steps_of(partial(newsml.loads_message, IN_NUMBER[name](n).encode())) for n in (80, 160)
    ]
    assert steps[1] < 2.5 * steps[0]


def test_a_million_bytes_of_text_are_read() -> None:
    article = newsml.loads(ITEM.replace("Bridge", "a" * 1_000_000))
    assert len(article.headline or "") == 1_000_007


@pytest.mark.parametrize("value", ["9" * 5000, "٣", "²", "1e9", "-1", "+1", "1 0", "0x1"])
def test_numbers_that_are_none(value: str) -> None:
    document = news_item(
        about=f"<urgency>{value}</urgency>",
        content=f'<subject qcode="x:1" rank="{value}" confidence="{value}"/>',
        attributes=f'guid="urn:x" version="{value}"',
        body=f'<remoteContent href="a" width="{value}" size="{value}" duration="{value}"/>',
    )
    message = newsml.loads_message(document)
    written = newsml.dumps(message)
    assert newsml.loads_message(written) == message
    assert f'width="{value}"' in written
    assert f'version="{value}"' in written


# ------------------------------------------------------------------ damaged documents
def samples() -> list[bytes]:
    """Documents of ours, of every shape the library writes, and the irregular ones."""
    own = [newsml.dumps(a_message()), *map(newsml.dumps, examples().values())]
    odd = [news_message(case.document) for case in CASES if case.document.startswith("<newsItem")]
    return [document.encode() for document in (*own, *odd)]


PIECES = (
    b"<", b">", b"&", b"</", b'"', b"'", b"\x00", b"\xff", b"]]>", b"<!--", b"&#0;", b"/>",
    b" x:y='1'", b" xmlns=''", b" xmlns:x=''", b" qcode=' '", b"<br/>", b"<name/>", b"-", b"0",
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A document with some of its bytes taken out, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.choice([1, 1, 2, 8, 40, 300]))
        piece = data[start:end]
        other = chance.choice([b"", piece * 2, chance.choice(PIECES), piece[::-1]])
        data = data[:start] + other + data[end:] or b" "
    return data


def moved(data: bytes, chance: random.Random) -> bytes:
    """A document with tags and values exchanged, so that it often stays well-formed."""
    parts = data.split(b'"')
    for _ in range(chance.randint(1, 6)):
        one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        if one % 2 == other % 2 == 1:
            parts[one] = chance.choice([parts[other], b"", b" ", b"a:b", b"-1", b"1970-01-01"])
    names = [
        b"headline",
        b"keyword",
        b"subject",
        b"name",
        b"link",
        b"rightsInfo",
        b"itemMeta",
        b"p",
    ]
    name, new = chance.sample(names, 2)
    data = b'"'.join(parts)
    return data.replace(name, new) if chance.random() < 0.5 else data


def damages(count: int) -> Iterator[bytes]:
    chance = random.Random(20300101)
    documents = samples()
    for number in range(count):
        change = damaged if number % 2 else moved
        yield change(chance.choice(documents), chance)


def test_damaged_documents_are_refused_or_read_whole() -> None:
    read = 0
    for data in damages(600):
        for verb in ("recover", "strict", "items"):
            outcome(verb, data)
        message = outcome("loads_message", data)
        if not isinstance(message, Message):
            continue
        message.gather()
        read += 1
        assert newsml.loads_message(newsml.dumps(message)) == message, data
    assert read > 100


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "character", ["&#1;", "&#x0;", "&#xD800;", "&#xFFFE;", "&#55357;", f"&#{'9' * 5000};", "\x01"]
)
def test_characters_that_there_are_not_are_replaced_in_recovery(
    character: str, encoding: str
) -> None:
    item = news_item(
        content=f"<headline>a{character}b</headline><keyword>{character}</keyword>",
        body=page(f"<p title='{character}'>a{character}b <b>{character}</b>{character} c</p>"),
    )
    try:
        message = newsml.loads_message(item.encode(encoding), recover=True)
    except ParseError as error:
        assert "characters that there are not" in str(error)  # noqa: PT017  # or it can be read
        assert encoding == "utf-16"
        return
    assert message.findings
    assert json.loads_message(json.dumps(message)) == message
    assert newsml.loads_message(newsml.dumps(message)).articles[0].text == message.articles[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize(
    ("character", "meant"),
    [
        ("\x92", "\u2019"),
        ("&#146;", "\u2019"),
        ("&#x0085;", "\u2026"),
        ("\x81", "\ufffd"),
        ("&#127;", "\ufffd"),
        ("&#xFDD0;", "\ufffd"),
        ("&#x1FFFE;", "\ufffd"),
        ("&#1114111;", "\ufffd"),
        ("\U0002ffff", "\ufffd"),
    ],
)
def test_what_xml_lets_pass_and_no_page_can_hold_is_replaced_and_told(
    character: str, meant: str, encoding: str
) -> None:
    body = page(f"<p title='{character}'>a{character}b <b>{character}</b>{character} c</p>")
    item = news_item(content=f"<headline>{'x' * 40_000} a{character}b</headline>", body=body)
    document = f"<?xml version='1.0' encoding='{encoding}'?>{item}".encode(
        encoding, "xmlcharrefreplace"
    )
    article = newsml.loads(document)
    assert (article.headline or "").endswith(f" a{meant}b")
    assert article.text == f"a{meant}b {meant}{meant} c"
    assert [p for p in article.findings if "others stand for them" in p.message and p.line]
    (streamed,) = newsml.iterload(BytesIO(document))
    assert (streamed, streamed.findings) == (article, article.findings)
    assert json.loads(json.dumps(article)) == article
    (recovered,) = newsml.loads_message(document + b"<", recover=True).articles
    assert (recovered.headline, recovered.text) == (article.headline, article.text)


@pytest.mark.parametrize("halves", ["&#xD83D;&#xDE00;", "&#55357;&#56832;", "&#xd83d;&#56832;"])
def test_the_halves_of_a_character_are_put_together_in_recovery(halves: str) -> None:
    item = news_item(content=f"<headline>&#8211; a {halves}{halves} b &#56300;</headline>")
    message = newsml.loads_message(item, recover=True)
    assert message.articles[0].headline == "\u2013 a \U0001f600\U0001f600 b \ufffd"
    assert message.findings
