"""What is measured: our engines, and what else a person could use.

Each module here has
  NAME                      how tables call it
  missing() -> str | None   why it cannot be measured here
  build(lines, directory)   index a file of JSON lines, in a process of its own
  open(directory)           a function that answers an Asked with its top ten, two fields read
"""

from __future__ import annotations

import importlib
from types import ModuleType

PEERS = (
    "ours_tantivy",
    "ours_whoosh",
    "raw_tantivy",
    "fts5",
    "stock_whoosh",
    "xapian_peer",
)

FIELDS = ("title", "abstract", "keywords", "journal")


def load(name: str) -> ModuleType:
    return importlib.import_module(f"peers.{name}")
