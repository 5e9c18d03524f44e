"""What a person and a script see of the command line."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from command import copy_seeds, environment, searcher
from json_lines import write_lines

from searcher.cli.index import command as index_command


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


def test_explain_shows_the_reading_and_where_scores_come_from(folder: Path) -> None:
    done = searcher("query", "imatinib[ti] NOT reslizumab", "--explain", cwd=folder)
    assert "read as  title:imatinib NOT reslizumab" in done.stdout
    assert "        2    title:imatinib" in done.stdout
    answer = searcher("query", "rash", "--explain", "--format", "json", cwd=folder)
    explanation = json.loads(answer.stdout)["explanation"]
    assert explanation["parts"] == [{"clause": "rash", "depth": 0, "records": 2}]
    assert set(explanation["scores"]) == {"10.1159/000519471", "10.1186/2045-3329-2-23"}


def test_why_not_names_the_clause_that_keeps_a_record_out(folder: Path) -> None:
    query = "imatinib AND zanzibar"
    done = searcher("why-not", "10.1159/000519471", query, cwd=folder)
    assert done.returncode == 0
    assert "kept out by zanzibar" in done.stdout
    assert "found by    imatinib" in done.stdout
    found = searcher("why-not", "10.1159/000519471", "imatinib", cwd=folder)
    assert (found.returncode, found.stdout) == (1, "")


def test_a_strategy_runs_from_a_file_with_counts(folder: Path) -> None:
    lines = "#1 imatinib[tiab]\n#2 reslizumab OR zanzibar\n#3 #1 AND #2\n"
    done = searcher("query", "--strategy", "-", "--format", "ids", cwd=folder, stdin=lines)
    assert done.stdout == "10.1159/000519471\n"
    assert [line.split()[1] for line in done.stderr.splitlines()] == ["2", "1", "1"]


def test_a_batch_answers_each_line_under_its_name(folder: Path) -> None:
    lines = "T1\treslizumab\nT2\t(rash\nT3\timatinib\n"
    done = searcher("query", "--batch", "-", "--format", "trec", cwd=folder, stdin=lines)
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["T1", "T3", "T3"]


def test_a_batch_tells_what_it_did_not_understand(folder: Path) -> None:
    typed = ("query", "--batch", "-", "--format", "trec")
    done = searcher(*typed, cwd=folder, stdin="rash\nrash[tittle]\n")
    assert done.stderr == (
        "searcher: line 2: [tittle] is not a field (title is); “rash” was searched as words\n"
    )
    assert not searcher(*typed, "--quiet", cwd=folder, stdin="rash[tittle]\n").stderr


def test_a_slip_of_the_pen_is_asked_back_never_replaced(folder: Path) -> None:
    done = searcher("query", "imatinb", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "did you mean imatinib?" in done.stderr


def test_filters_sort_facets_and_count(folder: Path) -> None:
    assert hits(folder, "imatinib", "--year", "2020..") == ["10.1159/000519471"]
    assert hits(folder, "imatinib", "--journal", "sarcoma") == ["10.1186/2045-3329-2-23"]
    assert len(hits(folder, "imatinib", "--type", "Case Reports", "--has", "abstract")) == 2
    assert hits(folder, "imatinib", "--sort", "oldest")[0] == "10.1186/2045-3329-2-23"
    assert searcher("query", "imatinib", "--count", cwd=folder).stdout == "2\n"
    done = searcher("query", "imatinib", "--facet", "year", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["facets"]["year"] == [
        {"value": "2012", "count": 1},
        {"value": "2021", "count": 1},
    ]


@pytest.mark.parametrize("text", ["abc", "", "2012 OR 2021", "2012/13"])
def test_a_year_that_is_none_is_wrong_usage(folder: Path, text: str) -> None:
    done = searcher("query", "imatinib", "--year", text, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"“{text}” is no year" in done.stderr


def test_years_that_were_turned_round_are_told(folder: Path) -> None:
    done = searcher("query", "imatinib", "--year", "2013..2011", "--format", "ids", cwd=folder)
    assert done.stdout == "10.1186/2045-3329-2-23\n"
    assert "turned round" in done.stderr
    assert not searcher("query", "rash", "--year", "2013..2011", "-q", cwd=folder).stderr


def test_a_count_comes_with_the_warnings_of_its_query(folder: Path) -> None:
    done = searcher("query", "rash[tittle]", "--count", cwd=folder)
    assert done.stdout == "2\n"
    assert "[tittle] is not a field" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--facet", "year", "--format", "csv"], "--facet goes with the formats text and json"),
        (["--explain", "--format", "ids"], "--explain goes with the formats text and json"),
        (["--count", "--batch", "-"], "--count does not go with --batch"),
    ],
)
def test_what_would_not_be_shown_is_refused(folder: Path, options: list[str], said: str) -> None:
    query = [] if "--batch" in options else ["rash"]
    done = searcher("query", *query, *options, cwd=folder, stdin="rash\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_terms_lists_stems_with_their_counts(folder: Path) -> None:
    assert searcher("terms", "imat", cwd=folder).stdout == "        2  imatinib\n"
    assert searcher("terms", "zzz", cwd=folder).returncode == 1


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["Ímat"], "2  imatinib"),
        (["Imat", "--field", "ti"], "2  imatinib"),
        (["10.1186/", "--field", "aid"], "1  10.1186/2045-3329-2-23"),
    ],
)
def test_terms_reads_words_and_fields_as_a_query_does(
    folder: Path, typed: list[str], expected: str
) -> None:
    assert searcher("terms", *typed, cwd=folder).stdout.strip() == expected


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("tittle", "tittle is not a field (title is)"),
        ("tiab", "tiab is several fields; name one: title, abstract, keywords"),
        ("dp", "dp holds numbers"),
    ],
)
def test_terms_asks_for_one_field_that_has_them(folder: Path, field: str, said: str) -> None:
    done = searcher("terms", "rash", "--field", field, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr


def test_doctor_names_what_looks_suspect(tmp_path: Path) -> None:
    copy_seeds(tmp_path)
    (tmp_path / "seeds" / "note.txt").write_text("A rash\n\nSeen on Tuesday.\n")
    searcher("index", cwd=tmp_path)
    done = searcher("doctor", cwd=tmp_path)
    assert done.returncode == 0
    assert "note.txt" in done.stdout
    assert "no identifier" in done.stdout


def test_duplicates_are_one_hit_and_are_listed(tmp_path: Path) -> None:
    copy_seeds(tmp_path)
    seed = tmp_path / "seeds" / "000_5a2e778938c3e4a8.txt"
    (tmp_path / "seeds" / "copy.txt").write_bytes(seed.read_bytes())
    searcher("index", cwd=tmp_path)
    assert len(hits(tmp_path, "reslizumab")) == 1
    done = searcher("duplicates", cwd=tmp_path)
    assert "10.1159/000519471: shown from" in done.stdout


def test_parse_shows_records_and_their_evidence(folder: Path) -> None:
    page = "seeds/000_5a2e778938c3e4a8.txt"
    record = json.loads(searcher("parse", page, "--format", "jsonl", cwd=folder).stdout)
    assert (record["volume"], record["issue"], record["pages"]) == ("14", "3", "1548-1554")
    evidence = searcher("parse", page, "--provenance", cwd=folder).stdout
    assert "3-3 0.98  10.1159/000519471" in evidence


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(folder: Path, shell: str) -> None:
    done = searcher("completion", shell, cwd=folder)
    assert done.returncode == 0
    assert "_SEARCHER_COMPLETE" in done.stdout


def test_status_lists_the_runs(folder: Path) -> None:
    runs = json.loads(searcher("status", "--runs", "--format", "json", cwd=folder).stdout)["runs"]
    assert (runs[-1]["added"], runs[-1]["failed"]) == (2, 0)
    assert "started" in searcher("status", "--runs", cwd=folder).stdout


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["que"], "query"),
        (["query", "--format", "js"], "json jsonl"),
        (["query", "--fields", "docid,ti"], "docid,title"),
        (["query", "jour"], "journal:"),
        (["query", "--so"], "--sort"),
    ],
)
def test_completion_knows_commands_options_formats_and_fields(
    folder: Path, typed: list[str], expected: str
) -> None:
    done = searcher(
        cwd=folder,
        _SEARCHER_COMPLETE="bash_complete",
        COMP_WORDS=" ".join(["searcher", *typed]),
        COMP_CWORD=str(len(typed)),
    )
    found = [line.split(",", 1)[1] for line in done.stdout.splitlines()]
    assert found == expected.split()


def test_a_dry_run_lists_what_would_happen_and_changes_nothing(tmp_path: Path) -> None:
    copy_seeds(tmp_path)
    assert searcher("index", cwd=tmp_path).returncode == 0
    (tmp_path / "seeds" / "new.txt").write_text("A rash\n\nSeen on Tuesday.\n")
    (tmp_path / "seeds" / "003_972f02e47788445d.txt").unlink()
    done = searcher("index", "--dry-run", cwd=tmp_path)
    assert [line.split()[:2] for line in done.stdout.splitlines()[:2]] == [
        ["would", "add"],
        ["would", "remove"],
    ]
    assert len(hits(tmp_path, "imatinib")) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is full")
@pytest.mark.parametrize("arguments", [("query", "rash"), ("query", "a", "--format", "json")])
def test_output_that_finds_no_room_is_no_bug(folder: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "searcher", *arguments],
            cwd=folder,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    said = "searcher: the output cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (3, said)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_takes_what_is_printed_to_it(folder: Path, closed: str) -> None:
    command = [sys.executable, "-m", "searcher", "query", "imatinib"]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *command],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert bool(done.stdout) == (closed == "2>&-")


def test_each_command_is_summed_up_in_a_line_of_80_columns(tmp_path: Path) -> None:
    summaries = searcher("--help", cwd=tmp_path).stdout.partition("Commands:")[2]
    assert "completion" in summaries
    assert "..." not in summaries


@pytest.mark.parametrize("options", [(), ("--rebuild",), ("--rebuild", "--dry-run")])
def test_whoever_names_no_folder_where_there_are_no_seeds_is_asked_for_one(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    done = searcher("index", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no ./seeds; name the files or folders to index" in done.stderr


@pytest.mark.parametrize(("terminal", "drawn"), [("xterm", True), ("dumb", False)])
def test_progress_is_drawn_on_a_terminal_that_can(
    tmp_path: Path, terminal: str, drawn: bool
) -> None:
    out, seen = on_terminal(copy_seeds(tmp_path), "index", terminal)
    assert ("files  [" in seen, "\x1b" in seen) == (drawn, drawn)
    assert out.startswith("files: 2 added; 2 records in the index (")


def on_terminal(folder: Path, command: str, terminal: str = "xterm") -> tuple[str, str]:
    """Run a command there; what it prints, and what a terminal shows meanwhile."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "searcher", command],
        cwd=folder,
        env=environment(TERM=terminal),
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
    )
    os.write(theirs, b"end\n")
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)
    return done.stdout, seen


