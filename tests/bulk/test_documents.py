"""What is read: files, folders, patterns, archives, and those made to do harm."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from newsmodel import bulk
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
