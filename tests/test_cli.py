"""What a person and a script see of the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import copy_seeds, searcher


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds, indexed with the default engine of a bare installation."""
    folder = copy_seeds(tmp_path_factory.mktemp("project"))
    done = searcher("index", "--engine", "whoosh", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def hits(folder: Path, *arguments: str) -> list[str]:
    done = searcher("query", *arguments, "--format", "ids", cwd=folder)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.split()


def test_the_example_question_finds_both_seeds(folder: Path) -> None:
    assert set(hits(folder, "imatinib rash continuation")) == {
        "10.1159/000519471",
        "10.1186/2045-3329-2-23",
    }


def test_discontinuation_is_another_word_than_continuation(folder: Path) -> None:
    assert hits(folder, "discontinuation") == ["10.1186/2045-3329-2-23"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("title:DRESS", ["10.1159/000519471"]),
        ("abstract:dexchlorpheniramine", ["10.1186/2045-3329-2-23"]),
        ("keywords:reslizumab", ["10.1159/000519471"]),
        ('journal:"Clinical Sarcoma Research"', ["10.1186/2045-3329-2-23"]),
        ("author:Blay", ["10.1186/2045-3329-2-23"]),
        ("Blay JY[au]", ["10.1186/2045-3329-2-23"]),
        ("year:2021", ["10.1159/000519471"]),
        ("year:2010..2013", ["10.1186/2045-3329-2-23"]),
        ("doi:10.1159/000519471", ["10.1159/000519471"]),
        ("10.1159/000519471", ["10.1159/000519471"]),
        ("title:imatinib NOT title:rash", ["10.1159/000519471"]),
        ('"skin rash" AND (antihistamine OR reslizumab) AND 2012[dp]', ["10.1186/2045-3329-2-23"]),
        ("reslizum*", ["10.1159/000519471"]),
        ("journal:imatinib", []),
        ("interleukin-5", ["10.1159/000519471"]),
    ],
)
def test_every_field_and_operator_answers(folder: Path, query: str, expected: list[str]) -> None:
    assert hits(folder, query) == expected


def test_nothing_found_is_silence_and_exit_code_1(folder: Path) -> None:
    done = searcher("query", "zanzibar", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no record matches" in done.stderr


def test_json_is_one_object_with_all_fields(folder: Path) -> None:
    done = searcher("query", "reslizumab", "--format", "json", cwd=folder)
    answer = json.loads(done.stdout)
    assert answer["schema"] == 1
    assert answer["total"] == 1
    hit = answer["hits"][0]
    assert hit["docid"] == hit["doi"] == "10.1159/000519471"
    assert hit["journal"] == "Case Rep Oncol"
    assert hit["authors"] == []
    assert hit["pmid"] is None
    assert hit["source"] == {
        "path": "seeds/000_5a2e778938c3e4a8.txt",
        "ordinal": 0,
        "format": "page",
    }


def test_limit_and_offset_page_through_the_whole(folder: Path) -> None:
    whole = hits(folder, "imatinib")
    assert len(whole) == 2
    pages = [hits(folder, "imatinib", "--limit", "1", "--offset", str(n)) for n in range(3)]
    assert pages == [whole[:1], whole[1:], []]


def test_match_all_requires_every_word(folder: Path) -> None:
    assert len(hits(folder, "reslizumab antihistamine")) == 2
    assert hits(folder, "reslizumab antihistamine", "--match", "all") == []


def test_output_fits_80_columns_and_has_no_colour_in_a_pipe(folder: Path) -> None:
    done = searcher("query", "imatinib rash continuation", cwd=folder)
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_colour_can_be_forced_and_forbidden(folder: Path) -> None:
    forced = searcher("query", "imatinib", cwd=folder, FORCE_COLOR="1")
    assert "\x1b[" in forced.stdout
    both = searcher("query", "imatinib", cwd=folder, FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b" not in both.stdout


def test_show_prints_one_record(folder: Path) -> None:
    done = searcher("show", "https://doi.org/10.1186/2045-3329-2-23", cwd=folder)
    assert done.returncode == 0
    assert "Clinical Sarcoma Research" in done.stdout
    missing = searcher("show", "10.1/none", cwd=folder)
    assert (missing.returncode, missing.stdout) == (1, "")


def test_similar_finds_the_other_seed_and_not_the_record_itself(folder: Path) -> None:
    done = searcher("similar", "10.1159/000519471", "--format", "ids", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "10.1186/2045-3329-2-23\n")
    missing = searcher("similar", "10.1/none", cwd=folder)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "no record has the docid 10.1/none" in missing.stderr


def test_status_tells_what_is_there(folder: Path) -> None:
    status = json.loads(searcher("status", "--format", "json", cwd=folder).stdout)
    assert (status["engine"], status["records"], status["files"]) == ("whoosh", 2, 2)


def test_the_index_directory_is_option_then_environment_then_default(folder: Path) -> None:
    elsewhere = folder.parent
    assert searcher("status", cwd=elsewhere).returncode == 3
    assert searcher("status", "--index", folder / "index", cwd=elsewhere).returncode == 0
    named = searcher("status", cwd=elsewhere, SEARCHER_INDEX=str(folder / "index"))
    assert named.returncode == 0


def test_every_command_has_help_with_an_example(folder: Path) -> None:
    from searcher.cli.main import COMMANDS

    for name in COMMANDS:
        done = searcher(name, "--help", cwd=folder)
        assert done.returncode == 0
        assert f"searcher {name}" in done.stdout.split("Options:")[0].split("\n", 1)[1], name


def test_a_mistyped_command_is_answered_with_the_nearest_one(folder: Path) -> None:
    done = searcher("qurey", "rash", cwd=folder)
    assert done.returncode == 2
    assert "Did you mean query?" in done.stderr
