"""Text for people: hits as a page of results, records as a page each, fitting the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from searcher.output import Style
from searcher.output.layout import columns, pad, shorten, wrap
from searcher.output.printable import printable
from searcher.record import Record
from searcher.results import Hit, Results, Snippet

Places = tuple[tuple[int, int], ...]

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_MARK = "\x1b[1;33m"
_PLAIN_MARK = "*"
"""Around matched words of a snippet where there is no colour; titles stay clean there."""

_LABELS = {
    "keywords": "Keywords: ",
    "mesh": "MeSH: ",
    "authors": "Authors: ",
    "publication_types": "Types: ",
    "journal": "Journal: ",
}
"""What stands before a passage that is not of a running text."""

LONGEST_BAR = 40
MOST_BARS = 10
"""How many values of a facet a page shows; JSON has them all."""


SHORTEST_JOURNAL = 8

BODY_SHOWN = 400
"""How many characters of a body a record's page shows."""


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """Hits with their snippets, facets as bars, and how many there are; nothing of nothing."""
    indent = len(str(results.offset + len(results.hits))) + 2
    for hit in results.hits:
        stream.writelines(line + "\n" for line in _hit_lines(hit, indent, style))
        stream.write("\n")
    for name, counts in results.facets.items():
        stream.writelines(line + "\n" for line in _facet_lines(name, counts, stream, style))
        stream.write("\n")
    if results.hits or results.facets:
        stream.write(_range_line(results) + "\n")


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """Each record on a page of its own, with all its fields."""
    between = ""
    for record in records:
        stream.write(between)
        stream.writelines(line + "\n" for line in _record_lines(record, style))
        between = "\n" + _paint("─" * 3, _DIM, style) + "\n\n"


def _range_line(results: Results) -> str:
    total = f"{results.total:,} record" + ("" if results.total == 1 else "s")
    last = results.offset + len(results.hits)
    if not results.hits:
        return total
    if results.offset:
        return f"{results.offset + 1:,} to {last:,} of {total}"
    return f"{last:,} of {total}"


def _hit_lines(hit: Hit, indent: int, style: Style) -> Iterator[str]:
    width = style.width - indent
    margin = " " * indent
    record = hit.record
    title = printable(record.title or "[no title]")
    marks = _joined(title, hit.title_marks) if style.color and record.title else ()
    lead = f"{hit.rank}.".rjust(indent - 1) + " "
    for line in _lines(title, marks, width, style, _BOLD):
        yield lead + line
        lead = margin
    citation = _citation(record, width)
    if citation:
        yield margin + _paint(citation, _DIM, style)
    for line in _identifiers(record, width):
        yield margin + line
    if hit.snippet is not None:
        for line in _snippet_lines(hit.snippet, width, style):
            yield margin + line


def _citation(record: Record, width: int) -> str:
    """First author, journal and year on one line: what tells two papers apart at a glance."""
    first = record.authors[0] if record.authors else ""
    if len(record.authors) > 1:
        first += " et al."
    year = str(record.year) if record.year else record.date or ""
    first, journal, year = map(printable, (first, record.journal or "", year))
    room = width - sum(columns(part) + 3 for part in (first, year) if part)
    journal = shorten(journal, max(room, SHORTEST_JOURNAL))
    return shorten(" · ".join(part for part in (first, journal, year) if part), width)


def _identifiers(record: Record, width: int) -> Iterator[str]:
    """What finds the record again, each in one piece however narrow the terminal is."""
    named = (("doi", record.doi), ("pmid", record.pmid), ("pmcid", record.pmcid))
    line = ""
    for name in (printable(f"{name}:{value}") for name, value in named if value):
        if line and columns(line) + 2 + columns(name) > width:
            yield line
            line = name
        else:
            line = f"{line}  {name}" if line else name
    yield line or printable(record.docid)


def _snippet_lines(snippet: Snippet, width: int, style: Style) -> Iterator[str]:
    before = _LABELS.get(snippet.field, "") + ("… " if snippet.cut_before else "")
    after = " …" if snippet.cut_after else ""
    text = printable(snippet.text)
    marks = _joined(text, snippet.marks)
    if not style.color:
        text, marks = _with_plain_marks(text, marks), ()
    shift = len(before)
    marks = tuple((start + shift, end + shift) for start, end in marks)
    yield from _lines(before + text + after, marks, width, style)


