"""The command line: `searcher` and `python -m searcher`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """Run the command line and end the process."""
    # What is made while a command starts nearly all stays; to look for garbage in it is in vain.
    gc.set_threshold(50_000)
    try:
        from searcher.cli.main import WRITING, run

        if WRITING.isdisjoint(sys.argv):
            run(sys.argv[1:], _end)
        else:
            run(sys.argv[1:], sys.exit)
    except KeyboardInterrupt:  # before `run` could take it, or while it did
        sys.stderr.write("searcher: interrupted\n")
        _end(130)


def _end(code: int) -> NoReturn:
    """End the process at once.

    A command that only reads has printed what it had to say. To close its index and to take the
    interpreter apart would be an eighth of its time. (So measure `run`: nothing that waits for the
    end of the process, as profilers do, comes to its turn.)
    """
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
