"""Exit codes, and how every way of ending becomes one of them."""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn

import click

from searcher import errors

DONE = 0
NOTHING_FOUND = 1
USAGE = 2
INDEX_UNUSABLE = 3
LOCKED = 4
SOME_INPUT_FAILED = 5
BUG = 70
INTERRUPTED = 130

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_CODES: tuple[tuple[type[errors.SearcherError], int], ...] = (
    (errors.UsageError, USAGE),
    (errors.IndexUnusable, INDEX_UNUSABLE),
    (errors.StorageError, INDEX_UNUSABLE),
    (errors.IndexLocked, LOCKED),
    (errors.InputError, SOME_INPUT_FAILED),
)


def report(error: BaseException, *, debug: bool) -> int:
    """Say on stderr in one line what ended the command; returns the exit code."""
    if debug and isinstance(error, Exception) and not isinstance(error, click.ClickException):
        import traceback  # only a mistake pays for it

        traceback.print_exception(error)
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.ctx.get_help() if error.ctx else error.message, err=True)
        return USAGE
    if isinstance(error, click.ClickException):
        _say_usage(error)
        return USAGE
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        say(f"interrupted; {error}" if str(error) else "interrupted")
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _close_stdout()  # whoever read it has gone
        return DONE
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        _close_stdout()
        say(f"the output cannot be written: {error.strerror}")
        return INDEX_UNUSABLE
    if isinstance(error, errors.SearcherError):
        say(_for_index(str(error)) if isinstance(error, errors.IndexUnusable) else str(error))
        if isinstance(error, errors.QueryError) and error.query:
            _point_at(error.query, error.position)
        return next((code for kind, code in _CODES if isinstance(error, kind)), BUG)
    say(f"this is a bug: {type(error).__name__}: {error} (searcher --debug … shows where)")
    return BUG


def _for_index(message: str) -> str:
    from searcher.cli.hints import for_index

    return for_index(message)


def end(code: int) -> NoReturn:
    """End the command with this exit code."""
    raise click.exceptions.Exit(code)


def say(message: str) -> None:
    """One line on stderr, without the control characters that files may carry."""
    click.echo(f"searcher: {one_line(message)}", err=True)


def one_line(text: str) -> str:
    """The text as one line of printable characters."""
    return "".join(char if char.isprintable() else " " for char in text)


def _close_stdout() -> None:
    """What Python flushes at exit goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _point_at(query: str, position: int) -> None:
    """The query with a caret under the place, cut to what a narrow terminal shows."""
    start = max(0, position - 50)
    click.echo("  " + one_line(query[start : start + 70]), err=True)
    click.echo("  " + " " * (position - start) + "^", err=True)


def _say_usage(error: click.ClickException) -> None:
    message = error.format_message()
    context = getattr(error, "ctx", None)
    if isinstance(error, click.NoSuchOption) and context and context.command.name == "query":
        message += " (put -- before a query that begins with a minus)"
    if isinstance(error, (click.NoSuchOption, click.BadParameter)):
        from searcher.cli.hints import for_option  # only a mistake pays for it

        message += for_option(error)
    say(message)
    if context is not None:
        click.echo(f"Try '{context.command_path} --help'.", err=True)
