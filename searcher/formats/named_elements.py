"""The elements of any XML by what their names say: titles, authors, dates of one record each.

Tags are read one by one, since such files are often cut short or hold markup within markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from itertools import chain

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.element_attributes import by_their_attributes
from searcher.formats.element_names import DEEPEST, RECORDS, TAG, kind_of, plain_name, repeated
from searcher.formats.elements import ENTITIES
from searcher.formats.values import month_number

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|$)", re.DOTALL)
PIECE = 1 << 20
"""Characters that are read at once, as far as the end of a record."""

RECORD_LIMIT = 8 << 20
"""Characters of the longest record."""


_BEHIND = {
    "month": "date",
    "day": "date",
    "middle": "given",
    **dict.fromkeys(("qualifier", "major", "major_qualifier"), "mesh"),
}
"""What goes on with a value of another kind."""


class Group:
    """The texts of one element by their kind; `around`: what stands around it.

    is_record: whether the element is one record; holds_record: whether one has ended within it.
    """

    def __init__(self, around: Group | None = None, is_record: bool = False) -> None:
        self.values: dict[str, list[str]] = {}
        self.is_record, self.holds_record = is_record, False
        self._names: dict[str, str] = {}
        while around and around.is_record and "title" in around.values:
            around = around._around  # it is told of the other record
        self._around: Group | None = around
        self._before_record: set[str] = set()
        self._ahead = ("", "")

    def add(self, kind: str, text: str, name: str) -> None:
        if kind in _BEHIND:
            self._go_on(kind, text.strip())
            return
        if kind in self._before_record:
            # What was said before a record was said of that one: of the next one this is.
            self._before_record.remove(kind)
            del self.values[kind]
        ahead, self._ahead = self._ahead, ("", "")
        if ahead[0] == kind == "mesh":
            text = f"{ahead[1]}{text}"
        elif ahead[0] == kind and len(text.strip()) == len("2021"):
            text = f"{text.strip()}{ahead[1]}"
        self.values.setdefault(kind, []).append(text)
        self._names.setdefault(kind, name)

    def _go_on(self, kind: str, text: str) -> None:
        """Put a month or day behind the year beside it, a middle name behind a given one, and
        what is said of a heading to it."""
        texts = self.values.get(_BEHIND[kind], [])
        if _BEHIND[kind] == "mesh":
            self._mark(kind, text, texts)
            return
        number = month_number(text) if kind == "month" else int(text) if text.isdecimal() else 0
        if texts and kind == "middle":
            texts[-1] += f" {text}"
        elif texts and number and number < 32 and len(texts[-1]) == (4 if kind == "month" else 7):
            texts[-1] += f"-{number:02}"
        elif number and (kind == "month" or self._ahead[0] == "date"):
            self._ahead = (
                "date",
                f"{self._ahead[1]}-{number:02}" if kind == "day" else f"-{number:02}",
            )

    def _mark(self, kind: str, text: str, headings: list[str]) -> None:
        """Put a qualifier behind its heading, or the star of a major topic before what has it."""
        if kind == "qualifier" and headings:
            headings[-1] += f"/{text}"
        elif text == "Y" and kind == "major":
            self._ahead = ("mesh", "*")
        elif text == "Y" and headings:
            above, slash, qualifier = headings[-1].rpartition("/")
            headings[-1] = f"{above}{slash}*{qualifier}"

    def end_within(self, around: Group) -> None:
        """Leave to the group around this one what it holds, unless that was said of records."""
        if self.is_record or self.holds_record:
            around.holds_record = True
            if not around.is_record:
                around._before_record.update(around.values)
            return
        for kind, texts in self.values.items():
            for text in texts:
                around.add(kind, text, self._names[kind])

    def own(self, kind: str) -> list[str]:
        return self.values.get(kind, [])

    def all(self, kind: str) -> list[str]:
        """The record's own first, then those of the elements around it, the nearest first."""
        return self.own(kind) + (self._around.all(kind) if self._around else [])

    def first(self, kind: str) -> str:
        around = kind in ("volume", "issue", "language")
        texts = self.all(kind) if around else self.own(kind)
        return texts[0] if texts else ""

    def name(self, kind: str) -> str:
        """What an element of this kind is called."""
        known = self._names.get(kind)
        return known or (self._around.name(kind) if self._around else kind)


