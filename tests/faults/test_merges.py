"""Killed after a merge, an index still knows that the statistics of a segment are estimates."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from command import environment
from contract_records import fresh, put

from searcher.query.clauses import Term
from searcher.record import Record

pytest.importorskip("tantivy")

from searcher.engines import tantivy_engine, tantivy_storage

LAST_BATCH = """
import os, signal, sys, time
from searcher.engines import tantivy_engine, tantivy_storage, tantivy_writer
from searcher.record import Record

directory, moment, gone = sys.argv[1], sys.argv[2], sys.argv[3:]

def die(*_):
    while len(tantivy_storage.read_meta(directory).segments) > 1:
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)

engine = tantivy_engine.open(directory)
writer = engine.writer()
for number in range(71, 81):
    record = Record(pmid=str(number), title=f"rash w{number}", abstract="fever " * number)
    writer.add(record.docid, engine.encode(record.docid, record))
for docid in gone:
    writer.delete(docid)
if moment == "commit":
    tantivy_writer.sync_directory = die
writer.commit()
die()
"""


def numbered(first: int, gone: Sequence[str] = ()) -> list[Record]:
    """Ten records, the more words the larger the number, without some of them."""
    return [
        Record(pmid=str(n), title=f"rash w{n}", abstract="fever " * n)
        for n in range(first, first + 10)
        if str(n) not in gone
    ]


@pytest.mark.parametrize("moment", ["commit", "end"])
@pytest.mark.parametrize(
    ("before", "within"),
    [(["1", "11"], []), ([], ["1", "11"]), ([], ["72", "73"]), (["1"], ["2", "72"])],
)
def test_a_kill_after_a_merge_leaves_no_trace_of_deleted_records(
    tmp_path: Path, moment: str, before: list[str], within: list[str]
) -> None:
    """before, within: what is deleted by a commit of its own, and by the one that lets it merge."""
    engine = tantivy_engine.create(fresh(tmp_path / "engine"))
    for first in range(1, 71, 10):
        put(engine, numbered(first))
    put(engine, [], delete=before, at_most=0)
    command = [sys.executable, "-c", LAST_BATCH, str(tmp_path / "engine"), moment, *within]
    assert subprocess.run(command, env=environment(), timeout=60).returncode == -signal.SIGKILL

    assert not tantivy_storage.read_meta(str(tmp_path / "engine")).deleted
    gone = [*before, *within]
    assert engine.ghosts() == len(gone)
    put(engine, [])
    clean = tantivy_engine.create(fresh(tmp_path / "clean"))
    put(clean, [record for first in range(1, 81, 10) for record in numbered(first, gone)])
    both = [each.reader().explain(Term("any", "fever"), ["3", "80"]) for each in (engine, clean)]
    assert both[0] == both[1]
    assert (engine.ghosts(), engine.reader().size()) == (0, 80 - len(gone))
