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
    assert first.authors == ("Amina Sow", "Peter Dahl")
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
    assert record.authors == ("Peter Dahl", "Amina Sow", "Ida Moen")
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


def issue(volume: int, year: int, *titles: str) -> str:
    articles = "".join(f"<article><title>{title}</title></article>" for title in titles)
    return f"<issue><volume>{volume}</volume><year>{year}</year>{articles}</issue>"


def test_the_issue_around_an_article_gives_its_volume_and_ends_with_its_element() -> None:
    issues = issue(3, 2001, "Salt", "Rain") + issue(4, 2002, "Wool") + issue(5, 2003, "Milk")
    alone = "<article><title>Soap</title></article>"
    text = f"<journal><title>Invented Wards</title><author/>{issues}{alone}</journal>"
    found = [(each.title, each.journal, each.volume, each.year) for each in records(text)]
    assert found == [
        ("Salt", "Invented Wards", "3", 2001),
        ("Rain", "Invented Wards", "3", 2001),
        ("Wool", "Invented Wards", "4", 2002),
        ("Milk", "Invented Wards", "5", 2003),
        ("Soap", "Invented Wards", None, None),
    ]


def test_what_is_said_again_between_two_records_is_of_the_second() -> None:
    one = "<journal_title>{}</journal_title><volume>{}</volume><article><title>{}</title></article>"
    text = f"<set>{one.format('Wards', 1, 'Salt')}{one.format('Rooms', 2, 'Rain')}</set>"
    assert [(each.journal, each.volume) for each in records(text)] == [
        ("Wards", "1"),
        ("Rooms", "2"),
    ]


def test_each_record_of_a_registrys_answer_has_its_own_journal() -> None:
    one = (
        "<query><journal><journal_metadata><full_title>{}</full_title></journal_metadata>"
        "<journal_issue><publication_date><year>{}</year></publication_date></journal_issue>"
        "<journal_article><titles><title>{}</title></titles></journal_article></journal></query>"
    )
    text = f"<r>{one.format('Wards', 2001, 'Salt')}{one.format('Rooms', 2002, 'Rain')}</r>"
    found = [(each.title, each.journal, each.year) for each in records(text)]
    assert found == [("Salt", "Wards", 2001), ("Rain", "Rooms", 2002)]


ANSWER = """<answer><hitCount>2</hitCount><resultList><result><pmid>90000001</pmid>
<pmcid>PMC9000001</pmcid><title>Salt for a cough.</title><authorString>Moen I, Sow A.</authorString>
<journalInfo><volume>3</volume><yearOfPublication>2001</yearOfPublication>
<journal><title>Invented Wards</title></journal></journalInfo><pageInfo>4-9</pageInfo>
<abstractText>&lt;h4>Aim&lt;/h4>We gave salt. &lt;h4>Results&lt;/h4>It was drunk.</abstractText>
</result><result><pmid>90000002</pmid><title>Rain on gloves.</title><pubYear>2002</pubYear>
</result></resultList></answer>"""


def test_a_repeated_element_with_a_title_is_a_record_whatever_it_is_called() -> None:
    first, second = records(ANSWER)
    assert (first.title, first.pmid, first.pmcid) == ("Salt for a cough.", "90000001", "PMC9000001")
    assert (first.journal, first.volume, first.pages) == ("Invented Wards", "3", "4-9")
    assert (first.year, first.authors) == (2001, ("Moen I", "Sow A"))
    assert first.abstract == "Aim: We gave salt.\nResults: It was drunk."
    assert (second.title, second.pmid, second.year) == ("Rain on gloves.", "90000002", 2002)
    assert (second.journal, second.abstract, second.authors) == (None, None, ())


def test_the_inner_one_of_repeated_elements_is_the_record_but_not_what_that_cites() -> None:
    cited = "<cites><cited><title>Old</title><doi>10.5555/o</doi></cited></cites>"
    paper = "<paper><title>{}</title><author>Moen I</author>" + cited * 2 + "</paper>"
    text = f"<part><year>2001</year>{paper.format('A')}{paper.format('B')}</part>"
    found = records(f"<list>{text}{text.replace('2001', '2002')}</list>")
    assert [(each.title, each.year) for each in found] == [
        ("A", 2001),
        ("B", 2001),
        ("A", 2002),
        ("B", 2002),
    ]


