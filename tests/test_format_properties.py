"""Whatever the text: no format raises anything but InputError, and none invents anything."""

from __future__ import annotations

import copy
import json
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from examples import drawn
from format_samples import GOLDEN, STRUCTURED, as_document, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searcher.errors import InputError
from searcher.formats import FORMATS, parse
from searcher.record import Record


@given(text=st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_any_format_raise_anything_but_an_input_error(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for name in FORMATS:
        with suppress(InputError):
            records(as_document(data), name)


_FRAGMENTS = (
    *(
        "@article{",
        "@string{",
        "=",
        "{",
        "}",
        '"',
        "\\'",
        "\\alpha",
        "$",
        "#",
        "TY  - JOUR\n",
        "\nTI  - ",
    ),
    *(
        "PMID- ",
        "ER  - \n",
        "<article>",
        "<front>",
        "</article>",
        "<article-meta>",
        "<PubmedArticle>",
    ),
    *("</PubmedArticle>", "<record>", "</record>", "&", "&lt;", "&x;", '{"title":', "[", "{", "}]"),
    *(":", ",", "10.1234/a", "2001;", "1. J. 2001;1(2):3.", "DOI: ", "PMID: 7", "title,abstract"),
    *("\n", "\n\n", "\t"),
)


@given(pieces=st.lists(st.sampled_from(_FRAGMENTS), max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_fragments_of_layouts_make_any_format_raise(pieces: list[str]) -> None:
    document = as_document("".join(pieces))
    for name in STRUCTURED:
        with suppress(InputError):
            records(document, name)


def _mutate(data: st.DataObject, lines: list[str]) -> list[str]:
    for _ in range(data.draw(st.integers(1, 3))):
        how = data.draw(
            st.sampled_from(["drop", "double", "cut", "upper", "lower", "swap", "join"])
        )
        place = data.draw(st.integers(0, len(lines) - 1))
        if how == "drop":
            lines = lines[:place] + lines[place + 1 :]
        elif how == "double":
            lines = lines[:place] + lines[place : place + 1] + lines[place:]
        elif how == "cut":
            lines = [*lines[:place], lines[place][: data.draw(st.integers(0, len(lines[place])))]]
        elif how == "swap":
            lines = lines[:place] + lines[place : place + 2][::-1] + lines[place + 2 :]
        elif how == "join":
            lines = [*lines[:place], " ".join(lines[place : place + 2]), *lines[place + 2 :]]
        else:
            lines = [line.upper() if how == "upper" else line.lower() for line in lines]
        if not lines:
            return [""]
    return lines


_VALUES = (None, 0, 5, True, "", "x", [], {}, [None], ["a", {"b": 1}], {"name": None}, [[1]])
_ATTRIBUTE = re.compile(r"""\s[\w:-]+="[^"]*\"""")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each object or list with each of its keys or places, outer before inner."""
    listed = enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(value.items() if isinstance(value, dict) else listed):
        yield value, key
        yield from _places(inner)


@pytest.mark.parametrize(
    "path", [path for path in GOLDEN if path.suffix == ".json"], ids=lambda path: path.name
)
@given(data=st.data())
@settings(max_examples=drawn(short=40, long=400), deadline=None)
def test_whatever_stands_in_the_place_of_a_value_is_no_bug(path: Path, data: st.DataObject) -> None:
    shape = json.loads(path.read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(_places(shape)) or [([None], 0)]))
        holder[key] = copy.deepcopy(data.draw(st.sampled_from(_VALUES)))
    with suppress(InputError):
        for record in parse(as_document(json.dumps(shape))):
            assert isinstance(record, Record)
            assert all(isinstance(name, str) for name in record.authors)


@pytest.mark.parametrize(
    "path",
    [path for path in GOLDEN if "<" in path.read_text("utf-8-sig")[:3]],
    ids=lambda p: p.name,
)
@given(data=st.data())
@settings(max_examples=drawn(short=20, long=200), deadline=None)
def test_attributes_that_are_not_there_are_no_bug(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8-sig")
    for _ in range(data.draw(st.integers(1, 3))):
        found = list(_ATTRIBUTE.finditer(text))
        if found:
            lost = data.draw(st.sampled_from(found))
            text = text[: lost.start()] + text[lost.end() :]
    with suppress(InputError):
        list(parse(as_document(text)))


@pytest.mark.parametrize(
    "text",
    [
        "<collection><document><id>1</id><passage><infon key='type'>title</infon><infon>x</infon>"
        "<text>Rash</text></passage></document></collection>",
        '[{"title": "Rash", "authors": [{"first": "Ann", "middle": [["B"]], "last": "Ek"}]}]',
    ],
)
def test_what_was_a_bug_is_a_record(text: str) -> None:
    (record,) = records(as_document(text))
    assert record.title == "Rash"


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
@given(data=st.data())
@settings(
    max_examples=drawn(short=40, long=80),  # of each of more than forty samples
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_mutations_never_invent(path: Path, data: st.DataObject) -> None:
    """Identifiers, years and titles are in the text, and never those of another article."""
    text = path.read_text(encoding="utf-8-sig")
    text = "\n".join(_mutate(data, text.split("\n")))
    name = json.loads(Path(f"{path}.expected.json").read_text(encoding="utf-8"))["format"]
    found = []
    with suppress(InputError):
        for each in parse(as_document(text), name):
            found.append(each)
    lower = text.lower()
    for record in found:
        assert isinstance(record, Record)
        if record.doi:
            assert record.doi in lower
            assert not record.doi.startswith("10.88888")
        if record.pmid:
            assert record.pmid in lower
            assert record.pmid[0] == "9"
        if record.pmcid:
            assert record.pmcid.removeprefix("PMC") in lower
        if record.year:
            assert str(record.year) in lower
        for word in re.findall(r"[a-z]{4,}", (record.title or "").lower()):
            assert word in lower


_REPEATED = (
    *(
        "{",
        "}",
        "@a{",
        "@a{b,c={",
        '"',
        '"\n',
        "\\",
        "\\'{",
        "$",
        "TY  - x\n",
        "TY  - JOUR\nTI  - x",
    ),
    *("<article>", "<PubmedArticle>", "<PubmedArticle><MedlineCitation>", "<record>", "&", "&a;"),
    *("<!--", "<article><!--", "<article><![CDATA[", "<article><?"),
    *("1. A. 2000;1(2):3.\n\n", "PMID- 1\n", "10.1234/", "AB: ", "A B(1), ", "Smith J; ", "[{"),
    *('{"title":', "title,abstract,year\n", "2000 ", "Jan ", "(", "\u2003", "a\r", "VN  - Ovid\n"),
)


@pytest.mark.parametrize("piece", _REPEATED)
def test_no_repetition_takes_long(piece: str) -> None:
    """A fifth of a megabyte of anything is read in well under two seconds by every format."""
    document = as_document(piece * (200_000 // len(piece)))
    for name in STRUCTURED:
        begin = time.process_time()
        FORMATS[name].detect(document.head, "")
        with suppress(InputError):
            records(document, name)
        assert time.process_time() - begin < 2, name
