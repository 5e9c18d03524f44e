"""A file under another name is the same file; a folder that is as it was is not gone through."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from command import searcher
from json_lines import PAST, write_lines

from searcher.catalog import Catalog
from searcher.index import Index, SearchOptions, SyncOptions
from searcher.storage.layout import IndexDirectory
from searcher.sync import writing
from searcher.sync.batch import Batch
from searcher.sync.reports import Change, SyncReport


def put(path: Path, *titles: str, time: int = PAST) -> Path:
    """Write records without identifiers, dated in the past."""
    return write_lines(path, *({"title": title} for title in titles), time=time)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "lit" / "a.jsonl", "Imatinib and rash", time=1001)
    put(tmp_path / "lit" / "b.jsonl", "Fever", "Nausea", time=1002)
    return tmp_path / "lit"


@pytest.fixture
def index(tmp_path: Path, folder: Path) -> Index:
    index = Index.open_or_create(tmp_path / "index", "whoosh")
    index.sync([folder])
    return index


def counts(report: SyncReport) -> dict[str, int]:
    names = ("added", "changed", "renamed", "removed", "unchanged", "failed")
    return {name: getattr(report, name) for name in names if getattr(report, name)}


def places(index: Index) -> dict[str, str]:
    """Where each record is shown to come from, by docid."""
    hits = index.search("title:*", SearchOptions(limit=100)).hits
    return {hit.record.docid: hit.record.source.path for hit in hits}


def test_a_renamed_file_is_counted_as_such_and_found_under_its_new_path(
    index: Index, folder: Path
) -> None:
    (folder / "deep").mkdir()
    (folder / "a.jsonl").rename(folder / "deep" / "new.jsonl")
    assert counts(index.sync([folder])) == {"renamed": 1, "unchanged": 1}
    assert places(index) == {
        "lit/b.jsonl#0": "lit/b.jsonl",
        "lit/b.jsonl#1": "lit/b.jsonl",
        "lit/deep/new.jsonl#0": "lit/deep/new.jsonl",
    }
    assert index.verify().problems == ()
    assert index.runs()[0]["renamed"] == 1


def test_a_file_can_move_from_one_root_to_another(index: Index, folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).rename(other / name)
    report = index.sync([folder, other])
    # The first root is empty now, and yet no disk is missing.
    assert (counts(report), report.notes) == ({"renamed": 2}, ())
    assert set(places(index).values()) == {"other/a.jsonl", "other/b.jsonl"}


def test_files_that_change_names_are_two_renamed_ones(index: Index, folder: Path) -> None:
    (folder / "a.jsonl").rename(folder / "c.jsonl")
    (folder / "b.jsonl").rename(folder / "a.jsonl")
    (folder / "c.jsonl").rename(folder / "b.jsonl")
    assert counts(index.sync([folder])) == {"renamed": 2}
    assert list(places(index)) == ["lit/a.jsonl#0", "lit/a.jsonl#1", "lit/b.jsonl#0"]


def test_a_file_put_in_place_of_another_one_is_renamed_and_that_one_removed(
    index: Index, folder: Path
) -> None:
    (folder / "a.jsonl").rename(folder / "b.jsonl")
    assert counts(index.sync([folder])) == {"renamed": 1, "removed": 1}
    assert list(places(index)) == ["lit/b.jsonl#0"]


def test_a_file_whose_old_name_is_used_again_is_renamed_and_one_added(
    index: Index, folder: Path
) -> None:
    (folder / "a.jsonl").rename(folder / "a-2.jsonl")
    put(folder / "a.jsonl", "Oedema", time=1003)
    assert counts(index.sync([folder])) == {"renamed": 1, "added": 1, "unchanged": 1}


def test_a_file_renamed_and_changed_is_another_one(index: Index, folder: Path) -> None:
    (folder / "a.jsonl").unlink()
    put(folder / "c.jsonl", "Dasatinib, no rash", time=1003)
    assert counts(index.sync([folder])) == {"added": 1, "removed": 1, "unchanged": 1}


def test_a_file_moved_by_copying_is_known_by_its_records(index: Index, folder: Path) -> None:
    shutil.copy(folder / "b.jsonl", folder / "c.jsonl")
    (folder / "b.jsonl").unlink()
    os.utime(folder / "c.jsonl", (5000, 5000))
    assert counts(index.sync([folder])) == {"renamed": 1, "unchanged": 1}


def test_a_copy_is_no_renamed_file(index: Index, folder: Path) -> None:
    shutil.copy2(folder / "b.jsonl", folder / "c.jsonl")
    os.utime(folder / "b.jsonl", (5000, 5000))
    assert counts(index.sync([folder])) == {"added": 1, "unchanged": 2}


def test_what_is_kept_though_gone_is_not_renamed(index: Index, folder: Path) -> None:
    (folder / "a.jsonl").rename(folder / "c.jsonl")
    report = index.sync([folder], SyncOptions(prune=False))
    assert counts(report) == {"added": 1, "unchanged": 1}


def test_a_file_that_was_given_and_is_gone_can_be_pruned(index: Index, folder: Path) -> None:
    (folder / "a.jsonl").unlink()
    report = index.sync([folder / "a.jsonl"], SyncOptions(prune=True))
    assert counts(report) == {"removed": 1}


def test_a_file_that_could_not_be_read_and_is_gone_is_no_failure_any_more(
    index: Index, folder: Path
) -> None:
    (folder / "c.jsonl").write_bytes(bytes(100))
    assert counts(index.sync([folder])) == {"unchanged": 2, "failed": 1}
    assert counts(index.sync([folder])) == {"unchanged": 2, "failed": 1}
    (folder / "c.jsonl").unlink()
    assert counts(index.sync([folder], SyncOptions(prune=False))) == {"unchanged": 2}
    assert counts(index.sync([folder])) == {"unchanged": 2, "removed": 1}


def test_a_file_just_written_and_then_moved_by_copying_is_known_by_its_records(
    index: Index, folder: Path
) -> None:
    write_lines(folder / "c.jsonl", {"title": "Oedema"}, time=None)
    index.sync([folder])
    shutil.copy(folder / "c.jsonl", folder / "d.jsonl")
    (folder / "c.jsonl").unlink()
    assert counts(index.sync([folder])) == {"renamed": 1, "unchanged": 2}


def test_a_dry_run_names_both_paths(index: Index, folder: Path) -> None:
    (folder / "a.jsonl").rename(folder / "c.jsonl")
    report = index.sync([folder], SyncOptions(dry_run=True))
    assert report.changes == (Change("rename", "lit/c.jsonl", "lit/a.jsonl"),)
    assert counts(report) == {"renamed": 1, "unchanged": 1}
    done = searcher("index", "lit", "--dry-run", cwd=folder.parent)
    assert done.stdout.splitlines()[0] == "would rename lit/a.jsonl -> lit/c.jsonl"


def test_a_dry_run_knows_files_that_change_names(index: Index, folder: Path) -> None:
    (folder / "a.jsonl").rename(folder / "c.jsonl")
    (folder / "b.jsonl").rename(folder / "a.jsonl")
    (folder / "c.jsonl").rename(folder / "b.jsonl")
    report = index.sync([folder], SyncOptions(dry_run=True))
    assert counts(report) == {"renamed": 2}


# The index


@pytest.fixture
def moved(index: Index, folder: Path) -> Path:
    """A folder, elsewhere now, together with its index."""
    (folder / "link.jsonl").symlink_to(put(folder.parent / "outside" / "c.jsonl", "Dasatinib"))
    index.sync([folder])
    index.close()
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    for name in ("lit", "index", "outside"):
        (folder.parent / name).rename(elsewhere / name)
    (elsewhere / "lit" / "link.jsonl").unlink()
    (elsewhere / "lit" / "link.jsonl").symlink_to(elsewhere / "outside" / "c.jsonl")
    return elsewhere


def test_an_index_that_moved_with_its_files_reads_nothing_again(moved: Path) -> None:
    with Index.open(moved / "index") as index:
        assert index.verify().problems == ()
        report = index.sync([moved / "lit"])
        assert (counts(report), report.read) == ({"unchanged": 3}, 0)
        assert report.notes == (f"the index and its files have moved from {moved.parent}",)
        assert set(places(index)) == {
            "lit/a.jsonl#0", "lit/b.jsonl#0", "lit/b.jsonl#1", "outside/c.jsonl#0"
        }  # fmt: skip
        assert index.verify().problems == ()
        assert index.sync([moved / "lit"]).notes == ()


def test_an_index_that_moved_with_its_files_can_be_built_anew(moved: Path) -> None:
    done = searcher("index", "--rebuild", cwd=moved)
    assert done.stdout.startswith("files: 3 added"), done.stderr


def test_an_index_that_moved_alone_keeps_its_paths(index: Index, folder: Path) -> None:
    index.close()
    (folder.parent / "elsewhere").mkdir()
    index_path = folder.parent / "elsewhere" / "index"
    (folder.parent / "index").rename(index_path)
    with Index.open(index_path) as opened:
        assert counts(opened.sync([folder])) == {"unchanged": 2}
        assert opened.verify().problems == ()
        (folder / "a.jsonl").rename(folder / "c.jsonl")
        assert counts(opened.sync([folder])) == {"renamed": 1, "unchanged": 1}
        assert set(places(opened).values()) == {"lit/b.jsonl", "lit/c.jsonl"}


# Links


def test_a_file_outside_to_which_a_link_leads_is_read_once_and_goes_with_the_link(
    index: Index, folder: Path
) -> None:
    outside = put(folder.parent / "outside" / "c.jsonl", "Dasatinib")
    (folder / "link.jsonl").symlink_to(outside)
    assert counts(index.sync([folder])) == {"added": 1, "unchanged": 2}
    assert counts(index.sync([folder])) == {"unchanged": 3}
    (folder / "link.jsonl").unlink()
    assert counts(index.sync([folder])) == {"removed": 1, "unchanged": 2}
    assert "outside/c.jsonl#0" not in places(index)


def test_a_broken_link_keeps_the_records_of_where_it_led(index: Index, folder: Path) -> None:
    outside = put(folder.parent / "outside" / "c.jsonl", "Dasatinib")
    (folder / "link").symlink_to(outside.parent)
    index.sync([folder])
    shutil.rmtree(outside.parent)
    assert counts(index.sync([folder])) == {"unchanged": 2, "failed": 1}
    assert "outside/c.jsonl#0" in places(index)


def test_a_file_that_is_also_of_another_root_stays_without_its_link(
    index: Index, folder: Path
) -> None:
    outside = put(folder.parent / "outside" / "c.jsonl", "Dasatinib")
    (folder / "link.jsonl").symlink_to(outside)
    index.sync([folder])
    index.sync([outside.parent])
    (folder / "link.jsonl").unlink()
    assert counts(index.sync([folder])) == {"unchanged": 2}
    assert "outside/c.jsonl#0" in places(index)


def test_a_folder_that_a_link_had_led_to_can_be_given_itself(index: Index, folder: Path) -> None:
    outside = put(folder.parent / "outside" / "c.jsonl", "Dasatinib").parent
    (folder / "link").symlink_to(outside)
    index.sync([folder])
    assert counts(index.sync([folder, outside])) == {"unchanged": 3}
    (folder / "link").unlink()
    assert counts(index.sync([folder, outside])) == {"unchanged": 3}
    assert "outside/c.jsonl#0" in places(index)


def test_what_is_gone_from_a_folder_leaves_though_a_link_has_led_there_meanwhile(
    index: Index, folder: Path
) -> None:
    other = folder.parent / "other"
    other.mkdir()
    (other / "link").symlink_to(folder)
    (folder / "b.jsonl").unlink()
    index.sync([other])
    assert counts(index.sync([folder])) == {"removed": 1, "unchanged": 1}
    assert set(places(index).values()) == {"lit/a.jsonl"}


# Folders


def test_folders_as_they_were_are_not_compared_file_by_file(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.sync([folder])
    asked: list[str] = []
    rows = Catalog.rows
    monkeypatch.setattr(
        Catalog, "rows", lambda self, sql, *rest: asked.append(sql) or rows(self, sql, *rest)
    )
    assert counts(index.sync([folder])) == {"unchanged": 2}
    assert not [sql for sql in asked if "mtime" in sql]
    put(folder / "c.jsonl", "Dasatinib")
    assert counts(index.sync([folder])) == {"added": 1, "unchanged": 2}
    assert [sql for sql in asked if "mtime" in sql]


def test_a_run_that_was_cut_short_is_made_up_for_though_its_files_went(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder must be known to the next run, or nobody would miss the files in it."""
    index.sync([folder])
    put(folder / "deep" / "c.jsonl", "Dasatinib")

    def cut_short(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("searcher.sync.run.Sync._report", cut_short)
        index.sync([folder])
    shutil.rmtree(folder / "deep")
    assert counts(index.sync([folder])) == {"removed": 1, "unchanged": 2}
    assert "lit/deep/c.jsonl#0" not in places(index)


def test_a_repair_that_was_cut_short_is_made_up_for(index: Index, folder: Path) -> None:
    index.sync([folder])
    directory = IndexDirectory(index.path)
    with writing.writing(directory, 1, create=None) as opened:
        batch = Batch(opened.catalog, opened.engine())
        batch.forget(list(opened.catalog.all_records())[:1], [])
        batch.commit()
        batch.close()
    assert len(places(index)) == 2
    index.sync([folder])
    assert len(places(index)) == 3


def test_a_folder_where_a_disk_was_keeps_its_records_until_pruned(
    index: Index, folder: Path
) -> None:
    put(folder / "disk" / "year" / "c.jsonl", "Dasatinib")
    index.sync([folder])
    (generation,) = index.path.glob("gen-*")
    mounted = os.fsencode(folder / "disk" / "year")
    with sqlite3.connect(generation / "catalog.sqlite") as catalog:
        catalog.execute("UPDATE folders SET device = 77 WHERE path = ?", (mounted,))
    shutil.rmtree(folder / "disk" / "year")
    for _ in range(2):
        report = index.sync([folder])
        assert counts(report) == {"unchanged": 2}
        assert report.notes == (
            f"{folder}/disk is empty, and was on another disk when it held 1 files; "
            "they are kept (--prune removes them)",
        )
        assert "lit/disk/year/c.jsonl#0" in places(index)
    assert index.sync([folder], SyncOptions(prune=True)).removed == 1


def test_an_emptied_folder_on_the_same_disk_loses_its_records(index: Index, folder: Path) -> None:
    put(folder / "disk" / "c.jsonl", "Dasatinib")
    index.sync([folder])
    (folder / "disk" / "c.jsonl").unlink()
    assert counts(index.sync([folder])) == {"removed": 1, "unchanged": 2}
