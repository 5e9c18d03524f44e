"""What single programs do with a format, and where each identifier of a record was found."""

from __future__ import annotations

import json

import pytest
from format_samples import DATA, as_document, records

from searcher.errors import InputError
from searcher.formats import parse
from searcher.formats.values import without_markup
from searcher.record import Record
from searcher.sources import documents


def test_an_identifier_names_the_tag_that_it_was_found_in() -> None:
    (document,) = documents(str(DATA / "managers.ris"))
    first, second, _ = records(document)
    assert (first.provenance["pmid"].rule, first.provenance["doi"].rule) == ("C5", "UR")
    assert (second.provenance["pmid"].rule, second.provenance["pmcid"].rule) == ("N1", "N1")
    assert second.provenance["pmid"].lines == (21, 23)


def test_a_group_loses_the_comma_that_endnote_ends_it_with() -> None:
    text = "<xml><records><record><ref-type>17</ref-type><titles><title>A</title></titles>"
    text += "<contributors><authors><author>Water Study Group,</author></authors></contributors>"
    (record,) = records(as_document(text + "</record></records></xml>", "a.xml"))
    assert record.authors == ("Water Study Group",)


def test_the_full_stop_behind_pubmeds_last_group_is_none_of_its_name() -> None:
    text = 'PMID,Title,Authors\n1,A title,"Moen IB, Water Study Group."\n'
    (record,) = records(as_document(text, "a.csv"))
    assert record.authors == ("Moen IB", "Water Study Group")


def test_the_number_of_the_next_entry_is_no_pmid_of_a_summary_that_lost_its_own() -> None:
    text = "1: Moen I. A title. Ward Lett. 2017 Mar;12(3):101-8. PMID:\n2: Roe R. More. Acta. 2009."
    found = [*parse(as_document(text, "a.txt"), "summary_text")]
    assert [getattr(record, "pmid", None) for record in found] == [None] * len(found)


AHEAD = "J Ficta. 2022 Apr 1:S0000-0000(22)00123-4. doi: 10.99999/f.1."
BOOK = "Wards [Internet]. Bethesda (MD): Institute of Ficta; 2012–."
CITED = "J Ficta. 2020 Dec;12(3):1-5."


@pytest.mark.parametrize("first", [AHEAD, BOOK])
@pytest.mark.parametrize(
    "layout", ["{n}. {s}\n\n{t}\n\nPMID: {n}\n\n\n", "{n}: {t} {s} PMID: {n}.\n\n"]
)
def test_an_export_of_pubmed_is_known_though_its_first_record_is_no_usual_article(
    first: str, layout: str
) -> None:
    sources = enumerate((first, CITED), 1)
    text = "".join(layout.format(n=n, s=source, t=f"Title {n}.") for n, source in sources)
    found = records(as_document(text, "a.txt"))
    assert [record.pmid for record in found] == ["1", "2"]
    assert found[1].journal == "J Ficta"


TOLD = "<h4>Background</h4>Rum &amp; fever.<h4>Results</h4>p &lt; 0.05 in CO<sub>2</sub>."


@pytest.mark.parametrize(
    "text",
    [
        f"TY  - JOUR\nTI  - <i>In vivo</i> &amp; at sea\nAB  - {TOLD}\nJO  - Rum &amp; Fever\n"
        "KW  - rum &amp; fever\nER  - \n",
        f"%0 Journal Article\n%T <i>In vivo</i> &amp; at sea\n%X {TOLD}\n%J Rum &amp; Fever\n"
        "%K rum &amp; fever\n",
    ],
)
def test_markup_of_a_web_page_is_no_part_of_tagged_values(text: str) -> None:
    (record,) = records(as_document(text, "a.txt"))
    assert (record.title, record.journal) == ("In vivo & at sea", "Rum & Fever")
    assert record.abstract == "Background: Rum & fever.\nResults: p < 0.05 in CO2."
    assert record.keywords == ("rum & fever",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("p &lt; 0.05 &amp;lt; 1", "p < 0.05 < 1"),
        ("&lt;i&gt;In vivo&lt;/i&gt;", "In vivo"),
        ("AT&T; salt &copy pepper", "AT&T; salt &copy pepper"),
        ("One<br>two", "One\ntwo"),
    ],
)
def test_only_what_is_markup_is_taken_out_of_a_text(text: str, expected: str) -> None:
    assert without_markup(text) == expected


