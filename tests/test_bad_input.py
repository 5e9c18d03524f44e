"""Whatever goes wrong: one clear line on stderr, the documented exit code, nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import copy_seeds, environment, searcher


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and their index, of which there is a copy beside it."""
    folder = copy_seeds(tmp_path_factory.mktemp("bad") / "folder")
    assert searcher("index", "--engine", "whoosh", cwd=folder).returncode == 0
    shutil.copytree(folder / "index", folder.with_name("index"))
    return folder


@pytest.fixture
def folder(indexed: Path) -> Iterator[Path]:
    """The folder as it was: what a test adds to it goes, and its index is the copy."""
    shutil.rmtree(indexed / "index")
    shutil.copytree(indexed.with_name("index"), indexed / "index")
    before = set(indexed.rglob("*"))
    yield indexed
    for path in sorted({*indexed.rglob("*")} - before, reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def still_there(folder: Path) -> bool:
    done = searcher("query", "imatinib", "--format", "ids", cwd=folder)
    return len(done.stdout.split()) == 2


def one_line(text: str) -> str:
    lines = text.splitlines()
    assert len(lines) == 1, text
    assert lines[0].startswith("searcher: ")
    return lines[0]


def test_a_path_that_does_not_exist(folder: Path) -> None:
    done = searcher("index", "nowhere", cwd=folder)
    assert done.returncode == 2
    assert "nowhere" in one_line(done.stderr)
    assert still_there(folder)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
        (bytes(range(256)) * 64, "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not text"),
    ],
)
def test_a_file_that_is_not_text(folder: Path, content: bytes, reason: str) -> None:
    (folder / "seeds" / "bad.txt").write_bytes(content)
    done = searcher("index", cwd=folder)
    assert done.returncode == 5
    assert "bad.txt" in one_line(done.stderr)
    assert reason in done.stderr
    assert still_there(folder)


def test_a_directory_without_readable_files(folder: Path) -> None:
    (folder / "void").mkdir()
    done = searcher("index", "void", cwd=folder)
    assert done.returncode == 5
    assert "void" in one_line(done.stderr)
    assert still_there(folder)


def test_50_megabytes_without_a_line_break(folder: Path) -> None:
    (folder / "seeds" / "long.txt").write_bytes(b"rash " * 10_000_000)
    done = searcher("index", cwd=folder)
    assert done.returncode == 5
    assert "long.txt" in one_line(done.stderr)
    assert still_there(folder)


def test_undecodable_bytes_are_replaced_and_the_rest_is_found(folder: Path) -> None:
    text = b"A zebrafish model of rash\n\nNa\xefve cells \x81\x8d were treated."
    (folder / "seeds" / "latin.txt").write_bytes(text)
    assert searcher("index", cwd=folder).returncode == 0
    assert "latin.txt" in searcher("query", "naive zebrafish", "--match", "all", cwd=folder).stdout


def test_control_sequences_never_reach_the_terminal(folder: Path) -> None:
    evil = "Rash \x1b]0;owned\x07 and \x1b[31mred\x1b[0m \x9b2J title\n\nAbstract \u202e words.\n"
    (folder / "seeds" / "evil.txt").write_text(evil, encoding="utf-8")
    (folder / "seeds" / "e\x1b[31mvil.txt").write_bytes(b"")
    done = searcher("index", cwd=folder)
    assert done.returncode == 5
    outputs = [done.stdout, done.stderr]
    for format in ("text", "json", "jsonl", "csv", "tsv", "ids", "ris", "bibtex", "nbib"):
        done = searcher("query", "owned", "--format", format, cwd=folder)
        assert done.returncode == 0, done.stderr
        outputs += [done.stdout, done.stderr]
    for output in outputs:
        assert not set(output) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_missing_index(tmp_path: Path) -> None:
    for command in (["query", "rash"], ["show", "1"], ["status"]):
        done = searcher(*command, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (3, "")
        assert "searcher index" in one_line(done.stderr)


def test_a_foreign_directory_is_never_touched(folder: Path) -> None:
    (folder / "thesis").mkdir()
    (folder / "thesis" / "chapter.txt").write_text("my only copy")
    for command in (["query", "rash"], ["index"], ["index", "--rebuild"]):
        done = searcher(*command, "--index", "thesis", cwd=folder)
        assert done.returncode == 3
        one_line(done.stderr)
    assert [path.name for path in (folder / "thesis").iterdir()] == ["chapter.txt"]


def test_a_file_where_the_index_should_be(folder: Path) -> None:
    for command in (["query", "rash"], ["index"]):
        done = searcher(*command, "--index", "seeds/000_5a2e778938c3e4a8.txt", cwd=folder)
        assert done.returncode == 3
        one_line(done.stderr)


def test_a_half_written_index(folder: Path) -> None:
    meta = folder / "index" / "meta.json"
    meta.write_bytes(meta.read_bytes()[:20])
    done = searcher("query", "rash", cwd=folder)
    assert done.returncode == 3
    one_line(done.stderr)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a directory away")
def test_an_index_of_another_user(folder: Path) -> None:
    os.chown(folder / "index", 12345, 12345)
    done = searcher("query", "rash", cwd=folder)
    assert done.returncode == 3
    assert "another user" in one_line(done.stderr)


@pytest.mark.parametrize("query", ["", "   ", '"skin rash', "(rash", "rash)", "rash AND"])
def test_a_query_that_cannot_be_read(folder: Path, query: str) -> None:
    done = searcher("query", query, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines[0].startswith("searcher: ")
    if query.strip():
        assert lines[-1].strip() == "^"


def test_ordinary_punctuation_never_raises(folder: Path) -> None:
    for query in [
        "what's rash?",
        "rash, imatinib; (GIST)",
        "50% rash!",
        "a/b:c",
        "[rash]",
        "{}^~",
        "()",
    ]:
        assert searcher("query", query, cwd=folder).returncode in (0, 1)


def test_an_unknown_option_says_which_and_where_help_is(folder: Path) -> None:
    done = searcher("query", "rash", "--limt", "3", cwd=folder)
    assert done.returncode == 2
    assert "--limt" in done.stderr
    assert "--help" in done.stderr


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    # Enough output to fill a pipe: the same record many times over.
    lines = [f'{{"title": "Rash {n}", "abstract": "{"rash " * 100}"}}' for n in range(300)]
    (folder / "seeds" / "many.jsonl").write_text("\n".join(lines))
    assert searcher("index", cwd=folder).returncode == 0
    for format in ("json", "jsonl", "text"):
        command = f"{sys.executable} -m searcher query rash -n 300 --format {format} | head -c 5"
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {command}"],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_ctrl_c_ends_with_130_and_keeps_what_was_there(folder: Path) -> None:
    lines = [f'{{"title": "Rash {n}", "abstract": "{"rash mild " * 50}"}}' for n in range(80_000)]
    (folder / "seeds" / "many.jsonl").write_text("\n".join(lines))
    process = subprocess.Popen(
        [sys.executable, "-m", "searcher", "index"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert one_line(stderr) == "searcher: interrupted"
    assert still_there(folder) or searcher("query", "GIST", cwd=folder).returncode == 0
