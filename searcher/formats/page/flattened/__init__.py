"""Pages that lost all their line breaks, broken again before their headings."""

from __future__ import annotations

import re

from searcher.formats.page.flattened.colons import before_colons
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.lists import by_initial, has_any
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS, SECTIONS
from searcher.lazy import lazy_pattern

FLATTENED = 400
"""Characters from which on a line may be a whole page."""

PARAGRAPH = 100
"""Characters from which on a line can hold a paragraph and a list behind it."""

LONGEST_LIST = 300
"""Characters of a list behind a paragraph."""

LONGEST_BEFORE = 20
"""Characters of a label before the words in it that are another one."""

SHORTEST_TEXT = 150
"""Characters of a paragraph behind terms of use at least."""

ABSTRACT = 4000
"""Characters before a heading in which the labels of its abstract may stand."""

TERMS = "Creative Commons"
"""What terms of use name that are parted from the text behind them."""

_HEADINGS = (
    *("Abstract", "ABSTRACT", "Keyword", "KEYWORDS", "Key words", "Key Words", "Résumé"),
    *("Resumen", "Resumo", "Riassunto", "Zusammenfassung", "Abstrak", "Özet", "Sažetak"),
    *("Streszczenie", "Sammendrag", "Rezumat", "Povzetek", "Souhrn", "Аннотация", "Резюме"),
    *("초록", "요약", "摘要", "抄録", "要旨"),
)
_HEADING = lazy_pattern(by_initial(_HEADINGS, before=r"(?<=\s.)") + "|Abstract ")
_BREAK = lazy_pattern(
    r"\s(?=[AKRZIMPÖSАР초요摘抄要1#=])(?:(?<=\S\s)"
    r"(?=(?:Abstract|ABSTRACT|Keywords?|KEYWORDS|Key [Ww]ords)(?:\s?[:.]?|\s[|–—-])\s[A-Za-z]"
    r"|(?:M(?:OTS|ots)[ -](?:CLÉS|[Cc]lés)|P(?:ALABRAS|alabras)[ -](?:CLAVE|[Cc]lave)"
    r"|P(?:ALAVRAS|alavras)[ -](?:CHAVE|[Cc]have))\s\w"
    r"|(?:Résumé|Resum(?:en|o)|Riassunto|Zusammenfassung|Abstrakt?|Özet|Sažetak|Streszczenie"
    r"|Sammendrag|Rezumat|Povzetek|Souhrn|Аннотация|Резюме)\s?[:.]?\s[A-ZÀ-ÝŞİА-Я]"
    r"|(?:초록|요약|摘要|抄録|要旨)\s?[:：]?\s)"
    r"|(?<=[\w.)]\s)(?=(?:Introduction|INTRODUCTION|1\. Introduction)\s[A-Z][\w-]+\s[a-z])"
    # Headings of Markdown, and the rule under a title.
    r"|(?=#{1,6}\s[A-Z*])|={3,}\s)"
    # "... with reactionAbstract Fever is"
    r"|(?<=[a-z])(?=(?:Abstract|Resum(?:en|o)|Résumé)\s[A-ZÀ-Ý])"
)
# "Wardville article info Keywords: Fever Rash abstract The": two columns of a printed head.
_BESIDE = lazy_pattern(r"(?<=\w\s)(?:article info|abstract)(?=\s[A-Z])")
_SUMMARY = lazy_pattern(
    r"(?<=[\w.)])(?<!\bLay)\s(?=Summary(?:\s?[.:]\s[A-Z]|\s(?:The|This|We|In|An?|To)\s[A-Za-z]))"
)
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽА-ЯЁІЇЄ"
_CAPITALS = lazy_pattern(f"[{_CAPITAL}][{_CAPITAL}]{{4}}")
_CAPITAL_WORDS = lazy_pattern(
    rf"[{_CAPITAL}](?<=\s.)[{_CAPITAL}]{{2,}}(?:[ -][{_CAPITAL}]{{3,}})?(?=[\s:.])"
)
_NUMBER_BEFORE = lazy_pattern(r"\b\d\.?\s$")
_SENTENCE = lazy_pattern(r"[a-z)]\.\s(?=[A-ZÀ-Ý])")
_OF_TERMS = (
    *("license ", "licence ", "cc by", "reproduction", "permission", "permitted", "http", "©"),
    *("copyright", "terms of use"),
)
_MARKS = "# "