def test_a_short_first_row_makes_no_other_thing_of_a_table() -> None:
    found = records(as_document("Title,Abstract,DOI\nAlone\nA,B,10.99999/x.1\n", "a.csv"))
    assert [(record.title, record.doi) for record in found] == [
        ("Alone", None),
        ("A", "10.99999/x.1"),
    ]


@pytest.mark.parametrize("missing", ["{", '"'])
def test_a_value_without_an_end_takes_no_other_field_with_it(missing: str) -> None:
    text = "@article{a, title = " + missing + "A title, author = {Moen, Ida}, year = {2001}}\n"
    for ending in ("", "@article{b, title = {Another}}\n"):
        first = records(as_document(text + ending, "a.bib"))[0]
        assert (first.title, first.authors, first.year) == ("A title", ("Ida Moen",), 2001)


@pytest.mark.parametrize("indent", [None, 1])
def test_one_object_may_be_larger_than_a_line(
    indent: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("searcher.sources.reading.LINE_LIMIT", 500)
    monkeypatch.setattr("searcher.sources.reading.BLOCK_BYTES", 100)
    each = {"title": "A title", "pmid": "90000001", "year": 2019}
    text = json.dumps({"resultList": {"result": [each] * 30}}, indent=indent)
    assert len(records(as_document(text, "a.json"))) == 30
    monkeypatch.setattr("searcher.formats.json_objects.WHOLE_LIMIT", 1000)
    with pytest.raises(InputError, match="line 1 is"):
        records(as_document(text, "a.json"))


def test_other_xml_with_entities_is_refused() -> None:
    text = '<!DOCTYPE r [<!ENTITY x "<b>boom</b>">]><record><title>&x;</title></record>'
    with pytest.raises(InputError, match="declares XML entities"):
        list(parse(as_document(text, "a.xml"), "other_xml"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"p{\textless}0.05 {\textgreater}50", "p<0.05 >50"),
        (r"2{\texttimes}3 {\textpm}5 {\textdiv}2", "2×3 ±5 ÷2"),
        (r"$\sim$5 g at 37{\textcelsius}, $\leqslant$9", "~5 g at 37°C, ≤9"),
        (r"{\textbar} {\textquotesingle} {\textquotedblleft}d{\textquotedblright}", "| ' “d”"),
        (r"X{\texttrademark} 95{\textperthousand}", "X™ 95‰"),
        (r"\(\geq\)7 and \[x\]", "≥7 and x"),
        (r"$\frac{1}{2}$ of {\textbeta}", "1/2 of β"),
        (r"{\em in vitro}, \textsf{so}, {\bfseries bold}", "in vitro, so, bold"),
        (r"a\quad b \unknown c {\strange}", r"a b \unknown c \strange"),
    ],
)
def test_no_sign_of_tex_becomes_nothing(written: str, meant: str) -> None:
    """Text signs of LaTeX are signs; a command that nobody knows stays as it is written."""
    (record,) = records(
        as_document(f"@article{{a, title = {{A {written}}}, year = 2001}}", "a.bib")
    )
    assert record.title == f"A {meant}"


