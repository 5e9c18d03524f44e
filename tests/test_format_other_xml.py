"""XML of no shape that is known by name: what its elements are called says what they hold."""

from __future__ import annotations

import pytest
from format_samples import as_document

from searcher.errors import InputError
from searcher.formats import detect, named_elements, parse
from searcher.record import Record

JOURNAL = """<?xml version="1.0" encoding="utf-8"?>
<journal>
<title>Invented Ward Research</title>
<journal_id_doi>10.5555/iwr</journal_id_doi>
<pubdate><type>jalali</type><year>1399</year></pubdate>
<pubdate><type>gregorian</type><year>2020</year><month>1</month></pubdate>
<volume>6</volume><number>2</number>
<articleset><article>
<title_fa></title_fa>
<title>Thyme tea for a cough: &lt;i&gt;twelve&lt;/i&gt; evenings</title>
<subject>Pharmacology</subject>
<abstract>&lt;strong&gt;Background:&lt;/strong&gt; Thyme is drunk for a cough.&amp;nbsp;Few have
counted the coughs.&lt;br&gt;
Methods: We counted them on twelve evenings in ninety houses, befo"""

DUBLIN_CORE = """<OAI-PMH><ListRecords>
<record><header><identifier>oai:x:1</identifier><datestamp>2022-01-01</datestamp></header><metadata>
<oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d">
<dc:title>Mint oil on the forehead</dc:title><dc:creator>Sow, Amina</dc:creator>
<dc:creator>Dahl, Peter</dc:creator><dc:subject>headache</dc:subject><dc:subject>mint</dc:subject>
<dc:description><![CDATA[Mint oil was put on forty foreheads & watched.]]></dc:description>
<dc:date>2014-03-05</dc:date><dc:source>Journal of Invented Herbs; Vol. 3 (2014): 12-20</dc:source>
<dc:identifier>https://doi.org/10.5555/jih.3.12</dc:identifier></oai_dc:dc></metadata></record>
<record><metadata><oai_dc:dc><dc:title>A second one</dc:title></oai_dc:dc></metadata></record>
</ListRecords></OAI-PMH>"""

SUBMITTED = """<ArticleSet><Article>
<Journal><PublisherName>Press</PublisherName><JournalTitle>Invented Nurse</JournalTitle>
<Volume>4</Volume><Issue>1</Issue><PubDate PubStatus="epublish"><Year>2019</Year></PubDate>
</Journal>
<ArticleTitle>Gloves in the rain</ArticleTitle><FirstPage>5</FirstPage><LastPage>9</LastPage>
<AuthorList><Author><FirstName>Ida</FirstName><LastName>Moen</LastName></Author></AuthorList>
<History><PubDate PubStatus="received"><Year>2017</Year></PubDate></History>
<Abstract>Gloves get wet in the rain, and wet gloves tear.</Abstract></Article></ArticleSet>"""


def records(text: str) -> list[Record]:
    document = as_document(text, "saved.xml")
    assert detect(document)[0].name == "other_xml"
    return [record for record in parse(document) if isinstance(record, Record)]


def test_a_journals_own_export_gives_its_article_though_it_is_cut_short() -> None:
    (record,) = records(JOURNAL)
    assert record.title == "Thyme tea for a cough: twelve evenings"
    assert (record.journal, record.year, record.volume) == ("Invented Ward Research", 2020, "6")
    assert record.abstract == (
        "Background: Thyme is drunk for a cough. Few have counted the coughs.\n"
        "Methods: We counted them on twelve evenings in ninety houses, befo"
    )
    assert (record.doi, record.keywords) == (None, ())


def test_each_record_of_dublin_core_is_read() -> None:
    first, second = records(DUBLIN_CORE)
    assert (first.title, first.journal) == ("Mint oil on the forehead", "Journal of Invented Herbs")
    assert (first.date, first.doi) == ("2014-03-05", "10.5555/jih.3.12")
    assert first.keywords == ("headache", "mint")
    assert first.authors == ("Sow, Amina", "Dahl, Peter")
    assert first.abstract == "Mint oil was put on forty foreheads & watched."
    assert (second.title, second.doi, second.keywords) == ("A second one", None, ())


def test_what_publishers_send_to_pubmed_is_read_without_the_dates_of_its_history() -> None:
    (record,) = records(SUBMITTED)
    assert (record.title, record.journal) == ("Gloves in the rain", "Invented Nurse")
    assert (record.year, record.volume, record.pages) == (2019, "4", "5-9")
    assert record.authors == ("Ida Moen",)


