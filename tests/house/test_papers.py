"""What stands beside the code: the change log, the commands, and what no file may name."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

import newsmodel
from tests.house.sources import ROOT

WRITTEN = sorted(
    path
    for path in chain(
        ROOT.glob("*.md"), ROOT.glob("*.toml"), ROOT.glob("docs/**/*.md"), ROOT.glob(".ci/*")
    )
    if path.is_file() and "_build" not in path.parts
)
"""Everything a person reads first."""

MACHINE = re.compile(r"(?<![\w.$}])/(?:home|root|tmp|Users|work|opt|usr/local)/")
HOSTS = re.compile(r"pypi\.org|pythonhosted|npmjs|localhost", re.IGNORECASE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_change_log_has_a_place_for_what_comes_next_and_knows_this_version() -> None:
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    released = [heading.split(" - ")[0] for heading in headings[1:]]
    assert not released or released[0] == newsmodel.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", newsmodel.__version__)


def test_readme_gives_two_commands_each_on_one_line() -> None:
    commands = re.findall(r"^```sh\n(.*?)^```", read("README.md"), re.MULTILINE | re.DOTALL)
    assert [command.count("\n") for command in commands] == [1, 1]
    assert all(command.startswith("python3 -m venv ") for command in commands)


def test_the_checks_run_the_commands_of_readme_word_for_word() -> None:
    script = read(".ci/run")
    assert "README.md" in script
    for word in re.findall(r"readme '([^']+)'", script):
        found = [
            line
            for line in read("README.md").splitlines()
            if re.match("python3 -m venv ", line) and word in line
        ]
        assert len(found) == 1, word
    assert "-m pytest" not in script


def test_every_extra_readme_names_is_there() -> None:
    extras = tomllib.loads(read("pyproject.toml"))["project"]["optional-dependencies"]
    papers = "\n".join(path.read_text(encoding="utf-8") for path in WRITTEN)
    named = set(re.findall(r'(?:newsmodel|"\.|\'\.)\[(\w+)\]', papers))
    assert {"cli", "dev", "docs"} <= named <= set(extras)


def test_nothing_written_names_a_machine_or_a_host() -> None:
    named = {
        path.name: found
        for path in WRITTEN
        if (
            found := [
                m[0]
                for m in chain(*(p.finditer(path.read_text("utf-8")) for p in (MACHINE, HOSTS)))
            ]
        )
    }
    assert named == {}
