"""Who wrote the article: under a label, on the lines below the title, in its own citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from searcher.formats.page.citation.glued import is_publisher
from searcher.formats.page.kinds.addresses import is_address, opens_as_address
from searcher.formats.page.kinds.furniture import SITE_WORDS
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.name_forms import read_inverted, surnames_first, without_capitals
from searcher.formats.page.kinds.people import (
    has_initials,
    is_list_of_names,
    read_names,
    runs_names_together,
)
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Facts
from searcher.formats.page.title.cited import same_title
from searcher.formats.page.values import Field
from searcher.formats.page.words.lists import WORD
from searcher.formats.page.zones import Page
from searcher.lazy import lazy_pattern
from searcher.record import Evidence

MOST_NAME_WORDS = 5
"""Words of a name at most."""

LONGEST_BETWEEN = 200
"""Characters of a line between two names at most."""

SHORTEST_IN_CAPITALS = 4
"""Letters of the longest word of a name in capitals at least: "CC BY" is none."""

MOST_BETWEEN = 8
"""Lines between two names at most."""

MOST_NEAR = 16
"""Lines below one between names in which its like is looked for."""

LONGEST_MARK = 8
"""Characters of the marks behind a name, with a comma or "and", at most."""

LONGEST_LABEL = 16
"""Characters of a label over names at most."""

MOST_LINES = 400
"""Lines of a list of names at most, with what stands between them."""

# "1,*", "and", "a": what stands between names that have lines of their own.
_MARKS_ALONE = lazy_pattern(r"[\W\d_]*(?:\b(?:and|y|et|und|e|[a-h])\b[\W\d_]*)*")
# "Ann Lee et al. Ward Letters": what stands over a second copy of the title.
_CITED = lazy_pattern(r"\bet al\b\W*\w")
_GOES_ON = lazy_pattern(r"(?:[,;&]|\band)[\W\d]*$")
_SIGNED = lazy_pattern(r"[\d*†‡§¶#✉]|,\s|^[Bb]y ")
# "aDepartment of Medicine", "b Ward Hospital": addresses under letters.
_LETTERED = lazy_pattern(r"(?:^([a-h])[ )]{1,2}|(?<![^\s;,.])([a-h]))(?=[A-ZÀ-Ý][a-zà-ÿ])")
_LETTER_APART = lazy_pattern(r"\w [a-h](?=[\s,;*]|$)")
_LABEL = lazy_pattern(r"Authors?(?:\(s\))?\b[a-z ]*(?=[A-ZÀ-Ý])")
# "Ann LeeBo Ek", "Ann Lee1Bo Ek", but not "McLee Ann"
_GLUED = lazy_pattern(
    r"(?:(?<=[^\W\d_A-ZÀ-Þ]{3})|(?<=\w[\d*†‡.,;]))(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]+\.? [A-ZÀ-Þ])"
)
# What a site glues to the last name, and what is left of a sign that it could not show.
_BESIDE = lazy_pattern(r"&#?\w*;|(?<=[a-zà-ÿ])Published in\b.*")
# "Ward Press GmbH": a house.
_HOUSE = lazy_pattern(r"\b(?:Verlag|GmbH|Inc|Ltd|LLC|BV|B\.V|KG)\.?$")
_OPENS_AS_NAME = lazy_pattern(r"[A-ZÀ-Þ][^\s,;(]*,? (?:[a-z]{1,3} ){0,2}[A-ZÀ-Þ]")
_BEHIND_NAMES = lazy_pattern(
    r"(?:,\s|;\s|\s\(|\s(?=(?:Department|Dept|Division|Section|Faculty)\b))\(?(?=[A-ZÀ-Ý\d])"
)


class Run(NamedTuple):
    """Names on neighbouring lines; `signed` where one line could be nothing else than names."""

    names: tuple[str, ...]
    first: Line
    last: Line
    signed: bool


def put_authors(page: Page, head: list[Line], fields: list[Field], facts: Facts) -> None:
    """Sets the authors of a page whose title and facts are known."""
    for each in fields:
        if each.kind in ("authors", "coauthors") and (labelled := _read_told(each.value)):
            known = page.values.pop("authors", ()) if each.kind == "coauthors" else ()
            _put(page, known + labelled, "label authors", (each.line.number,) * 2, 0.9)
    if "authors" in page.values:
        return
    cited = _cited_names(page, facts)
    found = _find_run(_below_title(page, head), page)
    if found and not _are_among(found.names, cited):
        _put_run(page, found, "names under the title", 0.8)
    elif cited:
        _put(page, cited, "names of the citation", facts.cited_lines, 0.7)
    elif listed := next((part for part in page.parts if part.kind == "authors"), None):
        found = _find_run(listed.lines, page)
        if found:
            _put_run(page, found, "heading authors", 0.7)


def _put_run(page: Page, run: Run, rule: str, confidence: float) -> None:
    _put(page, run.names, rule, (run.first.number, run.last.end), confidence)


def _put(
    page: Page, names: Iterable[str], rule: str, span: tuple[int, int], confidence: float
) -> None:
    plain = without_capitals([name for name in names if name.count(" ") < MOST_NAME_WORDS])
    plain = surnames_first(plain)
    if len(plain) > 1 and plain[0][-1] == "." and plain[-1][-1].isupper():
        plain[-1] += "."  # which ended the list as well
    page.put("authors", tuple(dict.fromkeys(plain)), Evidence(rule, span, confidence))


def _read_told(text: str) -> tuple[str, ...]:
    """Names where nothing else stands, of which one may have its surname first: "Lee, Ann"."""
    return read_names(text) or read_inverted(text)


def _cited_names(page: Page, facts: Facts) -> tuple[str, ...]:
    """The names of the citation that has the article's title."""
    if not facts.cited_names:
        return ()
    own = same_title(facts.cited_title or "", page.values.get("title", ""))
    return facts.cited_names if own else ()


