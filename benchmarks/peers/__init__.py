"""What is measured: our engines, and what else a person could use.

Each module here has
  NAME                      how tables call it
  missing() -> str | None   why it cannot be measured here
and, run by peers/run.py in processes of their own, so that none disturbs another,
  build(lines, directory)   index a file of JSON lines
  open(directory)           a function that answers an Asked with its top ten, pmid and title
                            read, and says how many they are
It may have
  NOTE                      where it differs from the others
  LACKS                     kinds of query that it has not
  LARGEST                   the most records that it is given
  version()                 for what the machine has installed, as text
  python()                  the interpreter that runs it
  building(lines, directory), serving(directory)   commands that do what peers/run.py does
  cold(directory, words)    the command that opens an index and prints the answer to one query
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

NAMES = (
    "ours_tantivy",
    "ours_whoosh",
    "raw_tantivy",
    "lucene",
    "fts5",
    "xapian_peer",
    "recoll_peer",
    "stock_whoosh",
)

FIELDS = ("title", "abstract", "keywords", "journal")

_RUN = str(Path(__file__).with_name("run.py"))


@dataclass(frozen=True)
class Peer:
    """One of the modules, with what it leaves open filled in."""

    module: ModuleType

    @property
    def name(self) -> str:
        return self.module.NAME

    @property
    def lacks(self) -> Sequence[str]:
        return getattr(self.module, "LACKS", ())

    def takes(self, records: int) -> bool:
        return records <= getattr(self.module, "LARGEST", records)

    def building(self, lines: Path, directory: Path) -> list[str]:
        """The command that indexes a file."""
        if hasattr(self.module, "building"):
            return self.module.building(lines, directory)
        return [*self._command(), "build", str(lines), str(directory)]

    def serving(self, directory: Path) -> list[str]:
        """The command that answers queries, as peers/run.py says."""
        if hasattr(self.module, "serving"):
            return self.module.serving(directory)
        return [*self._command(), "serve", str(directory)]

    def _command(self) -> list[str]:
        python = getattr(self.module, "python", lambda: sys.executable)()
        return [python, _RUN, self.module.__name__.removeprefix("peers.")]


def load(name: str) -> ModuleType:
    return importlib.import_module(f"peers.{name}")
