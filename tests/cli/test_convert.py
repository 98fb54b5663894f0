"""`newsmodel convert`."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel.formats import newsml
from newsmodel.formats.registry import FORMATS
from tests.cli.conftest import Run

EVERY = [format.name for format in FORMATS]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out" / "deep"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_file_for_each_source_and_format(run: Run, source: Path, out: Path) -> None:
    formats = [word for name in EVERY for word in ("--to", name)]
    ran = run("convert", source, *formats, "-o", out)
    assert ran.status == 0
    assert ran.err.startswith(f"read 1, written {len(EVERY)}, failed 0\n")
    files = ["ferry.html", "ferry.json", "ferry.newsml.xml", "ferry.ninjs.json", "ferry.txt"]
    assert names(out) == files
    for name in names(out):
        assert f"{source} -> {out / name}\n" in ran.out
        assert newsmodel.read(out / name).headline == "Ferry to sail"


def test_without_an_output_it_writes_beside_the_source(run: Run, source: Path) -> None:
    assert run("convert", source, "--to", "html").status == 0
    assert source.with_name("ferry.html").exists()


def test_an_output_with_a_suffix_of_a_format_is_a_file(
    run: Run, source: Path, tmp_path: Path
) -> None:
    page = tmp_path / "new" / "page.html"
    assert run("convert", source, "-o", page).status == 0
    assert run("convert", source, "-o", page, "--to", "html").status == 0
    assert names(page.parent) == ["page.html"]


def test_a_folder_may_have_any_name(run: Run, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old.html"
    folder.mkdir()
    assert run("convert", source, "--to", "html", "-o", folder).status == 0
    assert names(folder) == ["ferry.html"]


def test_the_format_of_a_source_may_be_named(run: Run, source: Path, out: Path) -> None:
    nameless = source.rename(source.with_name("feed.dat"))
    nameless.write_text(nameless.read_text("utf-8").replace('{"newsmodel', '{ "newsmodel'))
    assert run("convert", nameless, "--from", "json", "--to", "json", "-o", out).status == 0
    assert names(out) == ["feed.json"]


def test_a_file_of_several_articles_gives_several(run: Run, several: Path, out: Path) -> None:
    assert run("convert", several, "--to", "json", "-o", out).status == 0
    assert names(out) == ["several-2.json", "several-3.json", "several.json"]
    assert newsmodel.read(out / "several-3.json").headline == "Story 3"


def test_several_articles_for_one_page_are_numbered_too(run: Run, several: Path, out: Path) -> None:
    assert run("convert", several, "-o", out / "all.html").status == 0
    assert names(out) == ["all-2.html", "all-3.html", "all.html"]


@pytest.mark.parametrize("name", ["all.jsonl", "all.newsml.xml"])
def test_json_lines_and_a_news_message_take_all_articles(
    run: Run, source: Path, several: Path, out: Path, name: str
) -> None:
    ran = run("convert", source, several, "-o", out / name)
    assert (ran.status, ran.err) == (0, "read 4, written 4, failed 0\n")
    assert names(out) == [name]
    headlines = [article.headline for article in newsmodel.iterread(out / name)]
    assert headlines == ["Ferry to sail", "Story 1", "Story 2", "Story 3"]


def test_a_news_message_of_several_articles_says_what_it_does_not_carry(
    run: Run, source: Path, tmp_path: Path, out: Path
) -> None:
    header = newsmodel.Header(sender="example.org")
    sent = newsmodel.Article(id="urn:example:9", headline="Sent", message_header=header)
    newsmodel.write(sent, tmp_path / "sent.json")
    ran = run("convert", tmp_path / "sent.json", source, "-o", out / "all.newsml.xml")
    assert ran.status == 0
    assert "  not carried by newsml: $.message_header: a message of several articles" in ran.out
    assert "  not carried by newsml: $.message_header (1)" in ran.err


def test_a_news_message_of_one_article_is_that_articles_own(
    run: Run, source: Path, out: Path
) -> None:
    assert run("convert", source, "-o", out / "one.newsml.xml").status == 0
    article = newsmodel.read(source)
    assert (out / "one.newsml.xml").read_text("utf-8") == newsml.dumps(article)


def test_what_a_format_cannot_carry_is_said(run: Run, tmp_path: Path) -> None:
    article = newsmodel.Article(id="urn:example:1", language="en", headline="H", slugline="FERRY")
    newsmodel.write(article, tmp_path / "a.json")
    ran = run("convert", tmp_path / "a.json", "--to", "text")
    assert ran.status == 0
    assert "  not carried by text: $.slugline" in ran.out
    assert "  not carried by text: $.slugline (1)" in ran.err


def test_a_bad_file_is_reported_and_does_not_stop_the_rest(
    run: Run, source: Path, tmp_path: Path, out: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"newsmodel": "1.0", "type": "Article", "id": "x", "headlin": "typo"}')
    missing = tmp_path / "missing.json"
    ran = run("convert", bad, missing, source, "--to", "json", "-o", out)
    assert ran.status == 1
    assert names(out) == ["ferry.json"]
    assert f"{bad}: cannot read this as json: " in ran.err
    assert "'headlin' is not known here" in ran.err
    assert "$.headlin)" in ran.err
    assert f"{missing}: No such file" in ran.err


def test_one_format_that_fails_does_not_stop_the_others(
    run: Run, tmp_path: Path, out: Path
) -> None:
    held = newsmodel.Article(
        id="urn:example:1", language="en", headline="H", status=newsmodel.Status.WITHHELD
    )
    newsmodel.write(held, tmp_path / "held.json")
    ran = run("convert", tmp_path / "held.json", "--to", "html", "--to", "newsml", "-o", out)
    assert ran.status == 1
    assert "withheld" in ran.err
    assert names(out) == ["held.newsml.xml"]


def test_no_file_of_the_call_is_overwritten(run: Run, source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    assert run("convert", source, "--to", "json").status == 1
    assert source.read_bytes() == before
    twin = tmp_path / "twin" / source.name
    twin.parent.mkdir()
    twin.write_bytes(before)
    ran = run("convert", source, twin, "--to", "json", "-o", tmp_path / "out")
    assert ran.status == 1
    assert f"{twin}: {tmp_path / 'out' / source.name} is not written: it would replace" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name the files"),
        (("a.json",), "name a format"),
        (("a.json", "--to", "docx"), "no format known for 'docx'; known formats: json"),
        (("a.json", "--to", "html", "--from", "odt"), "no format known for 'odt'"),
        (("a.json", "--to", "json", "--to", "text", "-o", "a.txt"), "name one format"),
        (("a.json", "--to", "html", "--at", "2026-03-01"), "offset"),
        (("a.json", "--to", "json", "-o", "page.html"), "is a html file"),
        (("a.json", "--to", "json", "--too", "x"), "--too"),
        (("a.json", "--to", "json", "-o", __file__), "is a file"),
        (("a.json", "-o", "a.docx"), "text (.txt)"),
        (("a.json", "--to", "json", "--jobs", "-1"), "0 for one a core"),
    ],
)
def test_a_call_that_makes_no_sense_is_a_usage_error(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    ran = run("convert", *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_a_place_where_nothing_can_be_written_is_named(
    run: Run, source: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "no-folder"
    blocked.write_text("a file stands here")
    ran = run("convert", source, "--to", "json", "-o", blocked / "within")
    assert ran.status == 1
    assert f"cannot write to {blocked / 'within'}: " in ran.err


def test_nothing_printed_can_command_a_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("convert", tmp_path / "a\x1b[2J\udcff.json", "--to", "html")
    assert ran.status == 1
    assert "a\\x1b[2J\\udcff.json" in ran.err


def test_help_names_every_format(run: Run) -> None:
    words = re.findall(r"\w+", run("convert", "--help").out)
    assert set(EVERY) <= set(words)


def test_the_standard_streams_are_dashes(
    run: Run, several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = several.read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = run("convert", "-", "--from", "json", "--to", "json")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [
        f"urn:example:{n}" for n in (1, 2, 3)
    ]
    assert ran.err == "read 3, written 3, failed 0\n"


def test_of_an_empty_standard_input_the_format_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    ran = run("convert", "-", "--to", "json")
    assert "on the command line --from" in ran.err


def test_a_broken_line_of_the_standard_input_is_named(
    run: Run, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = source.read_bytes().strip()
    data = b"\n".join([line, b"{", line, b""])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = run("convert", "-", "--to", "json")
    assert (ran.status, len(ran.out.splitlines())) == (1, 2)
    assert ran.err.startswith("standard input, article 2: cannot read this as json: ")
    assert "line 2" in ran.err


def test_one_page_has_room_for_one_article(run: Run, several: Path) -> None:
    ran = run("convert", several, "--to", "html", "-o", "-")
    assert (ran.status, ran.out.count("<h1")) == (1, 1)
    assert ran.err.count("room for one article") == 2


def test_folders_keep_their_shape_and_archives_become_folders(
    run: Run, source: Path, tmp_path: Path, out: Path
) -> None:
    feeds = tmp_path / "feeds"
    (feeds / "deep").mkdir(parents=True)
    (feeds / "deep" / "a.json").write_bytes(source.read_bytes())
    (feeds / "picture.jpg").write_bytes(b"no article")
    with zipfile.ZipFile(feeds / "old.zip", "w") as archive:
        archive.write(source, "../x/b.json")
    ran = run("convert", feeds, "--to", "text", "-o", out)
    assert ran.status == 0
    found = sorted(str(path.relative_to(out)) for path in out.rglob("*.txt"))
    assert found == ["deep/a.txt", "old/x/b.txt"]
    assert ran.err.startswith("read 2, written 2, failed 0, skipped 1\n")
    assert str(feeds / "picture.jpg") in ran.err


def test_quotations_are_found_and_a_language_is_picked(run: Run, tmp_path: Path) -> None:
    article = newsmodel.Article(
        id="urn:x",
        language="uk",
        headline="Пором",
        translations=(
            newsmodel.Translation(
                language="en", headline="Ferry", body=['"It sails," said Olha Marchuk.']
            ),
        ),
    )
    newsmodel.write(article, tmp_path / "a.json")
    options = ("--language", "en", "--find-quotes", "-o", tmp_path / "out.json")
    assert run("convert", tmp_path / "a.json", *options).status == 0
    (quote,) = newsmodel.read(tmp_path / "out.json").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Olha Marchuk"
    ran = run("convert", tmp_path / "a.json", "--language", "fr", "-o", tmp_path / "fr.json")
    assert ran.status == 1
    assert "no version in 'fr'; there are: uk, en" in ran.err
    known = attrs.evolve(article, translations=(newsmodel.Translation(language="ru"),))
    newsmodel.write(known, tmp_path / "b.json")
    ran = run("convert", tmp_path / "b.json", "--language", "ru", "-o", tmp_path / "ru.html")
    assert (ran.status, (tmp_path / "ru.html").exists()) == (1, False)
    assert "no version in 'ru'; there are: uk" in ran.err


def test_captions_of_a_killed_article_do_not_go_with_its_translation(
    run: Run, tmp_path: Path
) -> None:
    image = newsmodel.Image(
        renditions=(newsmodel.Rendition(href="https://example.com/a.jpg"),),
        captions=(newsmodel.ImageCaption(text="Ann is led away."),),
    )
    article = newsmodel.Article(
        id="urn:x",
        language="en",
        status=newsmodel.Status.CANCELED,
        images=(image,),
        translations=(newsmodel.Translation(language="uk", headline="Арешт"),),
    )
    newsmodel.write(article, tmp_path / "a.json")
    for name in ("uk.html", "uk.json"):
        options = ("--language", "uk", "-o", tmp_path / name)
        assert run("convert", tmp_path / "a.json", *options).status == 0
    assert "Ann" not in (tmp_path / "uk.html").read_text(encoding="utf-8")
    assert newsmodel.read(tmp_path / "uk.json").images[0].captions[0].language == "en"


def test_credits_are_told_from_captions(run: Run, tmp_path: Path) -> None:
    caption = newsmodel.ImageCaption(text="The ferry. Photo: Ann Lee/AFP")
    image = newsmodel.Image(captions=(caption,))
    newsmodel.write(newsmodel.Article(id="urn:x", images=(image,)), tmp_path / "a.json")
    options = ("--find-credits", "-o", tmp_path / "out.json")
    assert run("convert", tmp_path / "a.json", *options).status == 0
    (found,) = newsmodel.read(tmp_path / "out.json").images[0].captions
    assert (found.text, found.credit) == ("The ferry.", "Ann Lee/AFP")


def test_an_embargo_is_over_at_the_moment_of_publication(run: Run, tmp_path: Path) -> None:
    until = datetime(2026, 3, 1, 6, tzinfo=UTC)
    article = newsmodel.Article(
        id="urn:x", language="en", headline="H", embargo=newsmodel.Embargo(until=until)
    )
    newsmodel.write(article, tmp_path / "a.json")
    for name in ("a.html", "a.txt"):
        page = tmp_path / name
        ran = run("convert", tmp_path / "a.json", "-o", page)
        assert ran.status == 1
        assert "(--at)" in ran.err
        assert "(on the command line --override)" in ran.err
        assert not page.exists()
        for options in (("--at", "2026-03-01T06:00Z"), ("--override",)):
            assert run("convert", tmp_path / "a.json", "-o", page, *options).status == 0
            page.unlink()


def test_several_processes_do_the_same(
    run: Run, source: Path, several: Path, tmp_path: Path
) -> None:
    arguments = ("convert", source, several, "--to", "html", "--to", "json", "-o")
    assert run(*arguments, tmp_path / "one").status == 0
    assert run(*arguments, tmp_path / "two", "--jobs", "2").status == 0
    assert {p.name: p.read_bytes() for p in (tmp_path / "one").iterdir()} == {
        p.name: p.read_bytes() for p in (tmp_path / "two").iterdir()
    }


def test_quiet_says_nothing_where_all_goes_well(run: Run, source: Path, out: Path) -> None:
    ran = run("convert", source, "--to", "html", "-o", out, "--quiet")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
