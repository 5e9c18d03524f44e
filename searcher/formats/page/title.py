"""The title: the line of the head that most looks and stands like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from searcher.formats.page.citation import find_citation
from searcher.formats.page.dates import find_date
from searcher.formats.page.journals import has_navigation, is_name, names_a_journal
from searcher.formats.page.labels import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.people import is_surname_list, read_names
from searcher.formats.page.prose import is_address, is_menu, is_prose, is_rights
from searcher.formats.page.terms import read_category

_RUNNING_HEAD = re.compile(r"([^:]{3,200}?):\s+(?=\S)")
_NOT_TITLE = re.compile(
    r"https?:|www\.|@|^(?:doi|pmid|pmcid|issn|e-?issn|isbn|received|accepted|published|available"
    r"|correspond\w+|volume|vol\.?"
    r"|issue|pages?|e-?mail|tel|fax|figure|fig\.|table|source|section|sec\.|running|short"
    r"|key ?words?|citation|cite|editors?|edited"
    r"|academic|reviewed|affiliations?|from the|conflict|funding|grant|orcid|version|posted|last"
    r"|citations?|views?|downloads?"
    r"|metrics|crossref|corpus id|epub|nlm|©)\b(?=.*[\d:@©]|\s*$)|\blogo\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:[:,–—-]|\b(?:a|an|and|or|of|the|in|on|for|with|to|by|from|as|at|under|after|during"
    r"|versus|vs\.?|induced|associated"
    r"|using|between|its|their|is|are|due))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its lines and how sure it is."""

    text: str
    rule: str
    confidence: float
    span: tuple[int, int]


def find_title(head: list[Line], cited: str | None = None) -> Title | None:
    """The title among the lines before the abstract; `cited` is the one that a citation gives."""
    best: tuple[float, Title] | None = None
    counts: dict[str, int] = {}
    for line in head[:400]:
        counts[line.text] = counts.get(line.text, 0) + 1
    wanted = _fold(cited) if cited else ""
    for index, line in enumerate(head[:400]):
        text = _without_running_head(line.text)
        if not _can_be_title(line, text):
            continue
        text, last = _joined(head, index, text, wanted)
        score = _score(head, index, last, text) + (1.5 if counts[line.text] > 1 else 0)
        if wanted and (_fold(text) == wanted or (len(wanted) > 20 and wanted in _fold(text))):
            score += 6
        if text != line.text and last == index:
            score += 2
        if best is None or score > best[0] + 1e-9:
            confidence = max(0.3, min(0.98, 0.5 + score / 10))
            span = (line.number, head[last].number)
            best = score, Title(text, "line of the head", confidence, span)
    if best is None or best[0] < 0.5:
        return None
    return best[1]


def _without_running_head(text: str) -> str:
    """ "Han, Yee, and Cho: Factors ..." without the names in front."""
    found = _RUNNING_HEAD.match(text)
    several = found and ("," in found[1] or " and " in found[1] or "et al" in found[1])
    if found and several and (is_surname_list(found[1]) or read_names(found[1])):
        return text[found.end() :]
    return text


def _can_be_title(line: Line, text: str) -> bool:
    if len(text) < 8 or len(text) > 450 or not any(char.isalpha() for char in text):
        return False
    if is_menu(text) or is_rights(text) or is_address(text) or _NOT_TITLE.search(text):
        return False
    if read_category(text) is not None or has_navigation(text):
        return False
    if text.count("|") >= 2 or text.count(" > ") >= 1 or text.endswith(("…", "...")):
        return False
    if text.startswith((".", ",", ";", ")")) or read_names(text):
        return False
    if find_citation(text) is not None:
        return False
    if len(text) < 40 and find_date(text) is not None:
        return False
    return not (len(text) > 300 and is_prose(text) and text.count(". ") > 1)


def _joined(head: list[Line], index: int, text: str, wanted: str) -> tuple[str, int]:
    """A title that goes on in the next lines."""
    last = index
    while last + 1 < len(head) and last - index < 4:
        following = head[last + 1]
        if following.bullet or not _goes_on(head, last, text, wanted):
            break
        text = (
            text + following.text
            if text.endswith("-") and following.text[:1].islower()
            else f"{text} {following.text}"
        )
        last += 1
    return text, last


def _goes_on(head: list[Line], last: int, text: str, wanted: str) -> bool:
    following = head[last + 1]
    if wanted and _fold(text) == wanted:
        return False
    if not _can_be_title(following, following.text) and not (
        len(following.text) >= 3 and following.text[0].islower() and not is_menu(following.text)
    ):
        return False
    if following.gap:
        return text.endswith(":")
    if wanted and _fold(f"{text} {following.text}") in wanted:
        return True
    if following.text[0].islower() or _OPEN_END.search(text):
        return len(text) > 20
    after = head[last + 2] if last + 2 < len(head) else None
    return (
        55 <= len(text) <= 110
        and text[-1] not in ".?!"
        and after is not None
        and bool(read_names(after.text))
    )


def _score(head: list[Line], index: int, last: int, text: str) -> float:
    words = text.count(" ") + 1
    score = min(words, 16) * 0.12
    score -= {1: 2.5, 2: 1.6, 3: 0.6}.get(words, 0.0)
    line = head[index]
    if line.level == 1:
        score += 3
    elif line.level > 1:
        score += 0.5
    if line.bullet:
        score -= 1.5
    if not text[0].isupper() and not text[0].isdigit() and text[0] not in "[“\"'‘¿¡αβγδκ":
        score -= 0.7
    if names_a_journal(text):
        score -= 2.5
    elif (
        words <= 6
        and is_name(text)
        and all(word[:1].isupper() for word in text.split() if len(word) > 3)
    ):
        score -= 0.6
    score += _neighbours(head, index, last)
    if is_prose(text) and text.count(". ") >= 1 and len(text) > 160:
        score -= 2.5
    return score


def _neighbours(head: list[Line], index: int, last: int) -> float:
    score = 0.0
    for step, gain in ((1, 2.0), (2, 1.0)):
        if last + step < len(head):
            text = head[last + step].text
            if read_names(text):
                score += gain
                break
            if step == 1 and (is_address(text) or find_citation(text) is not None):
                score += 1.0
                break
    if index and (
        read_category(head[index - 1].text) is not None or find_citation(head[index - 1].text)
    ):
        score += 0.8
    return score


def _fold(text: str) -> str:
    return " ".join(fold_label(text).split()).strip(" .")