def test_the_authors_own_keywords_go_before_those_of_a_database_and_the_type_is_read() -> None:
    entry = "@ARTICLE{a, title = {A title}, keywords = {Adult; Female}, type = {Article},"
    entry += " author_keywords = {rash; fever}}"
    (record,) = records(as_document(entry, "a.bib"))
    assert (record.keywords, record.publication_types) == (("rash", "fever"), ("Article",))
    assert record.provenance["publication_types"].rule == "type"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Moen IB, Sow A; ACTT-1 Study Group Members.", "Moen IB|Sow A|ACTT-1 Study Group Members"),
        ("Moen IB; Wards.", "Moen IB|Wards."),
        ("Moen IB, Sow A; WARDS; Rooms Study Group.", "Moen IB|Sow A|WARDS|Rooms Study Group"),
        ("Moen, I.; García-Sow, A.", "Moen I.|García-Sow A."),
        ("Moen, Ida; van der Sow, Ann", "Ida Moen|Ann van der Sow"),
    ],
)
def test_groups_stand_behind_a_semicolon_after_authors_with_commas(
    written: str, names: str
) -> None:
    text = f'PMID,Title,Authors\n1,A title,"{written}"\n'
    (record,) = records(as_document(text, "a.csv"))
    assert record.authors == tuple(names.split("|"))


WOS = "PT\tAU\tCA\tTI\tSO\tDT\tPD\tPY\tBP\tEP\tAR\tPG\tUT\n"


@pytest.mark.parametrize(
    ("row", "pages", "date"),
    [
        ("J\tMoen, I\tWard Grp\tA\tX\tArticle\tMAR\t2021\t31\t42\t\t12\tW", "31-42", "2021-03"),
        ("J\tMoen, I\tWard Grp\tA\tX\tArticle\tDEC 5\t2021\t\t\te7\t12\tW", "e7", "2021-12-05"),
        ("J\tMoen, I\tWard Grp\tA\tX\tArticle\tSPR\t2021\t\t\t\t12\tW", None, "2021"),
    ],
)
def test_a_table_of_web_of_science_is_read_by_its_tags(row: str, pages: str, date: str) -> None:
    """PG counts the pages, PT says that a journal is one, CA is a group."""
    (record,) = records(as_document(WOS + row + "\n", "a.txt"))
    assert (record.pages, record.date, record.publication_types) == (pages, date, ("Article",))
    assert record.authors == ("Moen I", "Ward Grp")


def test_the_type_of_a_document_goes_before_that_of_its_publication() -> None:
    text = "Publication Type,Authors,Group Authors,Article Title,Document Type,Publication Date,"
    text += "Publication Year\nJ,,Ward Group,A title,Article,MAR,2021\n"
    (record,) = records(as_document(text, "a.csv"))
    assert (record.publication_types, record.authors) == (("Article",), ("Ward Group",))
    assert (record.date, record.provenance["authors"].rule) == ("2021-03", "Group Authors")


@pytest.mark.parametrize(
    "text",
    [
        "Title,Abstract,DOI\nA title,[No abstract available],\n",
        "TY  - JOUR\nTI  - A title\nAB  - [No abstract available]\nER  - \n",
        "PMID- 1\nTI  - A title\nAB  - No abstract available.\nDP  - 2001\n",
        "@article{a, title = {A title}, abstract = {[No abstract available.]}}",
        '{"title": "A title", "abstract": "Abstract not available"}\n',
        "<set><dc><title>A title</title><creator/><abstract>No abstract</abstract></dc></set>",
    ],
)
def test_the_notice_that_there_is_no_abstract_is_none(text: str) -> None:
    (record,) = records(as_document(text))
    assert (record.title, record.abstract) == ("A title", None)


def test_all_lists_of_keywords_count_the_authors_first_and_the_first_language() -> None:
    rash = "<Keyword>rash</Keyword>"
    lists = "".join(
        f'<KeywordList Owner="{owner}"><Keyword>{word}</Keyword>{rash}</KeywordList>'
        for owner, word in (("NLM", "skin"), ("NOTNLM", "fever"))
    )
    article = "<ArticleTitle>A</ArticleTitle><Language>eng</Language><Language>fre</Language>"
    citation = f"<MedlineCitation><PMID>1</PMID><Article>{article}</Article>{lists}"
    text = f"<PubmedArticle>{citation}</MedlineCitation></PubmedArticle>"
    (record,) = records(as_document(text, "a.xml"))
    assert (record.keywords, record.language) == (("fever", "rash", "skin"), "eng")


