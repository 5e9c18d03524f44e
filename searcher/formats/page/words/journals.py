"""Words in names of journals, beside them, and never in them."""

from __future__ import annotations

from searcher.formats.page.words.lists import words

SMALL = words(
    "of the and in for on de et y la le les der die und für fur del e da do des a an to from with "
    "au aux el los las van voor per il dei degli della di en i w med og och och- -"
)
"""What has no capital even in the middle of a name."""

_NOUNS = (
    "journal,annals,archive,archives,acta,bulletin,transactions,proceedings,revista,revue,"
    "zeitschrift,rivista,anales,annales,archivo,archivos,arquivos,archivio,tijdschrift,jornal,"
    "jurnal,časopis,czasopismo,zeszyty,журнал,вестник,boletim,boletím,cuadernos,boletin,boletín,"
    "gaceta,ugeskrift,tidsskrift,tidskrift,wochenschrift,postępy,вісник,"
    "glasnik,věstník,majalah,annual review,current opinion,letters,expert review,"
    "expert opinion,clin rev,clinical rev,dergisi,deutsche,giornale,quarterly,gazette,"
    "chronicle,plos,bmc,jama,lancet,j"
)
NOUNS = tuple(_NOUNS.split(","))
"""What says of a name that it is a journal's."""

OPENING_NOUNS = (
    *("journal", "annals", "archives", "bulletin", "proceedings", "transactions", "acta"),
)
OPENING_NOUNS_ABROAD = (
    *("revista", "revue", "rivista", "zeitschrift", "archivos", "arquivos", "anales", "annales"),
    "jurnal",
)
"""Those of them that open a name, before "of" and the field."""

SERIES = (
    *("trends", "advances", "frontiers", "progress", "seminars", "clinics"),
    *("review", "reviews", "reports"),
)
"""What does so before "in" at the beginning of a name."""

_ABBREVIATIONS = (
    "Acad,Acta,Adv,Agents,Am,Ann,Appl,Arch,Assoc,Aust,Behav,Br,Brit,Bull,Can,Cancer,Cell,Chemother,"
    "Chin,Clin,Coll,Commun,Community,Crit,Curr,Dev,Dis,Drug,Educ,Emerg,Environ,Epidemiol,Eur,Exp,Expert,"
    "Gen,Genet,Health,Hosp,Indian,Infect,Int,Intern,Jpn,Lett,Med,Metab,Mol,Natl,Nurs,Nutr,Occup,"
    "Opin,Pak,Pharm,Pract,Prim,Proc,Psychol,Public,Rehabil,Rep,Res,Rev,Rural,Saf,Scand,Sci,Soc,Surg,"
    "Ther,Transfus,Transplant,Turk,Univ,Vaccin"
)
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split(","))
"""Words of journals as ISO 4 abbreviates them, and those that it leaves whole."""

CUT_WORDS = ABBREVIATIONS - words(
    "Acta Agents Cancer Cell Community Drug Expert Health Indian Public Rural"
)
"""Those of them that are no words of their own."""

COINED = frozenset({"cureus", "elife", "peerj", "heliyon", "f1000research", "jama", "bmj", "nejm"})
"""Names of one word that are journals' alone, and no site's, press's or section's."""

PUBLISHERS = (
    *("press", "publishing", "publishers?", "publications", "verlag", "media", "editions?"),
    *("elsevier", "springer", "wiley", "biomed central", "sage", "taylor & francis", "karger"),
    *("thieme", r"academ\w+", r"societ\w+", "sociedade?", r"institut\w*", r"associa\w+"),
    r"universi\w+",
)
"""What says of a name that it is a publisher's, as patterns."""

_HOUSES = (
    "elsevier,elsevier inc,elsevier ltd,elsevier b.v,springer,springer nature,wiley,wolters kluwer,"
    "biomed central,plos,sage,karger,taylor & francis,thieme,"
    "scopus,pubmed,medline,crossref,google scholar,web of science,embase"
)
HOUSES = frozenset(_HOUSES.split(","))
"""Names of publishers and of indexes, which no journal has."""

FOREIGN = (
    *("doi", "pmid", "issn", "volume", "issue", "page", "pages", "published", "received"),
    *("accepted", "copyright", "available", "erratum", "comment", "et al", "version", "year"),
    *("posted", "downloaded", "accessed", "author", "cited", "metrics", "permissions?", "homepage"),
    *("full ?text", "browser", "search", "(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
)
"""What stands beside a journal's name, never in it, as patterns."""