def _are_among(names: tuple[str, ...], cited: tuple[str, ...]) -> bool:
    """Whether a citation has these names and more, or others than a lone one."""
    if len(names) >= len(cited):
        return False
    said = {word.casefold() for name in cited for word in WORD.findall(name)}
    known = [any(word.casefold() in said for word in WORD.findall(name)) for name in names]
    return all(known) or len(names) == 1


def _below_title(page: Page, head: list[Line]) -> list[Line]:
    """What stands in the head behind the title: on its line, and below it."""
    title, last = page.values.get("title", ""), page.title_end
    for index, line in enumerate(head):
        if line.number == last and title in line.text:
            rest = line.text.partition(title)[2].strip(" .*")
            return [line._replace(text=rest, bullet=False)] * bool(rest) + head[index + 1 :]
    return [line for line in head if line.number > last]


def _find_run(lines: list[Line], page: Page) -> Run | None:
    """The first run of names that could be nothing else, or else a likely one."""
    title = page.values.get("title")
    lines = _join_cut([line for line in lines if line.text != title])
    led = {part.lines[0] for part in page.parts if part.kind == "authors" and part.lines}
    likely: Run | None = None
    start = 0
    while start < len(lines):
        run, end = _read_run(lines, start, _read_line)
        if run and (run.signed or lines[start] in led or (start and _leads(lines[start - 1]))):
            if title or len(set(run.names)) > 1:
                return run
        elif run and likely is None and title and _is_likely(run, lines, start, end, page):
            if not start and len(set(run.names)) > 1:
                return run
            likely = run
        start = end
    beside = _beside_addresses(lines)
    earlier = beside and likely and beside.first.number < likely.first.number
    return beside if earlier or likely is None else likely


