"""What the elements of any XML hold, by what they are called; and which of them are records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>")

RECORDS = frozenset(
    {"article", "record", "dc", "entry", "item", "work", "resource", "publication"}
    | {"document", "journalarticle", "academicarticle", "rdf:description"}
)
"""Elements around one record, where they hold a title."""

_KINDS = {
    "title": "title articletitle titletext publictitle scientifictitle brieftitle atl",
    "journal": "journaltitle journalname fulltitle containertitle publicationname ispartof"
    " sourcetitle fulljournalname jtl",
    "abstract": "abstract abstracttext abs briefsummary ab",
    "keywords": "keyword keywords kwd",
    "volume": "volume vid",
    "issue": "issue number issuenumber iid",
    "first": "firstpage startpage spage fpage ppf",
    "last": "lastpage endpage epage lpage",
    "pages": "pages pagination pageinfo pp",
    "authors": "creator creatorname author authorname fullname indexedname corporate au",
    "groups": "collectivename",
    "cited": "authorstring",
    "mesh": "descriptorname",
    "qualifier": "qualifiername",
    "family": "lastname surname family familyname snm",
    "middle": "middlename",
    "month": "month",
    "day": "day",
    "given": "firstname forename given givenname givennames fnm",
    "doi": "doi articledoi identifier articleid elocationid articleiddoi pubid",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "date": "date dateofpublication pubdate publicationdate issued datepublished year"
    " publicationyear pubyear yearofpublication dateregistration studyfirstposted dt",
    "types": "pubtype publicationtype",
    "language": "language lang",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_QUALIFIED = {
    "dc:subject": "keywords",
    "dcterms:subject": "keywords",
    "dc:description": "abstract",
    "dc:source": "journal",
    "prism:publicationname": "journal",
}
"""What names say only with their prefix."""

_IN_LISTS = {
    ("subjects", "subject"): "keywords",
    ("descriptions", "description"): "abstract",
    ("bibl", "source"): "journal",
    ("sug", "subj"): "keywords",
    ("keywords", "term"): "keywords",
    ("meshheading", "majortopicyn"): "major",
    ("meshqualifier", "majortopicyn"): "major_qualifier",
    ("person", "last"): "family",
    ("person", "first"): "given",
    ("person", "middle"): "middle",
    ("name", "displayname"): "authors",
    # Atom, the feeds of repositories
    ("entry", "summary"): "abstract",
    ("entry", "published"): "date",
    ("author", "name"): "authors",
}
_ELSEWHERE = frozenset(
    {"history", "received", "accepted", "revised", "references", "reference", "citation", "refgrp"}
)

_FACTS = frozenset({"abstract", "authors", "cited", "family", "doi", "pmid", "date", "journal"})
"""What a record has beside its title, and a section of a text has not."""

DEEPEST = 50
"""Elements within one another; what is deeper is not told apart any more."""

Path = tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """An element that has not ended: the kinds in it, and how many records lie right below it."""

    path: Path
    kinds: set[str] = field(default_factory=set)
    records: dict[str, int] = field(default_factory=dict)


def plain_name(raw: str) -> str:
    """A name without prefix and signs, but for what RDF says of a thing, which is all of it."""
    raw = raw.lower()
    if raw == "rdf:description":
        return raw
    return raw.rpartition(":")[2].replace("_", "").replace("-", "")


def kind_of(raw: str, name: str, above: Sequence[str]) -> str | None:
    """What an element's text is, by its name and those of the elements around it."""
    if any(each in _ELSEWHERE for each in above):
        return None
    parent = above[-1] if above else ""
    if name == "title" and parent in ("journal", "issue"):
        return "journal" if parent == "journal" else None
    if raw == "journal" and above:
        return "journal"
    return _QUALIFIED.get(raw) or _IN_LISTS.get((parent, name)) or _KIND_OF.get(name)


def repeated(text: str) -> frozenset[str] | None:
    """The elements that stand one after another, each with a title and facts of a record.

    Empty where elements that are called as records are hold titles, None where nothing is told.
    Of elements within one another the inner one that is repeated is the record, but not those in a
    record: what that cites.
    """
    titles: set[Path] = set()
    repetitions: set[Path] = set()
    abstracts: set[Path] = set()
    for each, above in _ended(text, titles):
        above.kinds |= each.kinds
        if "title" not in each.kinds:
            continue
        name = each.path[-1]
        if name in RECORDS:
            return frozenset()
        if _FACTS.isdisjoint(each.kinds):
            continue
        above.records[name] = above.records.get(name, 0) + 1
        if above.records[name] > 1:
            repetitions.add(each.path)
        if "abstract" in each.kinds:
            abstracts.add(each.path)
    return _outermost(titles, repetitions, abstracts) or None


def _ended(text: str, titles: set[Path]) -> Iterator[tuple[_Open, _Open]]:
    """Each element when it ends, or the text does, with the one around it; where a title stands is
    added to the titles."""
    stack = [_Open(())]
    for tag in TAG.finditer(text):
        if tag[0].endswith("/>"):
            continue
        name = plain_name(tag[2])
        if not tag[1]:
            kind = kind_of(tag[2].lower(), name, stack[-1].path)
            if kind:
                stack[-1].kinds.add(kind)
            if kind == "title":
                titles.add(stack[-1].path)
            if len(stack) <= DEEPEST:
                stack.append(_Open((*stack[-1].path, name)))
            continue
        while name in stack[-1].path:
            each = stack.pop()
            yield each, stack[-1]
            if each.path[-1] == name:
                break
    while len(stack) > 1:
        each = stack.pop()
        yield each, stack[-1]


def _outermost(
    titles: Iterable[Path], repetitions: set[Path], abstracts: set[Path]
) -> frozenset[str]:
    """The names of repeated elements that hold titles of their own, without those in them."""
    around = {
        next((title[:n] for n in range(len(title), 0, -1) if title[:n] in repetitions), ())
        for title in titles
    }
    found = {
        each for each in around if each and not any(each[:n] in around for n in range(1, len(each)))
    }
    if () in around and found.isdisjoint(abstracts):
        return frozenset()  # the references of one article
    return frozenset(each[-1] for each in found)
