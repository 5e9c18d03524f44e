"""Files with odd names, and files that change, vanish or cannot be read while a sync runs."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from searcher.index import Index, SearchOptions, SyncOptions
from searcher.sync import parts, reading

EVERYTHING = SearchOptions(limit=10_000, highlight=False)

NAMES = [
    b"line\nbreak.jsonl", b"quo\"te's.jsonl", b"caf\xe9.jsonl", b"caf\\xe9.jsonl", b"tab\t.jsonl",
    b"a" * 249 + b".jsonl", b"10.1000", b"-rf.jsonl", b"; drop table.jsonl", b"%s{}.jsonl",
    "é\u202e.jsonl".encode(), b" lead and trail .jsonl",
]  # fmt: skip


def line(number: int, title: str = "Rash in study") -> str:
    return json.dumps({"title": f"{title} {number}", "pmid": str(number)}) + "\n"


def docids(index: Index) -> list[str]:
    index.refresh()
    return sorted(hit.record.docid for hit in index.search("title:*", EVERYTHING).hits)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    (tmp_path / "lit").mkdir()
    return Index.open_or_create(tmp_path / "index", "whoosh")


def test_every_name_gives_a_docid_of_its_own_that_is_one_printable_line(
    index: Index, tmp_path: Path
) -> None:
    for number, name in enumerate(NAMES):
        path = os.fsencode(tmp_path / "lit") + b"/" + name
        Path(os.fsdecode(path)).write_text(json.dumps({"title": f"No identifier {number}"}) + "\n")
    report = index.sync([tmp_path / "lit"])
    assert (report.added, report.failed) == (len(NAMES), 0)
    found = docids(index)
    assert len(set(found)) == len(NAMES)
    assert all(docid.isprintable() for docid in found)
    for docid in found:
        record = index.get(docid)
        assert record is not None
        assert record.docid == docid
    again = index.sync([tmp_path / "lit"], SyncOptions(verify_content=True))
    assert again.unchanged == len(NAMES)
    assert index.verify().problems == ()


def test_a_path_like_a_doi_is_not_mistaken_for_one(tmp_path: Path) -> None:
    (tmp_path / "10.1000").mkdir()
    (tmp_path / "10.1000" / "x").write_text(json.dumps({"title": "A file"}) + "\n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"title": "B", "doi": "10.1000/x#0"}) + "\n")
    index = Index.open_or_create(tmp_path / "index", "whoosh")
    index.sync([tmp_path / "10.1000", tmp_path / "b.jsonl"])
    assert docids(index) == ["./10.1000/x#0", "10.1000/x#0"]


def test_a_file_that_vanishes_before_it_is_read_is_reported(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        (tmp_path / "lit" / f"{number}.jsonl").write_text(line(number))
    real = reading.stamp_of

    def vanish(path: str) -> parts.Stamp:
        if path.endswith("1.jsonl"):
            Path(path).unlink(missing_ok=True)
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "stamp_of", vanish)
        report = index.sync([tmp_path / "lit"])
    assert [each.path for each in report.failures] == ["lit/1.jsonl"]
    assert docids(index) == ["2"]
    assert index.sync([tmp_path / "lit"]).failures == ()


def test_a_file_that_changes_while_it_is_read_is_read_again(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lit" / "a.jsonl"
    path.write_text(line(1))
    os.utime(path, (1000, 1000))
    real = reading.sources.documents

    def grow_after(given: str):  # type: ignore[no-untyped-def]
        yield from real(given)
        path.write_text(line(1) + line(2))
        os.utime(path, (2000, 2000))

    with monkeypatch.context() as patch:
        patch.setattr(reading.sources, "documents", grow_after)
        index.sync([tmp_path / "lit"])
    assert docids(index) == ["1"]
    index.sync([tmp_path / "lit"])
    assert docids(index) == ["1", "2"]


def test_a_file_written_just_now_is_looked_at_once_more(index: Index, tmp_path: Path) -> None:
    """Two writes within one tick of the clock can look the same but for their content."""
    path = tmp_path / "lit" / "a.jsonl"
    path.write_text(line(1))
    soon = time.time_ns() + 3_000_000_000
    os.utime(path, ns=(soon, soon))
    stamp = parts.Stamp(100, soon, 1)
    assert reading.dependable(stamp, soon + reading.FINE_MARGIN_NS // 2).size == -1
    assert reading.dependable(stamp, soon + reading.COARSE_MARGIN_NS * 2) == stamp
    on_the_second = parts.Stamp(100, soon // 10**9 * 10**9, 1)
    assert reading.dependable(on_the_second, on_the_second.mtime + 10**9).size == -1
    for number in (1, 2):
        path.write_text(line(number))
        now = time.time_ns()
        os.utime(path, ns=(now, now))
        index.sync([path])
        path.write_text(line(number + 5))
        os.utime(path, ns=(now, now))
        if reading.dependable(parts.Stamp(1, now, 1), time.time_ns()).size == -1:
            index.sync([path])
            assert docids(index) == [str(number + 5)]


def test_records_of_a_file_that_became_unreadable_are_kept(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lit" / "a.jsonl"
    path.write_text(line(1))
    index.sync([path])
    os.utime(path, (2000, 2000))

    def refuse(given: str) -> object:
        error = PermissionError(13, "Permission denied")
        raise reading.InputError(given, "cannot be read: permission denied") from error

    with monkeypatch.context() as patch:
        patch.setattr(reading.sources, "documents", refuse)
        for _ in range(2):
            report = index.sync([path])
            assert [each.reason for each in report.failures] == [
                "cannot be read: permission denied"
            ]
            assert docids(index) == ["1"]
    assert index.sync([path]).failures == ()
    assert docids(index) == ["1"]


def test_records_before_a_damaged_place_are_kept_and_the_damage_told(
    index: Index, tmp_path: Path
) -> None:
    import gzip

    whole = gzip.compress("".join(line(number) for number in range(5000)).encode())
    path = tmp_path / "lit" / "a.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    report = index.sync([path])
    assert [each.path for each in report.failures] == ["lit/a.jsonl.gz"]
    assert 0 < report.records < 5000
    path.write_bytes(whole)
    assert index.sync([path]).records == 5000
