"""Each file of an index directory cut or overwritten: verify says so, repair puts it right."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from importlib.util import find_spec
from pathlib import Path

import pytest
from command import searcher
from json_lines import write_lines

from searcher.catalog import Catalog
from searcher.errors import IndexDamaged, IndexMissing, IndexUnusable
from searcher.index import Index

NO_TANTIVY = pytest.mark.skipif(find_spec("tantivy") is None, reason="tantivy is not installed")
ENGINES = ["whoosh", pytest.param("tantivy", marks=NO_TANTIVY)]


@pytest.fixture(params=ENGINES)
def built(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An index made by two syncs, with duplicates in it."""
    folder = tmp_path / "lit"
    index = Index.open_or_create(tmp_path / "index", request.param)
    for part in range(2):
        shapes = [
            {"title": f"Study {number} of rash", "pmid": str(100 + number), "abstract": "It was."}
            for number in range(part * 10, part * 10 + 12)
        ]
        write_lines(folder / f"{part}.jsonl", *shapes, time=1000 + part)
        index.sync([folder])
    index.close()
    return tmp_path / "index"


def files_of(index: Path) -> list[Path]:
    """All files whose content matters."""
    return sorted(
        path for path in index.rglob("*")
        if path.is_file() and path.stat().st_size and "lock" not in path.name.lower()
    )  # fmt: skip


def overwrite(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    place = rng.randrange(len(data))
    data[place] ^= 1 + rng.randrange(255)
    path.write_bytes(data)


def cut(path: Path, rng: random.Random) -> None:
    os.truncate(path, rng.randrange(path.stat().st_size))


def remove(path: Path, rng: random.Random) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [overwrite, cut, remove])
def test_damage_to_any_file_is_found_and_never_answered_from(
    built: Path, damage, tmp_path: Path
) -> None:
    rng = random.Random(damage.__name__)
    names = [path.relative_to(built) for path in files_of(built)]
    if damage is remove:  # no manifest is what an interrupted run leaves: no damage
        names.remove(Path("gen-000001/manifest"))
    for name in names:
        copy = tmp_path / "copy"
        shutil.copytree(built, copy)
        damage(copy / name, rng)
        try:
            problems = Index.open_or_create(copy).verify().problems
        except IndexUnusable as error:
            problems = (str(error),)
        assert problems, name
        try:
            with Index.open(copy) as index:
                assert index.search("rash").total == 22, name
        except IndexUnusable:
            pass
        shutil.rmtree(copy)


def test_an_index_with_a_damaged_file_is_not_opened(built: Path) -> None:
    overwrite(built / "gen-000001" / "catalog.sqlite", random.Random(1))
    with pytest.raises(IndexDamaged, match=r"catalog.sqlite is not as it was written"):
        Index.open(built)


def test_a_damaged_index_is_not_written_to(built: Path) -> None:
    path = max((built / "gen-000001" / "engine").iterdir(), key=lambda path: path.stat().st_size)
    overwrite(path, random.Random(1))
    with pytest.raises(IndexDamaged, match=f"{path.name} is not as it was written"):
        Index.open_or_create(built).sync([built.parent / "lit"])
    assert Index.open_or_create(built).verify().problems


def test_an_index_that_was_copied_is_sound(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "copy", copy_function=shutil.copy)
    assert Index.open(tmp_path / "copy").verify().problems == ()


@pytest.mark.parametrize("damage", [overwrite, cut, remove])
def test_repair_makes_a_damaged_index_sound(built: Path, damage) -> None:
    rng = random.Random(damage.__name__)
    for name in ("engine", "manifest", "catalog.sqlite", "roots.json"):
        path = rng.choice(
            [each for each in files_of(built) if each.name == name or each.parent.name == name]
        )
        damage(path, rng)
        with Index.open_or_create(built) as index:
            report = index.verify(repair=True)
            assert report.problems == ()
            assert report.repaired or name == "manifest"
            assert index.search("rash").total == 22


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"searcher index"', '"searchur index"'),
        ('"generation": 1', '"generation": 3'),
        ('"engine": "', '"engine": "x'),
    ],
)
def test_an_index_of_which_meta_json_is_wrong_in_one_place_is_repaired(
    built: Path, before: str, after: str
) -> None:
    meta = built / "meta.json"
    assert before in meta.read_text()
    meta.write_text(meta.read_text().replace(before, after))
    with Index.open_or_create(built) as index:
        report = index.verify(repair=True)
        assert report.problems == ()
        assert "meta.json is damaged" in report.repaired[0]
        assert index.search("rash").total == 22


