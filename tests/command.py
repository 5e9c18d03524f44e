"""The real command in a process of its own, as a person or a script runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent


def environment(**extra: str) -> dict[str, str]:
    """A clean environment: no index, engine, colour or width from outside."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SEARCHER_", "COV_")) and name not in ("NO_COLOR", "FORCE_COLOR")
    }
    return {**kept, "COLUMNS": "80", "PYTHONPATH": str(PROJECT), **extra}


def searcher(
    *arguments: str | os.PathLike[str], cwd: Path, stdin: str = "", **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run `searcher ARGUMENTS` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "searcher", *arguments],
        cwd=cwd,
        input=stdin,
        env=environment(**extra),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=120,
    )


def copy_seeds(folder: Path) -> Path:
    """The project's seeds in a folder of the test's own."""
    shutil.copytree(PROJECT / "seeds", folder / "seeds")
    return folder