def test_a_run_that_takes_what_is_gone_out_of_scores_says_so(tmp_path: Path) -> None:
    pytest.importorskip("tantivy")
    folder = tmp_path / "seeds"
    write_lines(folder / "a.jsonl", *({"title": f"Rash {n}", "pmid": str(n)} for n in range(1, 4)))
    assert searcher("index", "--engine", "tantivy", cwd=tmp_path).returncode == 0
    write_lines(folder / "a.jsonl", *({"title": f"Rash {n}", "pmid": str(n)} for n in range(1, 3)))
    _, seen = on_terminal(tmp_path, "index")
    assert re.search(r"files  .*\n.*tidying  \[#+\]  2/2  all changes are in", seen, re.DOTALL)


def leave_in_scores(folder: Path) -> None:
    """Index ten records with tantivy; one of them goes, and leaves something in scores."""
    pytest.importorskip("tantivy")
    path = folder / "seeds" / "a.jsonl"
    lines = [{"title": f"Rash {n}", "pmid": str(n)} for n in range(1, 11)]
    write_lines(path, *lines)
    assert searcher("index", "--engine", "tantivy", cwd=folder).returncode == 0
    write_lines(path, *lines[:-1])
    assert searcher("index", "--no-tidy", cwd=folder).returncode == 0


