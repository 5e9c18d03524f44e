"""The page reader: one article out of a page that was copied as text."""

from __future__ import annotations

from collections.abc import Sequence

from searcher.formats.page.abstract import find_abstract
from searcher.formats.page.abstract.found import Abstract
from searcher.formats.page.authors import MOST_NAME_WORDS, put_authors
from searcher.formats.page.facts import gather_facts
from searcher.formats.page.feet import part_feet
from searcher.formats.page.keywords import keyword_lines
from searcher.formats.page.kinds.furniture import is_rights
from searcher.formats.page.kinds.language import is_language_code
from searcher.formats.page.kinds.people import has_initials, read_names
from searcher.formats.page.kinds.prose import is_prose, topic_of
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import Line, read_lines, without_mail_header
from searcher.formats.page.masthead import Facts
from searcher.formats.page.masthead.dates_amid import read_amid
from searcher.formats.page.masthead.foreign import drop_references
from searcher.formats.page.own_citation import read_remote
from searcher.formats.page.parts import split_parts
from searcher.formats.page.places import find_places, find_remote
from searcher.formats.page.side_column import take_apart, take_citation
from searcher.formats.page.subjects import put_terms
from searcher.formats.page.title import Title, find_title, plain_titles
from searcher.formats.page.title.blocks import join_blocks
from searcher.formats.page.title.cited import same_title
from searcher.formats.page.title.marks import without_version
from searcher.formats.page.title.quotes import unquoted, without_lone_bracket
from searcher.formats.page.values import Field
from searcher.formats.page.wrapping import unwrap
from searcher.formats.page.zones import (
    ELSEWHERE,
    Page,
    body_start,
    head_lines,
    lines_between_copies,
)
from searcher.lazy import lazy_pattern
from searcher.record import Evidence, Record

_BRACKETED = lazy_pattern(r"\[([^\[\]]+)\]\.?")
_AROUND = " *†‡§¶_•·▪|"
"""Marks to notes and between entries, which stand around a title."""

SURE = 0.95
"""Confidence from which on a line of the head is believed more than a label."""


def read_page(text: str) -> Record:
    """The article of a copied page; a field that the page does not carry stays empty."""
    lines, feet = part_feet(without_mail_header(read_lines(text)))
    parts, fields = split_parts(unwrap(take_citation(take_apart(lines))))
    abstract = find_abstract(parts, fields)
    page = Page(parts, fields, abstract, body_start(parts, abstract))
    head = join_blocks(head_lines(page), page.abstract_text)
    texts = plain_titles(head, page.abstract_text)
    title = find_title(head, texts, page.abstract_text)
    if title is None and (between := lines_between_copies(page)):
        head = join_blocks(between, page.abstract_text)
        texts = plain_titles(head, page.abstract_text)
        title = find_title(head, texts, page.abstract_text)
        if title and not topic_of(title.text) & topic_of(page.abstract_text):
            title = None
    places, own_fields = find_places(page, title, feet)
    facts = gather_facts(places, own_fields, title.text if title else None)
    if "journal" not in facts.values:
        read_remote(facts, find_remote(page, places))
    if facts.date is None:
        read_amid(
            facts, [line for part in parts if part.kind != "references" for line in part.lines]
        )
    labelled = _labelled_title(page, own_fields, title)
    title = labelled or _choose_title(page, head, texts, facts, title)
    _put_title(page, title, head, facts)
    _put_facts(page, facts)
    put_authors(page, head, own_fields, facts)
    _put_abstract(page)
    _put_body(page)
    put_terms(page, head)
    return Record(**page.values, provenance=page.evidence)


def _labelled_title(page: Page, fields: list[Field], first: Title | None) -> Title | None:
    for each in fields:
        if each.kind == "title" and not _is_of_session(each, page, first):
            span = (each.line.number, each.line.number)
            return Title(_without_language(each.value, page), "label title", 0.97, span)
    return None


def _without_language(title: str, page: Page) -> str:
    """A labelled title without the code of its language ("... in wardsen"), where another line
    says it without."""
    bare = title[:-2]
    if not (is_language_code(title[-2:]) and bare[-1:].isalpha()):
        return title
    texts = [each.value for each in page.fields]
    texts += [line.text for part in page.parts for line in part.lines]
    return bare if any(bare in text and title not in text for text in texts) else title