@pytest.mark.parametrize(
    "damage",
    ["state SET value = 5 WHERE key = 'base'", "runs SET report = 'nonsense'"],
)
def test_a_catalog_that_says_nonsense_is_one_line_and_is_repaired(built: Path, damage: str) -> None:
    """Where its size and time are what they were, opening an index does not find it."""
    path = built / "gen-000001" / "catalog.sqlite"
    before = path.stat()
    with sqlite3.connect(path) as catalog:
        catalog.execute(f"UPDATE {damage}")
    catalog.close()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with Index.open_or_create(built) as index:
        assert index.verify().problems
        with pytest.raises(IndexDamaged, match="is damaged"):
            index.status()
            index.sync([built.parent / "lit"])
        assert index.verify(repair=True).problems == ()
        assert index.search("rash").total == 22


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"path BLOB NOT", b"path`BLOB NOT"), (b"files (path)", b"files (pat\xcc)")],
)
def test_what_sqlite_says_of_damage_is_one_line_whatever_it_quotes(
    built: Path, before: bytes, after: bytes
) -> None:
    path = built / "gen-000001" / "catalog.sqlite"
    path.write_bytes(path.read_bytes().replace(before, after))
    with pytest.raises(IndexDamaged) as caught:
        Catalog(str(path.parent))
    assert "\n" not in str(caught.value)


def test_each_line_of_what_sqlite_finds_is_a_problem_of_its_own(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Catalog, "rows", lambda *_: [("in main\nOn page 16",), ("On page 17",)])
    lines = ["in main", "On page 16", "On page 17"]
    found = Catalog(str(built / "gen-000001")).integrity()
    assert found == [f"catalog.sqlite: {line}" for line in lines]


def test_without_its_catalog_an_index_is_built_again_from_the_same_paths(built: Path) -> None:
    (built / "gen-000001" / "catalog.sqlite").write_bytes(b"nothing of the kind")
    done = searcher("index", "--rebuild", cwd=built.parent)
    assert done.returncode == 0, done.stderr
    assert "what the index was built from is known from beside it" in done.stderr
    with Index.open(built) as index:
        assert index.search("rash").total == 22


def test_an_index_built_from_what_nobody_knows_is_not_replaced_by_an_empty_one(
    built: Path,
) -> None:
    for name in ("catalog.sqlite", "roots.json"):
        (built / "gen-000001" / name).unlink()
    done = searcher("index", "--rebuild", cwd=built.parent)
    assert done.returncode == 2
    assert "name the paths" in done.stderr
    assert (built / "gen-000001" / "engine").exists()


@pytest.mark.parametrize(
    ("docid", "content", "new", "problem"),
    [
        ("105", "106", False, "105: not in the engine as the catalog has it"),
        (
            "111",
            "111",
            True,
            "records in the engine under docids of others: 1",
        ),
    ],
    ids=["another", "twice"],
)
def test_a_record_that_is_another_or_is_there_twice_is_told(
    built: Path, docid: str, content: str, new: bool, problem: str
) -> None:
    with Index.open(built) as index:
        engine, record = index._engine, index.get(content)
        assert engine is not None
        assert record is not None
        writer = engine.writer()
        writer.add(docid, engine.encode(docid, record), new=new)
        writer.commit()
        writer.close()
        (built / "gen-000001" / "manifest").unlink()
        assert index.verify().problems == (problem,)
        assert index.verify(repair=True).problems == ()
        assert index.search("rash").total == 22


def test_what_sqlite_finds_is_a_problem_though_all_records_are_there(built: Path) -> None:
    path = built / "gen-000001" / "catalog.sqlite"
    with sqlite3.connect(path) as catalog:
        catalog.execute("PRAGMA writable_schema = ON")
        catalog.execute("DELETE FROM sqlite_master WHERE name = 'records_of_doi'")
    catalog.close()
    (path.parent / "manifest").unlink()
    problems = Index.open(built).verify().problems
    assert problems
    assert all(line.startswith("catalog.sqlite: ") for line in problems)


def test_repair_puts_single_records_right_in_place(built: Path) -> None:
    index = Index.open(built)
    place = built / "gen-000001"
    index._engine.writer()  # type: ignore[union-attr]
    writer = index._engine.writer()  # type: ignore[union-attr]
    writer.delete("105")
    writer.delete("111")
    stray = index._engine.encode("999", index.get("106"))  # type: ignore[union-attr,arg-type]
    writer.add("999", stray)
    writer.commit()
    writer.close()
    catalog = Catalog(place, write=True)
    catalog.begin()
    waiting = next(row.id for row in catalog.all_records() if not row.shown)
    catalog.change("lose", [(b"nonsense", waiting)])
    catalog.commit()
    catalog.close()
    (place / "manifest").unlink()
    report = index.verify()
    assert len(report.problems) == 4
    report = index.verify(repair=True)
    assert report.problems == ()
    assert len(report.repaired) == 4
    assert (place / "manifest").exists()
    index.refresh()
    assert index.search("rash").total == 22


def test_repair_where_there_is_no_index_makes_none(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="there is no index"):
        Index.open_or_create(tmp_path / "none").verify(repair=True)
    assert not (tmp_path / "none").exists()


def test_repair_builds_anew_where_records_have_lost_their_file(built: Path) -> None:
    catalog = Catalog(built / "gen-000001", write=True)
    catalog.begin()
    catalog.change("drop file", [(1,)])
    catalog.commit()
    catalog.close()
    (built / "gen-000001" / "manifest").unlink()
    with Index.open(built) as index:
        report = index.verify(repair=True)
        assert (bool(report.repaired), report.problems) == (True, ())
        assert index.search("rash").total == 22
