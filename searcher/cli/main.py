"""The command group: commands are imported when they are called, never before."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable

import click

from searcher.cli import exits

COMMANDS = {
    "index": "searcher.cli.index",
    "query": "searcher.cli.query",
    "similar": "searcher.cli.similar",
    "show": "searcher.cli.show",
    "why-not": "searcher.cli.why_not",
    "terms": "searcher.cli.terms",
    "parse": "searcher.cli.parse",
    "status": "searcher.cli.status",
    "doctor": "searcher.cli.doctor",
    "duplicates": "searcher.cli.duplicates",
    "watch": "searcher.cli.watch",
    "verify": "searcher.cli.verify",
    "optimize": "searcher.cli.optimize",
    "completion": "searcher.cli.completion",
}
"""Command name to the module that has it, as `command`, in the order of --help."""

WRITING = frozenset({"index", "watch", "verify", "optimize"})
"""Commands that may change the index, or start processes."""


def _print_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


_HELP = click.Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_help,
    help="Show this message and exit.",
)
"""For every command. click's own one looks for translations, a fortieth of a cold query."""


class Commands(click.Group):
    """A group that imports a command's module only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            if ctx.resilient_parsing:
                return None
            from searcher.cli.hints import for_command

            raise click.UsageError(f"No such command '{name}'. {for_command(name, COMMANDS)}", ctx)
        command = importlib.import_module(COMMANDS[name]).command
        assert isinstance(command, click.Command)
        if _HELP not in command.params:
            command.params.append(_HELP)
        return command


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from searcher import __version__

        click.echo(f"searcher {__version__}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": []})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version.",
)
@click.option("--debug", is_flag=True, help="Show a traceback when something fails.")
def group(debug: bool) -> None:
    """Search biomedical literature that is kept as raw text.

    \b
    First   searcher index FOLDER      (./seeds when no folder is given)
    then    searcher query "imatinib rash continuation"

    Exit codes: 0 done or found, 1 nothing found, 2 wrong usage, 3 the index cannot
    be used, 4 it is locked, 5 some input files could not be read, 130 interrupted.
    """


group.params.append(_HELP)


def run(arguments: list[str], end: Callable[[int], object]) -> None:
    """Run the command line; every way of ending becomes an exit code here.

    end: is called with the exit code, while what the command left open is still open.
    """
    _prepare_streams()
    try:
        code = _complete() if "_SEARCHER_COMPLETE" in os.environ else _run(arguments)
        sys.stdout.flush()
    except BaseException as error:
        if isinstance(error, SystemExit):
            raise
        code = exits.report(error, debug="--debug" in arguments)
        end(_flush(code))
    else:
        end(code)


def _run(arguments: list[str]) -> int:
    """click's own `main` would give one code to several ways of ending."""
    with group.make_context("searcher", arguments) as context:
        group.invoke(context)
    return exits.DONE


def _complete() -> int:
    from click.shell_completion import shell_complete

    instruction = os.environ["_SEARCHER_COMPLETE"]
    return shell_complete(group, {}, "searcher", "_SEARCHER_COMPLETE", instruction)


def _prepare_streams() -> None:
    """No character can fail to print; in JSON the replacement is an escape that reads back.

    What is printed to a stream that was closed before the start (`>&-`) goes nowhere.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _flush(code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError as error:
        return exits.report(error, debug=False)
    return code
