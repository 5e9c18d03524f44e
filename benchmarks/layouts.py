"""The same records written in every structured layout, for benchmarks/formats.py."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import json
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from searcher.record import Record

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Shape = dict[str, Any]


def corpus(path: str) -> Iterator[Shape]:
    """The corpus again and again, each time with PMIDs of their own."""
    for turn in itertools.count():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                shape = json.loads(line)
                shape["pmid"] = str(1 + turn * 1_000_000 + number)
                shape["authors"] = shape["authors"].rstrip(".").split(", ")
                yield shape


def medline(shape: Shape) -> str:
    pairs = [("PMID", shape["pmid"]), ("OWN", "NLM"), ("STAT", "MEDLINE"), ("VI", "1")]
    pairs += [("DP", f"{shape['year']} Mar"), ("TI", shape["title"]), ("PG", "1-9")]
    pairs += [("LID", f"{shape['doi']} [doi]")] if shape["doi"] else []
    pairs += [("AB", shape["abstract"])]
    for author in shape["authors"]:
        pairs += [("FAU", author), ("AU", author), ("AD", "Department of Medicine, Hospital.")]
    pairs += [("LA", "eng"), ("PT", "Journal Article"), ("JT", shape["journal"])]
    pairs += [("MH", heading) for heading in shape["mesh"]]
    pairs += [("OT", word) for word in shape["keywords"]]
    lines = []
    for tag, value in pairs:
        folded = textwrap.wrap(value, 80, break_long_words=False) or [""]
        lines.append(f"{tag:<4}- " + "\n      ".join(folded))
    return "\n".join(lines) + "\n\n"


def ris(shape: Shape) -> str:
    pairs = [("TY", "JOUR"), ("TI", shape["title"]), ("AB", shape["abstract"])]
    pairs += [("AU", author) for author in shape["authors"]]
    pairs += [("T2", shape["journal"]), ("PY", shape["year"]), ("DO", shape["doi"] or "")]
    pairs += [("KW", word) for word in shape["keywords"] + shape["mesh"]]
    pairs += [("VL", "1"), ("SP", "1"), ("EP", "9"), ("AN", shape["pmid"]), ("ER", "")]
    return "".join(f"{tag}  - {value}\n" for tag, value in pairs) + "\n"


def jsonl(shape: Shape) -> str:
    """As our own `--format jsonl` prints it."""
    names = ("title", "abstract", "keywords", "journal", "authors", "doi", "pmid", "mesh")
    record = Record(**{name: shape[name] or None for name in names}, year=int(shape["year"] or 0))
    return json.dumps(record.to_json(), ensure_ascii=False) + "\n"


def table(shape: Shape) -> str:
    buffer = io.StringIO()
    names = ("pmid", "title", "journal", "year", "doi", "abstract")
    row = [shape[name] or "" for name in names] + ["; ".join(shape["authors"])]
    csv.writer(buffer).writerow([*row, "; ".join(shape["keywords"])])
    return buffer.getvalue()


def bibtex(shape: Shape) -> str:
    fields = {
        "author": " and ".join(shape["authors"]),
        "title": shape["title"],
        "journal": shape["journal"],
        "year": shape["year"],
        "doi": shape["doi"] or "",
        "abstract": shape["abstract"],
        "keywords": ", ".join(shape["keywords"]),
    }
    body = ",\n".join(
        f"  {name} = {{{value.replace('{', '').replace('}', '').replace(chr(92), '')}}}"
        for name, value in fields.items()
    )
    return f"@article{{k{shape['pmid']},\n{body}\n}}\n\n"


def abstract_text(shape: Shape) -> str:
    blocks = [f"{shape['pmid']}. {shape['journal'].rstrip('.')}. {shape['year']} Mar;1(2):1-9."]
    blocks += [shape["title"].rstrip(".") + ".", ", ".join(shape["authors"]) + "."]
    blocks += ["Author information: \n(1)Department of Medicine, Hospital."]
    blocks += [shape["abstract"]]
    named = f"DOI: {shape['doi']}\n" if shape["doi"] else ""
    folded = [textwrap.fill(block, 79, break_long_words=False) for block in blocks]
    return "\n\n".join([*folded, f"{named}PMID: {shape['pmid']}"]) + "\n\n\n"


def _element(name: str, value: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(_CONTROLS.sub(' ', value))}</{name}>"


def pubmed_xml(shape: Shape) -> str:
    authors = ""
    for author in shape["authors"]:
        last, _, initials = author.rpartition(" ")
        authors += '<Author ValidYN="Y">' + _element("LastName", last or author)
        authors += _element("ForeName", initials) + _element("Initials", initials)
        authors += "<AffiliationInfo><Affiliation>Department of Medicine, Hospital."
        authors += "</Affiliation></AffiliationInfo></Author>\n"
    no = ' MajorTopicYN="N" UI="D000001"'
    mesh = "".join(
        f"<MeshHeading>{_element('DescriptorName', heading, no)}</MeshHeading>\n"
        for heading in shape["mesh"]
    )
    words = "".join(_element("Keyword", word, ' MajorTopicYN="N"') for word in shape["keywords"])
    doi = _element("ArticleId", shape["doi"] or "", ' IdType="doi"')
    pmid = _element("PMID", shape["pmid"], ' Version="1"')
    date = _element("Year", shape["year"]) + "<Month>Mar</Month>"
    return f"""<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">{pmid}
