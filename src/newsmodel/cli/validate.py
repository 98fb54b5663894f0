"""`newsmodel validate`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from newsmodel.cli.report import FAILED, INTERRUPTED, OK, USAGE, complain, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsmodel.bulk import Outcome
    from newsmodel.cli.checking import Finding

__all__ = ["validate"]

_GRAVITY = ("info", "warning", "error", "never")


def validate(
    *sources: Annotated[str, Parameter(allow_leading_hyphen=True)],
    profile: Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)] = (),
    output: Literal["text", "json"] = "text",
    fail_on: Literal["error", "warning", "info", "never"] = "error",
    from_: Annotated[str | None, Parameter(name="--from")] = None,
    jobs: Annotated[int, Parameter(name=("--jobs", "-j"))] = 1,
) -> int:
    """Say what is wrong with documents, and with the articles in them.

    A document is checked as it stands, by the rules of its format, and each of its articles by
    the rules of the trade. The exit status is 0 where nothing is as bad as --fail-on says, 1
    where something is or a document cannot be had, 2 for wrong arguments.

    Args:
        sources: files, folders, archives (zip, tar), patterns, or - for the standard input.
        profile: the rules for articles: publishable where none are named, consistent, exchange ...
            Give it once for each set.
        output: text for people, json for programs: one list of findings.
        fail_on: how bad a finding must be for the exit status to be 1.
        from_: format of the sources, where neither name nor content tells it.
        jobs: how many processes to work in; 0 for one a core.
    """
    from newsmodel.bulk.documents import documents_of  # noqa: PLC0415  # keeps --help quick
    from newsmodel.bulk.mapping import per_document  # noqa: PLC0415
    from newsmodel.cli.checking import checked, usable  # noqa: PLC0415
    from newsmodel.cli.executors import workers  # noqa: PLC0415
    from newsmodel.cli.inputs import found  # noqa: PLC0415
    from newsmodel.cli.progress import progress  # noqa: PLC0415

    if not sources:
        complain("newsmodel validate: name the files to validate")
        return USAGE
    profiles = profile or ("publishable",)
    try:
        usable(profiles)
        with found(sources) as files, workers(jobs) as executor:
            size = sum(file.path.stat().st_size for file in files if file.path.is_file())
            wanted = (d for file in files for d in documents_of(file) if d.wanted or from_)
            work = partial(checked, profiles, from_)
            done = per_document(work, wanted, executor=executor, window=64)
            with progress("validating", size) as advance:
                seen = (_passed_on(outcome, advance) for outcome in done)
                counts = (_as_json if output == "json" else _as_text)(seen)
    except (ValueError, LookupError) as error:
        complain(f"newsmodel validate: {error}")
        return USAGE
    except KeyboardInterrupt:
        complain("newsmodel validate: interrupted")
        return INTERRUPTED
    bad = sum(counts[each] for each in _GRAVITY[_GRAVITY.index(fail_on) : -1])
    return FAILED if bad or counts["failed"] else OK


def _passed_on(outcome: Outcome[Any], advance: Any) -> Outcome[Any]:
    advance(outcome.document)
    return outcome


def _as_json(outcomes: Iterable[Outcome[Any]]) -> Counter[str]:
    """One JSON list of all findings, printed as they come."""
    counts: Counter[str] = Counter()
    before = "[\n"
    for outcome in outcomes:
        for entry in _entries(outcome):
            counts[str(entry["severity"]) if entry["rule"] else "failed"] += 1
            sys.stdout.write(before + json.dumps(entry, ensure_ascii=False))
            before = ",\n"
    sys.stdout.write("[]\n" if before == "[\n" else "\n]\n")
    return counts


def _entries(outcome: Outcome[Any]) -> Iterator[dict[str, object]]:
    document = str(outcome.document)
    if outcome.failure is not None:
        message = str(outcome.failure)
        yield {"document": document, "rule": None, "severity": "error", "message": message}
    for finding in outcome.value or ():
        problem = finding.problem
        yield {
            "document": document,
            "article": finding.article,
            "line": problem.line,
            "column": problem.column,
            "path": problem.path,
            "rule": problem.rule,
            "severity": problem.severity.value,
            "message": problem.message,
            "source": problem.source,
        }


def _as_text(outcomes: Iterable[Outcome[Any]]) -> Counter[str]:
    """Findings by document, coloured on a terminal."""
    from rich.console import Console  # noqa: PLC0415  # keeps --help quick

    console = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts["documents"] += 1
        if outcome.failure is not None:
            counts["failed"] += 1
            complain(f"{outcome.document}: {outcome.failure}")
        elif outcome.value:
            console.print(printable(str(outcome.document)), style="bold underline")
            for finding in outcome.value:
                counts[finding.problem.severity.value] += 1
                _print(console, finding)
    complain(_summary(counts))
    return counts


_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def _print(console: Any, finding: Finding) -> None:
    """One finding: where, how bad, what, which rule; and the line it stands in."""
    from rich.text import Text  # noqa: PLC0415  # keeps --help quick

    problem = finding.problem
    severity = problem.severity.value
    of = f"{finding.article}, " if finding.article else ""
    console.print(
        Text.assemble(
            "  ",
            (f"{severity}: ", _STYLES[severity]),
            printable(problem.message),
            (printable(f" [{problem.rule}]"), "dim"),
            (printable(f" (at {of}{problem.place})"), "dim"),
        )
    )
    if finding.excerpt is not None:
        console.print(Text.assemble(("    | ", "dim"), printable(finding.excerpt)))
        if finding.offset is not None:
            console.print(Text.assemble(("    | ", "dim"), " " * finding.offset, ("^", "red")))


def _summary(counts: Counter[str]) -> str:
    found = [f"{counts[each]} {each}{'' if counts[each] == 1 else 's'}" for each in _STYLES]
    failed = f", {counts['failed']} that cannot be read" if counts["failed"] else ""
    documents = counts["documents"]
    return f"{', '.join(found)} in {documents} document{'' if documents == 1 else 's'}{failed}"
