"""Index: what goes in comes out, and stays in line with the files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from json_lines import write_lines

from searcher import index as index_module
from searcher.errors import (
    IndexForeign,
    IndexMissing,
    IndexOutdated,
    SearcherError,
    UsageError,
)
from searcher.index import Index, SearchOptions, SyncOptions
from searcher.sync import intake, reading
from searcher.sync.reports import Change, Progress

NO_PRUNE = SyncOptions(prune=False)


def test_one_path_is_itself_and_not_its_letters(folder: Path) -> None:
    with Index.create(folder.parent / "index") as index:
        assert index.sync(str(folder)).added == 2
        assert index.sync(folder).unchanged == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (SearchOptions(limit=-1), "limit and offset count from 0"),
        (SearchOptions(offset=-1), "limit and offset count from 0"),
        (SearchOptions(sort="date"), "sort: “date” is none of relevance, newest"),
        (SearchOptions(match="every"), "match: “every” is none of any, all"),  # type: ignore
        (SearchOptions(facets=("author",)), "facets: “author” is none of year, journal"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    folder: Path, options: SearchOptions, said: str
) -> None:
    with Index.create(folder.parent / "index") as index:
        index.sync([folder])
        with pytest.raises(UsageError, match=said):
            index.search("rash", options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_lines(tmp_path / "lit" / "a.jsonl", {"title": "Imatinib and rash", "pmid": "11"})
    write_lines(
        tmp_path / "lit" / "b.jsonl", {"title": "Fever", "doi": "10.1000/B"}, {"title": "Neither"}
    )
    return tmp_path / "lit"


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index.open_or_create(tmp_path / "index", "whoosh")


def docids(index: Index) -> list[str]:
    hits = index.search("title:*", SearchOptions(limit=100)).hits
    return sorted(hit.record.docid for hit in hits)


def test_the_first_sync_takes_everything_in_and_says_so(index: Index, folder: Path) -> None:
    report = index.sync([folder])
    assert (report.added, report.unchanged, report.read, report.records) == (2, 0, 3, 3)
    assert docids(index) == ["10.1000/b", "11", "lit/b.jsonl#1"]
    assert index.search("imatinib").hits[0].record.title == "Imatinib and rash"


def test_a_second_sync_reads_nothing(index: Index, folder: Path) -> None:
    index.sync([folder])
    report = index.sync([folder])
    assert (report.added, report.changed, report.unchanged, report.read) == (0, 0, 2, 0)


def test_a_changed_file_is_read_again(index: Index, folder: Path) -> None:
    index.sync([folder])
    write_lines(folder / "a.jsonl", {"title": "Dasatinib", "pmid": "12"})
    assert index.sync([folder]).changed == 1
    assert docids(index) == ["10.1000/b", "12", "lit/b.jsonl#1"]


def test_a_touched_file_counts_as_unchanged(index: Index, folder: Path) -> None:
    index.sync([folder])
    os.utime(folder / "a.jsonl", (2000, 2000))
    report = index.sync([folder])
    assert (report.changed, report.unchanged, report.read) == (0, 2, 1)


def test_a_file_that_is_gone_leaves_unless_it_is_to_be_kept(index: Index, folder: Path) -> None:
    index.sync([folder])
    (folder / "a.jsonl").unlink()
    assert index.sync([folder], NO_PRUNE).removed == 0
    assert "11" in docids(index)
    assert index.sync([folder]).removed == 1
    assert "11" not in docids(index)


def test_a_folder_found_empty_keeps_its_records_until_pruned(index: Index, folder: Path) -> None:
    index.sync([folder])
    for path in folder.iterdir():
        path.unlink()
    report = index.sync([folder])
    assert report.removed == 0
    assert "kept" in report.notes[0]
    assert len(docids(index)) == 3
    assert index.sync([folder], SyncOptions(prune=True)).removed == 2
    assert docids(index) == []


def test_a_folder_that_holds_other_files_than_before_is_no_missing_disk(
    index: Index, folder: Path
) -> None:
    index.sync([folder])
    for path in folder.iterdir():
        path.unlink()
    write_lines(folder / "c.jsonl", {"title": "Liver", "pmid": "12"})
    report = index.sync([folder])
    assert (report.added, report.removed, report.notes) == (1, 2, ())
    assert docids(index) == ["12"]


def test_the_same_article_twice_is_one_hit_and_comes_back(index: Index, folder: Path) -> None:
    nbib = folder / "c.nbib"
    nbib.write_text("PMID- 11\nTI  - Imatinib and rash, in full\nAB  - It was seen.\n")
    report = index.sync([folder])
    assert (report.records, report.duplicates) == (3, 1)
    record = index.get("PMID: 11")
    assert record is not None
    assert record.title == "Imatinib and rash, in full"
    nbib.unlink()
    index.sync([folder])
    record = index.get("11")
    assert record is not None
    assert record.title == "Imatinib and rash"


def test_a_path_that_does_not_exist_makes_no_index(index: Index, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        index.sync([tmp_path / "nowhere"])
    assert not (tmp_path / "index").exists()


def test_a_file_that_cannot_be_read_is_reported_each_time(index: Index, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    for _ in range(2):
        report = index.sync([folder])
        assert [each.path for each in report.failures] == ["lit/empty.txt"]
        assert report.records == 3


def test_a_dry_run_changes_nothing(index: Index, folder: Path) -> None:
    index.sync([folder])
    write_lines(folder / "c.jsonl", {"title": "New", "pmid": "77"})
    (folder / "a.jsonl").unlink()
    report = index.sync([folder], SyncOptions(dry_run=True))
    assert report.changes == (Change("add", "lit/c.jsonl"), Change("remove", "lit/a.jsonl"))
    assert (report.added, report.removed, report.unchanged) == (1, 1, 1)
    assert "11" in docids(index)


def test_the_directory_is_private(index: Index, folder: Path) -> None:
    index.sync([folder])
    assert index.path.stat().st_mode & 0o777 == 0o700


def test_no_index_is_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / ".gitignore").write_text("*\n")
    with pytest.raises(IndexMissing):
        Index.open(tmp_path / "index")


def test_a_directory_with_other_files_is_left_alone(folder: Path) -> None:
    with pytest.raises(IndexForeign):
        Index.open(folder)
    with pytest.raises(IndexForeign):
        Index.open_or_create(folder).sync([folder])
    assert sorted(path.name for path in folder.iterdir()) == ["a.jsonl", "b.jsonl"]


def test_a_directory_in_which_no_index_came_about_stays_ours(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs are killed: the first before there is a meta.json, the second as it takes the
    lock."""
    index.sync([folder])
    (index.path / "meta.json").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            index.sync([folder])
    assert index.sync([folder]).added == 2


