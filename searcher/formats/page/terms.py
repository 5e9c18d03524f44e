"""Lists of terms: MeSH headings, items one a line, those that are named as sections are
("Diagnosis", "Case report"), what the end of a page has cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.label_kinds import ORDER
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_dense, is_sentence
from searcher.formats.page.kinds.spelling import fold_label, is_numbered_heading
from searcher.formats.page.lines import LABELLED, Line
from searcher.formats.page.words.journals import SMALL
from searcher.formats.page.words.lists import words
from searcher.formats.page.words.vocabulary import INTRODUCTIONS
from searcher.lazy import lazy_pattern

MAX_ENDING = 2
"""Letters that an inflected word may have behind another form of it."""

_TRAILING = " .,;:|•·"

LONGEST = 150
"""Characters of a term at most."""

LONGEST_APART = 60
"""Characters of one with blank lines around it, or amid names of sections, at most."""

MOST_WORDS, MOST_CAPITALISED = 6, 3
"""Words of a heading at most that stands alone; of one that has capitals only."""

LISTS = frozenset({"keywords", "mesh", "publication_types", "substances"})
"""Kinds of parts that list terms."""

MOST_LOOKED_AT = 40
"""Lines below such a name that tell whether it is a heading."""

# "Medical Subject Headings" is one of them itself, "English Abstract" a type.
_OF_LISTS = {("mesh", "mesh"), ("publication_types", "abstract")}
_HEADINGS = INTRODUCTIONS | words("background methods results discussion conclusion conclusions")

_BETWEEN = lazy_pattern(r"\s*[;|•·]\s*|\s+[-–]\s+")
_QUALIFIED, _WORD = lazy_pattern(r"\s*/\s*"), lazy_pattern(r"\w+")


def read_headings(lines: list[Line]) -> list[str]:
    """MeSH headings as MEDLINE writes them: "Exanthema/*chemically induced", each heading once."""
    merged: dict[str, list[str]] = {}
    for line in lines:
        heading, *qualifiers = _QUALIFIED.split(line.text.strip(_TRAILING))
        found = merged.setdefault(_starred(heading), [])
        found += [name for name in map(_starred, qualifiers) if name not in found]
    return ["/".join([heading, *found]) for heading, found in merged.items() if heading]


def _starred(text: str) -> str:
    return "*" + text.strip("* ") if "*" in text else text


def term_lines(lines: list[Line]) -> list[Line]:
    """The items of a list, one a line or between signs."""
    if not lines:
        return []
    if parted := _between_signs(lines):
        return parted
    alone = lines[0].gap == LABELLED or lines[0].text.count(",") > 1
    if len(lines) == 1 or (lines[1].gap and alone):
        return _on_one_line(lines[0])
    return _one_a_line(lines)


def _between_signs(lines: list[Line]) -> list[Line]:
    """The items of a list that signs part; none where they part no terms."""
    if not _BETWEEN.search(first := _bare(lines[0].text)):
        return []
    parted = [each for each in _BETWEEN.split(_wrapped(lines)) if each]
    if max(map(len, parted)) > LONGEST_APART and is_prose(first):
        return []
    return [lines[0]._replace(text=each) for each in parted]


def _on_one_line(line: Line) -> list[Line]:
    """The items of a list on one line. Where commas alone part headings nothing tells the inverted
    ones: none is left."""
    text = _bare(line.text)
    pieces = [each.strip() for each in text.split(",")]
    if all(read_category(each) is not None for each in pieces):
        return [line._replace(text=each) for each in pieces]
    # "Research Support, N.I.H., Extramural"
    single = len(pieces) < 4 or read_category(text) is not None
    return [line] if single and (line.bullet or not _runs_on(text)) else []


def _one_a_line(lines: list[Line]) -> list[Line]:
    """The items of a list of which each has its line; a gap ends it, if not all items have one."""
    taken: list[Line] = []
    for line, below in zip_longest(lines, lines[1:]):
        if len(line.text) > LONGEST or (taken and line.bullet > taken[0].bullet):
            break
        if taken and line.gap and not _is_apart(line, below, taken[0]):
            break
        if len(taken) > 1 and taken[-2].text[-1] == ";" != taken[-1].text[-1]:
            break
        if _is_entry(line) and (below is None or below.gap or below.bullet or _is_entry(below)):
            break
        if (label := find_label(line.text)) and label.value:
            break
        taken.append(line)
    return taken


def _bare(text: str) -> str:
    """A list without signs around it."""
    return text.strip(_TRAILING).removeprefix("- ")


def _runs_on(text: str) -> bool:
    """Whether a list without signs is more than one heading or type, by its length, its stars or
    the type with which it begins."""
    said = text.split()
    if len(said) > MOST_WORDS or (
        text.istitle() and "," not in text and len(said) > MOST_CAPITALISED
    ):
        return True
    openings = (" ".join(said[:count]) for count in range(1, len(said)))
    several = any(read_category(each) is not None for each in openings)
    return "* " in text or (several and read_category(text) is None)


def _is_apart(line: Line, below: Line | None, first: Line) -> bool:
    """Whether a blank line stands before each item of a list, and before this line as well."""
    alone = line.gap == first.gap and (below is None or below.gap == first.gap)
    return alone and len(line.text) <= LONGEST_APART and not is_sentence(line.text.rstrip(";"))


def _is_entry(line: Line) -> bool:
    """Whether a line may be of a menu; alone amid terms it is none: "Language"."""
    return not line.bullet and is_menu(line.text) and read_category(line.text) is None


def _wrapped(lines: list[Line]) -> str:
    """A list between signs that goes on below."""
    text = lines[0].text
    for line in lines[1:]:
        if line.gap or is_prose(line.text) or not (text[-1] in ";|•" or ";" in line.text):
            break
        text = f"{text} {line.text}"
    return _bare(text)


def may_be_term(label: Label) -> bool:
    """Whether a label is the bare name of a section, and none that only sections have."""
    if label.kind not in ORDER or label.value or not label.name.isascii():
        return False
    return fold_label(label.name) not in _HEADINGS


def is_term(
    label: Label, lines: Sequence[Line], index: int, kind: str, listed: Sequence[Line]
) -> bool:
    """Whether a label below a heading of this kind, and these lines, is a term of a list, not the
    heading of what follows: more terms do, or the blank line behind the list."""
    line = lines[index]
    if kind not in LISTS or label.value or line.level or line.text[-1] in ":：":
        return False
    if (kind, label.kind) in _OF_LISTS:
        return bool(listed) or kind == "publication_types"
    if not may_be_term(label) or is_numbered_heading(line.text):
        return False
    last = listed[-1] if listed else None
    if last and ((line.gap and not last.gap) or not _is_term(last, kind)):
        return False
    below = lines[index + 1 : index + MOST_LOOKED_AT]
    count = next((i for i, each in enumerate(below) if not _is_term(each)), None)
    if count == 1:
        # "Case report" over "Introduction" or "References", or as the last one of a list
        after = find_label(below[0].text)
        if after is None:
            return False
        parted = bool(below[0].gap and not line.gap)
        return parted or ORDER.get(after.kind, -1) < ORDER[label.kind]
    return count is None or count > 1


def _is_term(line: Line, kind: str = "") -> bool:
    """Whether a line may be a term, or a heading; keywords on one line are several."""
    text = line.text.rstrip(";,")
    if len(text) > LONGEST_APART or ";" in text or (kind == "keywords" and "," in text):
        return False
    return not (is_sentence(text) or is_prose(text))


def without_cut_term(terms: list[str], text: str) -> list[str]:
    """The terms with which a page ends, but for a last one that was cut there: all words of the
    text that begin like it go on for longer than another form of it would."""
    if len(terms) == 1 and " " in terms[0]:
        # The beginning of several that spaces part, perhaps.
        return []
    word = terms[-1].rpartition(" ")[2] if terms else ""
    if word in SMALL:
        return terms[:-1]
    word = word.lower()
    if len(word) < 3 or not word.isalpha() or is_dense(word):
        return terms
    text = " ".join((text, *terms[:-1])).lower()
    begun = [len(each) - len(word) for each in _WORD.findall(text) if each.startswith(word)]
    return terms[:-1] if begun and min(begun) > MAX_ENDING else terms