def _choose_title(
    page: Page, head: list[Line], texts: dict[int, str], facts: Facts, first: Title | None
) -> Title | None:
    """The line of the head; in notes without an abstract, which have lines of their own, the title
    of the citation."""
    if facts.cited_title:
        again = find_title(head, texts, page.abstract_text, facts.cited_title)
        if again and page.abstract and _is_remark(again, facts, head, page.abstract):
            again = None
        if again and _fits_better(facts.cited_title, again.text, page.abstract_text):
            again = None
        if again is None or not (page.abstract or same_title(again.text, facts.cited_title)):
            cited = without_version(facts.cited_title)
            return Title(cited, "title of the citation", 0.75, facts.cited_lines)
        return again
    return first


def _fits_better(cited: str, title: str, abstract: str) -> bool:
    """Whether the title of a citation has words of the abstract, and a line of the head none."""
    topic = topic_of(abstract)
    return len(topic_of(cited) & topic) > 1 and not topic_of(title) & topic


def _is_of_session(labelled: Field, page: Page, first: Title | None) -> bool:
    """Whether a labelled title is that of a session or a series: it stands below a line that is
    a title for sure, and shares fewer words with the abstract."""
    if first is None or first.confidence < SURE or first.span[1] >= labelled.line.number:
        return False
    topic = topic_of(page.abstract_text)
    return len(topic_of(labelled.value) & topic) < len(topic_of(first.text) & topic)


def _is_remark(title: Title, facts: Facts, head: list[Line], abstract: Abstract) -> bool:
    """Whether a line over a full citation and a pasted abstract is the words of who keeps them:
    a page of the article itself has names under its title."""
    cited = facts.evidence.get("journal")
    if cited is None or cited.lines is None or same_title(title.text, facts.cited_title or ""):
        return False
    in_head = title.span[1] < cited.lines[0] < abstract.span[0]
    return in_head and not any(read_names(line.text) for line in head)


def _put_title(page: Page, title: Title | None, head: list[Line], facts: Facts) -> None:
    if title:
        # "in Ward Reviews" stands under the title, as if it went on there.
        journal = facts.values.get("journal", "")
        text = title.text
        if not any(line.text == text for line in head):
            text = text.removesuffix(f" in {journal}")
        text = text.strip(_AROUND)
        if fold_label(text) == fold_label(journal) or _is_of_people(text):
            return
        text = without_lone_bracket(unquoted(text))
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed and not _is_of_pubmed(page):
            text = bracketed[1]
        page.put("title", text, Evidence(title.rule, title.span, title.confidence))


def _is_of_people(title: str) -> bool:
    """Whether a title is names with initials, in front of where one was: "Lee A, Ek B"."""
    if title.isupper() or not has_initials(title) or speaks_of_medicine(title):
        return False
    # "A Novel Millet-Based Food for the Developing World" is one name of many words.
    return any(name.count(" ") < MOST_NAME_WORDS for name in read_names(title))


def _is_of_pubmed(page: Page) -> bool:
    """Whether PubMed's note tells why a title has brackets: it is a translation."""
    lines = (line.text for part in page.parts for line in part.lines)
    return any(text.startswith("[Article in ") for text in lines)


def _put_facts(page: Page, facts: Facts) -> None:
    for name, value in facts.values.items():
        page.put(name, value, facts.evidence[name])
    if facts.date:
        page.put("date", str(facts.date), facts.evidence["date"])
        page.put("year", facts.date.year, facts.evidence["date"])


def _put_abstract(page: Page) -> None:
    abstract = page.abstract
    if abstract:
        page.put(
            "abstract", abstract.text, Evidence(abstract.rule, abstract.span, abstract.confidence)
        )


def _put_body(page: Page) -> None:
    """Put the text after the abstract into a page's record: sections, and prose elsewhere."""
    abstract = page.abstract
    body = _prose(abstract.rest) if abstract else []
    for index in range(abstract.after if abstract else 0, len(page.parts)):
        part = page.parts[index]
        if part.kind == "keywords":
            # Behind them a body may have no heading of its own.
            body += _prose(keyword_lines(part.lines)[1])
        elif part.kind in ELSEWHERE or part.kind in ("affiliations", "cite"):
            continue
        elif index >= page.body_start and (part.is_section or part.kind == "body"):
            body += [part.heading] if part.heading and part.alone else []
            body += drop_references(part.lines)
        else:
            body += [line for line in _prose(part.lines) if line.number > page.title_end]
    body = [line for line in body if not is_rights(line.text)]
    if body:
        span = (body[0].number, body[-1].end)
        text = "\n".join(line.text for line in body)
        page.put("body", text, Evidence("text after the abstract", span, 0.7))


def _prose(lines: Sequence[Line]) -> list[Line]:
    """The running text among lines of which not all are of the body."""
    return [line for line in drop_references(lines) if is_prose(line.text)]
