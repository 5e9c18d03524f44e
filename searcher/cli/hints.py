"""What may have been meant by what no command line of ours can be."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click

_COMMAND = re.compile(r"searcher (?:index (?:FOLDER|--rebuild)|verify --repair)")
_ALSO = {
    "query": ("search", "find", "ask", "lookup", "grep", "get"),
    "index": ("add", "build", "update", "sync", "import", "read", "reindex", "rebuild"),
    "status": ("info", "stats", "list", "ls"),
    "parse": ("test", "try"),
}
"""Other names that people try for a command."""


def for_command(name: str, commands: Iterable[str]) -> str:
    """A sentence on what a name that is no command may have been meant for."""
    if name == "help":
        return "Help is: searcher --help, or searcher COMMAND --help"
    if Path(name).exists():
        return f"To read what is there: searcher index {shlex.quote(name)}"
    near = [each for each, others in _ALSO.items() if name.lower() in others]
    near = near or get_close_matches(name.lower(), commands, n=1)
    if near:
        return f"Did you mean {near[0]}?"
    return f"To search for it: searcher query {shlex.quote(name)}"


def for_index(message: str) -> str:
    """The message with --index behind each command in it that must be for the directory given."""
    given = ""
    for place, argument in enumerate(sys.argv):
        if argument == "--index" and place + 1 < len(sys.argv):
            given = sys.argv[place + 1]
        elif argument.startswith("--index="):
            given = argument.partition("=")[2]
    if not given:
        return message
    named = f" --index {shlex.quote(given)}"
    return _COMMAND.sub(lambda found: found.group() + named, message)


def for_docid(docid: str) -> str:
    """A hint for the path of a file in the place of a docid, "" for others: its records have their
    numbers behind it, or other names at all."""
    if not Path(docid).is_file():
        return ""
    return f" (searcher parse {shlex.quote(docid)} shows the records of the file)"


def for_option(error: click.UsageError) -> str:
    """A hint for an option that was written with one minus (-format), "" for others."""
    if error.ctx is None:
        return ""
    known = {name for param in error.ctx.command.params for name in param.opts}
    for argument in sys.argv:
        name = argument.split("=", 1)[0]
        if not name.startswith("--") and len(name) > 2 and "-" + name in known:
            return f" (did you mean -{name}, with two minuses?)"
    return ""
