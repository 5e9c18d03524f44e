"""A query pays only for what it uses: the modules of the hot path are a list, held here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import PROJECT, copy_seeds, environment, searcher

HOT_PATH = PROJECT / "tests" / "data" / "hot_path.txt"

PROBE = """
import json, sys
from searcher.cli.main import run
run(["query", "imatinib rash continuation", "--format", "json"])
json.dump(sorted(sys.modules), sys.stderr)
"""

NOT_FOR_A_QUERY = (
    "asyncio", "csv", "hashlib", "html", "multiprocessing", "sqlite3", "tantivy", "unittest",
    "urllib.request", "xml", "zipfile",
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """All modules that a cold query on the seeds has imported."""
    folder: Path = copy_seeds(tmp_path_factory.mktemp("cold"))
    assert searcher("index", "--engine", "whoosh", cwd=folder).returncode == 0
    done = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert json.loads(done.stdout)["total"] == 2
    modules: list[str] = json.loads(done.stderr)
    return modules


def test_a_query_imports_these_rooms_and_no_others(loaded: list[str]) -> None:
    ours = [name for name in loaded if name.split(".")[0] == "searcher"]
    assert ours == HOT_PATH.read_text(encoding="utf-8").split()


def test_a_query_imports_nothing_that_only_indexing_needs(loaded: list[str]) -> None:
    assert not [name for name in loaded if name.startswith(NOT_FOR_A_QUERY)]


def test_a_query_imports_one_stemmer(loaded: list[str]) -> None:
    stemmers = [name for name in loaded if name.endswith("_stemmer")]
    assert stemmers == ["searcher_snowball.english_stemmer"]
