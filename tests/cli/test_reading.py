"""`newsmodel show`, `diff`, `validate` and `schema`."""

from __future__ import annotations

import io
import json as plain
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel import Article, Emphasis, Image, ImageCaption, Paragraph, Strong, Translation
from newsmodel.formats import json
from newsmodel.quotes import mark
from newsmodel.testing import examples
from tests.cli.conftest import Run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    article = Article(
        id="urn:example:story",
        language="en",
        headline="Ferry to sail",
        body=['"It sails," said Olha Marchuk.', "On time."],
        images=(Image(id="a", captions=(ImageCaption(text="The stage", credit="M. I./Press"),)),),
        translations=(Translation(language="uk", headline="Пором"),),
    )
    json.dump(mark(article), path)
    return path


def test_an_article_is_shown_as_one_reads_it(run: Run, story: Path) -> None:
    ran = run("show", story)
    assert ran.status == 0
    for line in (
        "Ferry to sail",
        '"It sails," said Olha Marchuk.',
        'Olha Marchuk: "It sails,"',
        "The stage",
        "credit: M. I./Press",
        "uk: Пором",
        "[alt-text-missing]",
    ):
        assert line in ran.out


def test_an_article_is_shown_in_a_language_it_has(run: Run, story: Path) -> None:
    assert run("show", story, "--language", "uk").out.startswith("Пором\n")
    ran = run("show", story, "--language", "fr")
    assert (ran.status, ran.out) == (1, "")
    assert "there are: en, uk" in ran.err


@pytest.mark.parametrize("name", sorted(examples.examples()))
def test_every_example_can_be_shown(run: Run, name: str, tmp_path: Path) -> None:
    json.dump(examples.examples()[name], tmp_path / "a.json")
    assert run("show", tmp_path / "a.json").status == 0


def test_what_is_shown_cannot_command_a_terminal(run: Run, tmp_path: Path) -> None:
    article = Article(id="urn:x", headline="a\u202d2Jb\u202ec", body=["[bold]no markup[/bold]"])
    json.dump(article, tmp_path / "a.json")
    ran = run("show", tmp_path / "a.json")
    assert "a\\u202d2Jb\\u202ec" in ran.out
    assert "[bold]no markup[/bold]" in ran.out


def test_a_difference_is_named_with_both_sides(run: Run, story: Path, tmp_path: Path) -> None:
    after = tmp_path / "after.newsml.xml"
    newsmodel.write(attrs.evolve(newsmodel.read(story), headline="Ferry sails"), after)
    ran = run("diff", story, after)
    assert ran.status == 1
    assert ran.out == "$.headline\n  - Ferry to sail\n  + Ferry sails\n"
    assert run("diff", story, story).status == 0
    assert run("diff", story, tmp_path / "missing.json").status == 2


def test_one_of_the_two_may_be_the_standard_input(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one, other in (("-", story), (story, "-")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(story.read_bytes())))
        assert run("diff", one, other).status == 0
    assert "only one" in run("diff", "-", "-").err
    ran = run("diff", story, "--nope")
    assert (ran.status, "no option --nope" in ran.err) == (2, True)


def test_a_difference_that_is_not_in_the_words_is_named(run: Run, tmp_path: Path) -> None:
    for name, tag in (("plain", Emphasis), ("loud", Strong)):
        body = [Paragraph(content=["It ", tag(content="sails")], attributes=(("class", name),))]
        newsmodel.write(Article(id="x", body=body), tmp_path / f"{name}.json")
    ran = run("diff", tmp_path / "plain.json", tmp_path / "loud.json")
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "$.body[0]",
        "  $.body[0].attributes[0][1]: 'plain' != 'loud'",
        "  $.body[0].content[1]: Emphasis(content=('sails',)) != Strong(content=('sails',))",
    ]


def test_findings_are_grouped_by_document(run: Run, story: Path) -> None:
    ran = run("validate", story)
    assert ran.status == 0
    head, *lines = ran.out.splitlines()
    assert head == str(story)
    assert any(line.startswith("  warning: it has no alternative text") for line in lines)
    assert " in 1 document" in ran.err


def test_the_exit_status_is_by_how_bad_it_is(run: Run, story: Path) -> None:
    assert run("validate", story, "--fail-on", "warning").status == 1
    assert run("validate", story, "--fail-on", "never").status == 0
    assert run("validate", story.with_name("missing.json")).status == 1
    assert run("validate", story, "--profile", "none").status == 2


def test_several_sets_of_rules_can_be_asked_for(run: Run, story: Path) -> None:
    def rules(*profiles: str) -> set[str]:
        options = [word for profile in profiles for word in ("--profile", profile)]
        ran = run("validate", story, "--output", "json", *options)
        return {finding["rule"] for finding in plain.loads(ran.out)}

    assert rules("exchange", "search") == rules("exchange") | rules("search")
    assert rules("exchange") != rules("search")
    assert rules() == rules("publishable")


def test_findings_for_programs(run: Run, story: Path) -> None:
    found = plain.loads(run("validate", story, "--output", "json").out)
    assert {"document", "rule", "severity", "message", "path", "line"} <= found[0].keys()
    assert "alt-text-missing" in {each["rule"] for each in found}
    assert plain.loads(run("validate", story.parent / "none", "--output", "json").out)[0]["message"]


def test_the_line_a_problem_stands_in_is_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.newsml.xml"
    path.write_text(
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">\n  <itemMeta></itemMata>\n'
    )
    ran = run("validate", path)
    assert ran.status == 1
    assert "line 2" in ran.out
    assert "error: " in ran.out


def test_broken_json_lines_are_named_by_their_lines(run: Run, story: Path, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(story.read_text("utf-8") + "{\n", "utf-8")
    ran = run("validate", path)
    assert ran.status == 1
    assert "line 2" in ran.out


def test_the_schema_is_json_schema(run: Run) -> None:
    schema = plain.loads(run("schema").out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
