"""BibTeX, for LaTeX: one @article a record, UTF-8, with the fields that biber and JabRef know.

A key is made of first author, year and docid: the same record has the same key in every export.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO
from zlib import crc32

from searcher.names import inverted, is_body, split_name
from searcher.output import Style
from searcher.output.tags import date_parts, lines, month_name, one_line
from searcher.record import Record
from searcher.results import Results

# Braces count even behind a backslash, so they have to be spelled out.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: "\\" + char for char in "&%$#_"},
    # Before another one of their kind, where TeX would make them a dash or a quotation mark.
    **{char: char + "{}" for char in "-'`"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]|-(?=-)|'(?=')|`(?=`)")
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9.:/_-]+")
_NOT_IN_VERBATIM = re.compile(r"[{}\\]")


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """An entry for each hit."""
    write_records((hit.record for hit in results.hits), stream, style)


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """An entry for each record; keys are remembered, so that none comes twice."""
    seen: dict[str, int] = {}
    for record in records:
        key = _key(record)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            key = f"{key}:{seen[key]}"
        stream.write(f"@article{{{key},\n")
        for name, value in _values(record):
            if value:
                stream.write(f"  {name} = {value},\n")
        stream.write("}\n\n")


def _values(record: Record) -> Iterator[tuple[str, str]]:
    # Two pairs of braces keep a style from changing the case of names of drugs and diseases.
    yield "title", f"{{{_braced(one_line(record.title))}}}" if record.title else ""
    yield "author", _braced_raw(" and ".join(map(_name, record.authors)))
    yield "journal", _braced(one_line(record.journal))
    year, month, day = date_parts(record)
    yield "year", _braced(year)
    yield "month", month_name(month).lower()
    yield "day", _braced(day)
    yield "volume", _braced(one_line(record.volume))
    yield "number", _braced(one_line(record.issue))
    yield "pages", _braced_raw(_escaped(one_line(record.pages)).replace("-", "--"))
    yield "doi", _braced_raw(_NOT_IN_VERBATIM.sub("", one_line(record.doi)))
    yield "pmid", _braced(one_line(record.pmid))
    yield "pmcid", _braced(one_line(record.pmcid))
    yield "language", _braced(one_line(record.language))
    yield "keywords", _list(record.keywords)
    yield "publicationtype", _list(record.publication_types)
    yield "mesh", _list(record.mesh)
    yield "abstract", _braced("\n".join(lines(record.abstract)))


def _list(values: tuple[str, ...]) -> str:
    text = "; ".join(map(one_line, values))
    # A single value with a comma would be read as two; a separator at its end says it is one.
    return _braced(text + ";" if "," in text and ";" not in text else text)


def _name(author: str) -> str:
    name = _escaped(inverted(one_line(author)))
    return f"{{{name}}}" if is_body(author) or " and " in name else name


def _braced(text: str) -> str:
    return _braced_raw(_escaped(text))


def _braced_raw(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], text)


def _key(record: Record) -> str:
    """ "doe2021-12345678"; what a key cannot hold is replaced, with a checksum to stay unique."""
    surname = split_name(record.authors[0])[1] if record.authors else ""
    surname = unicodedata.normalize("NFKD", surname).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z]", "", surname) + date_parts(record)[0]
    docid = _NOT_IN_KEY.sub("-", record.docid).strip("-")
    if docid != record.docid:
        docid += f"-{crc32(record.docid.encode(errors='replace')):08x}"
    return f"{_NOT_IN_KEY.sub('', name)}-{docid}".strip("-")
