"""Options that several commands share, and the terminal as it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from searcher.output import COLUMNS, FORMATS, RANKING, Style

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_F = TypeVar("_F", bound=Callable[..., Any])

RESULT_FORMATS = tuple(FORMATS)
RECORD_FORMATS = tuple(name for name in RESULT_FORMATS if name != "trec")
REPORT_FORMATS = ("text", "json")
INPUT_FORMATS = (
    *("pubmed_xml", "jats", "bioc", "endnote_xml", "zotero_rdf", "mods", "marc_xml", "medline"),
    *("ris", "exports", "labelled", "bibtex", "abstract_text", "summary_text", "scopus_text"),
    *("pubtator", "result_list", "csv", "jsonl", "other_xml", "html", "page", "plain"),
)


class _Directory(click.ParamType):  # type: ignore[type-arg]
    """A directory, there or not: click.Path would look for translations of its name first."""

    name = "directory"

    def shell_complete(
        self, _: click.Context, __: click.Parameter, typed: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(typed, type="dir")]


class _Input(click.Path):
    """A file or folder to read. What cannot be read is for the run to say, which goes on with all
    else; but an empty path, as an unset variable leaves it, would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("a path is empty; . is the current folder", param, ctx)
        return super().convert(value, param, ctx)


def paths_argument(metavar: str, *, required: bool) -> Callable[[_F], _F]:
    """PATHS: the files and folders to read."""
    return click.argument(
        "paths", nargs=-1, required=required, type=_Input(readable=False), metavar=metavar
    )


def index_option(command: _F) -> _F:
    """--index DIR, else SEARCHER_INDEX, else ./index."""
    return click.option(
        "--index",
        "index_dir",
        metavar="DIR",
        envvar="SEARCHER_INDEX",
        default="index",
        show_default="$SEARCHER_INDEX or ./index",
        type=_Directory(),
        help="The index directory.",
    )(command)


def format_option(names: tuple[str, ...]) -> Callable[[_F], _F]:
    """--format, with the formats that this command can print."""
    return click.option(
        "--format",
        "-f",
        "format",
        type=click.Choice(names),
        default="text",
        show_default=True,
        help="How to print.",
    )


def as_option(command: _F) -> _F:
    """--as: the format that files are read as. To name them all costs no import of them."""
    return click.option(
        "--as",
        "as_format",
        metavar="FORMAT",
        help=f"Read all files as this format: {', '.join(INPUT_FORMATS)}.",
    )(command)


def limit_option(default: int, *, least: int = 1, of: str = "records") -> Callable[[_F], _F]:
    """--limit: how many of something to print."""
    return click.option(
        "--limit",
        "-n",
        type=click.IntRange(min=least),
        default=default,
        show_default=True,
        help=f"How many {of} to print.",
    )


def match_option(command: _F) -> _F:
    """--match, for plain words."""
    return click.option(
        "--match",
        type=click.Choice(["any", "all"]),
        default="any",
        show_default=True,
        help="How many of plain words must match.",
    )(command)


def lock_timeout_option(command: _F) -> _F:
    """--lock-timeout, for everything that writes."""
    return click.option(
        "--lock-timeout",
        type=click.FloatRange(min=0),
        default=10.0,
        show_default=True,
        help="Seconds to wait for another writer.",
    )(command)


def fields_option(command: _F) -> _F:
    """--fields: what of a record to print."""
    return click.option(
        "--fields",
        metavar="NAMES",
        default="",
        shell_complete=_complete_columns,
        help="Fields for csv, tsv, json and jsonl: docid,title,year.",
    )(command)


def _complete_columns(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    done, comma, started = typed.rpartition(",")
    return [done + comma + name for name in (*RANKING, *COLUMNS) if name.startswith(started)]


def complete_query(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """Field names for the word that is being typed."""
    from searcher.schema import BY_NAME, GROUPS

    start, blank, word = typed.rpartition(" ")
    return [f"{start}{blank}{name}:" for name in (*BY_NAME, *GROUPS) if name.startswith(word)]


def quiet_option(command: _F) -> _F:
    """-q: warnings and notes are not printed; errors still are."""
    return click.option("--quiet", "-q", is_flag=True, help="Print no warnings and notes.")(command)


def terminal_width() -> int:
    """Columns of the terminal (or COLUMNS), 80 where there is none."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdigit() and int(wanted) > 0:
        return max(20, int(wanted))
    try:
        known = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        known = 0
    return max(20, known) if known else 80  # one that was never told its size has 0


def is_dumb() -> bool:
    """Whether the terminal knows no escapes."""
    return os.environ.get("TERM") == "dumb"


def use_color() -> bool:
    """NO_COLOR forbids, FORCE_COLOR demands, else whether stdout is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and not is_dumb()


def make_style(fields: str = "", topic: str = "") -> Style:
    """How to write here: the terminal's width and colour, the wanted columns."""
    names = tuple(name.strip() for name in fields.split(",") if name.strip())
    return Style(width=terminal_width(), color=use_color(), fields=names, topic=topic)
