"""Saved web pages: meta tags and JSON-LD where there are any, the rest by the page reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format
from searcher.frozen import replace
from searcher.record import Evidence, Record

_SIGN = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:head|body|meta|div|p|span|br|h[1-6]|a)\b[^<>]{0,2000}>", re.IGNORECASE)
_DECLARATION = re.compile(r"<[!?][^<>]*>")
# A "<" that no tag follows; the parser would look for its end again and again.
_STRAY = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,20000}>)")

LABELLED = 0.8
"""Confidence of an abstract with a label of its own, which is believed more than a meta tag."""

_DROPPED = frozenset(
    {"nav", "footer", "form", "button", "select", "iframe", "svg", "template", "noscript", "aside"}
)
_RAW = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
_PARAGRAPHS = frozenset(
    {"p", "div", "section", "article", "header", "main", "ul", "ol", "dl", "table", "blockquote"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "pre", "figure", "hr"}
)
_LINES = frozenset({"br", "li", "tr", "dt", "dd", "option", "figcaption", "caption", "title"})
_ITEM = "\n• "
# Items of one list between which blocks have left blank lines.
_APART = re.compile(r"^(• [^\n]+)\n(?:[ \t]*\n)+(?=• )", re.MULTILINE)
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}


class _Stripper(HTMLParser):
    """Text with its blocks as lines, and the meta tags on the way."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.meta: list[tuple[str, str]] = []
        self.window = ""
        self._dropped = 0
        self._row_has_lines = False
        self._in_title = False
        self._button = ""
        self._menu = ("", 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == self._menu[0]:
            self._menu = (tag, self._menu[1] + 1)
        if self._button:
            self._open_menu(tag, dict(attrs).get("class") or "")
        if tag == "meta":
            self._note_meta(dict(attrs))
        elif tag in _DROPPED:
            self._dropped += 1
        elif self._dropped:
            return
        elif tag == "title":
            self._in_title = True
        elif tag in _PARAGRAPHS:
            # What an item begins with stands beside its mark.
            opens_item = self.pieces[-1:] == [_ITEM] and tag not in _HEADINGS
            self.pieces += [] if opens_item else ["\n\n" + _HEADINGS.get(tag, "")]
            self._row_has_lines = True
        elif tag in _LINES:
            self.pieces.append(_ITEM if tag == "li" else "\n")
            self._row_has_lines = tag != "tr"
        elif tag in ("td", "th"):
            # Cells of a row are one line, unless they hold lines: then the table is a layout.
            self.pieces.append("\n" if self._row_has_lines else " ")

    def _open_menu(self, tag: str, names: str) -> None:
        """What to do with the words of a button: those of one with a menu below it are of the
        page (a term, a journal), and the menu is not."""
        if "dropdown" in names and tag not in _DROPPED and not self._dropped:
            self.pieces.append(self._button)
            self._dropped += 1
            self._menu = (tag, 1)
        self._button = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._menu[0]:
            depth = self._menu[1] - 1
            self._menu = (tag, depth) if depth else ("", 0)
            self._dropped -= not depth
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag == "title":
            self._in_title = False
        elif tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag in _LINES:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        # The title of the window names the site as well: the page has its own heading.
        if self._in_title:
            self.window += data
        elif not self._dropped:
            self._button = "" if data.strip() else self._button
            self.pieces.append(re.sub(r"\s+", " ", data))
        elif self.lasttag == "button" and self._dropped == 1 and not self._menu[1]:
            self._button += " ".join(data.split())

    def _note_meta(self, attributes: dict[str, str | None]) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and len(self.meta) < 5000:
            self.meta.append((name.strip().lower(), content))


def detect(head: str, extension: str) -> float:
    """Sure where a document says that it is HTML, fairly sure where tags of it abound."""
    if "<" not in head:
        return 0.0
    if _SIGN.search(head[:4000]):
        return 0.9
    if head.lstrip()[:1] == "<" and not head.lstrip().startswith("<?xml"):
        return 0.8 if _TAG.search(head[:4000]) else 0.0
    if extension in ("htm", "html"):
        return 0.7 if _TAG.search(head) else 0.0
    return 0.0


def parse(document: Document) -> Iterator[Record]:
    """The one article of a saved page: meta tags, then JSON-LD, then what its text says."""
    from searcher.formats.html_linked import read_linked
    from searcher.formats.html_meta import read_meta, read_window
    from searcher.formats.page.reader import read_page

    page = document.text()
    text, meta = strip_tags(page)
    record = read_page(text)
    # Line numbers of the stripped text are no places in the file.
    evidence = {name: replace(found, lines=None) for name, found in record.provenance.items()}
    values, rules = read_meta(meta)
    linked, properties = read_linked(page, values.get("title") or record.title)
    rules = {name: f"meta {rule}" for name, rule in rules.items()}
    for name in _believed(linked, values, record):
        values[name], rules[name] = linked[name], f"json-ld {properties[name]}"
    journal = None if record.journal else read_window(meta)
    if journal and "journal" not in values:
        values["journal"], rules["journal"] = journal, "meta window"
    for name in _outdone(values, record):
        del values[name], rules[name]
    evidence.update({name: Evidence(rule, None, 0.99) for name, rule in rules.items()})
    if not evidence:
        raise InputError(document.path, "holds no title, abstract or text of an article")
    yield replace(record, **values, provenance=evidence)


def _believed(linked: Mapping[str, Any], meta: Mapping[str, Any], record: Record) -> list[str]:
    """The fields that JSON-LD decides: no meta tag has them, and the page says nothing better.

    Its keywords are often subjects of the whole journal, its date that of the first copy on line.
    Where meta tags tell of another article, it tells of none.
    """
    from searcher.formats.html_linked import same_title

    if "doi" in meta and linked.get("doi", meta["doi"]) != meta["doi"]:
        return []
    if "title" in meta and not same_title(linked.get("title"), meta["title"]):
        return []
    names = [name for name in linked if name not in meta]
    if record.keywords:
        names = [name for name in names if name != "keywords"]
    dated = record.provenance.get("year")
    issued = dated and dated.confidence >= LABELLED and linked.get("year") != record.year
    if "date" in meta or issued:
        names = [name for name in names if name not in ("date", "year")]
    return names


def _outdone(values: Mapping[str, Any], record: Record) -> Iterator[str]:
    """The fields that the text of the page says better than meta tags and JSON-LD."""
    found = record.provenance.get("abstract")
    if "abstract" in values and found:
        # A meta abstract has lost its sections and is often cut short.
        longer = str(record.abstract).startswith(values["abstract"].rstrip("."))
        if found.confidence >= LABELLED or longer:
            yield "abstract"
    if "pages" in values and str(record.pages).startswith(f"{values['pages']}-"):
        # Of the range a meta tag may have the first page alone.
        yield "pages"
    if record.keywords and set(record.keywords) < set(values.get("keywords", ())):
        # Meta keywords hold what a repository files the article under as well.
        yield "keywords"


def strip_tags(html: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a page, a block a paragraph, and its meta tags as (name, content).

    The title of the window is one of them, as "window".
    """
    for opening, closing in _RAW:
        html = _cut(html, opening, closing)
    html = _STRAY.sub("&lt;", _DECLARATION.sub(" ", html))
    stripper = _Stripper()
    stripper.feed(html)
    stripper.close()
    meta = [*stripper.meta, ("window", stripper.window)] if stripper.window else stripper.meta
    return _APART.sub(r"\1\n", "".join(stripper.pieces)), meta


def _cut(html: str, opening: str, closing: str) -> str:
    """Without everything between these two, as a scan that never goes back."""
    lowered = html.lower()
    if len(lowered) != len(html) or opening not in lowered:
        return html if opening not in html else _cut_exact(html, html, opening, closing)
    return _cut_exact(html, lowered, opening, closing)


def _cut_exact(html: str, searched: str, opening: str, closing: str) -> str:
    pieces, at = [], 0
    while True:
        start = searched.find(opening, at)
        if start < 0:
            pieces.append(html[at:])
            return " ".join(pieces)
        pieces.append(html[at:start])
        end = searched.find(closing, start)
        if end < 0:
            return " ".join(pieces)
        at = end + len(closing)
        if not closing.endswith(">"):
            at = searched.find(">", at) + 1 or len(html)


FORMAT = Format("html", ("html", "htm", "xhtml", "mhtml", "mht"), detect, parse)
