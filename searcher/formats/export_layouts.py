"""How databases write their tagged exports: the marks of records and the tags of fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Layout:
    """How one database writes its records.

    mark, begin: what the first line of a record begins with, and what all of it matches;
    tag: a tag at the beginning of a line; rules: field to the tags that may hold it;
    values_by_line: tags whose further lines are values of their own, not continuations;
    indented: whether only indented lines go on with a value; finer: the tag that may say the
    day of the year ("NOV 5"); groups: the tag of authors that are groups;
    listed: whether one tag may hold several authors with semicolons.
    """

    name: str
    mark: str
    begin: re.Pattern[str]
    tag: re.Pattern[str]
    rules: Mapping[str, tuple[str, ...]]
    values_by_line: frozenset[str] = frozenset()
    indented: bool = True
    finer: str = ""
    groups: str = ""
    listed: bool = False


_RULES: dict[str, tuple[str, ...]] = {
    "title": ("TI",),
    "abstract": ("AB",),
    "authors": ("AU",),
    "doi": ("DOI", "DO", "DI"),
    "volume": ("VI", "VO", "VL"),
    "issue": ("IP", "NO", "IS"),
    "pages": ("PG", "BP", "AR"),
    "date": ("YR", "PY", "DP"),
    "year": ("YR", "PY", "DP"),
    "language": ("LG", "LA"),
    "publication_types": ("PT", "DT"),
    "keywords": ("KW", "KY", "DE"),
    "pmid": ("PM", "UI"),
}
OVID = Layout(
    "ovid",
    "VN",
    re.compile(r"VN {1,2}- Ovid"),
    re.compile(r"([A-Z][A-Z0-9]) {1,2}- ?"),
    # Ovid's IS is the ISSN; what Embase calls MH are not MeSH headings.
    {**_RULES, "journal": ("JT", "JN", "TA", "SO"), "issue": ("IP",), "mesh": ("MH",)},
)
WEB_OF_SCIENCE = Layout(
    "wos",
    "PT",
    re.compile(r"PT [A-Z]\b"),
    re.compile(r"([A-Z][A-Z0-9])(?: |$)"),
    {**_RULES, "journal": ("SO", "J9"), "publication_types": ("DT",), "pmid": ("PM",)},
    frozenset(("AU", "CA")),
    finer="PD",
    groups="CA",
)
COCHRANE = Layout(
    "cochrane",
    "Record #",
    re.compile(r"Record #\d+ of \d+\nID: "),
    re.compile(r"([A-Z]{2,3}): ?"),
    {**_RULES, "journal": ("SO",)},
)
ENDNOTE = Layout(
    "refer",
    "%0",
    re.compile(r"%0 [A-Z]"),
    re.compile(r"(%[0-9A-Z@~!?+<>()*&^\[\]]) "),
    {
        "title": ("%T",),
        "abstract": ("%X",),
        "authors": ("%A",),
        "doi": ("%R", "%U"),
        "volume": ("%V",),
        "issue": ("%N",),
        "pages": ("%P",),
        "date": ("%D",),
        "year": ("%D",),
        "language": ("%G",),
        "publication_types": ("%9",),
        "keywords": ("%K",),
        "pmid": ("%U",),
        "pmcid": ("%2",),
        "journal": ("%J", "%B"),
    },
    frozenset(("%K", "%U")),
    indented=False,
    finer="%8",
)
REFWORKS = Layout(
    "refworks",
    "RT",
    re.compile(r"RT [A-Z][A-Za-z, ]{2,40}(?:\n[A-Z][A-Z0-9]| T1) "),
    re.compile(r"([A-Z][A-Z0-9]|PMC?ID) "),
    {
        **_RULES,
        "title": ("T1",),
        "authors": ("A1",),
        "issue": ("IS",),
        "pages": ("SP", "OP"),
        "date": ("YR", "FD"),
        "year": ("YR",),
        "language": ("LA", "OL"),
        "publication_types": ("RT",),
        "keywords": ("K1",),
        "pmid": ("PM", "PMID"),
        "pmcid": ("PMCID",),
        "journal": ("JF", "JO", "T2"),
    },
    indented=False,
    finer="FD",
    listed=True,
)
OVID_MEDLARS = replace(
    OVID,
    name="ovid medlars",
    mark="UI",
    # Old files of MEDLINE begin so too; they have a PMID.
    begin=re.compile(r"UI {1,2}- \w(?![^\n]*\nPMID)"),
)
NOTE_EXPRESS = Layout(
    "noteexpress",
    "{Reference Type}",
    re.compile(r"\{Reference Type\}: ?\S"),
    re.compile(r"\{([A-Z][A-Za-z/ ]{1,40})\}: ?"),
    {
        "title": ("Title",),
        "abstract": ("Abstract",),
        "authors": ("Author",),
        "doi": ("DOI",),
        "volume": ("Volume",),
        "issue": ("Issue",),
        "pages": ("Pages",),
        "date": ("Year", "Date"),
        "year": ("Year", "Date"),
        "language": ("Language",),
        "publication_types": ("Reference Type",),
        "keywords": ("Keywords",),
        "pmid": ("PMID",),
        "journal": ("Journal", "Secondary Title", "Book Title"),
    },
    indented=False,
    finer="Date",
    listed=True,
)
LAYOUTS = (OVID, OVID_MEDLARS, WEB_OF_SCIENCE, COCHRANE, ENDNOTE, REFWORKS, NOTE_EXPRESS)