_Stack = list[tuple[str, Group]]


def groups(document: Document) -> Iterator[Group]:
    """What stands in each record, with the journal's values that stand around it."""
    around = Group()
    records = RECORDS | _repeated(document)
    stack: _Stack = []
    found = False
    for text in _pieces(document, records):
        read = 0
        for tag in TAG.finditer(text):
            if tag.start() < read or tag[0].endswith("/>"):
                continue
            if not tag[1]:
                read = _open(text, tag, stack, around, records)
                continue
            for group in _closed(plain_name(tag[2]), stack, around):
                found = True
                yield group
    for group in dict.fromkeys(each for _, each in stack):
        # The file is cut within them.
        if group.is_record and "title" in group.values:
            found = True
            yield group
    if not found:
        for _, group in stack:
            group.end_within(around)
        yield around


def _repeated(document: Document) -> frozenset[str]:
    """The elements that are records beside those that are called so, out of as much of the text
    as tells it: the first one may be long."""
    text, wanted = "", 1
    for block in chain(document.blocks(), ("",)):
        text += block
        if len(text) < wanted and block:
            continue
        found = repeated(by_their_attributes(text))
        if found is not None or len(text) > RECORD_LIMIT:
            return found or frozenset()
        wanted = 2 * len(text)
    return frozenset()


def _pieces(document: Document, records: Collection[str]) -> Iterator[str]:
    """The text without comments, in pieces that end with a record once one is large enough."""
    names = "|".join("[_-]?".join(map(re.escape, name)) for name in sorted(records))
    record_end = re.compile(rf"</(?:[\w.-]+:)?(?:{names})\s*>", re.IGNORECASE)
    rest, begun = "", False
    for block in chain(document.blocks(), ("",)):
        rest += block
        end = len(rest)
        if block and (end < PIECE or not (ends := list(record_end.finditer(rest)))):
            if end > RECORD_LIMIT:
                raise InputError(document.path, "holds a record without an end")
            continue
        end = ends[-1].end() if block else end
        text, rest = _COMMENT.sub("", rest[:end]), rest[end:]
        first = None if begun else TAG.search(text)
        if first and "<!ENTITY" in text[: first.start()]:
            raise InputError(document.path, ENTITIES)
        begun = True
        yield by_their_attributes(_CDATA.sub(lambda found: html.escape(found[1]), text))


def _open(
    text: str, tag: re.Match[str], stack: _Stack, around: Group, records: Collection[str]
) -> int:
    """Put an element on the stack and note its text; where that ends."""
    raw, group = tag[2], stack[-1][1] if stack else around
    name, read = plain_name(raw), tag.end()
    kind = kind_of(raw.lower(), name, [each for each, _ in stack])
    if kind:
        read = _end(text, raw, tag.end(), whole=kind in ("title", "abstract"))
        if read > tag.end():
            group.add(kind, text[tag.end() : read], raw)
    if len(stack) < DEEPEST:
        if name in records or not group.is_record:
            group = Group(group, is_record=name in records)
        stack.append((name, group))
    return read


def _closed(name: str, stack: _Stack, around: Group) -> Iterator[Group]:
    """Take an element off the stack, with those in it; the records among them."""
    while stack and name in (each for each, _ in stack):
        last, group = stack.pop()
        outer = stack[-1][1] if stack else around
        if group is not outer:
            if group.is_record and "title" in group.values:
                yield group
            group.end_within(outer)
        if last == name:
            break


def _end(text: str, raw: str, start: int, whole: bool) -> int:
    """Where the text of an element ends; at its start if others are in it, unless it is `whole`."""
    if whole:
        end = text.find(f"</{raw}>", start)
        return end if end >= 0 else len(text)
    end = text.find("<", start)
    return end if end >= 0 and text.startswith(f"</{raw}", end) else start
