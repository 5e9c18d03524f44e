"""What Debian installs outside this environment: modules of the system's Python, packages."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

_PYTHONS = (sys.executable, "/usr/bin/python3")


@cache
def python_with(module: str) -> str | None:
    """An interpreter that can import a module: this one, or the system's."""
    for python in _PYTHONS:
        try:
            done = subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL)
        except FileNotFoundError:
            continue
        if done.returncode == 0:
            return python
    return None


def output(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