def break_again(text: str) -> list[str]:
    """The lines of a flattened page; the text alone where it is no such page."""
    cuts = _capitals(text) + _labels(text)
    if _HEADING.search(text):
        cuts += [(found.start(), found.end()) for found in _BREAK.finditer(text)]
    elif found := _summary(text):
        cuts += [each.span() for each in (found, *_BREAK.finditer(text, found.end()))]
    if "article info " in text:
        cuts += [(end, end) for found in _BESIDE.finditer(text) for end in found.span()]
    if not cuts:
        return [text]
    pieces, start = [], 0
    for stop, following in sorted(set(cuts)):
        pieces.append(text[start:stop])
        start = following
    pieces.append(text[start:])
    return [piece for piece in (piece.strip().lstrip(_MARKS) for piece in pieces) if piece]


def break_keywords(text: str) -> list[str]:
    """A paragraph, and the list of keywords behind its last sentence or the article's history."""
    for start, _ in _labels(text):
        above, label = text[:start].rstrip(), text[start:].partition(":")[0]
        ended = above.endswith((".", "?", "!", ")", "]")) or "Received" in above
        ended = ended and len(text) - start < LONGEST_LIST
        if ended and HEADINGS[fold_label(label)] == "keywords":
            return [above, text[start:]]
    return [text]


def break_terms(text: str) -> list[str]:
    """The terms of use of an open article, and the paragraph behind them."""
    begin = text.find(TERMS)
    for found in _SENTENCE.finditer(text, begin):
        following = text[found.end() : found.end() + 400].lower()
        if has_any(following, _OF_TERMS):
            continue
        if len(text) - found.end() < SHORTEST_TEXT:
            break
        start = max(text.rfind(sign, 0, begin) for sign in ("Copyright", "©"))
        lines = (text[: max(0, start)], text[max(0, start) : found.end()], text[found.end() :])
        return [line.strip() for line in lines if line.strip()]
    return [text]


def _labels(text: str) -> list[tuple[int, int]]:
    """Where labels of abstracts and keywords stand, in any language, with their colon."""
    cuts = []
    for names in before_colons(text, 8, 24, 2):
        for start, name in names:
            if start < LONGEST_BEFORE and fold_label(text[: start + len(name)]) in HEADINGS:
                # "Medical Subject Headings:" are no keywords.
                break
            kind = HEADINGS.get(fold_label(name)) if name[:1].isupper() else None
            if kind in ("abstract", "keywords") and fold_label(name) not in SECTIONS:
                cuts.append((start, start))
            if kind in ("abstract", "keywords", "aside_abstract"):
                # "Lay summary:" is no summary.
                break
    return cuts


def _summary(text: str) -> re.Match[str] | None:
    """The heading "Summary." over an abstract."""
    return _SUMMARY.search(text) if " Summary" in text else None


def _capitals(text: str) -> list[tuple[int, int]]:
    """Where headings in capitals stand ("RESUMEN Se describe", "PALABRAS CLAVE: fiebre"), if one
    of them is that of an abstract."""
    if not _CAPITALS.search(text):
        return []
    kinds: set[str] = set()
    cuts = []
    for found in _CAPITAL_WORDS.finditer(text):
        name = found[0].rstrip(" .:")
        kind = _kind(name)
        start = found.start()
        if kind and (kinds or kind != "background"):
            kinds.add(kind)
            # "1. INTRODUCTION"; before an abstract the number is that of a name or a page.
            number = _NUMBER_BEFORE.search(text, max(0, start - 6), start)
            number = number if kind == "background" else None
            cuts.append((number.start() if number else start,) * 2)
    return cuts if "abstract" in kinds else []


def _kind(name: str) -> str | None:
    """Which heading that a page is cut at these capitals are."""
    key = fold_label(name)
    kind = HEADINGS.get(key)
    if kind in ("abstract", "keywords"):
        return kind if len(key) > 4 else None
    return "background" if key in INTRODUCTIONS else None
