"""Input files of our own format: one record a line, as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

PAST = 1000
"""Seconds since 1970: files of then have not been written just now, and are looked at once."""


def write_lines(path: Path, *shapes: Mapping[str, object], time: int | None = PAST) -> Path:
    """Write a file of these records, in a folder that is made; time: its date, None for now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(shape) + "\n" for shape in shapes))
    if time is not None:
        os.utime(path, (time, time))
    return path