def test_an_index_of_another_user_is_refused(index: Index, folder: Path) -> None:
    index.sync([folder])
    if os.geteuid() != 0:
        pytest.skip("needs root to give a directory away")
    os.chown(index.path, 12345, -1)
    with pytest.raises(IndexForeign, match="another user"):
        Index.open(index.path)
    with pytest.raises(IndexForeign, match="another user"):
        index.sync([folder])


def test_an_index_of_another_version_is_refused_with_the_remedy(index: Index, folder: Path) -> None:
    index.sync([folder])
    path = index.path / "meta.json"
    path.write_text(path.read_text().replace("analysis-", "analysis-0"))
    with pytest.raises(IndexOutdated, match="searcher index --rebuild"):
        Index.open(index.path)


REBUILD = SyncOptions(rebuild=True)


def test_a_rebuild_reads_all_that_the_index_was_built_from(index: Index, folder: Path) -> None:
    other = write_lines(folder.parent / "other" / "z.jsonl", {"title": "Elsewhere", "pmid": "99"})
    index.sync([folder])
    index.sync([other])
    before = docids(index)
    report = index.sync([folder], REBUILD)
    assert (report.added, report.records) == (3, 4)
    assert docids(index) == before
    assert [path.name for path in index.path.glob("gen-*")] == ["gen-000002"]


