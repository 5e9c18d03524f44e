"""Who has never used it is told what to do next."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from command import copy_seeds, environment, searcher


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_seeds(tmp_path_factory.mktemp("first"))
    assert searcher("index", "--engine", "whoosh", cwd=folder).returncode == 0
    return folder


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["search", "rash"], "No such command 'search'. Did you mean query?"),
        (["Query", "rash"], "No such command 'Query'. Did you mean query?"),
        (["help"], "Help is: searcher --help, or searcher COMMAND --help"),
        (["skin rash"], "To search for it: searcher query 'skin rash'"),
        (["seeds"], "To read what is there: searcher index seeds"),
        (["query", "rash", "-format", "json"], "did you mean --format, with two minuses?"),
        (["query", "rash", "-limit=3"], "did you mean --limit, with two minuses?"),
        (["query", "--year", "2012.."], "QUERY ('*' is every record)"),
    ],
)
def test_what_may_have_been_meant_is_said(folder: Path, typed: list[str], said: str) -> None:
    done = searcher(*typed, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_command_that_helps_is_for_the_index_that_was_asked(folder: Path) -> None:
    done = searcher("query", "rash", "--index", "my index", cwd=folder)
    assert done.stderr.endswith("make one with: searcher index FOLDER --index 'my index'\n")
    done = searcher("query", "rash", cwd=folder / "seeds")
    assert done.stderr.endswith("make one with: searcher index FOLDER\n")


def test_no_hits_are_told_from_hits_that_were_not_asked_for(folder: Path) -> None:
    assert "2 records match, and --limit 0" in searcher("query", "rash", "-n0", cwd=folder).stderr
    far = searcher("query", "rash", "--offset", "9", cwd=folder)
    assert far.stderr == "searcher: no records that far down (2 records match)\n"


@pytest.mark.parametrize("command", ["show", "similar", "why-not"])
def test_who_names_a_file_for_a_record_is_told_how_to_see_its_records(
    folder: Path, command: str
) -> None:
    (folder / "one.txt").write_text("A title\n")
    query = ["rash"] if command == "why-not" else []
    done = searcher(command, "one.txt", *query, cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "searcher parse one.txt shows the records of the file" in done.stderr


def test_a_terminal_that_was_never_told_its_size_has_80_columns(folder: Path) -> None:
    ours, theirs = pty.openpty()
    env = environment()
    del env["COLUMNS"]
    command = [sys.executable, "-m", "searcher", "query", "rash", "-n", "1"]
    subprocess.run(command, cwd=folder, env=env, stdout=theirs, check=True)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)
    assert "a patient with metastatic" in shown.splitlines()[0]


def test_status_tells_files_that_are_no_literature(tmp_path: Path) -> None:
    copy_seeds(tmp_path)
    (tmp_path / "seeds" / "settings.json").write_text('{"colour": "blue"}')
    searcher("index", cwd=tmp_path)
    text = searcher("status", cwd=tmp_path).stdout
    assert "files       3, of which 0 could not be read, and 1 is no literature\n" in text
    assert "no record" not in text
    status = json.loads(searcher("status", "--format", "json", cwd=tmp_path).stdout)
    assert (status["schema"], status["files"], status["skipped"]) == (1, 3, 1)


def test_a_script_tells_what_failed_from_what_was_skipped(tmp_path: Path) -> None:
    copy_seeds(tmp_path)
    (tmp_path / "seeds" / "settings.json").write_text('{"colour": "blue"}')
    (tmp_path / "seeds" / "empty.txt").write_text("")
    report = json.loads(searcher("index", "--format", "json", cwd=tmp_path).stdout)
    unread = json.loads(searcher("doctor", "--format", "json", cwd=tmp_path).stdout)["unread"]
    for listed in (report["failures"], unread):
        assert {each["path"]: each["skipped"] for each in listed} == {
            "seeds/empty.txt": False,
            "seeds/settings.json": True,
        }


def test_what_is_said_of_a_strategys_lines_is_in_its_json_too(folder: Path) -> None:
    (folder / "ovid.txt").write_text("1. imatinib.nm.\n2. rash\n3. 1 and 2\n")
    done = searcher("query", "--strategy", "ovid.txt", "--format", "json", cwd=folder)
    warnings = json.loads(done.stdout)["warnings"]
    assert warnings[0].startswith("line 1: the index has no substances ([nm])")
    assert [line for line in done.stderr.splitlines() if "substances" in line] == [
        f"searcher: {warnings[0]}"
    ]


def test_a_batch_of_nothing_says_so(folder: Path) -> None:
    done = searcher("query", "--batch", "-", "-f", "jsonl", cwd=folder, stdin="\n\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "searcher: there is no query in this file\n"
