"""Results on stdout, and what there is to say about them on stderr."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

from searcher.cli import exits
from searcher.errors import NoRecord

if TYPE_CHECKING:
    from searcher.errors import InputError
    from searcher.output import Style
    from searcher.results import Results
    from searcher.sync.reports import SyncReport

EXAMPLES = 5
"""How many files are named that could not be read for one reason."""


def print_json(shape: Any) -> None:
    """One JSON value on a line of stdout; what is unsafe on a terminal is escaped."""
    from searcher.output.jsonshape import encode

    sys.stdout.write(encode(shape) + "\n")


def print_results(results: Results, format: str, style: Style, quiet: bool = False) -> int:
    """Print them, and say what may have been meant or why there are none; the exit code that they
    mean. Their warnings are said apart, by `say_warnings`."""
    from searcher.output import write_results

    if results.hits or results.facets or format == "json":
        write_results(results, format, sys.stdout, style)
    if not quiet:
        for typed, known in results.suggestions.items():
            exits.say(f"“{typed}” has few or no matches; did you mean {known}?")
        if not results.hits and not results.facets:
            exits.say(_why_no_hits(results))
    return exits.DONE if results.hits or results.total else exits.NOTHING_FOUND


def _why_no_hits(results: Results) -> str:
    if not results.total:
        return "no record matches"
    matches = f"{results.total:,} record{' matches' if results.total == 1 else 's match'}"
    if results.offset < results.total:
        return f"{matches}, and --limit 0 prints none"
    return f"no records that far down ({matches})"


def say_warnings(results: Results, quiet: bool = False, where: str = "") -> None:
    """What of the query was dropped, changed or cut short; `where` it stands, of many queries."""
    if not quiet:
        for warning in results.warnings:
            exits.say(where + warning)


def say_unknown(docid: str) -> None:
    """That no record has this docid, and what may have been meant."""
    from searcher.cli.hints import for_docid  # only a mistake pays for it

    exits.say(f"no record has the docid {docid}{for_docid(docid)}")


def say_failures(report: SyncReport) -> None:
    """Name what could not be read, some for each reason, and count the others; of what is something
    else than literature, one.

    Reasons that differ in a number only (of a line, a record) are the same.
    """
    kinds: dict[str, list[InputError]] = {}
    for failure in report.failures:
        kinds.setdefault(re.sub(r"\d+", "0", failure.reason), []).append(failure)
    for alike in kinds.values():
        named, where = EXAMPLES, "searcher doctor"
        if isinstance(alike[0], NoRecord):
            named, where = 1, "searcher doctor --skipped"
        if report.dry_run:
            where = "--format json"
        for failure in alike[:named]:
            exits.say(str(failure))
        if len(alike) > named:
            exits.say(f"and {len(alike) - named:,} more like these; {where} lists all")