def test_a_rebuild_heals_what_is_outdated_or_damaged(index: Index, folder: Path) -> None:
    index.sync([folder])
    for damage in ("{", '{"kind": "searcher index", "format": 0}', ""):
        (index.path / "meta.json").write_text(damage)
        again = Index.open_or_create(index.path, "whoosh")
        assert again.sync([folder], REBUILD).records == 3
        assert len(docids(again)) == 3


def test_a_rebuild_without_a_folder_that_is_gone_is_refused(index: Index, folder: Path) -> None:
    index.sync([folder])
    moved = folder.rename(folder.parent / "unmounted")
    with pytest.raises(UsageError, match="--prune"):
        index.sync([], REBUILD)
    folder.mkdir()
    with pytest.raises(UsageError, match="--prune"):
        index.sync([folder], REBUILD)
    assert len(docids(index)) == 3
    assert index.sync([moved], SyncOptions(rebuild=True, prune=True)).records == 3


def test_a_rebuild_does_not_ask_for_a_folder_that_was_pruned(index: Index, folder: Path) -> None:
    other = folder.parent / "other"
    write_lines(other / "c.jsonl", {"title": "Liver", "pmid": "12"})
    index.sync([folder, other])
    shutil.rmtree(other)
    index.sync([other], SyncOptions(prune=True))
    assert index.sync([], SyncOptions(rebuild=True)).added == 2


def test_a_dry_run_of_a_rebuild_says_what_it_would_read(index: Index, folder: Path) -> None:
    index.sync([folder])
    (index.path / "meta.json").write_text("nonsense")
    report = index.sync([], SyncOptions(rebuild=True, dry_run=True))
    assert [change.path for change in report.changes] == ["lit/a.jsonl", "lit/b.jsonl"]
    assert (report.added, report.records) == (2, 0)
    with pytest.raises(UsageError, match="no such file"):
        index.sync([folder / "no"], SyncOptions(rebuild=True, dry_run=True))
    assert (index.path / "meta.json").read_text() == "nonsense"