def ris(*lines: str, kind: str = "TY  - JOUR") -> Record:
    text = "\n".join([kind, "AU  - Moen, I", *lines, "PY  - 2001", "ER  - ", ""])
    (record,) = records(as_document(text, "a.ris"))
    return record


def test_several_types_in_one_line_of_ris_are_several() -> None:
    record = ris("TI  - A", "M3  - Journal Article; Review; Research Support, Non-U.S. Gov't")
    assert record.publication_types == (
        "Journal Article",
        "Review",
        "Research Support, Non-U.S. Gov't",
    )


@pytest.mark.parametrize(
    ("lines", "pmid"),
    [
        (("C2  - 90000001", "DB  - Scopus"), "90000001"),
        (("C2  - 90000001", "DB  - Another"), None),
        (("C2  - PMC9000001", "DB  - Scopus"), None),
        (("UR  - https://europepmc.org/abstract/MED/90000001",), "90000001"),
        (("UR  - https://europepmc.org/article/med/90000001",), "90000001"),
        (("UR  - https://europepmc.org/article/PPR/90000001",), None),
    ],
)
def test_where_ris_has_the_pmid(lines: tuple[str, ...], pmid: str | None) -> None:
    assert ris("TI  - A", *lines).pmid == pmid


def test_ris_without_a_blank_behind_its_hyphens_is_read() -> None:
    text = "TY  -JOUR\nTI  -Tonic and\n fever\nPY  -2012\nDO  -10.99999/x\nER  -\n"
    (record,) = records(as_document(text, "a.ris"))
    assert (record.title, record.year, record.doi) == ("Tonic and fever", 2012, "10.99999/x")
    assert record.provenance["title"].lines == (2, 3)
    assert ris("TI  - A", "AB  - Aim", "TI  -no tag").abstract == "Aim TI -no tag"


def test_of_titles_in_several_languages_the_first_one_counts() -> None:
    record = ris("TI  - ", "TI  - Febre e", "sono", "TI  - Fever and sleep", "of all", "AB  - Text")
    assert (record.title, record.abstract) == ("Febre e sono", "Text")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("dapsone, leprosy, rash", ("dapsone", "leprosy", "rash")),
        ("Dapsone, Leprosy, Rash, Fever, Skin", ("Dapsone", "Leprosy", "Rash", "Fever", "Skin")),
        ("Leukemia, Myelogenous, Chronic", ("Leukemia, Myelogenous, Chronic",)),
        ("rash, severe", ("rash, severe",)),
    ],
)
def test_a_lone_line_of_keywords_is_parted_at_commas_where_it_is_no_inverted_heading(
    line: str, words: tuple[str, ...]
) -> None:
    assert ris("TI  - A", f"KW  - {line}").keywords == words


def test_the_doi_that_cochrane_tags_as_such_is_none_of_the_abstract() -> None:
    record = ris("TI  - A", "AB  - Text", "DOI - 10.99999/x", "CRP - no tag")
    assert (record.doi, record.abstract) == ("10.99999/x", "Text")


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - A\nJO  - https://example.org/NCT04999999\nPY  - 2001\nER  - \n",
        "Record #1 of 1\nID: CN-1\nAU: NCT04999999,\nTI: A\nSO: https://example.org/0\nYR: 2001\n",
        "Title,Source,Volume,Year\nA,https://example.org/NCT04999999,,2001\n",
    ],
)
def test_the_address_of_a_registry_is_no_journal(text: str) -> None:
    (record,) = records(as_document(text))
    assert (record.title, record.journal) == ("A", None)
    assert record.authors in ((), ("NCT04999999",))