def test_the_works_that_one_article_cites_are_no_records() -> None:
    cited = "<bib><title>Old</title><author>Roe R</author></bib>"
    head = "<front><title>Salt</title><author>Moen I</author><abstract>Given.</abstract></front>"
    (record,) = records(f"<paper>{head}<list>{cited * 3}</list></paper>")
    assert record.title == "Salt"


def test_an_entry_of_a_feed_is_a_record() -> None:
    entry = (
        "<entry><id>u</id><updated>2022-02-02T00:00:00Z</updated><published>2021-01-01T00:00:00Z"
        "</published><title>Salt</title><summary>We gave it.</summary><author><name>Ida Moen</name>"
        "</author></entry>"
    )
    (record,) = records(
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title>{entry}</feed>'
    )
    assert (record.title, record.abstract, record.date) == ("Salt", "We gave it.", "2021-01-01")
    assert record.authors == ("Ida Moen",)


def test_a_record_of_a_name_of_its_own_may_be_longer_than_the_head_of_a_file() -> None:
    study = "<study><title>{}</title><author>{}</author><year>{}</year><text>{}</text></study>"
    filled = study.format("One", "Moen I", 2001, "<p>sea</p>" * 20_000)
    second = study.format("Two", "Sow A", 2002, "")
    text = f"<?xml version='1.0'?><set><volume>3</volume>{filled}{second}</set>"
    found = records(text)
    assert [(each.title, each.authors, each.year) for each in found] == [
        ("One", ("Moen I",), 2001),
        ("Two", ("Sow A",), 2002),
    ]


def test_a_list_of_trials_has_their_public_titles_and_when_they_were_registered() -> None:
    trial = "<Trial><TrialID>NCT{0}</TrialID><Public_title>Bells {0}</Public_title>"
    trial += "<Scientific_title>At length</Scientific_title>"
    trial += "<Date_registration>1{0}/01/2019</Date_registration></Trial>"
    found = records(f"<?xml version='1.0'?><Trials>{trial.format(5)}{trial.format(6)}</Trials>")
    assert [(each.title, each.date) for each in found] == [
        ("Bells 5", "2019-01-15"),
        ("Bells 6", "2019-01-16"),
    ]


def test_identifiers_in_pairs_of_type_and_value_are_read_by_their_type() -> None:
    pair = "<ArticleId><IdType>{}</IdType><IdTypeN>1</IdTypeN><Value>{}</Value></ArticleId>"
    pairs = "".join(pair.format(*each) for each in (("pii", "5"), ("pubmed", "7"), ("pmc", "PMC9")))
    text = f"<work><Title>Bells</Title><Author><Name>Moen I</Name></Author>{pairs}</work>"
    (record,) = records(f"<?xml version='1.0'?><set>{text}</set>")
    assert (record.pmid, record.pmcid, record.doi) == ("7", "PMC9", None)


def test_the_time_at_which_an_article_was_taken_in_is_no_identifier() -> None:
    item = '<Item Name="{}" Type="x">{}</Item>'
    values = (("Title", "Bells"), ("Author", "Moen I"), ("Volume", "3"), ("pubmed", "2020/05/23"))
    text = "".join(item.format(*each) for each in values)
    (record,) = records(f"<?xml version='1.0'?><set><DocSum>{text}</DocSum></set>")
    assert (record.title, record.authors, record.pmid) == ("Bells", ("Moen I",), None)


