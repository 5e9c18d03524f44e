"""Query text to tokens, in one pass; every token knows its place in the text.

What looks like punctuation inside a word stays in the word: poly(ADP-ribose), benzo[a]pyrene,
10.1016/S0140-6736(05)12345-6. Noise that comes with pasting (typographic quotes, non-breaking
spaces) is made plain without moving anything.
"""

from __future__ import annotations

import re
from typing import Literal

from searcher import schema
from searcher.errors import QueryError
from searcher.frozen import frozen, replace
from searcher.lazy import lazy_pattern
from searcher.query import dialects, tags

Kind = Literal[
    "word", "quoted", "tag", "field", "operator", "sign", "reference", "open", "close", "left_out"
]  # fmt: skip

OPERATORS = ("AND", "OR", "NOT")


@frozen
class Token:
    """A piece of a query and where it stands.

    text: the word, the words between quotes, the name in brackets or before a colon, the
    operator, the sign, or the number of a line; near: what follows the tilde after a quotation.
    """

    kind: Kind
    text: str
    start: int
    near: str = ""


_PLAIN = {ord(char): '"' for char in "“”„‟«»＂″"}
_PLAIN.update({ord(char): " " for char in "\u00a0\u2007\u202f\u200b\ufeff\0"})

_FIELD = lazy_pattern(r"([A-Za-z1][A-Za-z_]{0,30}):(?=[^\s:/)\]])")
_NEAR = lazy_pattern(r"~(\d+|s)(?!\w)")
_TAG = lazy_pattern(r"\[([^\[\]()\"]{1,60})\]")
_REFERENCE = lazy_pattern(r"#(\d{1,6})(?![^\s()])")
_STOP = lazy_pattern(r"[\s\"()\[\]]")
_INNER = lazy_pattern(r"[()\s\"\[\]]")
_COMMA = lazy_pattern(r"(?<=[^\W\d_]{3})[,;](?=[^\W\d_]{3})|(?<=\d{7})[,;](?=\d{7})")
_OPEN_TAG = lazy_pattern(
    r"(?<=[\w*\"])\[([A-Za-z][A-Za-z/ -]{0,40}?)(?=\s*(?:$|\)|\s(?:AND|OR|NOT)\s))"
)
_NO_WORD = lazy_pattern(r"\W*(?:AND|OR|NOT)?")
_SIGN = lazy_pattern(r"[+-](?=[^\W\d_]|[\"(\[])")
_ALONE = lazy_pattern(r"[^\W_]+(?!\S)")  # a word with blanks around it
_SINGLE_QUOTED = lazy_pattern(r"'([^'\"()\[\]]{1,200})'(?=/exp\b|/de\b|:[a-z]{2}\b)")


def lex(text: str) -> list[Token]:
    """The tokens of a query in order; raises QueryError for a quotation that never ends."""
    return Lexer(text).run()


def is_word(text: str) -> bool:
    """Whether the text, standing alone, is one plain word."""
    if text.isalnum():
        return text not in OPERATORS
    try:
        tokens = lex(text)
    except QueryError:
        return False
    return [(token.kind, token.text) for token in tokens] == [("word", text)]