def test_the_central_register_names_source_number_and_pages_in_tags_of_its_own() -> None:
    text = "TY  - JOUR\nAN  - CN-1\nTI  - A title\nSO  - Acta Ficta\nYR  - 2021\nVL  - 22\n"
    (record,) = records(as_document(f"{text}NO  - 1\nPG  - 119\u2010130\nER  - \n", "a.ris"))
    assert (record.journal, record.issue, record.pages) == ("Acta Ficta", "1", "119-130")


HIT = "{n}\nCite\nShare\nA title {n}.\nMoen I.\nActa Ficta. 2020 Jan;3(1):1-5.\nPMID: 9000000{n}\n"
ARTICLE = (
    "Acta Ficta. 2001 Mar;2(3):7-9. doi: 10.99999/af.7.\nBells in the harbour at night\nSow A.\n"
    "{pmid}\nAbstract\n" + 20 * "We counted the bells in the harbour. " + "\nSimilar articles\n"
)


def test_a_copied_list_of_results_has_a_record_for_each_hit() -> None:
    text = f"bells\nSearch\n2 results\nPage\n1\nof 1\n{HIT.format(n=1)}\n{HIT.format(n=2)}"
    found = records(as_document(text, "a.txt"))
    assert [(each.title, each.pmid) for each in found] == [
        ("A title 1.", "90000001"),
        ("A title 2.", "90000002"),
    ]


@pytest.mark.parametrize("pmid", ["PMID: 90000009", ""])
def test_an_article_with_a_numbered_list_of_similar_ones_stays_one_record(pmid: str) -> None:
    text = ARTICLE.format(pmid=pmid) + HIT.format(n=1) + HIT.format(n=2)
    (record,) = records(as_document(text, "a.txt"))
    assert record.source.format == "page"
    assert record.title == "Bells in the harbour at night"


def test_a_subtitle_stands_behind_its_title_once() -> None:
    for subtitle, whole in (("A survey", "Bells: A survey"), ("bells", "Bells"), ("", "Bells")):
        text = json.dumps([{"title": "Bells", "subtitle": [subtitle], "year": 2001}])
        assert [each.title for each in records(as_document(text, "a.json"))] == [whole]


@pytest.mark.parametrize(
    ("header", "issue"),
    [
        ("Nº;Número", "3"),
        ("AR;Heft", "3"),
        ("Author (address);Heft / Issue", "3"),
        ("x;Zahl", None),
    ],
)
def test_a_column_is_known_in_other_languages_and_in_two(header: str, issue: str | None) -> None:
    text = f"Título;Autores;Año;Volumen;{header}\nUno;Moen I;2001;2;x;3\n"
    (record,) = records(as_document(text, "a.csv"))
    assert (record.title, record.authors, record.year) == ("Uno", ("Moen I",), 2001)
    assert (record.volume, record.issue) == ("2", issue)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Moen, I., & Sow, A. B.", ("Moen I.", "A. B. Sow")),
        ("Moen, Ida B., Sow, Amina", ("Ida B. Moen", "Amina Sow")),
        ("Ida Moen, A. Sow, Jo Ek, B. Roe", ("Ida Moen", "A. Sow", "Jo Ek", "B. Roe")),
        ("Moen Ida, Sow B., Ek Jo, Roe C.", ("Moen Ida", "Sow B.", "Ek Jo", "Roe C.")),
        ("Moen IB, Sow A, Ek J, Roe R", ("Moen IB", "Sow A", "Ek J", "Roe R")),
        ("NCT00000001", ()),
    ],
)
def test_names_that_only_commas_part_are_told_apart(written: str, names: tuple[str, ...]) -> None:
    (record,) = records(as_document(f'Title,Authors,Year\nBells,"{written}",2001\n', "a.csv"))
    assert record.authors == names


def test_a_note_of_ris_has_the_pmid_that_the_record_calls_its_own() -> None:
    text = "TY  - JOUR\nT1  - Bells\nAU  - Moen,Ida\nN1  - Accession Number: 150000001. PMID: "
    (record,) = records(as_document(f"{text}NLM90000001.\nKW  - bells;night\nER  - \n", "a.ris"))
    assert (record.pmid, record.authors) == ("90000001", ("Ida Moen",))
    assert record.keywords == ("bells", "night")
    (other,) = records(as_document(f"{text}90000001, cited.\nER  - \n", "a.ris"))
    assert other.pmid is None


