"""Labels: the words that name a part of an article, alone on a line or before their value."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from searcher.formats.page.kinds.label_kinds import (
    KINDS,
    MODIFIERS,
    ORDER,
    label_kind,
    may_be_label,
    read_kind,
)
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.phrases import JOINING
from searcher.formats.page.kinds.sentences import ASIAN, CACHED
from searcher.formats.page.kinds.spelling import fold_label, label_name
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import has_any, words
from searcher.formats.page.words.vocabulary import GLUED, HEADINGS, SECTIONS
from searcher.lazy import lazy_pattern

_BRACKETS = str.maketrans("[［〔〖]］〕〗", "【【【【】】】】")
_SEPARATOR = lazy_pattern(
    r"[:|–—：】-](?:(?<=】)\s?[:：]?|(?<=[:：])\s?[—–-]?|(?<=[—–|])|(?<=-)(?=\s))\s*"
)
# Behind it stands a capital, or a name that begins without one: "rRNA", "beta-Blockers".
_STOP = lazy_pattern(
    r"([^.]{3,50})\.\s?[-—–]?\s*(?=[\[(\"“]?[A-ZÀ-ÝА-ЯЁІЇЄҐΑ-Ω0-9]|[a-zα-ω]+(?:[A-Z\d]|-[\w(]))"
)
LONGEST_KIND_AND_TITLE = 300
"""Characters of a title with the kind of its article glued to it at most."""

# "Keywordsfever, rash", "ABSTRACTFever", "MATERIALS AND METHODSFever", "Case reportA sailor"
_GLUED = lazy_pattern(
    r"((?i:Key ?words(?=[a-z][^.:]*[,;]))"
    r"|[A-ZÀ-Ý]{3,20}(?:(?:/|,? (?:& )?)[A-ZÀ-Ý]{2,20}){0,5}(?=[A-ZÀ-Ý][a-zà-ÿ])"
    r"|(?:[A-ZÀ-Ý][a-zà-ÿ]+|[A-ZÀ-Ý]{5,})(?:(?:/|,? (?:& )?)[A-Za-zà-ÿ]+){0,4}"
    r"(?=[A-ZÀ-Ý0-9])(?<=[a-zà-ÿ]))"
)
_MARKED_END = lazy_pattern(r"[a-z][\d*†]{1,2}(?:,?\s?\d)*$")
_ASIAN_OPENING = lazy_pattern("[「『《〈【<＜]?[\u3040-\u9fff\uac00-\ud7af]")
_LANGUAGE = lazy_pattern(r"[(（](?:中文?|英文?|日文?)[)）]$")
_FIRST_WORDS = {
    name.split(" ")[0].split("/")[0]
    for table in (SECTIONS, HEADINGS, FIELDS)
    for name, kind in table.items()
    if kind in ORDER
    or kind in ("aside_abstract", "abstract", "keywords", "authors", "doi", "pmid", "pmcid")
} | {"title"}
# "(1) In ports", "[131I]Iodine", "beta-Blockers": what opens a text without a capital.
_NO_WORD = lazy_pattern(r"[\[(\"“‘']{1,2}[A-Z\d]|[a-zα-ω]+(?:[A-Z\d]|-[A-Z\d])")
SHORTEST_TITLE = 15
"""Characters of a title behind its label where only a blank parts the two."""

SHORTEST_SET_OFF = 7
"""Letters of the name of a section in capitals, which no short form of a term has."""

NUMBERED = r"(?:[Nn]o\.?\s|#)?[A-Z]{0,4}[-–]?\d[\w.-]{0,7}\s?[:|–—-]\s"
"""The number of one of many abstracts, which has its own title behind it."""
_NUMBERED = lazy_pattern(NUMBERED)
_LISTED = words("abstract keywords page pages author(s)")
_COUNTED = words("patient paciente")
_GLUED_OPENINGS = frozenset(name[:3] for name in (*KINDS, *GLUED, *MODIFIERS))


class Label(NamedTuple):
    """What a line begins with.

    kind: what the label announces; name: as written; value: the rest of the line, "" for a
    label that stands alone.
    """

    kind: str
    name: str
    value: str = ""

    @property
    def is_section(self) -> bool:
        """Whether it names a section of a structured abstract or of a body."""
        return self.kind in ORDER


@lru_cache(maxsize=CACHED)
def find_label(text: str) -> Label | None:
    """The label that a line is or begins with."""
    if not may_be_label(text):
        return None
    if len(text) <= 70:
        kind = read_kind(text)
        if kind:
            return Label(kind, label_name(text))
    head = text[:400]
    if head[0] in "[［〔〖":
        head = head[:70].translate(_BRACKETS)
    return _separated(head, text) or _glued(head, text) or _spaced(head, text)


def _separated(head: str, text: str) -> Label | None:
    found = _SEPARATOR.search(head, 2, 66)
    if found and (name := head[: found.start()].rstrip(" -").lstrip("【")):
        kind = read_kind(name)
        if kind:
            return Label(kind, label_name(name), text[found.end() :].strip())
    stop = head.find(".", 3, 51)
    # "... the first weeks of / treatment. Fever comes early": a wrapped line is no label.
    found = _STOP.match(head) if stop > 0 and not head[0].islower() else None
    if found:
        kind = read_kind(found[1])
        if kind in ORDER or kind in ("abstract", "keywords"):
            return Label(kind or "", label_name(found[1]), text[found.end() :].strip())
    elif (
        0 < stop < 24
        and read_kind(head[:stop]) == "keywords"
        and (_is_list(text[stop:]) or text.count(". ", stop + 1) > 1)
    ):
        # "Keywords. fever, rash", "Keywords. fever. rash. ports"
        return Label("keywords", head[:stop], text[stop + 1 :].strip())
    return None


def _glued(head: str, text: str) -> Label | None:
    if head[:3].isascii() and head[:3].lower() not in _GLUED_OPENINGS:
        return None
    found = _GLUED.match(head)
    if not found:
        return None
    several = has_any(found[1].lower(), ("/", " and ", "&", ","))
    kind = GLUED.get(fold_label(found[1])) or (several and label_kind(found[1]))
    if kind == "case" and len(text) < LONGEST_KIND_AND_TITLE and ". " not in text:
        return None  # "Case ReportsPurpura after quinine": the kind of the article, and its title
    return Label(kind, found[1], text[found.end() :].strip()) if kind else None


def _spaced(head: str, text: str) -> Label | None:
    """A label that only a space parts from its value: "Purpose To evaluate ..."."""
    if not head.isascii() and ASIAN.match(head):
        return _spaced_asian(head, text)
    if not head[0].isupper():
        return None
    first = head.partition(" ")[0].rstrip(",")
    if (first.lower() if first.isascii() else fold_label(first)) not in _FIRST_WORDS:
        return None
    words = head.split(" ", 7)
    for count in range(min(6, len(words) - 1), 0, -1):
        name = " ".join(words[:count])
        kind = read_kind(name)
        value = text[len(name) :].strip()
        if kind is None or not value or value.partition(" ")[0].lower() in JOINING:
            continue
        if kind == "abstract" and _NUMBERED.match(value):
            return None
        if kind == "keywords":
            name, value = _with_kind_of_terms(name, value)
        of_text = kind in ORDER or kind == "abstract"
        if _opens_text(kind, name, value, text) if of_text else _fits(kind, name, value, text):
            return Label(kind, name, value)
    return None


def _with_kind_of_terms(name: str, value: str) -> tuple[str, str]:
    """The label of keywords with what goes on up to its colon: "Keywords & phrases: fever"."""
    more, colon, behind = value.partition(":")
    said = colon and behind and len(more) < 30 and not _is_list(more)
    if said and more and not more[0].isupper():
        return f"{name} {more}", behind.strip()
    return name, value


def _opens_text(kind: str, name: str, value: str, text: str) -> bool:
    """Whether a sentence stands behind the name of a section, or of the abstract."""
    sentence = len(text) > 150 or (
        len(text) > 50 and (text[-1] in ".)" or _is_set_off(name, value))
    )
    # "Case Report The title Ann Hill1 and Bo Lee2" is the head of an article.
    telling = kind != "case" or (" " in name and not _MARKED_END.search(text[-24:]))
    telling = telling and not _is_titled(value)
    if not (sentence and telling) or name.endswith((",", ")")):
        return False
    if _has_capital(name, value):
        return True
    if kind != "abstract":
        return False
    # "Abstract objective: To see ..."
    inner, stop, _ = value[:40].partition(":")
    return _NO_WORD.match(value) is not None or (bool(stop) and label_kind(inner) in ORDER)


def _is_set_off(name: str, value: str) -> bool:
    """Whether a name in capitals stands before a line of running text, as where print has it in the
    first line of a paragraph: "RESULTS Of the forty sailors nine had"."""
    if not (name.isupper() and len(name) >= SHORTEST_SET_OFF):
        return False
    words = value.split()
    return sum([word[0].islower() for word in words]) * 2 > len(words)


def _has_capital(name: str, value: str) -> bool:
    """Whether what stands behind a name begins as sentences do."""
    # "Patient 1 was a farmer": one of several, not what a section begins with.
    counted = value[0].isdigit() and name.lower() not in _COUNTED
    return value[0].isupper() or counted or _ASIAN_OPENING.match(value) is not None


def _fits(kind: str, name: str, value: str, text: str) -> bool:
    """Whether what stands behind the label of a fact is of its kind."""
    if kind == "aside_abstract":
        return " " in name and len(text) > 60 and _has_capital(name, value)
    if kind == "keywords":
        return _is_list(value)
    if kind == "authors":
        return len(read_names(value)) > 1
    if kind == "title":
        return len(value) > SHORTEST_TITLE and _opens_title(value)
    return kind in ("doi", "pmid", "pmcid")


def _spaced_asian(head: str, text: str) -> Label | None:
    """ "摘 要 目的...", "關鍵詞 胃癌;晚期" and "論文名稱(中文) 胃癌"."""
    for count in (2, 1):
        name = "".join(head.split(" ", count)[:count])
        value = " ".join(text.split(" ", count)[count:])
        language = _LANGUAGE.search(name)
        bare = name[: language.start()] if language else name
        kind = HEADINGS.get(bare) or FIELDS.get(bare)
        if kind == "title" and language and "英" in language[0]:
            kind = "short_title"
        if kind in ("abstract", "keywords", "title", "short_title", "journal") and value:
            return Label(kind, name, value)
    return None


def _is_titled(value: str) -> bool:
    """Whether nearly all the longer words of a text have capitals, as in titles alone: "Patient
    Perspectives on Switching Tablets in Rural Wards"."""
    if len(value) > LONGEST_KIND_AND_TITLE:
        return False
    words = [word for word in value.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].islower() for word in words) * 4 < len(words)


def _opens_title(value: str) -> bool:
    """Whether what follows the word "Title" may be one, and not the names of other columns."""
    first = fold_label(value.partition(" ")[0])
    return not value[0].islower() and first not in FIELDS and first not in _LISTED


def _is_list(value: str) -> bool:
    return any(mark in value for mark in (",", ";", "|", "·", "•", " . ", " - ", " – ", " * "))
