"""One piece of a query to one node: a word, a truncation, a wildcard, a fuzzy word, a date.

Each function returns what it made and, where the user should know, what it had to change.
"""

from __future__ import annotations

import re

from searcher import schema
from searcher.frozen import replace
from searcher.lazy import lazy_pattern
from searcher.patterns import is_wild, single_stars
from searcher.query import dates, dialects, lexer, tree
from searcher.query.dates import Warn

MAX_WINDOW = 1000

_BEFORE = lazy_pattern(r"^[^\w*\[]+")
_BEHIND = lazy_pattern(r"[^\w*)\]]+$")
_FUZZY = lazy_pattern(r"^(.*\w)~(\d*)$", re.DOTALL)


def word(text: str, field: str | None, warn: Warn) -> tree.Node | None:
    """The node for one word as typed; None when it is nothing but punctuation."""
    if field is None and text.isalnum() and text not in lexer.OPERATORS:
        return tree.Word(text)
    if field is not None and schema.kind_of(field) == "date":
        return dates.span(text, field, warn)
    if field is None and (span := dates.bare(text, warn)):
        return span
    if found := dialects.DOI_ADDRESS.fullmatch(text):
        return word(found.group(1), field, warn)
    if found := dialects.DOLLAR.fullmatch(text):
        warn(f"“{text}” was read as {found.group(1)}*")
        return word(found.group(1) + "*", field, warn)
    if fuzzy := _FUZZY.match(text):
        return _fuzzy(fuzzy.group(1), fuzzy.group(2), field, warn)
    plain = _BEHIND.sub("", text) if _BEHIND.search(text) else _BEFORE.sub("", text)
    if plain != text:  # without its punctuation it may be more than a word
        return word(plain, field, warn)
    if not any(char.isalnum() for char in text):
        if not is_wild(text):
            return None
        return tree.Exists(field) if field else tree.Everything()
    if field is None and not lexer.is_word(text):
        return tree.Phrase(text)
    if is_wild(text):
        return _wildcard(single_stars(text), field)
    return tree.Word(text, field)


def _wildcard(text: str, field: str | None) -> tree.Node:
    stem = text[:-1]
    if text.endswith("*") and not is_wild(stem) and any(char.isalnum() for char in stem):
        return tree.Prefix(stem, field)
    return tree.Wildcard(text, field)


def _fuzzy(text: str, distance: str, field: str | None, warn: Warn) -> tree.Node | None:
    if is_wild(text):
        warn(f"“{text}~” cannot be both fuzzy and a wildcard; searched as a wildcard")
        return word(text, field, warn)
    text = _BEFORE.sub("", text)
    if field is None and not lexer.is_word(text):
        return tree.Phrase(text)
    edits = int(distance[:4] or 1)
    if edits not in (1, 2):
        warn(f"“{text}~{distance[:4]}” allows 1 or 2 edits; searched with {1 if edits < 1 else 2}")
        edits = 1 if edits < 1 else 2
    return tree.Fuzzy(text, edits, field)


def phrase(
    text: str, field: str | None, warn: Warn, window: int | None = None, sentence: bool = False
) -> tree.Node | None:
    """The node for words between quotation marks; None when there is nothing in them."""
    if field is not None and schema.kind_of(field) == "date":
        return dates.span(text, field, warn)
    text = " ".join(text.split())
    if not any(char.isalnum() for char in text):
        return None
    if "$" in text and (read := dialects.DOLLARS.sub(r"\1*", text)) != text:
        warn(f"“{text}” was read as “{read}”")
        text = read
    if window is not None and window > MAX_WINDOW:
        warn(f"“{text}” was searched with at most {MAX_WINDOW:,} words between")
        window = MAX_WINDOW
    return tree.Phrase(text, field, None if sentence else window, sentence)


def is_fuzzy(text: str) -> bool:
    """Whether a word asks for words like it: imatinb~"""
    return bool(_FUZZY.match(text))


def qualified(node: tree.Node, field: str, warn: Warn) -> tree.Node:
    """The tree with this field on every word that has none."""
    match node:
        case tree.Word(text, None) | tree.Phrase(text, None, None, False):
            made = (word if isinstance(node, tree.Word) else phrase)(text, field, warn)
            return node if made is None else made
        case tree.Phrase() | tree.Prefix() | tree.Wildcard() | tree.Fuzzy():
            if schema.kind_of(field) == "date":
                warn(f"“{node}” is not a date; searched as words")
                return node
            return replace(node, field=node.field or field)
        case tree.Not(clause):
            return tree.negation(qualified(clause, field, warn))
        case tree.And(clauses):
            return tree.conjunction(*(qualified(each, field, warn) for each in clauses))
        case tree.Or(clauses):
            return tree.disjunction(*(qualified(each, field, warn) for each in clauses))
        case tree.Words(clauses, required, excluded):
            parts = (clauses, required, excluded)
            return tree.Words(*(tuple(qualified(e, field, warn) for e in part) for part in parts))
    return node
