"""What stands around a paragraph without a label: whether it is framed as an abstract is."""

from __future__ import annotations

from searcher.formats.page.citation import find_citation
from searcher.formats.page.identifiers import find_dois
from searcher.formats.page.keywords import is_unlabelled_list
from searcher.formats.page.labels import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Field, Part
from searcher.formats.page.people import read_names
from searcher.formats.page.prose import (
    is_address,
    is_menu,
    is_prose,
    is_reference,
    is_rights,
)

_BEHIND = frozenset(
    {"keywords", "references", "cite", "publication_types", "mesh", "substances", "abstract"}
)
_NAMED = frozenset({"title", "authors", "journal"})
_OPENS_BODY = ("introdu", "full text", "full-text", "pdf")


def is_framed(head: list[Line], fields: list[Field], rest: list[Line], behind: Part | None) -> bool:
    """Whether a paragraph stands where abstracts stand: under the article's names, address,
    citation or labelled title, or over its keywords, references, rights or introduction.

    head: the lines above it; rest: those below it, up to the part `behind`.
    """
    if any(field.kind in _NAMED for field in fields):
        return True
    if any(_is_article_head(line) for line in head):
        return True
    if rest:
        first = rest[0].text
        return (
            is_reference(first)
            or is_rights(first)
            or is_unlabelled_list(first, follows_abstract=True)
            or (len(first) < 200 and bool(find_dois(first)))
        )
    if behind is None:
        return False
    return behind.kind in _BEHIND or fold_label(behind.name).startswith(_OPENS_BODY)


def _is_article_head(line: Line) -> bool:
    text = line.text
    if is_menu(text):
        return False
    if find_citation(text) is not None or len(read_names(text)) > 1:
        return True
    return is_address(text) and not is_prose(text)


def is_full_reference(text: str) -> bool:
    """Whether a line cites an article in full: its authors, its title, its journal."""
    cited = find_citation(text)
    return cited is not None and bool(read_names(cited.head.split(". ")[0]))
