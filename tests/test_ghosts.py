"""Ghosts of a tantivy index are followed through merges that its own table does not tell of."""

from __future__ import annotations

from pathlib import Path

import pytest
from contract_records import fresh, numbered, put

pytest.importorskip("tantivy")

from searcher.engines import tantivy_engine
from searcher.engines.tantivy_ghosts import Ghosts, after_commit, read_ghosts, write_ghosts
from searcher.engines.tantivy_storage import Segment, read_meta

A, B, C = (Segment(name, 10, deleted) for name, deleted in [("a", 2), ("b", 1), ("c", 0)])
KNOWN = Ghosts(5, {"a": 2, "b": 0, "c": 0})
"""Two that A's statistics hold by estimate, and three that are deleted in A and B."""


def test_what_is_missing_has_gone_into_segments_that_are_new(tmp_path: Path) -> None:
    write_ghosts(str(tmp_path), KNOWN)
    merged = Segment("m", 27, 0)
    assert read_ghosts(str(tmp_path), [A, B, C]) == KNOWN
    assert read_ghosts(str(tmp_path), [B, C, merged]) == Ghosts(5, {"b": 0, "c": 0, "m": 4})
    assert read_ghosts(str(tmp_path), [merged]) == Ghosts(5, {"m": 5})


def test_what_has_gone_as_a_whole_is_no_ghost_any_more(tmp_path: Path) -> None:
    write_ghosts(str(tmp_path), after_commit(KNOWN, [A, B, C], {"a": 8, "c": 3}, 0))
    cut = Segment("c", 10, 3)
    assert read_ghosts(str(tmp_path), [B, cut, Segment("n", 9, 0)]).total == 4


def test_what_a_batch_deletes_is_followed_also_when_it_is_merged_at_once(tmp_path: Path) -> None:
    # Of a segment that is there; of one that was there when the batch began; of the batch itself.
    write_ghosts(str(tmp_path), after_commit(KNOWN, [A, B, C], {"c": 3, "gone": 4}, 5))
    assert read_ghosts(str(tmp_path), [Segment("m", 50, 0)]) == Ghosts(17, {"m": 17})


def test_a_segment_is_known_as_soon_as_it_is_committed(tmp_path: Path) -> None:
    """So that what goes missing later has not gone into it."""
    directory = str(fresh(tmp_path / "engine"))
    engine = tantivy_engine.create(directory)
    put(engine, numbered(10, title="Rash"))
    writer = engine.writer()
    writer.delete("1")
    writer.add("11", engine.encode("11", numbered(11, title="Rash")[-1]))
    writer.commit()
    old, new = sorted(read_meta(directory).segments, key=lambda each: -each.size)
    found = read_ghosts(directory, [new, Segment("merged", 9, 0)])
    writer.close()
    assert (old.deleted, found) == (1, Ghosts(1, {new.id: 0, "merged": 1}))


def test_without_ghosts_nothing_is_noted(tmp_path: Path) -> None:
    engine = tantivy_engine.create(fresh(tmp_path / "engine"))
    put(engine, numbered(3, title="Rash"))
    assert not (tmp_path / "engine" / "ghosts.json").exists()