def test_a_run_may_leave_what_is_gone_in_scores_and_status_says_so(tmp_path: Path) -> None:
    leave_in_scores(tmp_path)
    said = searcher("status", cwd=tmp_path).stdout
    assert "ghosts      1 deleted record still in scores" in said
    assert searcher("index", cwd=tmp_path).stdout.startswith("files: 1 unchanged")
    assert "ghosts" not in searcher("status", cwd=tmp_path).stdout


def test_optimize_says_how_far_it_is(tmp_path: Path) -> None:
    leave_in_scores(tmp_path)
    said, seen = on_terminal(tmp_path, "optimize")
    assert re.search(r"optimizing  \[#+\]  9/9  searching goes on", seen)
    assert re.fullmatch(r"0\.1 MB before, 0\.\d MB now\n", said)


def test_one_record_is_no_records(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        write_lines(tmp_path / "lit" / name, {"title": "Rash", "pmid": "1"})
    done = searcher("index", "lit", cwd=tmp_path)
    assert "; 1 record in the index, 1 duplicate (" in done.stdout


def test_ctrl_c_is_no_traceback_even_while_modules_are_imported(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt")
    done = searcher("status", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (130, "searcher: interrupted\n")


def test_an_empty_path_is_not_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A rash\n\nSeen on Tuesday.\n")
    for command in ("index", "parse", "watch"):
        done = searcher(command, "", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "a path is empty" in done.stderr


def test_a_given_file_that_may_not_be_read_is_left_to_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be wrong usage otherwise, and the other files of exports/* would not go in."""
    (tmp_path / "shut.txt").touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    (paths,) = (each for each in index_command.params if each.name == "paths")
    given = (str(tmp_path / "shut.txt"),)
    assert paths.type_cast_value(click.Context(index_command), given) == given


def test_a_batch_that_is_not_utf_8_is_the_users_to_mend(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_bytes("Sjögren\n".encode("latin-1"))
    done = searcher("query", "--batch", tmp_path / "lines.txt", cwd=folder)
    assert done.returncode == 2
    assert "lines.txt: is not UTF-8 text" in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_strategy_is_read_in_the_encoding_that_it_was_saved_in(
    folder: Path, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "lines.txt").write_bytes("1. “reslizumab”\r\n2. 1\r\n".encode(encoding))
    done = searcher("query", "--strategy", tmp_path / "lines.txt", cwd=folder)
    assert "#1           1  “reslizumab”" in done.stderr
    assert ("read as Windows-1252" in done.stderr) == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"PK\x03\x04word", "a Word document; save it as plain text"), (b"%PDF-1.7", "is a PDF")],
)
def test_a_strategy_that_is_no_text_is_told_what_it_is(
    folder: Path, tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "strategy").write_bytes(data)
    done = searcher("query", "--strategy", tmp_path / "strategy", cwd=folder)
    assert done.returncode == 2
    assert reason in done.stderr


def test_a_byte_order_mark_is_no_part_of_a_topic(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("T1\treslizumab\n", encoding="utf-8-sig")
    done = searcher("query", "--batch", tmp_path / "lines.txt", "-f", "trec", cwd=folder)
    assert done.stdout.startswith("T1 ")