def test_a_rebuild_that_fails_leaves_the_old_index(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.sync([folder])
    monkeypatch.setattr("searcher.sync.reading.read", lambda job, engine: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.sync([folder], REBUILD)
    assert len(docids(Index.open(index.path))) == 3
    assert [path.name for path in index.path.glob("gen-*")] == ["gen-000001"]


def test_a_dry_run_without_an_index_makes_none(index: Index, folder: Path) -> None:
    report = index.sync([folder], SyncOptions(dry_run=True))
    assert report.changes == (Change("add", "lit/a.jsonl"), Change("add", "lit/b.jsonl"))
    assert not index.path.exists()


def test_what_lies_below_the_index_directory_is_never_read(index: Index, folder: Path) -> None:
    index.sync([folder])
    report = index.sync([folder.parent])
    assert (report.added, report.unchanged, report.failed) == (0, 2, 0)


def test_a_reader_sees_a_rebuilt_index_after_refresh(index: Index, folder: Path) -> None:
    index.sync([folder])
    reader = Index.open(index.path)
    write_lines(folder / "c.jsonl", {"title": "New", "pmid": "77"})
    index.sync([folder], REBUILD)
    assert reader.get("11") is not None
    assert reader.get("77") is None
    reader.refresh()
    assert reader.get("77") is not None


def test_reading_in_other_processes_gives_the_same_index(
    index: Index, folder: Path, tmp_path: Path
) -> None:
    for number in range(5):
        shapes = [{"title": f"Study {n}", "pmid": str(n)} for n in range(number, 2000, 7)]
        write_lines(folder / f"many-{number}.jsonl", *shapes)
    (folder / "empty.txt").write_text("")
    report = index.sync([folder], SyncOptions(workers=2))
    other = Index.open_or_create(tmp_path / "other", "whoosh")
    here = other.sync([folder], SyncOptions(workers=1))
    assert replace(report, seconds=0, failures=()) == replace(here, seconds=0, failures=())
    assert list(map(str, report.failures)) == list(map(str, here.failures))
    assert report.records == 1432
    everything = SearchOptions(limit=5000, highlight=False)
    assert index.search("title:*", everything).hits == other.search("title:*", everything).hits


def test_a_format_that_is_not_known_is_wrong_usage(index: Index, folder: Path) -> None:
    with pytest.raises(UsageError, match="nonsense"):
        index.sync([folder], SyncOptions(as_format="nonsense"))
    assert not index.path.exists()


def test_a_reading_process_that_is_killed_ends_the_sync_with_a_reason(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.sync([folder])
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: object, **options: object) -> object:
        started.append(subprocess.Popen(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(intake, "subprocess", SimpleNamespace(Popen=start, PIPE=subprocess.PIPE))
    for number in range(4):
        shapes = [{"title": f"Study {n}", "pmid": str(n)} for n in range(100, 1000)]
        write_lines(folder / f"many-{number}.jsonl", *shapes)

    def kill(progress: Progress) -> None:
        for child in started:
            child.kill()

    with pytest.raises(SearcherError, match="reading process"):
        index.sync([folder], SyncOptions(workers=2), kill)
    assert len(started) == 2
    assert len(docids(index)) == 3
    assert index.sync([folder]).records == 903
    assert index.verify().problems == ()


def test_several_processes_share_a_large_file(
    index: Index, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "SHARED", 1000)
    shapes = [{"title": f"Study {n % 3000}", "pmid": str(n % 3000)} for n in range(1, 4000)]
    write_lines(folder / "large.jsonl", *shapes)
    shared = index.sync([folder], SyncOptions(workers=3))
    other = Index.open_or_create(tmp_path / "other", "whoosh")
    alone = other.sync([folder], SyncOptions(workers=1))
    assert replace(shared, seconds=0) == replace(alone, seconds=0)
    everything = SearchOptions(limit=5000, highlight=False)
    assert index.search("title:*", everything).hits == other.search("title:*", everything).hits
    assert index.sync([folder]).unchanged == 3


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ('{"title": "cut', '{"title": "Study"}'),
        ('{"year": 2001}', '{"title": "Study"}'),
        ('{"year": 2001}', '{"year": 2002}'),
        ('{"title": "cut', '{"year": 2002}'),
        ("nonsense", "nonsense"),
    ],
)
def test_several_processes_say_of_a_damaged_file_what_one_would_say(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, other: str
) -> None:
    monkeypatch.setattr(intake, "SHARED", 1000)
    lines = [other] * 2000
    lines[700] = lines[1700] = line
    path = tmp_path / "lit" / "damaged.jsonl"
    path.parent.mkdir()
    path.write_text("\n".join(lines))
    options = {n: SyncOptions(workers=n, as_format="jsonl") for n in (1, 3)}
    shared = index.sync([path], options[3])
    alone = Index.open_or_create(tmp_path / "other", "whoosh")
    by_one = alone.sync([path], options[1])
    assert replace(shared, seconds=0, failures=()) == replace(by_one, seconds=0, failures=())
    assert list(map(str, shared.failures)) == list(map(str, by_one.failures))
    assert docids(index) == docids(alone)
    said = [each.reason for each in shared.failures]
    assert [each.split(" (")[0] for each in said] == {
        '{"title": "cut': ["line 701 is not JSON"],
        "nonsense": ["line 1 is not JSON"],
        '{"year": 2001}': ["holds no JSON record with a title or an abstract"] * (other[2] == "y"),
    }[line]
    assert not any("more)" in each for each in said)


def test_several_processes_read_one_object_of_many_lines_as_one(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "SHARED", 1000)
    shape = {
        "title": "One",
        "abstract": "Of many lines.",
        "keywords": [f"k{n}" for n in range(2000)],
    }
    path = tmp_path / "one.json"
    path.write_text(json.dumps(shape, indent=1))
    report = index.sync([path], SyncOptions(workers=3))
    assert (report.records, report.failures) == (1, ())


def test_a_script_without_a_main_guard_can_sync_in_several_processes(
    folder: Path, tmp_path: Path
) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from searcher.index import Index, SyncOptions\n"
        f"index = Index.open_or_create({str(tmp_path / 'index')!r}, 'whoosh')\n"
        f"print(index.sync([{str(folder)!r}], SyncOptions(workers=2)).records)\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_a_mistake_in_a_reader_costs_one_file(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.formats.entries

    def entries(document, *options):  # type: ignore[no-untyped-def]
        if document.path.endswith("a.jsonl"):
            raise ZeroDivisionError("oh")
        return real(document, *options)

    with monkeypatch.context() as patch:
        patch.setattr(reading.formats, "entries", entries)
        report = index.sync([folder])
    assert [str(each) for each in report.failures] == [
        "lit/a.jsonl: cannot be read by us (a bug): ZeroDivisionError: oh"
    ]
    assert docids(index) == ["10.1000/b", "lit/b.jsonl#1"]
    assert index.sync([folder]).failures == ()


def test_a_rebuild_in_the_moment_of_opening_is_followed(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.sync([folder])
    real = index_module.open_engine
    rebuilt: list[bool] = []

    def rebuild_first(directory, meta):  # type: ignore[no-untyped-def]
        if not rebuilt:
            rebuilt.append(True)
            Index.open_or_create(index.path).sync([], REBUILD)
        return real(directory, meta)

    monkeypatch.setattr(index_module, "open_engine", rebuild_first)
    assert len(docids(Index.open(index.path))) == 3
    assert rebuilt


WITHDRAWAL = """<?xml version="1.0"?><PubmedArticleSet>
<DeleteCitation><PMID Version="1">11</PMID></DeleteCitation></PubmedArticleSet>"""


def test_a_citation_that_its_source_withdraws_leaves_and_comes_back(
    index: Index, folder: Path
) -> None:
    withdrawal = folder / "update.xml"
    withdrawal.write_text(WITHDRAWAL)
    os.utime(withdrawal, (2000, 2000))
    index.sync([folder])
    assert docids(index) == ["10.1000/b", "lit/b.jsonl#1"]
    assert index.verify().problems == ()
    assert index.sync([folder]).records == 2
    later = write_lines(folder / "later.jsonl", {"title": "Imatinib again", "pmid": "11"})
    os.utime(later, (3000, 3000))
    index.sync([folder])
    assert index.get("11").title == "Imatinib again"  # type: ignore[union-attr]
    later.unlink()
    assert index.sync([folder]).records == 2
    withdrawal.unlink()
    index.sync([folder])
    assert index.get("11").title == "Imatinib and rash"  # type: ignore[union-attr]


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_more_can_be_asked_for_than_there_is(tmp_path: Path, folder: Path, engine: str) -> None:
    pytest.importorskip(engine)
    with Index.open_or_create(tmp_path / "index", engine) as index:
        index.sync([folder])
        assert len(index.search("*", SearchOptions(limit=10**30)).hits) == 3
        beyond = index.search("*", SearchOptions(offset=10**30))
        assert (beyond.total, beyond.offset, beyond.hits) == (3, 10**30, ())


def test_a_file_that_a_writer_takes_away_does_not_trouble_the_status(
    index: Index, folder: Path, tmp_path: Path
) -> None:
    index.sync([folder])
    size = index.status().size_bytes
    (tmp_path / "index" / "gen-000001" / "engine" / ".tmp").symlink_to("gone")
    assert index.status().size_bytes == size > 0
