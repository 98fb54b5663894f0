from typing import Any

from hypothesis import given

from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Divider,
    Embed,
    Emphasis,
    Heading,
    Inline,
    InlineQuote,
    ListBlock,
    ListItem,
    Paragraph,
    Section,
    Strong,
    Table,
    TableCell,
    TableRow,
    Translation,
    transform,
    walk,
)
from newsmodel.model.tree import Visited
from newsmodel.testing import strategies

NESTED = Article(
    id="x",
    body=[
        "One.",
        Section(blocks=[Heading(content="Two"), BlockQuote(blocks=["Three."])]),
        ListBlock(items=[ListItem(content=["four", Paragraph(content="Five.")])]),
        Table(
            caption="six",
            rows=(TableRow(cells=(TableCell(content=[Emphasis(content="7")]), TableCell())),),
        ),
        Embed(fallback=["Eight."]),
    ],
    translations=(Translation(), Translation(body=["Дев\u2019ять."])),
)


def place(root: Any, path: str) -> Any:
    """What stands at a path, by plain Python."""
    return eval(path.replace("$", "root", 1), {"root": root})


def test_outer_comes_before_inner_and_all_have_paths() -> None:
    article = Article(id="x", body=[Paragraph(content=["a", Strong(content="b")]), Divider()])
    assert [(path, type(node).__name__) for path, node in walk(article)] == [
        ("$.body[0]", "Paragraph"),
        ("$.body[0].content[0]", "str"),
        ("$.body[0].content[1]", "Strong"),
        ("$.body[0].content[1].content[0]", "str"),
        ("$.body[1]", "Divider"),
    ]


def test_every_kind_of_nesting_is_entered_translations_too() -> None:
    words = {path: node for path, node in walk(NESTED) if isinstance(node, str)}
    assert words == {
        "$.body[0].content[0]": "One.",
        "$.body[1].blocks[0].content[0]": "Two",
        "$.body[1].blocks[1].blocks[0].content[0]": "Three.",
        "$.body[2].items[0].content[0]": "four",
        "$.body[2].items[0].content[1].content[0]": "Five.",
        "$.body[3].caption[0]": "six",
        "$.body[3].rows[0].cells[0].content[0].content[0]": "7",
        "$.body[4].fallback[0].content[0]": "Eight.",
        "$.translations[1].body[0].content[0]": "Дев\u2019ять.",
    }


def test_a_translation_is_walked_by_itself_from_its_own_root() -> None:
    assert [path for path, _ in walk(NESTED.translations[1])] == [
        "$.body[0]",
        "$.body[0].content[0]",
    ]


@given(strategies.articles())
def test_a_path_leads_to_its_node_and_none_comes_twice(article: Article) -> None:
    visited = list(walk(article))
    assert all(place(article, path) is node for path, node in visited)
    assert len({path for path, _ in visited}) == len(visited)


@given(strategies.articles())
def test_rewriting_nothing_gives_the_same_object(article: Article) -> None:
    assert transform(article, lambda node: node) is article


@given(strategies.articles())
def test_dropping_every_node_leaves_no_body(article: Article) -> None:
    bare = transform(article, lambda _: None)
    assert list(walk(bare)) == []
    assert bare.images == article.images


@given(strategies.articles())
def test_rewriting_strings_changes_them_all_and_nothing_else(article: Article) -> None:
    shouted = transform(article, lambda node: "X" if isinstance(node, str) else node)
    before, after = list(walk(article)), list(walk(shouted))
    assert [path for path, _ in before] == [path for path, _ in after]
    for (_, old), (_, new) in zip(before, after, strict=True):
        assert new == "X" if isinstance(old, str) else type(new) is type(old)


def test_one_node_may_become_several_or_another() -> None:
    def split(node: Visited) -> Any:
        if isinstance(node, Paragraph):
            return [Paragraph(content=word) for word in node.text.split()]
        return Heading(content="Three") if isinstance(node, Divider) else node

    article = Article(id="x", body=["one two", Divider()])
    assert transform(article, split).body == (
        Paragraph(content="one"),
        Paragraph(content="two"),
        Heading(content="Three"),
    )


def test_inner_nodes_are_rewritten_before_outer_ones() -> None:
    seen: list[str] = []

    def note(node: Visited) -> Visited:
        seen.append(node if isinstance(node, str) else type(node).__name__)
        return node

    transform(Article(id="x", body=[Section(blocks=["a", "b"])]), note)
    assert seen == ["a", "Paragraph", "b", "Paragraph", "Section"]


def test_strings_left_side_by_side_are_joined_again() -> None:
    def unwrapped(node: Visited) -> Any:
        return node.content if isinstance(node, Emphasis | InlineQuote) else node

    content: list[str | Inline] = ["a", Emphasis(content=["b", Emphasis(content="c")]), "d"]
    article = transform(Article(id="x", body=[Paragraph(content=content)]), unwrapped)
    assert article.body == (Paragraph(content="abcd"),)


def test_a_translation_can_be_rewritten_by_itself() -> None:
    translation = Translation(language="uk", body=["Так."])
    rewritten = transform(translation, lambda n: n.upper() if isinstance(n, str) else n)
    assert rewritten == Translation(language="uk", body=["ТАК."])


@given(strategies.blocks())
def test_every_node_has_plain_text(block: Block) -> None:
    nodes = [node for _, node in walk(Translation(body=(block,)))]
    assert all(isinstance(node if isinstance(node, str) else node.text, str) for node in nodes)
