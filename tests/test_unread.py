"""What cannot be read is named, however much there is of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import searcher
from json_lines import write_lines

PASSED_OVER = "is an index of searcher, and was passed over"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine empty files, three damaged at different lines, and a link that leads nowhere."""
    folder = tmp_path / "lit"
    folder.mkdir()
    for number in range(1, 10):
        (folder / f"empty-{number}.txt").touch()
    for number in range(1, 4):
        good = json.dumps({"title": "Rash", "pmid": "1"}) + "\n"
        (folder / f"bad-{number}.jsonl").write_text(good * number + "{broken\n")
    (folder / "link.txt").symlink_to("nowhere.txt")
    return tmp_path


def said(stderr: str) -> list[str]:
    return [line.removeprefix("searcher: ") for line in stderr.splitlines()]


def test_five_files_are_named_for_each_reason_and_the_others_counted(folder: Path) -> None:
    done = searcher("index", "lit", cwd=folder)
    assert done.returncode == 5
    lines = said(done.stderr)
    assert [line.split(":")[0] for line in lines[:3]] == [f"lit/bad-{n}.jsonl" for n in (1, 2, 3)]
    assert lines[3:] == [
        *(f"lit/empty-{number}.txt: is empty" for number in range(1, 6)),
        "and 4 more like these; searcher doctor lists all",
        "lit/link.txt: cannot be read: it is gone, or a link to nothing",
    ]


def test_a_reason_is_the_same_whatever_the_line(folder: Path) -> None:
    for number in range(4, 10):
        text = (folder / "lit" / "bad-1.jsonl").read_text()
        (folder / "lit" / f"bad-{number}.jsonl").write_text("{}\n" * number + text)
    lines = said(searcher("index", "lit", cwd=folder).stderr)
    assert lines[4].startswith("lit/bad-5.jsonl: line 7 is not JSON")
    assert lines[5] == "and 4 more like these; searcher doctor lists all"


def test_doctor_and_the_report_list_all_of_them(folder: Path) -> None:
    done = searcher("index", "lit", "--format", "json", cwd=folder)
    failures = json.loads(done.stdout)["failures"]
    assert len(failures) == 13
    listed = searcher("doctor", cwd=folder).stdout.splitlines()
    assert listed[:13] == [f"{each['path']}: {each['reason']}" for each in failures]
    unread = json.loads(searcher("doctor", "--format", "json", cwd=folder).stdout)["unread"]
    assert unread == failures


def test_a_dry_run_points_to_its_own_list(folder: Path) -> None:
    searcher("index", "lit", cwd=folder)
    assert "and 4 more like these; --format json lists all" in said(
        searcher("index", "lit", "--dry-run", cwd=folder).stderr
    )


def test_what_failed_is_listed_of_the_last_run_and_counted_of_those_before(folder: Path) -> None:
    searcher("index", "lit", cwd=folder)
    for number in range(4, 10):
        (folder / "lit" / f"empty-{number}.txt").unlink()
        searcher("index", "lit", cwd=folder)
    listed = searcher("status", "--runs", "--format", "json", cwd=folder).stdout
    runs = json.loads(listed)["runs"]
    assert [run["failed"] for run in runs] == [7, 8, 9, 10, 11, 12, 13]
    assert [len(run.get("failures", [])) for run in runs] == [7, 0, 0, 0, 0, 0, 0]