def test_the_number_of_a_trial_is_nobody() -> None:
    text = "TY  - JOUR\nTI  - Bells\nAU  - {},\nER  - \n"
    for number, names in (("NCT00000001", ()), ("Moen IB", ("Moen IB",))):
        (record,) = records(as_document(text.format(number), "a.ris"))
        assert record.authors == names


def test_a_file_of_medline_that_begins_with_another_number_keeps_its_pmids() -> None:
    text = "UI  - 99000001\nPMID- 90000001\nTI  - Bells\nAB  - We counted.\nAU  - Moen I\nSO  - X\n"
    (record,) = records(as_document(text, "a.txt"))
    assert (record.pmid, record.title, record.source.format) == ("90000001", "Bells", "medline")


def test_endnote_xml_of_another_program_has_its_issue_by_that_name() -> None:
    text = "<xml><records><record><ref-type>17</ref-type><titles><title>Bells</title></titles>"
    text += "<volume>12</volume><issue>3</issue></record></records></xml>"
    (record,) = records(as_document(text, "a.xml"))
    assert (record.volume, record.issue) == ("12", "3")


def test_initials_have_accents_in_every_layout() -> None:
    abstract = "1. Z Ficta. 2018;44:7.\n\n[On bells].\n\nEk Å.\n\nPMID: 90000001\n"
    summary = "1: Ek Å. [On bells]. Z Ficta. 2018;44:7. PMID: 90000001.\n"
    table = "PMID,Title,Authors\n90000001,[On bells].,Ek Å.\n"
    for text, name in ((abstract, "a.txt"), (summary, "a.txt"), (table, "a.csv")):
        (record,) = records(as_document(text, name))
        assert (record.title, record.authors, record.abstract) == ("[On bells].", ("Ek Å",), None)


def test_labels_have_accents() -> None:
    text = "TY  - JOUR\nTI  - Bells\nAB  - {}\nER  - \n"
    (record,) = records(as_document(text.format("ÉTUDE: Douze. MÉTHODES: Rien."), "a.ris"))
    assert record.abstract == "ÉTUDE: Douze.\nMÉTHODES: Rien."


def test_a_pmid_of_ovid_stands_beside_its_address() -> None:
    address = "https://www.ncbi.nlm.nih.gov/pubmed/?term="
    text = f"TY  - JOUR\nDB  - Embase\nID  - {{}} [{address}90000001]\nT1  - Bells\nER  - \n"
    for number, pmid in (("90000001", "90000001"), ("2001", None)):
        (record,) = records(as_document(text.format(number), "a.ris"))
        assert record.pmid == pmid


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("PY  - 2021\nY1  - 2021/03/04", "2021-03-04"),
        ("PY  - 2021\nDA  - 202103", "2021-03"),
        ("PY  - 2021\nY1  - 2020/12/30", "2021"),
        ("PY  - 2021\nDA  - 20211340", "2021"),
    ],
)
def test_any_tag_may_tell_the_day_of_the_same_year(lines: str, date: str) -> None:
    (record,) = records(as_document(f"TY  - JOUR\nTI  - Bells\n{lines}\nER  - \n", "a.ris"))
    assert record.date == date


@pytest.mark.parametrize("month", ["{{MAR 4}}", '"4~" # mar', "{4 March}"])
def test_a_month_of_bibtex_may_hold_the_day(month: str) -> None:
    text = f"@article{{a,\n title = {{Bells}},\n year = 2021,\n month = {month}\n}}\n"
    (record,) = records(as_document(text, "a.bib"))
    assert record.date == "2021-03-04"


