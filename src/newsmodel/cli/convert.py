"""`newsmodel convert`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from newsmodel.cli.report import FAILED, INTERRUPTED, OK, USAGE, complain, say

if TYPE_CHECKING:
    from newsmodel import Article
    from newsmodel.bulk import Outcome, Summary, Written
    from newsmodel.cli.progress import Advance

__all__ = ["convert"]


def convert(  # noqa: PLR0913  # options that can only be named
    *sources: Annotated[str, Parameter(allow_leading_hyphen=True)],
    to: Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)] = (),
    from_: Annotated[str | None, Parameter(name="--from")] = None,
    output: Annotated[str | None, Parameter(name=("--output", "-o"), allow_leading_hyphen=True)] = (
        None
    ),
    jobs: Annotated[int, Parameter(name=("--jobs", "-j"))] = 1,
    find_quotes: Annotated[bool, Parameter(negative=())] = False,
    find_credits: Annotated[bool, Parameter(negative=())] = False,
    language: str | None = None,
    at: str | None = None,
    override: Annotated[bool, Parameter(negative=())] = False,
    quiet: Annotated[bool, Parameter(name=("--quiet", "-q"), negative=())] = False,
) -> int:
    """Convert articles to other formats.

    Says what was written, and what a format could not carry. A file that cannot be read or
    written does not stop the rest. The exit status is 0 if all went well, 1 if something could
    not be read or written, 2 for wrong arguments, 130 if it was interrupted.

    Args:
        sources: files, folders, archives (zip, tar), patterns, or - for the standard input. A
            file of several articles gives several: name, name-2, name-3.
        to: format to write: html, json, newsml, ninjs or text. Give it once for each format.
        from_: format of the sources, where neither name nor content tells it.
        output: folder to write to, made where it is missing; by default beside each source. Or a
            file, whose suffix tells the format: .jsonl and .newsml.xml take all articles, others
            one. Or - for the standard output, which is the default where that is the source.
        jobs: how many processes to work in; 0 for one a core.
        find_quotes: mark the quotations of the running text, with their speakers.
        find_credits: tell the credits of pictures from the captions that end with them.
        language: write this language version of each article.
        at: moment of publication, such as 2026-03-01T06:00:00+01:00: an embargo that ends by then
            does not keep an article from being a page or plain text.
        override: publish even what is withheld, canceled or embargoed.
        quiet: say only what went wrong.
    """
    from newsmodel.bulk.converting import convert_all  # noqa: PLC0415  # keeps --help quick
    from newsmodel.cli.executors import workers  # noqa: PLC0415
    from newsmodel.cli.inputs import found  # noqa: PLC0415
    from newsmodel.cli.progress import progress  # noqa: PLC0415

    try:
        moment = _moment(at)
        target = _target(sources, output)
        with found(sources) as files, workers(jobs) as executor:
            size = sum(file.path.stat().st_size for file in files if file.path.is_file())
            with progress("converting", size) as advance:
                summary = convert_all(
                    files,
                    sys.stdout.buffer if target == "-" else target,
                    to=to,
                    source_format=from_,
                    edit=_edit(language, quotes=find_quotes, credits=find_credits),
                    at=moment,
                    override=override,
                    executor=executor,
                    on_outcome=partial(_tell, advance, quiet=quiet or target == "-"),
                )
    except (ValueError, LookupError) as error:
        complain(f"newsmodel convert: {error}")
        return USAGE
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"newsmodel convert: {error.filename or output}: {error.strerror or error}")
        return FAILED
    except KeyboardInterrupt:
        complain("newsmodel convert: interrupted; what was written so far is whole")
        return INTERRUPTED
    _sum_up(summary, quiet=quiet)
    return FAILED if summary.failed else OK


def _moment(at: str | None) -> datetime | None:
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = datetime.min  # noqa: DTZ901  # has no zone, as little as what was given
    if moment.tzinfo is None:
        raise ValueError(f"--at {at}: give date, time and offset, such as 2026-03-01T06:00:00Z")
    return moment


def _target(sources: tuple[str, ...], output: str | None) -> str | None:
    if not sources:
        raise ValueError("name the files to convert")
    if output is None and "-" in sources:
        return "-"
    return output


def _edit(
    language: str | None, *, quotes: bool, credits: bool
) -> Callable[[Article], Article] | None:
    if language is None and not quotes and not credits:
        return None
    return partial(_edited, language, quotes, credits)


def _edited(language: str | None, quotes: bool, credits: bool, article: Article) -> Article:  # noqa: FBT001  # a partial's
    """The article in the language, with the quotations and credits that were asked for."""
    from newsmodel.captions import parse_captions  # noqa: PLC0415  # only where it is asked for
    from newsmodel.errors import UnknownLanguageError  # noqa: PLC0415  # keeps --help quick
    from newsmodel.model.withheld import with_captions_told  # noqa: PLC0415  # as above
    from newsmodel.quotes import mark  # noqa: PLC0415  # only where it is asked for

    if language is not None and article.in_language(language) is not article:
        article = with_captions_told(article).in_language(language)
        if not article.headline and not article.body:  # known by its tag alone
            told = [t.language for t in article.translations if t.headline or t.body]
            raise UnknownLanguageError(language, filter(None, told))
    if credits:
        article = parse_captions(article)
    return mark(article) if quotes else article


def _tell(advance: Advance, outcome: Outcome[Written], *, quiet: bool) -> None:
    """Say what became of an article."""
    if outcome.failure is not None:
        number = f", article {outcome.number}" if outcome.number > 1 else ""
        complain(f"{outcome.document}{number}: {outcome.failure}")
    elif outcome.value is not None and not quiet:
        value = outcome.value
        for written in value.targets:
            say(f"{outcome.document} -> {written}")
        for format, loss in value.losses:
            say(f"  not carried by {format}: {loss}")
    advance(outcome.document)


def _sum_up(summary: Summary, *, quiet: bool) -> None:
    """Say what was done in all, where there was more than a file or two to say it of."""
    if quiet and not summary.failed:
        return
    complain(str(summary))
    for path in summary.skipped[:3]:
        complain(f"  skipped, as no format's name ends like it: {path}")
    for (format, place), count in summary.not_carried.items():
        complain(f"  not carried by {format}: {place} ({count})")
