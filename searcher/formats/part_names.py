"""The names that parts of a record have in other people's files."""

from __future__ import annotations

import re

_NAMES = {
    "title": "title articletitle documenttitle primarytitle titleprimary brieftitle publictitle"
    " studytitle officialtitle scientifictitle ti",
    "subtitle": "subtitle",
    "abstract": "abstract abstracttext abstractnote ab summary briefsummary dcdescription",
    "keywords": (
        "authorkeywords keywords keyword authkeywords freekeywords kw de manualtags tags "
        "identifierkeyword contributedindexing keywordheading keywordsplus indexkeywords "
        "automatictags subjects descriptors"
    ),
    "journal": (
        "fulljournal journal journaltitle journalbook sourcetitle publicationtitle containertitle "
        "publicationname journalname fulljournalname secondarytitle periodical periodicalfull "
        "venue publishedin sourcedisplayname pubtitle periodicaltitle jt so journalabbreviation "
        "abbreviatedsourcetitle ta"
    ),
    "authors": (
        "authors author authorstring authornames authorfullnames authorships authorsprimary "
        "creators contributors creator au"
    ),
    "group_authors": "groupauthors groupauthor corporateauthors corporateauthor",
    "date": (
        "date publicationdate pubdate issued published coverdate publisheddate datepublished "
        "firstpublicationdate dateofpublication firstposted studyfirstpostdatestructdate pubtime "
        "publishtime dp"
    ),
    "year": "year yearofpublication pubyear publicationyear publishedyear yearpublished py",
    "month": "month publishedmonth",
    "day": "day",
    "volume": "volume vol journalvolume volumenumber vi vl",
    "issue": "issue number issuenumber issueidentifier journalissue journalnumber ip is",
    "pages": "pages page pagination pageinfo pagerange pg",
    "first_page": "pagestart startpage beginningpage firstpage startingpage pagefrom bp artno"
    " articlenumber",
    "last_page": "pageend endpage endingpage lastpage pageto otherpages ep",
    "doi": "doi digitalobjectidentifier doilink doiname di",
    "pmid": "pmid pubmedid pubmed medlinepmid pm",
    "pmcid": "pmcid pmc pubmedcentral",
    "publication_types": (
        "publicationtypes pubtypes pubtype documenttype publicationtype doctype dt pt"
    ),
    "mesh": "mesh meshsubjectheadings meshterms meshheadings meshheading mh",
    "language": (
        "language languageoforiginaldocument articlelanguage languageofarticle "
        "languageofpublication lang langid la"
    ),
    "body": "body fulltext bodytext",
    "citation": "citation",
    "source": "source",
    "id": "id uid ut",
    "link": "url link uri articleurl",
    "note": "note extra notes annotation annote",
}
NAMES = {part: tuple(names.split()) for part, names in _NAMES.items()}
"""What a record is made of, and the names it has in other people's files, best first.

Names are compared as `plain_name` gives them.
"""

_FIELD_OF = {name: (part, rank) for part, names in NAMES.items() for rank, name in enumerate(names)}
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def plain_name(name: str) -> str:
    """A name in lower case, letters and digits only: "Journal/Book" is "journalbook"."""
    return _NOT_PLAIN.sub("", name.lower())


def field_of(name: str) -> tuple[str, int] | None:
    """The part of a record that a name stands for, with its rank (0 is best), or None."""
    found = _FIELD_OF.get(plain_name(name))
    # "prism:volume", but not "Title:"
    return found or (_FIELD_OF.get(plain_name(name.partition(":")[2])) if ":" in name else None)