def test_whole_numbers_of_a_table_lose_the_point_that_an_empty_cell_gave_them() -> None:
    text = "PMID,Title,Year,Volume,Journal\n90000001.0,Bells 2.0,2021.0,12.0,Ann Ficta\n"
    (record,) = records(as_document(text, "a.csv"))
    found = (record.pmid, record.title, record.year, record.volume)
    assert found == ("90000001", "Bells 2.0", 2021, "12")


def test_two_slashes_part_names_and_terms() -> None:
    text = "Title\tAuthor\tKeywords\nBells\tMoen, Ida//Sow, Amina\tnight//bells\n"
    (record,) = records(as_document(text, "a.tsv"))
    assert (record.authors, record.keywords) == (("Ida Moen", "Amina Sow"), ("night", "bells"))


def test_embase_puts_an_address_behind_its_pmid() -> None:
    text = '"TITLE","Bells"\n"AUTHOR NAMES","Moen I."\n"SOURCE TITLE","Ann Ficta"\n'
    text += '"PUBLICATION YEAR","2021"\n'
    text += '"MEDLINE PMID","90000001 (http://www.ncbi.nlm.nih.gov/pubmed/90000001)"\n'
    (record,) = records(as_document(text, "a.csv"))
    assert record.pmid == "90000001"


@pytest.mark.parametrize(("database", "pmid"), [("MEDLINE", "90000001"), ("Embase", None)])
def test_the_number_of_refworks_is_a_pmid_where_the_database_is_medline(
    database: str, pmid: str | None
) -> None:
    text = "RT Journal Article\nA1 Moen,Ida\nT1 Bells\nJF Ann Ficta\nYR 2021\nAN 90000001\n"
    (record,) = records(as_document(f"{text}DB {database}\n", "a.txt"))
    assert record.pmid == pmid


BOOK_OF_PUBMED = """<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>90000001</PMID><Book>
<BookTitle>Wards of Ficta</BookTitle><AuthorList Type="editors"><Author><LastName>Roe</LastName>
</Author></AuthorList><AuthorList Type="authors"><Author><LastName>Moen</LastName>
<Initials>I</Initials></Author></AuthorList></Book>{}</BookDocument></PubmedBookArticle>
</PubmedArticleSet>"""


def test_a_book_of_pubmed_is_by_its_writers_and_a_chapter_by_its_own() -> None:
    (book,) = records(as_document(BOOK_OF_PUBMED.format(""), "a.xml"))
    assert (book.title, book.authors) == ("Wards of Ficta", ("Moen I",))
    chapter = "<ArticleTitle>Bells</ArticleTitle>"
    (alone,) = records(as_document(BOOK_OF_PUBMED.format(chapter), "a.xml"))
    assert alone.authors == ()
    people = "<AuthorList Type='{}'><Author><LastName>{}</LastName></Author></AuthorList>"
    chapter += people.format("authors", "Sow") + people.format("editors", "Dahl")
    (own,) = records(as_document(BOOK_OF_PUBMED.format(chapter), "a.xml"))
    assert own.authors == ("Sow",)


def test_a_chapter_of_medline_stands_in_its_book() -> None:
    text = "PMID- 90000001\nOWN - NLM\nDP  - 2021\nBTI - Wards of Ficta\n{}AU  - Moen I\n"
    (chapter,) = records(as_document(text.format("TI  - Bells.\n"), "a.nbib"))
    assert (chapter.title, chapter.journal) == ("Bells.", "Wards of Ficta")
    assert chapter.provenance["journal"].rule == "BTI"
    (book,) = records(as_document(text.format(""), "a.nbib"))
    assert (book.title, book.journal) == ("Wards of Ficta", None)


def test_of_a_name_in_two_scripts_that_of_the_articles_language_counts() -> None:
    text = """<article xml:lang="{}"><front><article-meta><title-group><article-title>Bells
    </article-title></title-group><contrib-group><contrib><name-alternatives><name xml:lang="ja">
    <surname>山</surname></name><name xml:lang="en"><surname>Yama</surname></name>
    </name-alternatives></contrib></contrib-group></article-meta></front></article>"""
    for language, name in (("en", "Yama"), ("ja", "山"), ("fr", "山")):
        (record,) = records(as_document(text.format(language), "a.xml"))
        assert record.authors == (name,)


