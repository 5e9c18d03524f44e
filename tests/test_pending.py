"""What is not committed yet waits on disk."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from searcher.errors import StorageError
from searcher.index import Index, SyncOptions
from searcher.sync import batch, reading
from searcher.sync import pending as pending_records
from searcher.sync.pending import Pending


@pytest.mark.parametrize("at_once", [1, 8, 1000])
def test_a_record_is_what_was_put_in_last(
    at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_records, "AT_ONCE", at_once)
    pending = Pending(str(tmp_path))
    pending["1"], pending["2"], pending["1"] = b"first", b"second", b"third"
    assert (pending["1"], pending["2"], len(pending), pending.size) == (b"third", b"second", 2, 16)
    pending.discard("1")
    pending.discard("1")
    assert ("1" in pending, "2" in pending) == (False, True)
    pending["2"] = b"fourth"
    pending.clear()
    pending["3"] = b"next"
    assert (pending["3"], len(pending), pending.size) == (b"next", 1, 4)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_only_a_part_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = Pending(str(tmp_path))
    monkeypatch.setattr("os.pwrite", lambda handle, data, place: len(data) - 1)
    with pytest.raises(StorageError, match="No space left"):
        pending["1"] = bytes(pending_records.AT_ONCE)


def test_a_batch_takes_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tantivy")
    monkeypatch.setattr(reading, "CHUNK", 10)
    monkeypatch.setattr(batch, "SETTLE_RECORDS", 10)
    path = tmp_path / "a.jsonl"
    shapes = ({"title": f"Rash {n}", "pmid": str(n), "abstract": "x" * 50_000} for n in range(400))
    path.write_text("".join(json.dumps(shape) + "\n" for shape in shapes))
    index = Index.open_or_create(tmp_path / "index", "tantivy")
    tracemalloc.start()
    try:
        index.sync([path], SyncOptions(workers=1))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size / 2
