"""A page as parts: what stands before the abstract, the abstract, what follows, the body."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from searcher.formats.page.headings import (
    MAX_TITLE,
    SHORTEST_CUT,
    find_long_label,
    is_wrapped_value,
    opens_sentence,
    part_headings,
)
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.label_kinds import ORDER
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label, is_numbered_heading, label_name
from searcher.formats.page.lines import LABELLED, Line
from searcher.formats.page.outline import find_outlines
from searcher.formats.page.terms import is_term
from searcher.formats.page.values import FIELD_KINDS, Field, read_value
from searcher.formats.page.words.vocabulary import SECTIONS

SHORTEST_TITLE = 30
"""Characters of a line that is known as the title by being said twice."""


@dataclass(slots=True)
class Part:
    """A heading and what stands under it, up to the next heading.

    kind: what the heading announces; "front" where the page begins without one.
    alone: the heading had its own line; numbered: it had a number, as bodies have them.
    """

    kind: str
    name: str = ""
    heading: Line | None = None
    alone: bool = True
    numbered: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def is_section(self) -> bool:
        """Whether its heading names a section of an abstract or of a body."""
        return self.kind in ORDER

    @property
    def is_heading(self) -> bool:
        """Whether its heading is of the kind that bodies have: alone, and without a colon."""
        return self.alone and not (self.heading and self.heading.text.endswith((":", "：")))

    @property
    def first(self) -> int:
        """The number of the part's first line."""
        line = self.heading or (self.lines[0] if self.lines else None)
        return line.number if line else 1


def split_parts(lines: list[Line]) -> tuple[list[Part], list[Field]]:
    """The parts of a page in order, and the labelled values found in them.

    A labelled value is not repeated among a part's lines; entries of an outline are no headings.
    """
    parts = [Part("front")]
    found: list[Field] = []
    lines = [heading for line in lines for heading in part_headings(line)]
    outline = find_outlines(lines)
    first_places: dict[str, int] = {}
    skip = False
    for index, line in enumerate(lines):
        if skip or index in outline:
            skip = False
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        if parts[-1].kind == "foreign" and parts[-1].lines:
            parts.append(Part("front"))
        label = _label_of(line, following, parts[-1])
        if label is None:
            if _opens_body(line, following, parts):
                parts.append(Part("body", label_name(line.text), line, numbered=True))
            else:
                parts[-1].lines.append(line)
        elif label.kind == "aside" and _is_over_copy(lines, index, first_places):
            # A feed has a menu of one entry between the title and the article.
            continue
        elif label.kind in FIELD_KINDS and not (label.kind == "authors" and not label.value):
            skip = _put_field(label, line, following, parts, found)
        elif _opens_part(label, line, following, parts) and _is_heading(label, lines, index, parts):
            parts.append(_part(label, line, parts[-1]))
        else:
            parts[-1].lines.append(line)
    return _without_tabs(_under_headings(parts)), found


def _is_heading(label: Label, lines: list[Line], index: int, parts: list[Part]) -> bool:
    """Whether a label is neither a term of a list nor the kind of article over its title."""
    return not (_is_listed(label, lines, index, parts[-1]) or _is_over_title(label, lines, index))


def _is_listed(label: Label, lines: list[Line], index: int, part: Part) -> bool:
    """Whether a label is a term of the list above it, which has one a line below its heading."""
    return part.alone and is_term(label, lines, index, part.kind, part.lines)


def _put_field(
    label: Label, line: Line, following: Line | None, parts: list[Part], found: list[Field]
) -> bool:
    """Adds a labelled value to those found, a line that has none to its part; whether the value is
    the following line."""
    value, used = read_value(label, following)
    if not value:
        parts[-1].lines.append(line)
        return False
    if label.kind == "volume" and parts[-1].kind == "aside" and not parts[-1].lines:
        # The list beside the article is empty: this is the article's own again.
        parts.append(Part("front"))
    found.append(Field(label.kind, value, line, len(parts) - 1))
    if label.kind == "authors":
        # Names tell where the title stands, labelled or not.
        parts[-1].lines.append(line._replace(text=value, bullet=True))
    return used


def _is_over_copy(lines: list[Line], index: int, first_places: dict[str, int]) -> bool:
    """Whether the next line has the length of a title, and stands above as well; first_places:
    where each text stands first, filled when it is asked for."""
    text = lines[index + 1].text if index + 1 < len(lines) else ""
    if len(text) <= SHORTEST_TITLE:
        return False
    if not first_places:
        first_places.update({lines[at].text: at for at in range(len(lines) - 1, -1, -1)})
    return first_places[text] < index


def _goes_on(label: Label, line: Line, part: Part) -> bool:
    """Whether the name of a section in lower case is the end of the line above: "medication"."""
    if not label.is_section or line.gap or not line.text[0].islower():
        return False
    return bool(part.lines) and part.lines[-1].text[-1].isalpha()


