"""Words of the sites around articles: elements of records, notices, controls."""

from __future__ import annotations

DUBLIN_CORE = {
    "title": "Title",
    "contributor.author": "Author",
    "creator": "Author",
    "date.issued": "Date issued",
    "date": "Date",
    "description.abstract": "Abstract",
    "subject": "Keywords",
    "identifier.doi": "DOI",
    "relation.doi": "DOI",
    "identifier.pmid": "PMID",
    "identifier.citation": "Citation",
    "bibliographiccitation": "Citation",
    "relation.ispartof": "Journal",
    "relation.journal": "Journal",
    "source": "Journal",
    "source.title": "Journal",
    "journal.title": "Journal",
    "type": "Article type",
}
"""What the elements of Dublin Core, with their qualifiers, say in a repository's record."""

_NOTICES = (
    "disclosure,disclosures,conflict of interest,conflicts of interest,competing interests,"
    "conflict of interest statement,correspondence,contact,copyright,acknowledgements,"
    "acknowledgments,acknowledgement,acknowledgment,author contributions,publisher,issn,isbn,"
    "corresponding author,financial disclosure,address for correspondence"
)
NOTICES = frozenset(_NOTICES.split(","))
"""Labels of notices, which end an abstract even where they stand right below it."""

_CONTROLS = (
    "read more,show more,see more,view more,more,show less,read less,less,learn more,"
    "read full abstract,show full abstract,expand abstract,collapse abstract,view full abstract,"
    "view full-text,view full text,read the full text,full text,ver más,leer más,mostrar más,"
    "mostrar mais,ver mais,leia mais,ler mais,voir plus,lire la suite,afficher plus,"
    "mehr anzeigen,weiterlesen,mehr,mostra altro,leggi tutto,lees meer,devamını oku,"
    "更多还原,更多還原,还原,展开更多,展开全部,收起,隐藏,더보기,続きを読む,もっと見る"
)
CONTROLS = tuple(_CONTROLS.split(","))
"""What one clicks on at the end of an abstract to see more or less of it."""

SITE_NOTICES = (
    "our partners",
    "personal data",
    "cookies",
    "your browser",
    "browser version",
    "official government",
    "federal government websites",
    ".gov means",
    "has not been peer-reviewed",
    "not been certified by peer review",
    "this article is a preprint",
    "users without a subscription",
    "you do not have access",
    "sign in to",
    "log in to",
    "create an account",
    "privacy policy",
    "your privacy",
    "terms and conditions",
    "official website of the",
    "information on this site",
    "this website uses",
    "this site uses",
)
"""What notices of a site say in their first sentences, and articles do not."""