<DateCompleted><Year>2010</Year><Month>05</Month><Day>04</Day></DateCompleted>
<DateRevised><Year>2011</Year><Month>05</Month><Day>04</Day></DateRevised>
<Article PubModel="Print"><Journal><ISSN IssnType="Print">0000-0000</ISSN>
<JournalIssue CitedMedium="Print"><Volume>1</Volume><Issue>2</Issue><PubDate>{date}</PubDate>
</JournalIssue>{_element("Title", shape["journal"])}</Journal>
{_element("ArticleTitle", shape["title"])}<Pagination><MedlinePgn>1-9</MedlinePgn></Pagination>
<Abstract>{_element("AbstractText", shape["abstract"])}</Abstract>
<AuthorList CompleteYN="Y">{authors}</AuthorList><Language>eng</Language>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
</PublicationTypeList></Article><MedlineJournalInfo><Country>England</Country>
<MedlineTA>J Med</MedlineTA></MedlineJournalInfo><CitationSubset>IM</CitationSubset>
<MeshHeadingList>{mesh}</MeshHeadingList><KeywordList Owner="NOTNLM">{words}</KeywordList>
</MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="pubmed"><Year>2010</Year>
<Month>4</Month><Day>22</Day></PubMedPubDate></History>
<PublicationStatus>ppublish</PublicationStatus><ArticleIdList>
{_element("ArticleId", shape["pmid"], ' IdType="pubmed"')}{doi}</ArticleIdList></PubmedData>
</PubmedArticle>
"""


def endnote_xml(shape: Shape) -> str:
    def styled(name: str, value: str) -> str:
        style = ' face="normal" font="default" size="100%"'
        return f"<{name}>{_element('style', value, style)}</{name}>"

    authors = "".join(styled("author", author) for author in shape["authors"])
    words = "".join(styled("keyword", word) for word in shape["keywords"] + shape["mesh"])
    return (
        '<record><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>'
        f"<contributors><authors>{authors}</authors></contributors>"
        f"<titles>{styled('title', shape['title'])}</titles>"
        f"<periodical>{styled('full-title', shape['journal'])}</periodical>"
        f"{styled('volume', '1')}<keywords>{words}</keywords>"
        f"<dates>{styled('year', shape['year'])}</dates>{styled('abstract', shape['abstract'])}"
        f"{styled('electronic-resource-num', shape['doi'] or '')}</record>\n"
    )


def jats(shape: Shape) -> str:
    names = "".join(
        f'<contrib contrib-type="author"><name>{_element("surname", author)}</name></contrib>'
        for author in shape["authors"]
    )
    words = "".join(_element("kwd", word) for word in shape["keywords"])
    body = "".join(
        f"<sec><title>Part</title>{_element('p', shape['abstract'])}</sec>" for _ in range(8)
    )
    doi = _element("article-id", shape["doi"] or "", ' pub-id-type="doi"')
    return f"""<article article-type="research-article"><front><journal-meta><journal-title-group>
{_element("journal-title", shape["journal"])}</journal-title-group></journal-meta><article-meta>
{_element("article-id", shape["pmid"], ' pub-id-type="pmid"')}{doi}
<title-group>{_element("article-title", shape["title"])}</title-group>
<contrib-group>{names}</contrib-group>
<pub-date pub-type="epub"><day>1</day><month>3</month>{_element("year", shape["year"])}</pub-date>
<volume>1</volume><abstract>{_element("p", shape["abstract"])}</abstract>
<kwd-group>{words}</kwd-group></article-meta></front><body>{body}</body></article>
"""


# Name of the format: (how a record is written, before all, after all, file ending).
WRITERS: dict[str, tuple[Callable[[Shape], str], str, str, str]] = {
    "pubmed_xml": (pubmed_xml, "<PubmedArticleSet>\n", "</PubmedArticleSet>\n", "xml"),
    "medline": (medline, "", "", "nbib"),
    "ris": (ris, "", "", "ris"),
    "jsonl": (jsonl, "", "", "jsonl"),
    "csv": (table, "PMID,Title,Journal,Year,DOI,Abstract,Authors,Keywords\r\n", "", "csv"),
    "bibtex": (bibtex, "", "", "bib"),
    "abstract_text": (abstract_text, "", "", "txt"),
    "endnote_xml": (endnote_xml, "<xml><records>\n", "</records></xml>\n", "xml"),
    "jats": (jats, "<articles>\n", "</articles>\n", "xml"),
}