@pytest.mark.parametrize("nothing", ["nan", "NaN", "NULL", "None", "NA", "N/A", "#N/A"])
def test_what_programs_write_into_an_empty_cell_is_nothing(nothing: str) -> None:
    text = f"Title,Abstract,Journal,DOI\nBells,{nothing},{nothing},{nothing}\nNone so,b,c,\n"
    first, second = records(as_document(text, "a.csv"))
    assert (first.abstract, first.journal, first.doi) == (None, None, None)
    assert second.title == "None so"


def test_a_cell_may_hold_a_list_as_a_program_writes_it() -> None:
    text = "title,authors,keywords,mesh\nBells,\"['Ida Moen', 'Amina Sow']\",[],[Night]\n"
    (record,) = records(as_document(text, "a.csv"))
    assert (record.authors, record.keywords) == (("Ida Moen", "Amina Sow"), ())
    assert record.mesh == ("[Night]",)


def test_a_header_that_comes_again_and_a_line_between_rows_are_no_records() -> None:
    header = "| Title | Journal | Year |\n"
    text = f"{header}|---|---|---|\n| Bells | Ann Ficta | 2020 |\n{header}| Drums | Acta | 2021 |\n"
    found = [(record.title, record.year) for record in records(as_document(text, "a.csv"))]
    assert found == [("Bells", 2020), ("Drums", 2021)]


def test_columns_of_a_repository_are_named_in_dublin_core() -> None:
    names = "id,dc.contributor.author[en_US],dc.date.accessioned,dc.date.issued,dc.subject[],"
    names += "dc.description.abstract[en],dc.title[en_US],dc.language.iso"
    row = (
        '1,"Moen, Ida||Sow, Amina",2023-01-01T00:00:00Z,2021-03-04,night||bells,We count.,Bells,en'
    )
    (record,) = records(as_document(f"{names}\n{row}\n", "a.csv"))
    assert (record.title, record.authors) == ("Bells", ("Ida Moen", "Amina Sow"))
    assert (record.date, record.language, record.abstract) == ("2021-03-04", "en", "We count.")
    assert record.keywords == ("night", "bells")


def test_ebsco_calls_the_journal_a_publication() -> None:
    text = "title,publication,volume,contributors,publicationDate\nBells,Ann Ficta,3,"
    (record,) = records(as_document(f'{text}"Moen, Ida; Sow, Amina",20210304\n', "a.csv"))
    assert (record.journal, record.date) == ("Ann Ficta", "2021-03-04")
    assert record.authors == ("Ida Moen", "Amina Sow")


IN_TWO_LANGUAGES = """SrcDatabase-来源库: 期刊
Title-题名: 夜里的钟声
Author-作者: 欧奎;唐德;
Organ-单位: 病房;
Source-文献来源: 虚构医学杂志
Keyword-关键词: 钟;夜
Summary-摘要: 我们数了十二声。
PubTime-发表时间: 2021-03-04
Volume-卷: 12
Period-期: 03
PageCount-页码: 101-110
"""


def test_an_export_may_name_its_fields_in_two_languages() -> None:
    first, second = records(as_document(f"{IN_TWO_LANGUAGES}\n{IN_TWO_LANGUAGES}", "a.txt"))
    assert first.source.format == "labelled"
    assert (first.title, first.authors) == ("夜里的钟声", ("欧奎", "唐德"))
    assert (first.journal, first.date, first.volume) == ("虚构医学杂志", "2021-03-04", "12")
    assert (first.issue, first.pages, first.keywords) == ("03", "101-110", ("钟", "夜"))
    assert (first.abstract, second.title) == ("我们数了十二声。", first.title)
    (alone,) = records(as_document(IN_TWO_LANGUAGES, "a.txt"))
    assert alone.journal == "虚构医学杂志"
