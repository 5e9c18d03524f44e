"""Nothing of a file is lost in silence: entries that are no records, and what was not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import searcher
from format_samples import as_document

from searcher.errors import InputError
from searcher.formats import detect, parse
from searcher.record import Record

UNTITLED = {
    "a.ris": "TY  - JOUR\nTI  - One\nER  - \nTY  - WEB\nAU  - Moen, I\nPY  - 2001\nER  - \n"
    "TY  - JOUR\nTI  - Two\nER  - \n",
    "a.bib": "@article{a, title = {One}}\n@misc{b, author = {Moen, Ida}, year = 2001}\n"
    "@article{c, title = {Two}}\n",
    "a.csv": "Title,Authors,Year\nOne,,2001\n,Moen I,2001\n,,\n,remark,\nTwo,,2002\n",
    "a.enw": "%0 Book\n%A Moen, I\n%T One\n%D 2001\n%V 1\n\n%0 Book\n%A Sow, A\n%D 2001\n\n"
    "%0 Book\n%T Two\n",
    "a.jsonl": '{"title": "One"}\n{"authors": ["Moen I"], "year": 2001, "doi": "10.1234/a"}\n'
    '{"remark": "none", "year": 2001}\n{"title": "Two"}\n',
    "a.json": '{"results": [{"title": "One", "year": 2001, "doi": "10.1234/a"}, {"authors":'
    ' ["Moen I"], "year": 2001, "doi": "10.1234/b"}, {"title": "Two", "year": 2001, "doi":'
    ' "10.1234/c"}]}',
    "a.txt": "Record: 1\nTitle: One\nAuthors: Moen I\nJournal: Acta\nYear: 2001\n\n"
    "Record: 2\nAuthors: Moen I\nJournal: Acta\nYear: 2001\n\nRecord: 3\nTitle: Two\n",
    "a.nxml": "<set>" + 3 * "<article><front><article-meta>{}</article-meta></front></article>"
    "</set>",
    "a.rdf": '<rdf:RDF xmlns:bib="http://purl.org/net/biblio#">'
    + 3 * "<bib:Article><z:itemType>article</z:itemType>{}</bib:Article>"
    + "<rdf:Description><z:itemType>attachment</z:itemType></rdf:Description></rdf:RDF>",
}
TITLE = {
    "a.nxml": "<title-group><article-title>{}</article-title></title-group>",
    "a.rdf": "<dc:title>{}</dc:title>",
}
for _path, _title in TITLE.items():
    UNTITLED[_path] = UNTITLED[_path].format(_title.format("One"), "", _title.format("Two"))


def read(text: str, path: str) -> tuple[list[str | None], InputError]:
    """The titles that come before the InputError, and that."""
    titles = []
    with pytest.raises(InputError) as caught:
        for each in parse(as_document(text, path)):
            titles.append(each.title if isinstance(each, Record) else None)
    return titles, caught.value


@pytest.mark.parametrize("path", UNTITLED)
def test_an_entry_without_title_and_abstract_is_told(path: str) -> None:
    titles, error = read(UNTITLED[path], path)
    assert titles == ["One", "Two"]
    assert error.reason == (
        "holds entries without a title and an abstract, the first is entry 2; the others were read"
    )
    assert error.entry == 2


def test_a_row_that_is_a_remark_and_an_object_of_another_kind_are_no_entries() -> None:
    for path, text in (
        ("a.csv", "Title,Authors,Year\nOne,,2001\n,,\n,exported by us,\n"),
        ("a.jsonl", '{"title": "One"}\n{"year": 2001, "remark": "exported by us"}\n'),
    ):
        assert [each.title for each in parse(as_document(text, path))] == ["One"]  # type: ignore[union-attr]


def test_the_run_tells_it_and_keeps_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "lit"
    folder.mkdir()
    (folder / "a.ris").write_text(UNTITLED["a.ris"])
    done = searcher("index", "lit", cwd=tmp_path)
    assert done.returncode == 5 and "2 records in the index" in done.stdout
    assert "lit/a.ris: holds entries without a title and an abstract" in done.stderr
    assert "the first is entry 2" in searcher("doctor", cwd=tmp_path).stdout


RIS = "TY  - JOUR\nTI  - One\nAU  - Moen, I\nPY  - 2001\nER  - \n\n"
MEDLINE = "PMID- 90000001\nTI  - Two\nAU  - Sow A\nDP  - 2001\n\n"


@pytest.mark.parametrize(
    ("text", "title", "told"),
    [
        (RIS + MEDLINE, "One", "goes on as MEDLINE from line 7 on"),
        (MEDLINE + RIS, "Two", "goes on as RIS from line 6 on"),
    ],
)
def test_a_second_layout_in_a_file_is_told(text: str, title: str, told: str) -> None:
    titles, error = read(text, "a.txt")
    assert titles == [title] and error.reason.startswith(told)


def test_several_json_arrays_in_a_file_are_read() -> None:
    arrays = [json.dumps([{"title": title}]) for title in ("One", "Two", "Three")]
    found = parse(as_document("\n\n".join(arrays) + "\n", "a.json"))
    assert [each.title for each in found if isinstance(each, Record)] == ["One", "Two", "Three"]
    titles, error = read(arrays[0] + "\nso far", "a.json")
    assert titles == ["One"] and error.reason.startswith("goes on behind its JSON array")


def test_a_quote_without_an_end_is_told() -> None:
    text = 'Title,Abstract,Year\nOne,a,2001\n"Two,b,2002\nThree,c,2003\nFour,d,2004\n'
    _, error = read(text, "a.csv")
    assert error.reason == "a quote in the row of line 3 has no end: all behind it is one cell"
    whole = text.replace('"Two', '"A ""word""\nand ""Two""').replace("d,2004", '"d\ne",2004')
    assert len(list(parse(as_document(whole.replace(",b,", '",b,'), "a.csv")))) == 4


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_a_table_of_unknown_columns_is_refused(ending: str) -> None:
    text = "Fang;Boot;Hafen;Stunde\nFieber;Moen I;Bergen;2001\nSalz;Sow A;Bergen;2002\n"
    titles, error = read(text, f"a.{ending}")
    assert titles == [] and error.reason.startswith("is a table of which no column is known")
    assert detect(as_document(text, "a.txt"))[0].name != "csv"
    prose = "Fever of sailors, and tonic\nNo one knew, that it holds quinine, a drug\n"
    assert detect(as_document(prose, f"a.{ending}"))[0].name != "csv"


@pytest.mark.parametrize("cover", ["", "---\nreferences:\n"])
def test_yaml_is_refused_and_not_read_as_one_page(cover: str) -> None:
    entry = "- id: moen2021\n  type: article-journal\n  title: Bells\n  DOI: 10.99999/b.1\n"
    titles, error = read(f"{cover}{entry}{entry}", "a.yaml")
    assert titles == [] and error.reason == "is YAML, which is not read: save the records as JSON"