JOURNALS_SYSTEM = """<oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d"><dc:title>Mint oil</dc:title>
<dc:creator>Dahl, Peter; University of Nowhere, Bergen</dc:creator>
<dc:creator>Sow, Amina; Moen, Ida</dc:creator>
<dc:description>NO fulltext</dc:description>
<dc:description>{abstract}</dc:description><dc:description>{abstract} På norsk.</dc:description>
<dc:date>2015-01-01T10:00:00Z</dc:date><dc:date>{date}</dc:date>
<dc:source>{source}</dc:source><dc:source>2000-0001</dc:source></oai_dc:dc>"""


@pytest.mark.parametrize(
    ("source", "date", "expected"),
    [
        ("Ann Herbs; Vol. 3 No. 2 (2014): Winter; 12-20", "2014-03-05", ("3", "2", "12-20")),
        ("Ann Herbs; v. 3 n. 2 (2014); e12", "2014", ("3", "2", "e12")),
        ("Ann Herbs; том 3 № 2 (2014): Зима; 12–20", "2014-03", ("3", "2", "12-20")),
        ("Ann Herbs; (2014)", "2014-03", (None, None, None)),
        ("Ann Herbs; Vol. 3 (2016); 12-20", "2016", ("3", None, "12-20")),
    ],
)
def test_the_source_of_a_journals_system_gives_volume_issue_and_pages(
    source: str, date: str, expected: tuple[str | None, ...]
) -> None:
    abstract = (
        "Mint oil was put on forty foreheads and on forty others, and they were watched. " * 2
    )
    text = JOURNALS_SYSTEM.format(source=source, date=date, abstract=abstract)
    (record,) = records(text)
    assert (record.volume, record.issue, record.pages) == expected
    assert (record.journal, record.date) == ("Ann Herbs", date)
    assert record.authors == ("Dahl, Peter", "Sow, Amina", "Moen, Ida")
    assert record.abstract == abstract.strip()


def test_the_year_of_the_issue_goes_before_that_of_the_copy_on_line() -> None:
    source = "Ann Herbs; Vol. 3 (2016); 12-20"
    text = JOURNALS_SYSTEM.format(source=source, date="2014-03-05", abstract="Mint.")
    (record,) = records(text)
    assert (record.date, record.year, record.provenance["year"].rule) == ("2016", 2016, "dc:source")


def test_each_description_of_rdf_is_a_record() -> None:
    one = (
        '<rdf:Description rdf:about="u"><dc:title>{}</dc:title><dc:description>{}</dc:description>'
    )
    one += "<dc:creator>Moen, Ida</dc:creator></rdf:Description>"
    found = records("<rdf:RDF>" + one.format("A", "of a") + one.format("B", "of b") + "</rdf:RDF>")
    assert [(record.title, record.abstract) for record in found] == [("A", "of a"), ("B", "of b")]


@pytest.mark.parametrize("piece", [1, 100, 300, 700])
def test_a_file_is_read_in_pieces_as_it_is_at_once(
    piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = "<record><title>The {}th of many</title><creator>I</creator><volume>1</volume></record>"
    many = f"<list>{''.join(map(one.format, range(30)))}</list>"
    files = (
        many,
        JOURNAL,
        DUBLIN_CORE,
        DUBLIN_CORE.replace("</Lis", "<!-- </record> -->" * 9 + "</Lis"),
    )
    at_once = [records(text) for text in files]
    monkeypatch.setattr(named_elements, "PIECE", piece)
    monkeypatch.setattr("searcher.sources.reading.BLOCK_BYTES", 64)
    assert [records(text) for text in files] == at_once


def test_a_record_without_an_end_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named_elements, "RECORD_LIMIT", 200)
    monkeypatch.setattr(named_elements, "PIECE", 100)
    monkeypatch.setattr("searcher.sources.reading.BLOCK_BYTES", 64)
    text = "<record><title>A</title><creator>B</creator></record><record><title>" + "C" * 300
    with pytest.raises(InputError, match="a record without an end"):
        list(parse(as_document(text, "saved.xml"), "other_xml"))


def test_xml_without_a_title_or_an_abstract_is_refused() -> None:
    with pytest.raises(InputError):
        list(parse(as_document("<a><b>c</b></a>", "saved.xml"), "other_xml"))


@pytest.mark.parametrize(
    "authors",
    [
        "<CreatorList><Creator><Lastname>Moen</Lastname><Firstname>Ida</Firstname></Creator><Cr",
        "<aug><au><snm>Moen</snm><fnm>Ida</fnm></au><au><snm>Ha",
    ],
)
def test_the_head_of_an_article_that_is_cut_within_its_authors_is_known_by_their_names(
    authors: str,
) -> None:
    text = '<?xml version="1.0"?>\n<art><Title language="en">Linezolid in wards</Title>' + authors
    document = as_document(text, "saved.txt")
    assert detect(document)[0].name == "other_xml"
    (record,) = parse(document)
    assert isinstance(record, Record)
    assert (record.title, record.authors) == ("Linezolid in wards", ("Ida Moen",))
