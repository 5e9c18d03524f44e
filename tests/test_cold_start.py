"""A query pays only for what it uses: the modules of the hot path are a list, held here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import PROJECT, copy_seeds, environment, searcher

HOT_PATHS = PROJECT / "tests" / "data" / "hot_paths"

QUERY = """
from searcher.cli.main import run
run(["query", "imatinib rash continuation", "--format", "json"], print)
"""
MODULES = """
import json, sys
json.dump(sorted(sys.modules), sys.stderr)
"""

NEEDS = {"whoosh": "import click, whoosh.index", "tantivy": "import click, tantivy"}
"""What a query cannot do without, by engine."""

STANDARD = {
    "_bisect",
    "binascii",
    "bisect",
    "importlib._abc",
    "importlib.util",
    "math",
    "unicodedata",
    "zlib",
}
"""What of the standard library a query may import besides (and json): nothing large."""


def modules(program: str, folder: Path) -> list[str]:
    """The modules that a program has imported."""
    done = subprocess.run(
        [sys.executable, "-c", program + MODULES],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stderr)
    return found


@pytest.fixture(scope="module", params=["whoosh", "tantivy"])
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "tantivy":
        pytest.importorskip("tantivy")
    return request.param


@pytest.fixture(scope="module")
def loaded(engine: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """All modules that a cold query on the seeds has imported."""
    folder = copy_seeds(tmp_path_factory.mktemp("cold"))
    assert searcher("index", "--engine", engine, cwd=folder).returncode == 0
    return modules(QUERY, folder)


def test_a_query_imports_these_rooms_and_no_others(engine: str, loaded: list[str]) -> None:
    ours = [name for name in loaded if name.split(".")[0] == "searcher"]
    assert ours == (HOT_PATHS / f"{engine}.txt").read_text(encoding="utf-8").split()


def test_a_query_imports_little_of_the_standard_library(
    engine: str, loaded: list[str], tmp_path: Path
) -> None:
    more = set(loaded) - set(modules(NEEDS[engine], tmp_path))
    assert {name for name in more if not name.startswith(("searcher", "whoosh."))} <= STANDARD


def test_a_query_imports_one_stemmer(engine: str, loaded: list[str]) -> None:
    stemmers = [name for name in loaded if name.endswith("_stemmer")]
    assert stemmers == (["searcher_snowball.english_stemmer"] if engine == "whoosh" else [])


@pytest.mark.parametrize(
    ("asked", "looks"),
    [
        *((f"--format {name}", False) for name in ("ids", "trec", "ris", "bibtex", "nbib", "csv")),
        ("--format tsv --fields docid,snippet", True),
        ("--format jsonl", True),
    ],
)
def test_what_is_not_shown_is_not_looked_for(tmp_path: Path, asked: str, looks: bool) -> None:
    (tmp_path / "one.jsonl").write_text('{"pmid": "1", "title": "Rash"}\n', encoding="utf-8")
    assert searcher("index", "one.jsonl", "--engine", "whoosh", cwd=tmp_path).returncode == 0
    words = ["query", "rash", *asked.split()]
    program = f"from searcher.cli.main import run\nrun({words}, print)\n"
    assert ("searcher.highlight" in modules(program, tmp_path)) == looks


def test_formats_that_are_sure_import_no_rules_of_pages(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"pmid": "1", "title": "Rash"}\n', encoding="utf-8")
    parse = 'from searcher.cli.main import run\nrun(["parse", "one.jsonl"], print)\n'
    found = [name for name in modules(parse, tmp_path) if name.startswith("searcher.formats.page")]
    assert found == ["searcher.formats.page"]


def test_a_sync_that_finds_nothing_new_imports_nothing_that_reads_files(tmp_path: Path) -> None:
    folder = copy_seeds(tmp_path)
    assert searcher("index", "--engine", "whoosh", cwd=folder).returncode == 0
    sync = 'from searcher.cli.main import run\nrun(["index"], print)\n'
    reading = ("searcher.formats", "searcher.sources.reading", "shutil", "tarfile", "tempfile")
    assert not [name for name in modules(sync, folder) if name.startswith(reading)]
