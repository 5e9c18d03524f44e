"""What stands around a paragraph without a label: whether it is framed as an abstract is."""

from __future__ import annotations

from itertools import pairwise

from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.references import is_numbered_reference, is_plain_reference
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.unlabelled_terms import is_unlabelled_list
from searcher.formats.page.values import Field
from searcher.formats.page.words.lists import BETWEEN, by_initial, has_any
from searcher.formats.page.words.sites import OF_FILES
from searcher.lazy import lazy_pattern

_BEHIND = frozenset(
    {"keywords", "references", "cite", "publication_types", "mesh", "substances", "abstract"}
)
_NAMED = frozenset({"title", "authors", "journal", "doi"})
_OPENS_BODY = ("introdu", "full text", "full-text", "pdf", "article information")
_OF_ITSELF = lazy_pattern(
    rf"{BETWEEN}(?:th(?:is (?:article|paper|review|chapter|guideline|tutorial|commentary)"
    r" (?:will )?(?:describe|review|present|discuss|examine|summari[sz]e|report|aim|consider"
    r"|explore|provide|outline|give|set|explain|address|focus)"
    r"|e authors? (?:describe|review|present|discuss|report|explain|argue|propose))"
    r"|(?:in|of) this (?:article|paper|review|chapter),? (?:we|i|the author)"
    r"|w(?:e (?:report|describe|present|review|discuss|propose|summari[sz]e|outline)"
    r"| (?:artykule|pracy) )"
    r"|(?:is|are) (?:briefly )?(?:presented|reviewed|discussed|described|proposed|outlined)\."
    r"|se (?:presenta|describe|revisa|analiza|discute|expone)|en este (?:artículo|trabajo)"
    r"|neste (?:artigo|trabalho)|os autores|l(?:os autores|es auteurs)|gli autori"
    r"|d(?:ie autoren|ans cet article)|i(?:n (?:questo articolo|diese[rm] (?:arbeit|beitrag"
    r"|artikel|übersicht))| denne artik\w)|auto(?:rzy|ři)|v (?:článku|práci|prispevku)"
    r"|bu (?:makalede|yazıda|çalışmada|derlemede)|в (?:статье|обзоре|работе) "
    r"|автор(?:(?:ы|ами)? [а-я]+[еяю]т|и )|у статті)"
)
_OF_FILES = lazy_pattern("(?:" + by_initial(OF_FILES, before=r"(?<!\w.)") + r")\w*")
_LEAST_OF_FILES = 4
"""Different words of that kind in a notice about a file, and what is seldom in an abstract."""

_NOTICE = 400
"""Characters in which a notice speaks of its file."""

# "Anna HolmPublished in: Ward Letters (2019)"
_PUBLISHED = lazy_pattern(r"[Pp]ublished in:?\s[A-Z][^.;:]{2,90}\b(?:19|20)\d\d\b")
_ACCESS = ("only available as", "access to this", "subscription content")


def is_framed(
    head: list[Line], fields: list[Field], own: list[Line], rest: list[Line], behind: Part | None
) -> bool:
    """Whether paragraphs stand where abstracts stand: under the article's names, address,
    citation, labelled title or their own first words as a teaser, or over its keywords,
    references, introduction or what the site says of access to the article.

    head: the lines above `own`; rest: those below, up to the part `behind`.
    """
    opening = own[0].text[:60]
    if any(line.text.startswith(opening) for line in head):
        return True
    if any(field.kind in _NAMED for field in fields):
        return True
    if any(is_article_head(line) for line in head) or _lists_names(head):
        return True
    if rest:
        first = rest[0].text
        return (
            is_numbered_reference(first)
            or is_plain_reference(first)
            or is_full_reference(first)
            or is_unlabelled_list(first, follows_abstract=True)
            or (len(first) < 200 and has_any(first, _ACCESS))
        )
    return behind is not None and opens_behind(behind)


def _lists_names(head: list[Line]) -> bool:
    """Whether two items of a list, one below the other, are each a name."""
    return any(
        above.bullet and line.bullet and read_names(above.text) and read_names(line.text)
        for above, line in pairwise(head)
    )


def opens_behind(part: Part) -> bool:
    """Whether a part is of those that stand right behind abstracts."""
    return part.kind in _BEHIND or fold_label(part.name).startswith(_OPENS_BODY)


def is_article_head(line: Line) -> bool:
    """Whether a line is of those between an article's title and its abstract."""
    text = line.text
    if is_menu(text):
        return False
    if "ublished in" in text and _PUBLISHED.search(text):
        return True
    if find_citation(text) is not None or len(read_names(text)) > 1:
        return True
    if len(text) < 120 and find_dois(text):
        return True
    return is_address(text) and not is_prose(text)


def speaks_of_itself(text: str) -> bool:
    """Whether a paragraph says what its article does, as abstracts do and first paragraphs of a
    body seldom do."""
    return _OF_ITSELF.search(f" {text}".lower()) is not None


def speaks_of_file(text: str) -> bool:
    """Whether a paragraph is what a cover sheet says of the file, its versions and its rights."""
    found = _OF_FILES.findall(text[:_NOTICE].lower())
    return len({word[:6] for word in found}) >= _LEAST_OF_FILES


def is_full_reference(text: str) -> bool:
    """Whether a line cites an article in full: its authors, its title, its journal."""
    cited = find_citation(text)
    return cited is not None and bool(read_names(cited.head.split(". ")[0]))
