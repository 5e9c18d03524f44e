"""Tokens of a query that was pasted from another host, as this language has them.

Ovid, Embase and Cochrane read and, or, not in any case, and Ovid names earlier lines by bare
numbers. PubMed's capitals stay the rule for all that is not written as only those hosts have it.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from searcher.frozen import replace
from searcher.lazy import lazy_pattern
from searcher.query import dialects, tree
from searcher.query.dates import Warn
from searcher.query.lexer import Token

_HEADING = r"(?<!\S)exp\s[^/()\"]{2,150}/(?=\s*(?:$|\))|\s+(?i:and|or|not)\b|(?!or)[a-z]{2}\b)"
_EXPLODED = lazy_pattern(_HEADING)
_OVID = lazy_pattern(r"\.[a-z]{2}(?:,[a-z]{2})*\.|\badj\d|" + _HEADING)
_COCHRANE = lazy_pattern(r":ti,ab|\[mh |MeSH descriptor")
_OPTIONAL = lazy_pattern(r"\w+\?\w[\w?]*\*?")
_EBSCO_NEAR = lazy_pattern(r"[NW](\d{1,2})")
_SMALL = ("and", "or", "not")
_OPENS = ("operator", "open")
_CLOSES = ("operator", "close")
_FIRST_YEAR = 1000


def understood(
    tokens: list[Token],
    text: str,
    lines: Mapping[int, tree.Node] | None,
    is_pasted: bool,
    warn: Warn,
) -> list[Token]:
    """The tokens with the operators, lines and wildcards of the host that the query comes from.

    lines: the lines of a strategy before this one, None outside of strategies; is_pasted: whether
    the lexer found another host's writing.
    """
    is_pasted = (
        is_pasted
        or any(_is_foreign(*pair, lines) for pair in itertools.zip_longest(tokens, tokens[1:]))
        or ("/" in text and _EXPLODED.search(text) is not None)
    )
    if lines and not is_pasted:
        is_pasted = any(token.text.isdigit() and int(token.text) in lines for token in tokens)
    if is_pasted:
        tokens = _operators(tokens, warn)
        if _OVID.search(text):
            tokens = [_optional_letters(token, text, warn) for token in tokens]
            tokens = _phrases(tokens, warn)
        if _COCHRANE.search(text):
            tokens = [_cochrane_near(tokens, place) for place, _ in enumerate(tokens)]
        if dialects.is_ebsco(text):
            tokens = [_ebsco_near(token) for token in tokens]
    return tokens if lines is None else _numbers(tokens, lines, is_pasted, warn)


def _is_foreign(token: Token, after: Token | None, lines: Mapping[int, tree.Node] | None) -> bool:
    """Whether only another host has such a token: adj3, a heading's slash at the end of a clause,
    #1 in a strategy."""
    if token.kind == "word":
        ends = after is None or after.kind in _CLOSES or after.text.lower() in _SMALL
        heading = len(token.text) > 3 and token.text.endswith("/") and ends
        return heading or dialects.is_near(token.text)
    return token.kind == "reference" and lines is not None


def _operators(tokens: list[Token], warn: Warn) -> list[Token]:
    """and, or, not in small letters are operators; but a heading may have an "and" in it."""
    found: list[Token] = []
    read: dict[str, None] = {}
    for place, token in enumerate(tokens):
        small = token.kind == "word" and token.text.lower() in _SMALL
        if small and not (token.text.lower() == "and" and _is_in_heading(tokens, place)):
            read[f"“{token.text}”"] = None
            token = replace(token, kind="operator", text=token.text.upper())
        found.append(token)
    if read:
        names = " ".join(read)
        warn(f"{names} in small letters: read as {names.upper()}, as Ovid, Embase and Cochrane do")
    return found


def _is_in_heading(tokens: list[Token], place: int) -> bool:
    """Whether an "and" stands between words of which the last ends with Ovid's slash."""
    before = tokens[place - 1] if place else None
    if before is None or before.kind != "word" or before.text.endswith("/"):
        return False
    if before.text.isdigit() or before.text.lower() in _SMALL:
        return False
    for token in tokens[place + 1 :]:
        if token.kind != "word" or token.text.lower() in ("or", "not", "exp"):
            return False
        if token.text.endswith("/"):
            return True
    return False


def _phrases(tokens: list[Token], warn: Warn) -> list[Token]:
    """Words side by side are a phrase, as those with a field behind them are anyway."""
    found: list[Token] = []
    runs = [list(run) for _, run in itertools.groupby(tokens, _is_side_by_side)]
    for run, after in itertools.zip_longest(runs, runs[1:]):
        is_claimed = run[-1].text.endswith("/") or (after and after[0].kind == "tag")
        if len(run) > 1 and _is_side_by_side(run[0]) and not is_claimed:
            text = " ".join(word.text for word in run)
            warn(f"“{text}” was read as a phrase, as Ovid does")
            run = [replace(run[0], kind="quoted", text=text)]
        found += run
    return found


def _is_side_by_side(token: Token) -> bool:
    return token.kind == "word" and dialects.window(token.text) is None


def _optional_letters(token: Token, text: str, warn: Warn) -> Token:
    """Ovid's question mark is one letter or none; what was made of its # is one letter."""
    typed = text.startswith(token.text, token.start)
    if token.kind != "word" or not typed or not _OPTIONAL.fullmatch(token.text):
        return token
    wider = token.text.replace("?", "*")
    warn(f"“{token.text}” was read as {wider}, since Ovid's “?” is one letter or none")
    return replace(token, text=wider)


def _cochrane_near(tokens: list[Token], place: int) -> Token:
    """near and next between two words, in small letters."""
    token = tokens[place]
    if token.kind != "word" or token.text not in ("near", "next"):
        return token
    around = [each.kind for each in tokens[max(place - 1, 0) : place + 2]]
    between = len(around) == 3 and around[0] in ("word", "quoted", "close")
    return replace(token, text=token.text.upper()) if between else token


def _ebsco_near(token: Token) -> Token:
    found = _EBSCO_NEAR.fullmatch(token.text) if token.kind == "word" else None
    return replace(token, text=f"NEAR/{found.group(1)}") if found else token


def _numbers(
    tokens: list[Token], lines: Mapping[int, tree.Node], is_pasted: bool, warn: Warn
) -> list[Token]:
    """Numbers that stand alone between operators are lines: 1 OR 2."""
    if not any(token.kind == "operator" for token in tokens):
        return tokens
    bare = {place for place, _ in enumerate(tokens) if _is_alone(tokens, place)}
    words = {place for place, token in enumerate(tokens) if token.kind in ("word", "quoted")}
    sure = is_pasted or bare == words
    read = {
        place
        for place in bare
        if int(tokens[place].text) in lines or (sure and int(tokens[place].text) < _FIRST_YEAR)
    }
    if read:
        warn(f"read as lines: {', '.join('#' + tokens[place].text for place in sorted(read))}")
    return [
        replace(token, kind="reference") if place in read else token
        for place, token in enumerate(tokens)
    ]


def _is_alone(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind != "word" or not (token.text.isascii() and token.text.isdigit()):
        return False
    before = tokens[place - 1].kind if place else "open"
    after = tokens[place + 1].kind if place + 1 < len(tokens) else "close"
    return len(token.text) <= 4 and before in _OPENS and after in _CLOSES