def _with_plain_marks(text: str, marks: Places) -> str:
    """Marked words between asterisks."""
    pieces: list[str] = []
    done = 0
    for start, end in marks:
        pieces += (text[done:start], _PLAIN_MARK, text[start:end], _PLAIN_MARK)
        done = end
    return "".join(pieces) + text[done:]


def _joined(text: str, marks: Places) -> Places:
    """Marks with nothing but a blank or a hyphen between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and not text[joined[-1][1] : start].strip(" -"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _lines(text: str, marks: Places, width: int, style: Style, base: str = "") -> Iterator[str]:
    """The text wrapped and painted, matched words standing out."""
    for start, end in wrap(text, width):
        if not style.color:
            yield text[start:end]
            continue
        pieces: list[str] = []
        done = start
        for mark_start, mark_end in marks:
            first, last = max(mark_start, start), min(mark_end, end)
            if first < last:
                pieces += (_paint(text[done:first], base, style), _MARK, text[first:last], _RESET)
                done = last
        yield "".join(pieces) + _paint(text[done:end], base, style)


def _paint(text: str, code: str, style: Style) -> str:
    return f"{code}{text}{_RESET}" if style.color and code and text else text


def _facet_lines(
    name: str, counts: Iterable[tuple[str, int]], stream: TextIO, style: Style
) -> Iterator[str]:
    rows = [(printable(value), count) for value, count in counts]
    if not rows:
        return
    more, rows = len(rows) - MOST_BARS, rows[:MOST_BARS]
    label = min(max(columns(value) for value, _ in rows), style.width // 2)
    number = max(len(f"{count:,}") for _, count in rows)
    room = max(min(style.width - label - number - 6, LONGEST_BAR), 1)
    most = max(count for _, count in rows)
    block = "█" if _encodable("█", stream) else "#"
    yield _paint(name, _BOLD, style)
    for value, count in rows:
        bar = block * max(1, round(count * room / most))
        yield f"  {pad(shorten(value, label), label)}  {f'{count:,}'.rjust(number)}  {bar}"
    if more > 0:
        yield f"  … and {more:,} more"


def _encodable(char: str, stream: TextIO) -> bool:
    try:
        char.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _record_lines(record: Record, style: Style) -> Iterator[str]:
    title = printable(record.title or "[no title]")
    yield from _lines(title, (), style.width, style, _BOLD)
    if record.authors:
        yield from _lines(printable(", ".join(record.authors)), (), style.width, style)
    yield from _lines(_full_citation(record), (), style.width, style, _DIM)
    yield from _identifiers(record, style.width)
    yield from _section("Abstract", (record.abstract or "").split("\n"), style)
    yield from _section("Keywords", ["; ".join(record.keywords)], style)
    yield from _section("MeSH", ["; ".join(record.mesh)], style)
    yield from _section("Publication types", ["; ".join(record.publication_types)], style)
    yield from _section("Language", [record.language or ""], style)
    yield from _section("Body", _body_shown(record.body or ""), style)
    source = record.source
    if source.path:
        yield from _section("Source", [f"{source.path}#{source.ordinal} ({source.format})"], style)


def _body_shown(body: str) -> list[str]:
    if len(body) <= BODY_SHOWN:
        return body.split("\n")
    shown = body[:BODY_SHOWN].rsplit(None, 1)[0].split("\n")
    return [*shown, f"… {len(body):,} characters in all (whole with --format json)"]


def _full_citation(record: Record) -> str:
    """Journal. 2021-10-22;14(3):1548-1554, as far as it is known."""
    date = record.date or (str(record.year) if record.year else "")
    issue = f"({record.issue})" if record.issue else ""
    where = (record.volume or "") + issue
    pages = f":{record.pages}" if record.pages else ""
    when = ";".join(part for part in (date, where) if part) + pages
    return printable(". ".join(part for part in (record.journal, when) if part))


def _section(heading: str, paragraphs: list[str], style: Style) -> Iterator[str]:
    if not any(paragraphs):
        return
    yield ""
    yield _paint(heading, _BOLD, style)
    for paragraph in paragraphs:
        for line in _lines(printable(paragraph), (), style.width - 2, style):
            yield "  " + line