def _label_of(line: Line, following: Line | None, part: Part) -> Label | None:
    """The label of a line that neither goes on with the part above nor opens a sentence."""
    label = find_label(line.text) or find_long_label(line, following)
    if label is None or _goes_on(label, line, part) or opens_sentence(label, following):
        return None
    if part.is_section:
        # "Subjects", "Summary": outside an abstract they are topics, and the abstract itself.
        return label._replace(kind=_amid_sections(label, part))
    return label


def _amid_sections(label: Label, part: Part) -> str:
    """What a label announces below a section."""
    if label.kind == "info" and (not label.value or is_sentence(label.value)):
        return SECTIONS.get(fold_label(label.name), label.kind)
    summed_up = label.kind == "abstract" and part.kind == "results" and part.name.isascii()
    return "conclusion" if summed_up and fold_label(label.name) == "summary" else label.kind


def _is_setting(line: Line, part: Part) -> bool:
    """Whether a label without a value is one of a row of them: "Column Width:", "Background:"."""
    above = part.lines[-1].text if part.lines else ""
    return not line.gap and line.text[-1] == above[-1:] == ":"


def _under_headings(parts: list[Part]) -> list[Part]:
    """Parts in which an abstract that stands below the heading of its keywords, with them, is
    under its own: the headings of a narrow column come one after the other."""
    for part, below in pairwise(parts):
        stacked = part.kind == "abstract" and below.kind == "keywords" and part.alone
        if stacked and below.alone and len(below.lines) > 1:
            text, terms = below.lines[:2]
            empty = all(2 * len(line.text) < len(text.text) for line in part.lines)
            if empty and is_prose(text.text) and not is_prose(terms.text):
                part.lines.append(text)
                below.lines = below.lines[1:]
    return parts


def _without_tabs(parts: list[Part]) -> list[Part]:
    """Parts in which "Abstract" over anything but an abstract is an entry of a menu."""
    for index, part in enumerate(parts[:-1]):
        if part.kind != "abstract" or not part.lines or parts[index + 1].is_section:
            continue
        later = any(each.kind == "abstract" for each in parts[index + 1 :])
        if later and not any(is_prose(line.text) for line in part.lines):
            part.kind = "front"
    return parts


_AMID_SECTIONS = {"description": "case", "summary": "conclusion"}


def _part(label: Label, line: Line, before: Part) -> Part:
    kind = label.kind
    if label.value and before.is_section and not before.alone:
        # "Introduction: ... Description: ... Discussion: ..."
        kind = _AMID_SECTIONS.get(fold_label(label.name), kind)
    part = Part(kind, label.name, line, alone=not label.value)
    part.numbered = not label.value and is_numbered_heading(line.text)
    if label.value:
        part.lines.append(line._replace(text=label.value, gap=LABELLED))
    return part


def _is_over_title(label: Label, lines: list[Line], index: int) -> bool:
    """Whether "CASE REPORT" stands over a title, which names below it tell."""
    if label.kind != "case" or label.value or index + 1 == len(lines):
        return False
    below = lines[index + 1 : index + 4]
    # A translation of the title may stand between the two.
    short = takewhile(lambda each: len(each.text) < MAX_TITLE, below)
    return any(read_names(each.text) for each in list(short)[1:])


def _opens_part(label: Label, line: Line, following: Line | None, parts: list[Part]) -> bool:
    if label.kind == "aside" and not label.value:
        # In a menu these words are only entries among others.
        in_menu = following is not None and not following.gap and len(following.text) < 30
        return line.gap > 0 or not in_menu
    if not label.is_section:
        if label.kind == "abstract" and label.value.isalpha() and label.value.islower():
            # "Abstract: found"
            return False
        if label.kind == "cite" and not label.value and read_category(line.text) is not None:
            # "Journal Article", one of the types of an entry.
            return False
        return bool(not label.value or label.kind not in ("info", "aside", "category"))
    if not label.value:
        if label.kind == "case" and all(part.kind != "abstract" for part in parts):
            # "CASE REPORT" over a title says what kind of article this is.
            if len(parts) == 1 and not parts[0].lines:
                return False
            return not line.bullet and following is not None and is_prose(following.text)
        # Some sites set the headings of an abstract as items of a list, its text below each.
        over_text = following is not None and not following.bullet and is_prose(following.text)
        return (over_text or not line.bullet) and not _is_setting(line, parts[-1])
    listed = parts[-1].kind == "keywords"
    if is_prose(label.value) or (not listed and is_wrapped_value(label.value, following)):
        return True
    in_abstract = any(part.kind == "abstract" or part.is_section for part in parts)
    cut_off = following is None and label.kind == "background" and len(label.value) > SHORTEST_CUT
    if in_abstract or (cut_off and not is_sentence(label.value)):
        return not label.value[:1].islower() and not line.bullet
    # A short first section is known by the next one.
    after = find_label(following.text) if following else None
    return is_sentence(label.value) and after is not None and after.is_section and bool(after.value)


def _opens_body(line: Line, following: Line | None, parts: list[Part]) -> bool:
    if not line.gap or following is None or not is_numbered_heading(line.text):
        return False
    has_abstract = any(part.kind == "abstract" or part.is_section for part in parts)
    return has_abstract and is_prose(following.text)