def test_json_of_another_kind_is_skipped_and_no_failure(tmp_path: Path) -> None:
    folder = tmp_path / "lit"
    write_lines(folder / "a.jsonl", {"title": "Rash", "pmid": "1"})
    for name in ("settings", "more"):
        (folder / f"{name}.json").write_text('{"title": "Colours of the page", "width": 3}')
    for files in ("1 added", "1 unchanged"):
        done = searcher("index", "lit", cwd=tmp_path)
        assert done.returncode == 0
        assert done.stdout.startswith(f"files: {files}, 2 skipped; 1 record in the index")
        first, second = said(done.stderr)
        assert first.startswith("lit/more.json: is JSON of another kind")
        assert second == "and 1 more like these; searcher doctor --skipped lists all"
    listed = searcher("doctor", cwd=tmp_path).stdout
    assert "is JSON of another kind" not in listed and "      2  skipped: files" in listed
    listed = searcher("doctor", "--skipped", cwd=tmp_path).stdout
    assert listed.count("is JSON of another kind") == 2
    shape = json.loads(searcher("status", "--format", "json", cwd=tmp_path).stdout)
    assert (shape["failed"], shape["formats"]["no record"]) == (0, 2)
    (folder / "empty.txt").write_text("")
    done = searcher("index", "lit", cwd=tmp_path)
    assert (done.returncode, "1 failed, 2 skipped" in done.stdout) == (5, True)


def test_a_folder_that_is_another_index_is_skipped_and_no_failure(tmp_path: Path) -> None:
    write_lines(tmp_path / "lit" / "a.jsonl", {"title": "Rash", "pmid": "1"})
    searcher("index", "lit", "--index", "lit/drugs", cwd=tmp_path)
    for files in ("1 added", "1 unchanged"):
        done = searcher("index", ".", cwd=tmp_path)
        assert (done.returncode, said(done.stderr)) == (0, [f"lit/drugs: {PASSED_OVER}"])
        assert done.stdout.startswith(f"files: {files}, 1 skipped; 1 record in the index")
    assert f"lit/drugs: {PASSED_OVER}" in searcher("doctor", "--skipped", cwd=tmp_path).stdout
    assert PASSED_OVER not in searcher("doctor", cwd=tmp_path).stdout
    done = searcher("parse", "lit", "--format", "ids", cwd=tmp_path)
    assert (done.returncode, done.stdout.split()) == (0, ["1"])
    assert said(done.stderr) == [f"lit/drugs: {PASSED_OVER}"]


def test_files_of_another_index_leave_once_it_is_known_for_one(tmp_path: Path) -> None:
    write_lines(tmp_path / "lit" / "a.jsonl", {"title": "Rash", "pmid": "1"})
    searcher("index", "lit", "--index", "drugs", cwd=tmp_path)
    (tmp_path / "drugs" / "lock").rename(tmp_path / "lock.aside")
    (tmp_path / "drugs" / "meta.json").rename(tmp_path / "meta.aside")
    assert searcher("index", ".", cwd=tmp_path).returncode == 5
    (tmp_path / "meta.aside").rename(tmp_path / "drugs" / "meta.json")
    (tmp_path / "lock.aside").unlink()
    done = searcher("index", ".", cwd=tmp_path)
    assert (done.returncode, said(done.stderr)) == (0, [f"drugs: {PASSED_OVER}"])
    assert "1 record in the index" in done.stdout


@pytest.mark.parametrize("own", [True, False])
def test_an_index_is_nothing_to_index(tmp_path: Path, own: bool) -> None:
    write_lines(tmp_path / "lit" / "a.jsonl", {"title": "Rash", "pmid": "1"})
    searcher("index", "lit", "--index", "drugs", cwd=tmp_path)
    done = searcher("index", "drugs", "--index", "drugs" if own else "other", cwd=tmp_path)
    assert done.returncode == 2
    assert "drugs is an index of searcher; name the files that it was built from" in done.stderr


def test_doctor_counts_by_reason_what_is_no_literature_last(folder: Path) -> None:
    for name in range(20):
        (folder / "lit" / f"{name}.json").write_text('{"width": 3}')
    searcher("index", "lit", cwd=folder)
    counts = [line.split(None, 1) for line in searcher("doctor", cwd=folder).stdout.splitlines()]
    assert ["13", "could not be read"] in counts
    assert counts[-1][0] == "20" and counts[-1][1].startswith("skipped")
