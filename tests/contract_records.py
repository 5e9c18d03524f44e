"""The records that the engine contract is tested on, all invented, and what clauses find in them;
and the few steps that its tests repeat.

Each case is (what it shows, clause, docids that match).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from searcher.engines.base import Request
from searcher.query.clauses import (
    Adjacent,
    All,
    Between,
    Clause,
    Every,
    Expansion,
    Has,
    Near,
    Nothing,
    Ranked,
    Similar,
    Some,
    Term,
)
from searcher.record import Record, Source

ENGINES = ("whoosh", "tantivy")

KNOWN_GAPS: set[tuple[str, str]] = set()
"""Tests that an engine does not pass yet; one that it does pass must leave this list."""

RECORDS = (
    Record(
        pmid="1",
        title="Imatinib rash in adults",
        abstract="The rash began on day three. Imatinib was stopped and later continued.",
        keywords=("skin rash", "imatinib mesylate"),
        journal="Journal of Drug Safety",
        authors=("Jean-Yves Blay", "Ana de la Cruz"),
        date="2012-12-04",
        year=2012,
        volume="2",
        issue="3",
        pages="23-31",
        doi="10.1000/aa.1",
        pmcid="PMC77",
        publication_types=("Case Reports",),
        mesh=("Imatinib Mesylate/*adverse effects", "Exanthema"),
        language="eng",
    ),
    Record(
        pmid="2",
        title="Fever of unknown cause",
        abstract="A rash and a fever were seen; the fever went.",
        keywords=("fever", "Fièvre"),
        journal="annals of Medicine",
        authors=("Cruz A",),
        date="2012",
        year=2012,
        doi="10.1000/bb.2",
        publication_types=("Review",),
    ),
    Record(
        pmid="3",
        title="Asthma therapies compared",
        abstract="TNF-α and IL-5 were measured.",
        journal="Zeitschrift",
        authors=("Torres B",),
        date="2021-10",
        year=2021,
        publication_types=("Case Reports", "Review"),
        body="Imatinib is mentioned only here, with oedema.",
    ),
    Record(doi="10.1000/dd.4", abstract="Rash rash rash."),
    Record(title="Continuation of treatment", source=Source("Notes/x.txt")),
)

DOI = "10.1000/dd.4"
NOTE = "Notes/x.txt#0"
EVERYTHING = {"1", "2", "3", DOI, NOTE}


def _expand(field: str, pattern: str) -> Expansion:
    return Expansion(field, pattern, pattern.split("*")[0].split("?")[0])


_WORDS: list[tuple[str, Clause, set[str]]] = [
    ("a term in its field", Term("title", "rash"), {"1"}),
    ("the same term in another field", Term("abstract", "rash"), {"1", "2", DOI}),
    ("a term that is in the title is not in the abstract", Term("abstract", "adult"), set()),
    ("a term in any of the values", Term("keywords", "mesyl"), {"1"}),
    ("a journal's words", Term("journal", "drug"), {"1"}),
    ("an author's words are not stemmed", Term("author", "torres"), {"3"}),
    ("an author in the short form", Adjacent("author", ("blay", "jy")), {"1"}),
    ("an author in the long form", Adjacent("author", ("jean", "yves", "blay")), {"1"}),
    ("the first author", Term("first_author", "cruz"), {"2"}),
    ("the last author", Term("last_author", "cruz"), {"1", "2"}),
    ("words of a MeSH heading", Term("mesh", "advers"), {"1"}),
    ("words of a publication type", Term("type", "case"), {"1", "3"}),
    ("a term of the body", Term("body", "oedema"), {"3"}),
    ("a term that nobody has", Term("title", "absent"), set()),
    ("a heading", Term("heading", "imatinib mesylate"), {"1"}),
    ("a heading with its subheading", Term("heading", "imatinib mesylate/adverse effects"), {"1"}),
    ("a part of a heading is not the heading", Term("heading", "imatinib"), set()),
    ("a major heading", Term("major", "imatinib mesylate"), {"1"}),
    ("a heading that is not major", Term("major", "exanthema"), set()),
    ("a DOI", Term("doi", "10.1000/aa.1"), {"1"}),
    ("a PMID", Term("pmid", "2"), {"2"}),
    ("a PMCID", Term("pmcid", "pmc77"), {"1"}),
    ("a docid that is a DOI", Term("docid", DOI), {DOI}),
    ("a docid that is a path", Term("docid", "notes/x.txt#0"), {NOTE}),
    ("a volume", Term("volume", "2"), {"1"}),
    ("an issue", Term("issue", "3"), {"1"}),
    ("the first page", Term("pages", "23"), {"1"}),
    ("a language", Term("language", "eng"), {"1"}),
]

_ANY: list[tuple[str, Clause, set[str]]] = [
    ("any: the title", Term("any", "asthma"), {"3"}),
    ("any: the abstract", Term("any", "measur"), {"3"}),
    ("any: keywords, accents folded", Term("any", "fievr"), {"2"}),
    ("any: the journal", Term("any", "zeitschrift"), {"3"}),
    ("any: authors, stemmed", Term("any", "torr"), {"3"}),
    ("any: mesh", Term("any", "exanthema"), {"1"}),
    ("any: publication types", Term("any", "review"), {"2", "3"}),
    ("any: a DOI's words", Adjacent("any", ("10", "1000", "bb", "2")), {"2"}),
    ("any: a PMCID", Term("any", "pmc77"), {"1"}),
    ("any: the body too", Term("any", "imatinib"), {"1", "3"}),
    ("any: a phrase in the body", Adjacent("any", ("onli", "here")), {"3"}),
    ("any: not the language", Term("any", "eng"), set()),
    ("any: stems", Term("any", "continu"), {"1", NOTE}),
]

_PLACES: list[tuple[str, Clause, set[str]]] = [
    ("a phrase", Adjacent("abstract", ("rash", "began", "on")), {"1"}),
    ("a phrase in the wrong order", Adjacent("abstract", ("began", "rash")), set()),
    ("a phrase of the title, asked of the abstract",
     Adjacent("abstract", ("rash", "in", "adult")), set()),
    ("a phrase that title and abstract hold only together",
     Adjacent("abstract", ("imatinib", "rash")), set()),
    ("the same word twice", Adjacent("abstract", ("rash", "rash")), {DOI}),
    ("a phrase in one keyword", Adjacent("keywords", ("skin", "rash")), {"1"}),
    ("no phrase from one keyword into the next", Adjacent("keywords", ("rash", "imatinib")), set()),
    ("no phrase from one field into the next", Adjacent("any", ("adult", "the")), set()),
    ("no phrase from the abstract into keywords", Adjacent("any", ("continu", "skin")), set()),
    ("a phrase anywhere", Adjacent("any", ("drug", "safeti")), {"1"}),
    ("a truncated word in a phrase",
     Adjacent("title", ("imatinib", _expand("title", "ra*"))), {"1"}),
    ("a truncated word before another",
     Adjacent("abstract", (_expand("abstract", "be*"), "on")), {"1"}),
    ("a truncated word in a phrase anywhere",
     Adjacent("any", (_expand("any", "dr*"), "safeti")), {"1"}),
    ("a truncated word that stands for nothing",
     Adjacent("title", ("imatinib", _expand("title", "zz*"))), set()),
    ("four words between, window 4", Near("abstract", ("imatinib", "rash"), 4), {"1"}),
    ("four words between, window 3", Near("abstract", ("imatinib", "rash"), 3), set()),
    ("near in the written order", Near("abstract", ("rash", "imatinib"), 4), {"1"}),
    ("three words, eight others, window 8",
     Near("abstract", ("continu", "rash", "imatinib"), 8), {"1"}),
    ("three words, eight others, window 7",
     Near("abstract", ("continu", "rash", "imatinib"), 7), set()),
    ("near needs a place for each word", Near("abstract", ("rash", "rash"), 5), {DOI}),
    ("near does not reach into another keyword",
     Near("keywords", ("rash", "imatinib"), 50), set()),
    ("near does not reach into another field", Near("any", ("adult", "began"), 50), set()),
    ("near anywhere", Near("any", ("safeti", "journal"), 2), {"1"}),
    ("near in the body, asked anywhere", Near("any", ("oedema", "mention"), 3), {"3"}),
    ("near with a truncated word",
     Near("abstract", (_expand("abstract", "imat*"), "rash"), 4), {"1"}),
    ("one word is not two, though a truncated word stands for it too",
     Near("abstract", ("fever", _expand("abstract", "fev*")), 2), set()),
    ("the word twice, once for the truncated one",
     Near("abstract", ("fever", _expand("abstract", "fev*")), 3), {"2"}),
    ("three truncated words and two places",
     Near("abstract", ("fever", _expand("abstract", "fev*"), _expand("abstract", "fe*")), 9),
     set()),
    ("near in the title only, asked of the abstract",
     Near("abstract", ("adult", "rash"), 5), set()),
]  # fmt: skip

_SHAPES: list[tuple[str, Clause, set[str]]] = [
    ("a prefix", _expand("abstract", "fev*"), {"2"}),
    ("a prefix of the abstract alone", _expand("abstract", "adu*"), set()),
    ("a prefix anywhere", _expand("any", "rash*"), {"1", "2", DOI}),
    ("a prefix in the body, asked anywhere", _expand("any", "oed*"), {"3"}),
    ("a wildcard in the middle", _expand("title", "th*s"), {"3"}),
    ("a question mark", _expand("author", "bl?y"), {"1"}),
    ("a prefix longer than the stem", Expansion("any", "continuati*", "continu"), {"1", NOTE}),
    ("a prefix of a DOI", _expand("doi", "10.1000/*"), {"1", "2", DOI}),
    ("a prefix that stands for nothing", _expand("any", "zzz*"), set()),
    ("one letter wrong", Similar("title", "imatinb", 1), {"1"}),
    ("one letter wrong, in the abstract", Similar("abstract", "fevre", 1), {"2"}),
    ("a letter too far", Similar("title", "imatn", 2), set()),
    ("two neighbours swapped are one edit", Similar("title", "imaitnib", 1), {"1"}),
    ("similar anywhere, the body too", Similar("any", "oedena", 1), {"3"}),
    ("similar in the abstract only", Similar("abstract", "aduld", 1), set()),
    ("a year", Between("date", 20120000, 20129999), {"1", "2"}),
    ("a month leaves a bare year out", Between("date", 20121200, 20121299), {"1"}),
    ("a day", Between("date", 20121204, 20121204), {"1"}),
    ("an open end", Between("date", 20130000, 99999999), {"3"}),
    ("a month without a day", Between("date", 20211000, 20211099), {"3"}),
    ("has a title", Has("title"), {"1", "2", "3", NOTE}),
    ("has an abstract", Has("abstract"), {"1", "2", "3", DOI}),
    ("has keywords", Has("keywords"), {"1", "2"}),
    ("has a date", Has("date"), {"1", "2", "3"}),
    ("has a year", Has("year"), {"1", "2", "3"}),
    ("has a body", Has("body"), {"3"}),
    ("has a DOI", Has("doi"), {"1", "2", DOI}),
    ("has MeSH headings", Has("mesh"), {"1"}),
    ("has an author", Has("author"), {"1", "2", "3"}),
]

_RASH, _FEVER = Term("any", "rash"), Term("any", "fever")
_LOGIC: list[tuple[str, Clause, set[str]]] = [
    ("everything", All(), EVERYTHING),
    ("nothing", Nothing(), set()),
    ("all of them", Every((_RASH, _FEVER)), {"2"}),
    ("one but not the other", Every((_RASH,), (_FEVER,)), {"1", DOI}),
    ("a negation alone", Every((All(),), (_RASH,)), {"3", NOTE}),
    ("neither of two", Every((All(),), (_RASH, Term("any", "asthma"))), {NOTE}),
    ("any of them", Some((_FEVER, Term("title", "asthma"))), {"2", "3"}),
    ("nothing takes nothing away", Every((_RASH,), (Nothing(),)), {"1", "2", DOI}),
    ("nothing is a part of nothing", Every((_RASH, Nothing())), set()),
    ("nothing adds nothing", Some((_RASH, Nothing())), {"1", "2", DOI}),
    ("groups in groups",
     Every((Some((_RASH, Term("any", "asthma"))), Some((Has("keywords"), Has("body"))))),
     {"1", "2", "3"}),
    ("what is only ranked finds nothing more", Ranked(_FEVER, (_RASH, Has("body"))), {"2"}),
    ("a filter beside words", Every((_RASH, Between("date", 20120000, 20129999))), {"1", "2"}),
]  # fmt: skip

CASES = [*_WORDS, *_ANY, *_PLACES, *_SHAPES, *_LOGIC]


def fresh(directory: Path) -> Path:
    directory.mkdir()
    return directory


def put(
    engine,
    records: Iterable[Record],
    delete: Iterable[str] = (),
    at_most: int | None = None,
) -> None:
    writer = engine.writer()
    for record in records:
        writer.add(record.docid, engine.encode(record.docid, record))
    for docid in delete:
        writer.delete(docid)
    writer.tidy(at_most)
    writer.close()


def found(engine, clause: Clause, **options) -> list[str]:
    options.setdefault("limit", 1000)
    answer = engine.reader().search(Request(clause, **options))
    return [match.docid for match in answer.matches]


def numbered(count: int, **values) -> list[Record]:
    return [Record(pmid=str(each), **values) for each in range(1, count + 1)]