class Lexer:
    """One pass over a text.

    is_pasted: whether something in it is written as only another host than PubMed has it;
    warnings: what of that was read how.
    """

    def __init__(self, text: str) -> None:
        self.original = text
        self.text = text.translate(_PLAIN)
        self.at = 0
        self.tokens: list[Token] = []
        self.closed_by = _closed_inside_words(self.text)
        self.is_pasted = False
        self.warnings: list[str] = []

    def run(self) -> list[Token]:
        """The tokens in order."""
        text, end = self.text, len(self.text)
        has_pieces = dialects.may_hold_pieces(text)
        while self.at < end:
            char = text[self.at]
            if char.isspace():
                self.at += 1
            elif has_pieces and self._piece():
                self._suffix()
            elif char in "TA" and (found := dialects.BEFORE.match(text, self.at)):
                self._name_before(found)
            elif char.isalnum() and (plain := _ALONE.match(text, self.at)):
                word = plain.group()
                self._add("operator" if word in OPERATORS else "word", word, len(word))
            elif char == '"':
                self._quoted()
            elif char == "(":
                self._add("open", char, 1)
            elif char == ")":
                self._add("close", char, 1)
                self._suffix()
            elif char == "[" and self._tag():
                pass
            elif char == "]" or (char == "[" and self.at not in self.closed_by):
                self.at += 1
            else:
                self._other(char)
        return self.tokens

    def _add(self, kind: Kind, text: str, length: int, near: str = "") -> None:
        self.tokens.append(Token(kind, text, self.at, near))
        self.at += length

    def _quoted(self) -> None:
        end = self.text.find('"', self.at + 1)
        if end < 0:
            raise QueryError("this quotation mark has no partner", self.original, self.at)
        near = _NEAR.match(self.text, end + 1)
        inside = " ".join(self.text[self.at + 1 : end].split())
        stop = near.end() if near else end + 1
        self._add("quoted", inside, stop - self.at, near.group(1) if near else "")
        self._suffix()

    def _tag(self) -> bool:
        """A tag, or one that was left open behind its word: rash[tiab AND fever"""
        if found := _tag_at(self.text, self.at):
            self._add("tag", found.group(1), found.end() - self.at)
            return True
        found = _OPEN_TAG.match(self.text, self.at)
        if found is None or not tags.is_known(found.group(1)):
            return False
        self.warnings.append(f"“{found.group()}” was read as {found.group()}]")
        self._add("tag", found.group(1), found.end() - self.at)
        return True

    def _piece(self) -> bool:
        """What only other hosts write, as the tokens of what it means."""
        from searcher.query import hosts  # few queries hold any

        piece = hosts.piece_at(self.text, self.at)
        if piece is None:
            return False
        tokens = lex(piece.query) if piece.query else [Token("left_out", "", 0)]
        self.tokens += [replace(token, start=self.at) for token in tokens]
        self.at = piece.end
        self.is_pasted = self.is_pasted or piece.host
        if piece.host:
            meaning = f"was read as {piece.query}" if piece.query else "was left out"
            self.warnings.append(f"“{piece.text}” {meaning}")
        return True

    def _name_before(self, found: re.Match[str]) -> None:
        self.is_pasted = True
        self.warnings.append(f"“{found.group(1)}” was read as the field before what follows it")
        self._name(found.group(1), found.end())

    def _suffix(self) -> None:
        """Fields that Ovid and Embase write behind: (skin rash).ti,ab. and 'skin rash':ti,ab"""
        found = dialects.SUFFIX.match(self.text, self.at)
        if found and (tag := dialects.of_suffix(found.group())):
            self._add_suffix(found.group(), tag)

    def _add_suffix(self, suffix: str, tag: str) -> None:
        self.is_pasted = True
        for code in dialects.unread(suffix):
            self.warnings.append(f"“{code}” in “{suffix}” is no field here and was left out")
        self._add("tag", tag, len(suffix))

    def _other(self, char: str) -> None:
        text = self.text
        first = self.at == 0 or text[self.at - 1].isspace() or text[self.at - 1] in '("'
        if char == ":" and self.tokens and self.tokens[-1].kind in ("tag", "quoted"):
            self._add("word", char, 1)
        elif found := dialects.FIELD.match(text, self.at):
            self.is_pasted = True
            self._name(found.group(found.lastindex or 0), found.end())
        elif first and (found := _SIGN.match(text, self.at)):
            self._add("sign", char, 1)
        elif char == "#" and (found := _REFERENCE.match(text, self.at)):
            self._add("reference", found.group(1), found.end() - self.at)
        elif char == "'" and (found := _SINGLE_QUOTED.match(text, self.at)):
            self._add("quoted", " ".join(found.group(1).split()), found.end() - self.at)
            self._suffix()
        elif (found := _FIELD.match(text, self.at)) and self._has_value(found.end()):
            self._field(found)
        else:
            self._word()

    def _has_value(self, place: int) -> bool:
        return self.text[place] != "[" or place in self.closed_by

    def _field(self, found: re.Match[str]) -> None:
        name = found.group(1)
        if schema.find_field(name) or name.lower() == "has" or tags.is_mistyped(name):
            self._name(name, found.end())
            return
        if self.text[found.end()] in '"(' and name.isalpha():
            self.warnings.append(f"“{name}:” is not a field; searched as a word")
        self._word()

    def _name(self, name: str, end: int) -> None:
        """A field and, unless it is between quotation marks or parentheses, its value."""
        self._add("field", name, end - self.at)
        if self.text[self.at] not in '"(':
            self._add("word", word := self._run(), len(word))

    def _run(self) -> str:
        """The word that begins here."""
        text, start = self.text, self.at
        end = start if text[start] == "[" else start + 1
        while found := _STOP.search(text, end):
            end = found.start()
            closed = self.closed_by.get(end)
            before = text[start:end]
            if closed is None or _tag_at(text, end):
                return before
            if text[end] == "(" and _NO_WORD.fullmatch(before):
                return before
            end = closed + 1
        return text[start:]

    def _word(self) -> None:
        word = self._run()
        suffix = dialects.SUFFIX_END.search(word)
        tag = dialects.of_suffix(suffix.group()) if suffix else None
        if suffix and tag and suffix.start():
            self._add("word", word[: suffix.start()], suffix.start())
            self._add_suffix(suffix.group(), tag)
        elif word in OPERATORS:
            self._add("operator", word, len(word))
        else:
            start = self.at
            for comma in [*_COMMA.finditer(word), None]:
                end = start + (comma.end() if comma else len(word))
                self._add("word", self.text[self.at : end], end - self.at)


def _tag_at(text: str, place: int) -> re.Match[str] | None:
    """A tag stands behind its words; what goes on as a word (benzo[a]pyrene) is none."""
    found = _TAG.match(text, place)
    if found is None:
        return None
    after = text[found.end() : found.end() + 1]
    return None if after.isalnum() and not tags.is_known(found.group(1)) else found


def _closed_inside_words(text: str) -> dict[int, int]:
    """Where parentheses and brackets close that hold no space, quotation or tag."""
    closed: dict[int, int] = {}
    if "(" not in text and "[" not in text:
        return closed
    opened: list[int] = []
    for found in _INNER.finditer(text):
        char, place = found.group(), found.start()
        if char == "(" or (char == "[" and not _tag_at(text, place)):
            opened.append(place)
        elif char in ")]" and opened and text[opened[-1]] == ("(" if char == ")" else "["):
            closed[opened.pop()] = place
        else:
            opened.clear()
    return closed
