"""The command line: `searcher` and `python -m searcher`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and end the process."""
    # What is made while a command starts nearly all stays; to look for garbage in it is in vain.
    gc.set_threshold(50_000)
    from searcher.cli.main import WRITING, run

    code = run(sys.argv[1:])
    if WRITING.intersection(sys.argv):
        sys.exit(code)
    # A command that only reads has closed what it opened and printed what it had to say. To take
    # the interpreter apart would be an eighth of its time. (So measure `run`: nothing that waits
    # for the end of the process, as profilers do, comes to its turn.)
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
