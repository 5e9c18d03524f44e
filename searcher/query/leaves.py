"""One piece of a query to one node: a word, a truncation, a wildcard, a fuzzy word, a date.

Each function returns what it made and, where the user should know, what it had to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from searcher import schema
from searcher.query import lexer, tree

Warn: TypeAlias = Callable[[str], None]

_BEFORE = re.compile(r"^[^\w*\[]+")
_BEHIND = re.compile(r"[^\w*)\]]+$")
_FUZZY = re.compile(r"^(.*\w)~(\d{0,3})$", re.DOTALL)
# A star before a digit belongs to the name of an allele: CYP2D6*4, HLA-B*57:01.
_STARS = re.compile(r"\*+(?!\d)")
_ONE = re.compile(r"(?<=[\w*])\?(?=[\w*])")

_DATE = r"\d{4}(?:[/-]\d{1,2}(?:[/-]\d{1,2})?)?"
_YEAR = r"(?:1[5-9]|2[01])\d\d(?:[/-]\d\d?(?:[/-]\d\d?)?)?"
_BARE_RANGE = re.compile(rf"({_YEAR})\.\.({_YEAR})?|\.\.({_YEAR})")
_BARE_COMPARED = re.compile(rf"([<>]=|[≥≤])({_YEAR})")
_RANGE = re.compile(rf"({_DATE})?\s*(?:\.\.|:|\s-\s|–|—)\s*({_DATE})?")
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_COMPARED = re.compile(rf"([<>]=?|[≥≤])\s*({_DATE})")


def is_wild(text: str) -> bool:
    """Whether a word holds a truncation or a wildcard."""
    return bool(_STARS.search(text) or _ONE.search(text))


def word(text: str, field: str | None, warn: Warn) -> tree.Node | None:
    """The node for one word as typed; None when it is nothing but punctuation."""
    if field is not None and schema.kind_of(field) == "date":
        return date(text, field, warn)
    if field is None and (found := bare_range(text)):
        return found
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
        return _wildcard(_STARS.sub("*", text), field)
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
    edits = int(distance or 1)
    if edits not in (1, 2):
        warn(f"“{text}~{distance}” allows 1 or 2 edits; searched with {1 if edits < 1 else 2}")
        edits = 1 if edits < 1 else 2
    return tree.Fuzzy(text, edits, field)


def bare_range(text: str) -> tree.Range | None:
    """A range of years that needs no field: 2012..2021, 2015.., ..2015, >=2015."""
    if found := _BARE_RANGE.fullmatch(text):
        return tree.Range(found.group(1), found.group(2) or found.group(3), "date")
    if found := _BARE_COMPARED.fullmatch(text):
        return _compared(found.group(1), found.group(2), "date")
    return None


def date(text: str, field: str, warn: Warn) -> tree.Range | None:
    """The range that a date or a span of dates stands for; None when it is not one."""
    text = text.strip(" ,;")
    if found := _COMPARED.fullmatch(text):
        return _compared(found.group(1), found.group(2), field)
    if re.fullmatch(_DATE, text) and not _YEARS.fullmatch(text):
        return _checked(tree.Range(text, text, field), warn)
    found = _YEARS.fullmatch(text) or _RANGE.fullmatch(text)
    if found and (found.group(1) or found.group(2)):
        return _checked(tree.Range(found.group(1), found.group(2), field), warn)
    return None


def _compared(sign: str, text: str, field: str) -> tree.Range:
    number = schema.date_number(text)
    if sign == ">":
        return tree.Range(_neighbour(number, 1), None, field)
    if sign == "<":
        return tree.Range(None, _neighbour(number, -1), field)
    return tree.Range(text, None, field) if sign in (">=", "≥") else tree.Range(None, text, field)


def _neighbour(number: int, step: int) -> str:
    """The year, month or day before or after; days and months need not exist in the calendar."""
    year, month, day = number // 10000, number // 100 % 100, number % 100
    if day:
        day += step
        if day < 1 or day > 31:
            month, day = month + step, 1 if step > 0 else 31
    elif month:
        month += step
    else:
        year += step
    if (month or day) and not 1 <= month <= 12:
        year, month = year + step, 1 if step > 0 else 12
    return "/".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _checked(span: tree.Range, warn: Warn) -> tree.Range | None:
    low, high = (schema.date_number(each) if each else 0 for each in (span.low, span.high))
    if any(number // 100 % 100 > 12 or number % 100 > 31 for number in (low, high)):
        return None
    if span.low and span.high and low > high and not span.low.startswith(span.high):
        warn(f"the dates {span.low} to {span.high} were turned round")
        return tree.Range(span.high, span.low, span.field)
    return span


def phrase(
    text: str, field: str | None, warn: Warn, window: int | None = None, sentence: bool = False
) -> tree.Node | None:
    """The node for words between quotation marks; None when there is nothing in them."""
    if field is not None and schema.kind_of(field) == "date":
        return date(text, field, warn)
    if not any(char.isalnum() for char in text):
        return None
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
