"""The command line: `searcher` and `python -m searcher`."""

from __future__ import annotations

from searcher.cli.main import main

if __name__ == "__main__":
    main()
