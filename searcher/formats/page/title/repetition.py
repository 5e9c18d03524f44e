"""Candidates for a title as other lines of the head repeat them: in a trail, whole, cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from searcher.formats.page.flattened.names import find_marked_names
from searcher.formats.page.kinds.language import languages_of
from searcher.formats.page.kinds.people import is_people
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.lines import Line
from searcher.formats.page.title.candidates import REPEATED, Candidate
from searcher.formats.page.title.surroundings import is_marked
from searcher.formats.page.title.untitled import LONGEST, can_be_title
from searcher.lazy import lazy_pattern

SHORTEST_QUOTED = 20
"""Characters of a quoted title at least."""

_QUOTED = lazy_pattern(rf"[\"“„«'‘]([^\"“”„«»]{{{SHORTEST_QUOTED},{LONGEST}}})[\"”»'’](?!\w)")
# "Reply to 'The title'" is a title of its own.
_ANSWER = lazy_pattern(
    r"(?:in |authors?['’]? )?(?:reply|response|re\b|comment|letter|correct|corrig|errat|retract)",
    re.IGNORECASE,
)
_ENDS = lazy_pattern(r"^\W+|\W+$")

MAX_LOST = 10
"""Signs and blanks that a copy of a title has lost at most."""

TELLING = 30
"""Characters from which on it is no chance that one line holds another."""


def weigh_repetitions(candidates: list[Candidate], head: list[Line]) -> Iterator[Candidate]:
    """The candidates that no other line says better, those that others repeat with a bonus."""
    texts = {line.text for line in head}
    candidates = [each for each in candidates if not _goes_on_in_translation(each.text, texts)]
    openings = tuple([f"{text} " for text in texts])
    broken = [text for text in texts if len(text) >= 2 * TELLING and text.startswith(openings)]
    pieces = {piece for text in broken for piece in _pieces(text, texts)}
    pieced = {line.number for line in head if line.text in pieces}
    named = [each.text for each in candidates if each.over_names and each.text not in pieces]
    whole = tuple([f"{text} " for text in named if len(text) >= TELLING])
    telling = [line for line in head if len(line.text) >= 20]
    for each in candidates:
        text = each.text
        if not each.over_names and text.startswith(whole):
            # What stands right over the names is the whole title: the rest is glued to it.
            continue
        others = _others(each, telling)
        if each.span[0] in pieced or (_ends_with_line(text, others) and not _pieces(text, texts)):
            continue
        if len(text) < TELLING:
            yield each
        elif text in texts and _pieces(text, texts):
            # Once on a line, and once broken as it was printed.
            yield each._replace(score=each.score + 2 * REPEATED)
        elif not each.over_names and _is_cut_short(text, candidates):
            continue
        else:
            said_again = text in "\n".join(others)
            yield each._replace(score=each.score + REPEATED) if said_again else each


def _is_cut_short(text: str, candidates: list[Candidate]) -> bool:
    """Whether another candidate is the same and goes on, or has a subtitle."""
    longer = (text + " ", text + ":", text + "’", text + "'")
    return any(other.text.startswith(longer) for other in candidates)


def _goes_on_in_translation(text: str, texts: set[str]) -> bool:
    """Whether a text begins with another line, and goes on in another language than that one."""
    for title in [title for title in texts if len(title) >= TELLING and text.startswith(title)]:
        behind = text[len(title) :]
        if behind[1:2].isupper() and behind.count(" ") > 2 and title[-1].isalpha():
            spoken, other = languages_of(title), languages_of(behind)
            # What was joined from two lines is one title unless both tell their language.
            if spoken and not spoken & other and (other or text in texts):
                return True
    return False


def bare(best: Candidate, candidates: Sequence[Candidate], head: list[Line]) -> Candidate:
    """The title without what a line has glued to it (names, a site's words), where it stands twice
    by itself as well; or once, over the names or in the line's quotation marks."""
    for each in candidates:
        text = each.text
        if text == best.text or text not in best.text:
            continue
        numbered = best.text[: -len(text)].strip().isdigit() and best.text.endswith(text)
        if each.over_names and (numbered or f" {text} - " in f" {best.text} "):
            return each
        if count_words(text) < 5:
            continue
        quoted = f'"{text}"' in best.text or f"“{text}”" in best.text
        quoted = quoted and not _ANSWER.match(best.text)
        if quoted or sum(line.text == text for line in _beside(best, head)) > 1:
            return each
    return best


def _beside(best: Candidate, head: list[Line]) -> Iterator[Line]:
    """The lines of which a title is not made, where it is made of several."""
    first, last = best.span
    return (line for line in head if first == last or not first <= line.number <= last)


def whole(best: Candidate, head: list[Line]) -> Candidate:
    """The title with the lines below it that stand behind it elsewhere on the page as well, where
    other breaks part them."""
    opening = best.text[:SHORTEST_QUOTED]
    if sum([opening in line.text for line in head]) < 2:
        return best
    texts = [line.text for line in head]
    letters = _letters("".join(texts))
    for line in head:
        if line.number <= best.span[1]:
            continue
        text = f"{best.text} {line.text}"
        apart = texts.count(line.text) > 1 or letters.count(_letters(text)) < 2
        may_follow = line.text[0].isalnum() and can_be_title(line.text)
        if apart or not may_follow or _opens_with_people(line.text):
            break
        best = best._replace(text=text, span=(best.span[0], line.end))
    return best


def _opens_with_people(text: str) -> bool:
    return is_marked(text) or is_people(text) or find_marked_names(text) is not None


def unannounced(best: Candidate, head: list[Line]) -> Candidate:
    """The title as the page quotes it ("Share 'The title'"), without what its line has behind it
    or, where it begins another line, around the quotation."""
    opening = best.text[:SHORTEST_QUOTED]
    for line in head:
        for quoted in _QUOTED.findall(line.text) if opening in line.text else ():
            glued = best.text.startswith(f"{quoted} ")
            if count_words(quoted) < (3 if glued else 5):
                continue
            announced = best.text == line.text and not _ANSWER.match(line.text)
            announced = announced and any(other.text.startswith(quoted) for other in head)
            if glued or announced:
                return best._replace(text=quoted)
    return best


def spelled_out(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """The candidate of the same letters with the most signs and blanks between them, which copies
    lose where a title goes over two lines or has marks in it."""
    alike = [each for each in candidates if abs(len(each.text) - len(best.text)) <= MAX_LOST]
    if all(each.text == best.text for each in alike):
        return best
    letters = _letters(best.text)
    same = [each for each in alike if _letters(each.text) == letters]
    return max([best, *same], key=lambda each: len(_ENDS.sub("", each.text)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _others(candidate: Candidate, head: list[Line]) -> tuple[str, ...]:
    first, last = candidate.span
    return tuple(
        [
            line.text
            for line in head
            if not first <= line.number <= last and line.text != candidate.text
        ]
    )


def _pieces(text: str, texts: set[str]) -> tuple[str, ...]:
    """The lines into which a title is broken elsewhere on the page."""
    # A paragraph is no title; a cut at every blank is cheaper than a look at every other line.
    return _broken(text, texts) if 2 * TELLING <= len(text) <= LONGEST else ()


def _broken(text: str, texts: set[str]) -> tuple[str, ...]:
    cut = text.find(" ", 0, -10)
    while cut >= 0:
        if text[:cut] in texts:
            rest = text[cut + 1 :]
            if others := (rest,) if rest in texts else _broken(rest, texts):
                return text[:cut], *others
        cut = text.find(" ", cut + 1, -10)
    return ()


def _ends_with_line(text: str, others: tuple[str, ...]) -> bool:
    """Whether the title has a line of its own: "Home  The Journal  The title"."""
    if not text.endswith(others):
        return False
    return any(text.endswith(f" {other}") and count_words(other) > 2 for other in others)
