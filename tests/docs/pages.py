"""Pages as scripts: their blocks, run one after the other as a reader would."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from tests.house.sources import ROOT

_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<braces>\{code-block\} )?(?P<kind>[\w{}-]+)(?: .*)?\n"
    r"(?: *:caption: (?P<file>\S+)\n\n)?(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_UNTRACKED = shutil.ignore_patterns("__pycache__", ".hypothesis", ".pytest_cache")
_LENIENT = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@attrs.frozen
class Block:
    """A fenced block of a page."""

    kind: str
    """What it is: "python", "console"; "shown" where it is there to be looked at."""
    body: str
    line: int
    """The line of the page it begins on."""
    file: str | None = None
    """The file it is, where a caption says so."""


def blocks(text: str) -> list[Block]:
    return [_block(found, text) for found in _BLOCK.finditer(text)]


def _block(found: re.Match[str], text: str) -> Block:
    body = re.sub(rf"^{found['indent']}", "", found["body"], flags=re.MULTILINE)
    kind = "shown" if found["braces"] else found["kind"]
    return Block(kind, body, text.count("\n", 0, found.start("body")), found["file"])


@attrs.define
class Reader:
    """Somebody who does what a page says, in a folder with the samples of the repository."""

    page: str
    folder: Path
    package: Path = ROOT / "src"
    """The sources that commands run on: a copy from the first change on."""
    session: dict[str, Any] = attrs.field(factory=dict)

    def follow(self, text: str) -> Iterator[str]:
        """Do all of it, in order, and tell what came out other than the page says."""
        shutil.copytree(ROOT / "samples", self.folder / "samples")
        for block in blocks(text):
            yield from self._do(block)

    def _do(self, block: Block) -> Iterator[str]:
        if block.file is not None:
            place = self.folder / block.file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.body, encoding="utf-8")
        elif block.kind == "python":
            yield from self._typed(block)
        elif block.kind == "console":
            yield from self._commanded(block)
        elif block.kind == "diff":
            self._change(block)

    def _typed(self, block: Block) -> Iterator[str]:
        test = doctest.DocTestParser().get_doctest(
            block.body, self.session, self.page, self.page, block.line
        )
        said: list[str] = []
        doctest.DocTestRunner().run(test, out=said.append, clear_globs=False)
        self.session.update(test.globs)  # a test works on a copy
        if not test.examples:
            yield f"{self.page}, line {block.line}: Python without a prompt"
        yield from filter(None, ["".join(said)])

    def _commanded(self, block: Block) -> Iterator[str]:
        for command, expected in re.findall(
            r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.body, re.MULTILINE
        ):
            got = self._run(command)
            if not doctest.OutputChecker().check_output(expected, got, _LENIENT):
                yield f"{self.page}, {command}\nexpected:\n{expected}got:\n{got}"

    def _run(self, command: str) -> str:
        ran = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=os.environ | self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        return ran.stdout

    def _environment(self) -> dict[str, str]:
        """The library and its command, found without being installed."""
        tools = self.folder / ".bin"
        tools.mkdir(exist_ok=True)
        for name, arguments in (("python", ""), ("newsmodel", "-m newsmodel ")):
            tool = tools / name
            tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}"$@"\n')
            tool.chmod(0o755)
        return {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": f"{self.package}{os.pathsep}{self.folder}",
            "PYTHONUTF8": "1",
            "COLUMNS": "88",
        }

    def _change(self, block: Block) -> None:
        """Put lines into a file of a copy of the repository's sources, as the block shows them."""
        if self.package == ROOT / "src":
            for name in ("src", "tests"):
                shutil.copytree(ROOT / name, self.folder / name, ignore=_UNTRACKED)
            shutil.copy(ROOT / "pyproject.toml", self.folder)
            self.package = self.folder / "src"
        first, *lines = block.body.splitlines()
        before = "\n".join(line[1:] for line in lines if line[0] in " -")
        after = "\n".join(line[1:] for line in lines if line[0] in " +")
        file = self.folder / first.removeprefix("--- ")
        text = file.read_text("utf-8")
        assert text.count(before) == 1, f"{file.name} does not hold, once:\n{before}"
        file.write_text(text.replace(before, after), "utf-8")
