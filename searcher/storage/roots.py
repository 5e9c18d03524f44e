"""What a generation was built from, kept beside the catalog for when that cannot be read."""

from __future__ import annotations

import json
import os

from searcher.storage.layout import storage_errors, write_durably


def read_roots(generation: str) -> list[bytes] | None:
    """The paths as they were last kept; None where that is not known."""
    try:
        with open(_path(generation), encoding="utf-8") as file:
            return [os.fsencode(root) for root in json.load(file)]
    except (OSError, ValueError, TypeError):
        return None


def keep_roots(generation: str, roots: list[bytes]) -> None:
    """Keep these paths, durably."""
    if read_roots(generation) != roots:
        with storage_errors(generation):
            text = json.dumps([os.fsdecode(root) for root in roots])
            write_durably(_path(generation), text.encode())


def _path(generation: str) -> str:
    return f"{generation}/roots.json"
