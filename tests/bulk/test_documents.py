"""What is read: files, folders, patterns, archives, and those made to do harm."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from newsmodel import ArgumentError, Article, bulk
from newsmodel.formats import json
from tests.bulk import work
from tests.bulk.conftest import article

ONE = json.dumps(article(1)).encode()


def test_patterns_and_folders_name_each_file_once(feeds: Path) -> None:
    (feeds / ".hidden.json").write_bytes(ONE)
    (feeds / "notes.md").write_text("none of ours")
    found = list(bulk.documents([feeds, f"{feeds}/**/*.json", feeds / "0" / "00.json"]))
    assert len(found) == 21
    assert [str(each.name) for each in found if not each.wanted] == ["notes.md"]


def test_a_file_with_a_pattern_for_a_name_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "story[1].json"
    path.write_bytes(ONE)
    (found,) = bulk.documents([path])
    assert found.path == path


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz", "tar.xz", "tgz"])
def test_members_of_archives(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"feeds.{suffix}"
    packed(path, {"a/1.json": ONE, "../../b/2.json": ONE, "__MACOSX/1.json": b"", "c.jpg": b"x"})
    found = list(bulk.documents([path]))
    assert [(str(d.name), d.wanted) for d in found] == [
        ("feeds/a/1.json", True),
        ("feeds/b/2.json", True),
        ("feeds/c.jpg", False),
    ]
    outcomes = list(bulk.map_articles(work.headline, [path]))
    assert [o.value for o in outcomes] == ["Story 1", "Story 1"]
    assert str(outcomes[1].document) == f"{path}: ../../b/2.json"


def packed(path: Path, members: dict[str, bytes]) -> None:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return
    mode = {"gz": "gz", "tgz": "gz", "xz": "xz", "tar": ""}[path.name.rpartition(".")[2]]
    with tarfile.open(path, f"w:{mode}") as tar:  # type: ignore[call-overload]  # a mode made up
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz"])
def test_an_archive_that_is_cut_off_fails_with_what_it_is(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"feeds.{suffix}"
    packed(path, {f"{n}.json": ONE for n in range(50)})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])
    outcomes = list(bulk.map_articles(work.headline, [path]))
    last = outcomes[-1]
    assert last.failure is not None
    assert "broken" in last.failure.reason
    assert last.document.path == path


def test_an_archive_that_is_none_fails(tmp_path: Path) -> None:
    path = tmp_path / "feeds.zip"
    path.write_bytes(b"no archive")
    (outcome,) = bulk.map_articles(work.headline, [path])
    assert "broken" in str(outcome.failure)


@pytest.mark.parametrize("suffix", ["zip", "tar.gz"])
def test_a_member_that_swells_is_refused_and_the_next_is_read(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsmodel.bulk.archives.LARGEST", 1 << 20)
    path = tmp_path / f"feeds.{suffix}"
    packed(path, {"bomb.json": bytes(5 << 20), "good.json": ONE})
    bad, good = bulk.map_articles(work.headline, [path])
    assert "larger than 1 MiB" in str(bad.failure)
    assert good.value == "Story 1"


def test_a_member_with_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feeds.zip"
    packed(path, {"a.json": ONE})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag of encryption, in the local header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    path.write_bytes(bytes(data))
    (outcome,) = bulk.map_articles(work.headline, [path])
    assert "cannot be unpacked" in str(outcome.failure)


def test_links_in_archives_are_no_files(tmp_path: Path) -> None:
    path = tmp_path / "feeds.tar"
    with tarfile.open(path, "w") as tar:
        link = tarfile.TarInfo("a.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    assert list(bulk.documents([path])) == []


def test_linked_folders_are_searched_and_nothing_twice(tmp_path: Path) -> None:
    feed, other = tmp_path / "feed", tmp_path / "other"
    for folder in (feed / "in", other / "deep"):
        folder.mkdir(parents=True)
        (folder / "a.json").write_bytes(ONE)
    (other / "b.json").write_bytes(ONE)
    links = {"linked": other, "again": other / "deep", "in/up": feed, "twin": feed / "in"}
    for name, target in links.items():
        (feed / name).symlink_to(target, target_is_directory=True)
    (other / "above").symlink_to(tmp_path, target_is_directory=True)
    (other / "back").symlink_to(feed, target_is_directory=True)
    names = [str(document.name) for document in bulk.documents(feed)]
    assert names == ["again/a.json", "in/a.json", "linked/b.json"]
    (feed / "again").unlink()
    names = [str(document.name) for document in bulk.documents(feed)]
    assert names == ["in/a.json", "linked/b.json", "linked/deep/a.json"]


def test_a_link_that_can_be_seen_leads_into_a_hidden_folder(tmp_path: Path) -> None:
    hidden = tmp_path / ".store" / "2024"
    (hidden / "deep").mkdir(parents=True)
    (hidden / "deep" / "a.json").write_bytes(ONE)
    links = {"current": hidden, "later": hidden / "deep", ".store/2024/back": tmp_path}
    for name, target in links.items():
        (tmp_path / name).symlink_to(target, target_is_directory=True)
    names = [str(document.name) for document in bulk.documents(tmp_path)]
    assert names == ["current/deep/a.json"]


def test_a_folder_that_cannot_be_opened_is_a_failure(
    feeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.scandir

    def refused(path: Any) -> object:
        if path == str(feeds / "1"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = list(bulk.map_articles(_headline, feeds))
    failed = [outcome for outcome in found if outcome.failure]
    assert len(found) == 11
    assert [(str(each.document), each.failure) for each in failed] == [
        (str(feeds / "1"), bulk.Failure(kind="PermissionError", reason="Permission denied"))
    ]
    assert bulk.convert_all(feeds, feeds.parent / "out", to="json").failed == 1


@pytest.mark.parametrize("kind", [str, Path])
def test_a_single_source_needs_no_list(feeds: Path, kind: Any) -> None:
    one = kind(feeds / "0" / "02.json")
    assert [outcome.value for outcome in bulk.map_articles(_headline, one)] == ["Story 2"]
    (document,) = bulk.documents(one)
    assert [outcome.value for outcome in bulk.map_articles(_headline, document)] == ["Story 2"]
    for source in (one, document):
        assert bulk.convert_all(source, feeds.parent / "out.json").written == 1


@pytest.mark.parametrize("thing", [None, b"a.json", 3, Article(id="a"), [None], [b"a.json"]])
def test_what_is_no_source_is_refused(thing: Any, tmp_path: Path) -> None:
    for call in (
        lambda: list(bulk.documents(thing)),
        lambda: list(bulk.map_articles(_headline, thing)),
        lambda: bulk.convert_all(thing, tmp_path / "a.json"),
    ):
        with pytest.raises(ArgumentError, match="name files, folders, archives"):
            call()
    assert not list(tmp_path.iterdir())


def _headline(article: Article) -> str | None:
    return article.headline