def _join_cut(lines: list[Line]) -> list[Line]:
    """The same lines, joined where the break is within a name: "Ann Lee1, Bo Ek2, Cy", "Oh3"."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined and not line.gap else None
        if (
            above
            and above.text.count(",") > 1
            and is_list_of_names(above.text)
            and not read_names(above.text)
        ):
            text = f"{above.text} {line.text}"
            if "(" not in text and read_names(text):
                joined[-1] = above._replace(text=text, last=line.end)
                continue
        joined.append(line)
    return joined


def _leads(line: Line) -> bool:
    """Whether a line is the label of authors alone: "Author(s) :", "by"."""
    return len(line.text) < LONGEST_LABEL and label_kind(line.text.rstrip(" :")) == "authors"


def _read_run(
    lines: list[Line], start: int, read: Callable[[str], tuple[str, ...]]
) -> tuple[Run | None, int]:
    """The names that begin on a line, with those below it, and the index behind them."""
    names = read(lines[start].text)
    if not names:
        return None, start + 1
    last, signed = start, _is_signed(lines[start].text, names)
    for index in range(start + 1, min(len(lines), start + MOST_LINES)):
        more = read(lines[index].text)
        if more:
            if lines[index].bullet != lines[start].bullet or _CITED.search(lines[index].text):
                break
            if last == index - 1 and _is_whole(lines[last].text) and not _is_listed(lines[index]):
                break
            names += more
            marked = last < index - 1 and _MARKS_ALONE.fullmatch(lines[last + 1].text)
            signed = signed or bool(marked) or _is_signed(lines[index].text, more)
            last = index
        elif index - last > MOST_BETWEEN or not _is_between(lines, index, start):
            break
    names = _without_letters(names, lines[start : last + 1], lines[last + 1 :])
    return Run(names, lines[start], lines[last], signed), last + 1


def _read_line(text: str) -> tuple[str, ...]:
    """Names on a line, also behind their label ("Author links open panelAnn Lee, Bo Ek") or
    without anything between them ("Ann LeeBo EkCy Oh")."""
    text = _LABEL.sub("", text, count=1) if text.startswith("Author") else text
    names = read_names(text)
    if any(map(_GLUED.search, names)) or (not names and runs_names_together(text)):
        names = read_names(_GLUED.sub(", ", _BESIDE.sub(", ", text))) or names
    return () if len(names) == 1 and _HOUSE.search(names[0]) else names


def _is_whole(text: str) -> bool:
    """Whether a line lists people and does not go on below."""
    return len(read_names(text)) > 1 and not _GOES_ON.search(text, len(text) - LONGEST_MARK)


def _is_listed(line: Line) -> bool:
    return line.text[0] in ",;&" or _is_signed(line.text, read_names(line.text))


def _is_signed(text: str, names: tuple[str, ...]) -> bool:
    """Whether a line has more than one name, or marks, degrees or initials, as no other has."""
    return len(names) > 1 or _SIGNED.search(text) is not None or has_initials(text)


def _recurs(lines: list[Line], index: int, start: int) -> bool:
    """Whether another line of a list begins with the same word, as what stands below each name."""
    word = lines[index].text.partition(" ")[0]
    near = lines[start:index] + lines[index + 1 : index + MOST_NEAR]
    return any(line.text.partition(" ")[0] == word for line in near)


def _is_between(lines: list[Line], index: int, start: int) -> bool:
    """Whether a line can stand between two names of one list: marks, an address, a button."""
    text = lines[index].text
    if any(line.text[0] in ",;" and read_names(line.text) for line in lines[index : index + 5]):
        return True
    if len(text) > LONGEST_BETWEEN:
        return False
    if _MARKS_ALONE.fullmatch(text) or "orcid" in text.lower() or is_address(text):
        return True
    bulleted = lines[start].bullet and not lines[index].bullet
    return bulleted or _recurs(lines, index, start)


def _without_letters(
    names: tuple[str, ...], lines: list[Line], below: list[Line]
) -> tuple[str, ...]:
    """Names without the letters of addresses below that are glued to all of them."""
    addresses = [line.text for line in below[:MOST_BETWEEN] if _LETTERED.match(line.text)]
    marks = {found[1] or found[2] for text in addresses for found in _LETTERED.finditer(text)}
    glued = marks and all(name[-1] in marks for name in names)
    if not glued or any(_LETTER_APART.search(line.text) for line in lines):
        return names
    return tuple(name[:-1] for name in names)


def _is_likely(run: Run, lines: list[Line], start: int, end: int, page: Page) -> bool:
    """Whether names on lines of their own, of which nothing says that they are, are no words of
    the site or of the text, and stand where authors do."""
    words = [word for name in run.names for word in WORD.findall(name)]
    if is_publisher(run.names[0]) or opens_as_address(run.names[0]) or len(words[-1]) == 1:
        return False
    if "".join(words).isupper() and max(map(len, words)) < SHORTEST_IN_CAPITALS:
        return False
    if any(word.lower() in SITE_WORDS for word in words):
        return False
    if end < len(lines) and is_address(lines[end].text):
        return True
    text = "\n".join(line.text for part in page.parts for line in part.lines)
    said = set(text.split())
    common = [word for word in words if len(word) > 3 and word.lower() in said]
    if len(set(run.names)) > 2 and not start:
        return len(common) * 3 < len(run.names)
    # All that stands between title and abstract, and no heading: "Apresentação do Caso".
    alone = not start and end == len(lines) and all(word[0].isupper() for word in words)
    return not common and (alone or len(run.names) > bool(start) + 1 or text.count(words[-1]) > 1)


def _beside_addresses(lines: list[Line]) -> Run | None:
    """Names that have where they work on their lines: "Ann Lee, Department of Nursing, Lund"."""
    for start, line in enumerate(lines):
        if _OPENS_AS_NAME.match(line.text) and _before_address(line.text):
            return _read_run(lines, start, _before_address)[0]
    return None


def _before_address(text: str) -> tuple[str, ...]:
    for found in _BEHIND_NAMES.finditer(text[:LONGEST_BETWEEN]):
        if opens_as_address(text[found.end() :]):
            return _read_told(text[: found.start()])
    return ()