def test_a_date_and_a_name_in_parts_are_put_together() -> None:
    text = """<ArticleSet><Article><JournalTitle>J Ficta</JournalTitle>
    <ArticleTitle>Bells</ArticleTitle><PubDate><Year>2021</Year><Month>{}</Month><Day>{}</Day></PubDate><AuthorList><Author>
    <FirstName>Ida</FirstName><MiddleName>B</MiddleName><LastName>Moen</LastName></Author><Author>
    <FirstName>Amina</FirstName><LastName>Sow</LastName></Author></AuthorList></Article>
    </ArticleSet>"""
    dates = (("March", "4", "2021-03-04"), ("13", "4", "2021"), ("3", "", "2021-03"))
    for month, day, date in dates:
        (record,) = records(text.format(month, day))
        assert (record.authors, record.date) == (("Ida B Moen", "Amina Sow"), date)


def test_a_title_of_another_type_is_not_the_works_own() -> None:
    text = """<records><rec><titles><title type="source">ACTA FICTA</title>
    <title type="abbrev_iso">Acta Fict</title><title type="item">Bells</title></titles>
    <author>Moen I</author></rec></records>"""
    (record,) = records(f"<?xml version='1.0'?>{text}")
    assert (record.title, record.journal) == ("Bells", "ACTA FICTA")


def test_marks_within_a_word_leave_no_blank() -> None:
    text = SUBMITTED.replace("Gloves in the rain", "CO&lt;sub&gt;2&lt;/sub&gt; and <i>Thyme</i>.")
    text = text.replace("wet in the rain", "&lt;b&gt;w&lt;/b&gt;et in the <sup>r</sup>ain")
    (record,) = records(text)
    assert record.title == "CO2 and Thyme."
    assert record.abstract == "Gloves get wet in the rain, and wet gloves tear."


def test_groups_stand_behind_the_people() -> None:
    group = "</Author><Author><CollectiveName>Glove Study Group</CollectiveName></Author>"
    (record,) = records(SUBMITTED.replace("</Author>", group))
    assert record.authors == ("Ida Moen", "Glove Study Group")


def test_publishers_give_keywords_as_objects() -> None:
    word = '<Object Type="keyword">\n<Param Name="value">{}</Param>\n</Object>'
    other = '<Object Type="grant"><Param Name="id">12</Param></Object>'
    objects = f"<ObjectList>{word.format('rain')}{other}{word.format('gloves')}</ObjectList>"
    (record,) = records(SUBMITTED.replace("</Article>", f"{objects}</Article>"))
    assert record.keywords == ("rain", "gloves")


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ("<month>03</month><year>2019</year>", "2019-03"),
        ("<month>March</month><day>04</day><year>2019</year>", "2019-03-04"),
        ("<year>2019</year><month>3</month>", "2019-03"),
        ("<month>3</month><volume>7</volume><year>2019</year>", "2019"),
    ],
)
def test_a_month_may_stand_before_its_year(parts: str, date: str) -> None:
    (record,) = records(SUBMITTED.replace("<Year>2019</Year>", parts))
    assert record.date == date


@pytest.mark.parametrize(
    ("written", "date"), [("Mar2019", "2019-03"), ("04/04/2019", "2019-04-04"), ("20190304",) * 2]
)
def test_a_date_is_read_as_in_every_other_layout(written: str, date: str) -> None:
    (record,) = records(SUBMITTED.replace("<Year>2019</Year>", f"<date>{written}</date>"))
    assert record.date == (date if "-" in date else "2019-03-04")


HEADINGS = """<meshHeadingList><meshHeading><majorTopic_YN>N</majorTopic_YN>
<descriptorName>Rain</descriptorName><meshQualifierList>{}</meshQualifierList></meshHeading>
<meshHeading><majorTopic_YN>Y</majorTopic_YN><descriptorName>Gloves</descriptorName></meshHeading>
</meshHeadingList>"""
QUALIFIER = """<meshQualifier><abbreviation>X</abbreviation><qualifierName>{}</qualifierName>
<majorTopic_YN>{}</majorTopic_YN></meshQualifier>"""


def test_headings_in_parts_are_written_as_medline_does() -> None:
    qualifiers = QUALIFIER.format("history", "N") + QUALIFIER.format("trends", "Y")
    headings = HEADINGS.format(qualifiers)
    (record,) = records(SUBMITTED.replace("</Article>", f"{headings}</Article>"))
    assert record.mesh == ("Rain/history/*trends", "*Gloves")
