"""Other numbers, dates, names and journals in the form in which a page has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from searcher.formats.page.words.journals import ABBREVIATIONS
from searcher.record import Record

_SMALL = {"a", "and", "de", "des", "et", "for", "in", "la", "of", "on", "the", "und"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_MONTH = "|".join(sorted({name[:3] for name in _MONTHS} | set(_MONTHS), key=len, reverse=True))
_DAY = re.compile(
    rf"(?:(?<!\w)(?P<day>\d\d?)(?P<before>[ -]))?\b(?P<month>{_MONTH})\b"
    r"(?:(?P<behind>\.? )(?P<day2>\d\d?)(?!\w))?"
)
_IN_FIGURES = re.compile(r"(?<!\d)(\d\d)([./-])(\d\d)(?=\2(?:19|20)\d\d(?!\d))")
_IDENTIFIER = re.compile(r"(\b10\.\d{4,9}[/ ]\s?\S+|https?:\S+|www\.\S+)")
_RANGE = r"(?:(\s?[-–—‐‑−]{1,2}\s?[A-Za-z]?)(\d+))?(?![\w.]\d)"
_WHOLE = r"(?<![\w.,/-]){}(?![\w/]|[.,]\d)"
_SHARE = 0.1
"""Of the names of journals that are taken."""

_CUT = re.compile(r"[^\W\d_]{2,4}?[^\W\d_aeiou](?=[aeiou]\w{2})")
# "Official journal of ...", "(Basel, Switzerland)": what catalogues put behind a name.
_BEHIND_NAME = re.compile(r" ?(?:[:(=\[]| - |\. |\.\.\.).*")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Volume, issue and first page of a citation as a page has them."""

    volume: str
    issue: str | None
    page: str | None


def numbers_of(record: Record) -> Numbers | None:
    """The plain numbers of a record's citation, if two of them at least are told."""
    volume, issue = record.volume or "", record.issue or ""
    page = re.search(r"\d+", record.pages or "")
    told = Numbers(volume, issue if issue.isdigit() and issue != volume else None, page and page[0])
    return told if volume.isdigit() and len(volume) < 4 and (told.issue or told.page) else None


def renumber(text: str, told: Numbers, random: Random) -> str:
    """A text with other numbers in each line that has two of these."""
    volume, issue = str(_other(told.volume, random)), str(random.randint(1, 12))
    first = _other(told.page or "1", random)
    last = first + random.randint(1, 14)

    def renumber_line(line: str) -> str:
        known = [(told.volume, volume), (told.issue, issue)]
        present = [(old, new) for old, new in known if old and _stands(old, line)]
        paged = told.page and re.search(rf"(?<!\d){told.page}(?!\d)", line)
        if len(present) + bool(paged) < 2:
            return line
        new = dict(present)
        whole = "|".join(map(re.escape, new)) or "(?!)"
        page = rf"(?<!\d){told.page}{_RANGE}" if paged and told.page not in new else "(?!)()()"
        return re.sub(
            rf"{_WHOLE.format(f'(?P<whole>{whole})')}|{page}",
            lambda found: new[found["whole"]] if found["whole"] else _ranged(found),
            line,
        )

    def _ranged(found: re.Match[str]) -> str:
        sign, end = found[2], found[3]
        if end is None:
            return str(first)
        return f"{first}{sign}{str(last)[-len(end) :] if len(end) < len(told.page or '') else last}"

    pieces = _IDENTIFIER.split(text)
    return "".join(
        "\n".join(map(renumber_line, piece.split("\n"))) if index % 2 == 0 else piece
        for index, piece in enumerate(pieces)
    )


def _stands(number: str, line: str) -> bool:
    return re.search(_WHOLE.format(number), line) is not None


def _other(number: str, random: Random) -> int:
    """A number of as many figures, or one more or less."""
    longest = 3 if len(number) < 4 else 6
    figures = min(max(1, len(number) + random.choice((-1, 0, 0, 1))), longest)
    return random.randint(10 ** (figures - 1), 10**figures - 1)


def redate(text: str, random: Random) -> str:
    """A text with other days and months, the same for the same ones."""
    months, days = random.randrange(12), random.randrange(28)

    def other_day(day: str) -> str:
        other = (int(day) + days) % 28 + 1
        return f"{other:02}" if day[0] == "0" else str(other)

    def redated(found: re.Match[str]) -> str:
        day, behind = found["day"], found["day2"]
        if day is None and behind is None and found["month"] in ("May", "March"):
            return found[0]
        index = [name[:3] for name in _MONTHS].index(found["month"][:3])
        name = _MONTHS[(index + months) % 12]
        month = name[:3] if len(found["month"]) == 3 and found["month"] != "May" else name
        before = other_day(day) + found["before"] if day else ""
        return before + month + (found["behind"] + other_day(behind) if behind else "")

    def in_figures(found: re.Match[str]) -> str:
        return "".join(
            f"{(int(part) + months) % 12 + 1:02}" if part.isdigit() and int(part) < 13 else part
            for part in found.groups()
        )

    return _IN_FIGURES.sub(in_figures, _DAY.sub(redated, text))


def is_short(journal: str) -> bool:
    """Whether a name is abbreviated: most of its words are, or have a stop behind them."""
    words = journal.split()
    cut = sum(word.endswith(".") or word in ABBREVIATIONS for word in words)
    return len(words) > 1 and cut * 2 > len(words)


def journal_names(shapes: Iterator[dict[str, Any]], random: Random, short: bool) -> Iterator[str]:
    """Names of journals, abbreviated ones or full ones, as pages write them."""
    for shape in shapes:
        name = _BEHIND_NAME.sub("", shape["journal"] or "").strip()
        # Neighbours are often of one journal.
        if len(name) > 2 and is_short(name) is short and random.random() < _SHARE:
            yield " ".join(
                word if index and word in _SMALL else word[:1].upper() + word[1:]
                for index, word in enumerate(name.split())
            )


def abbreviate(journal: str, stop: str) -> str:
    """A name cut as libraries do it, each cut word with `stop` behind; one word stays whole."""
    words = _telling_words(journal)
    if len(words) < 2:
        return journal
    return " ".join(
        "J" + stop if word == "Journal" else found[0] + stop if found else word
        for word in words
        for found in [_CUT.match(word)]
    )


def _telling_words(journal: str) -> list[str]:
    return [word.strip(",") for word in journal.split() if word.lower() not in {*_SMALL, "&"}]


def short_form(journal: str) -> re.Pattern[str]:
    """Finds the abbreviations of a name: beginnings of all of its words in their order."""
    words = _telling_words(journal)
    cut = [
        re.escape(word[0])
        + "".join(f"(?:{re.escape(letter)}" for letter in word[1:])
        + ")?" * len(word[1:])
        + r"\.?"
        for word in words
    ]
    return re.compile(rf"(?<!\w){' '.join(cut)}(?!\w)" if len(words) > 1 else "(?!)")


def surnames(shapes: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Surnames of one word."""
    for shape in shapes:
        for author in shape["authors"]:
            name = author.split(" ")[0]
            if name.isalpha() and len(name) > 3 and not name.isupper():
                yield name
