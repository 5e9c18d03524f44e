"""Citations in one line: each form of writing them is read as that form."""

from __future__ import annotations

import pytest

from searcher.formats.page.citation import MAX_CITATION, find_citation
from searcher.formats.page.citation.forms import FORMS, UNDER_TITLE
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.title.cited import split_head
from searcher.formats.page.title.untitled import can_be_title

EXAMPLES = {
    "year;volume": "J Ward Med. 2021 Oct 22;14(3):1548-54",
    "year:volume": "J Ward Med. 2024 Nov 26:2024:4835223",
    "year:pages": "J Ward Med. 2021 Jan 5:bcr2020123",
    "year, v. n. p.": "Home Ward Medicine, 2019, v. 8, n. 2, p. 77-84",
    "date,volume": "Ward Journal, 27 Jul 2016, 4(3):211-214",
    "year,volume": "Ward Journal 2012, 2:23",
    "year,volume,issue,pages": "Journal of Wards,2021,11,3,2519-2521",
    "volume(issue),pages,date": "Journal of Wards, 12(3), 23-31 - March 2013",
    "volume(issue), year, pages": "Journal of Wards, 17(3), 1997, pp. 141-145",
    "year;:pages": "Ward Nutrition (Example City). 2019;:88-96",
    "volume; year/issue": "Zeszyty Wards XXVI; 2009/3",
    "v. no. year, pp.": "臨床學會誌 = Journal of Wards, v.28 no.3, 2014년, pp.1 - 16",
    "v. n. p. date": "Ward Journal, v12 n3 p23-31 Mar 2013",
    "date, vol. issue, pages": "Ward Journal. Mar2013, Vol. 12 Issue 3, p23-31",
    "volume: year (suppl)": "J Ward Med 29: 2011 (suppl; abstr 9099)",
    "year; online": "J Ward Med 2015; published online 13 July 2015",
    "year,volume(issue) pages": "Ward Journal. 2016,25(08) 12-19",
    "(year) volume code": "Ward Abstracts (2016) 28 EP345 | DOI: 10.1000/wards.28.EP345",
    "year,volume(issue)": "Ward Journal. 2016,25(08)",
    "volume(issue) date": "Ward Journal 82 (4) • Ago 2007",
    "glued": "World Journal of Wards20105:20",
    "unnumbered (year)": "Ward Research xxx (2018) xxx–xxx",
    "(year)volume": "Case Rep Wards (2021) 14 (3): 1548-1554",
    "date volume pages": "Ward Journal May 19, 2020 117 (20) 11111-11117",
    "year. volume. issue. pages": "Терапия. 2019. Т. 12. № 3. С. 45-50",
    "year, issue": "Ward Journal, 2024, № 2, с. 101634",
    "year, volume, issue in signs": "臨床雑誌 2020年4巻12号",
    UNDER_TITLE: "Year 2019, Volume: 45 Issue: 2, 231 - 241",
    "year vol. no. pages": "Ward Bulletin 2008 Vol.19 No.4 pp.233-238",
    "year vol. no.": "Ward Bulletin. 2008 Volume 19 Number 4.",
    "year/issue": "Cahiers, 2011/3 (Vol. 14), p. 145-156",
    "issue/year": "Ward Letters | Ausgabe 5/2015",
    "vol., pp., year": "Ward Journal, vol. 12, no. 3, pp. 123-130, 2020",
    "volume(year)pages": "Ward Journal 38, no. 10 (April 01, 2020): 1042-1052",
    "vol. year pages": "Ward Journal Vol. 21 (1) 2008: pp. 33-39",
    "volume, date, pages": "Indian J Ward Res 151, March 2020, pp 123-130",
    "volume,pages(year)": "Wards 580, 123-128 (2020)",
    "volume:pages,date": "Case Rep Wards, 14(3):1548-1554, 22 Oct 2021",
    "volume(issue) year pages": "Ward Journal 31(4) 2011 143",
    "year. issue. pages": "Klin. Med. 2013. № 5. С. 12",
    "year, issue in signs": "临床杂志 2018年6期",
    "volume, issue; year in signs": "臨床雑誌 第98巻 第4号 2009年",
    "volume, issue, year in signs": "임상학회지 제 76 권 제 3 호 2009",
    "issue/year, pages": "Zeszyty Wards 3/2015, s. 188-193",
    "issue, year": "Ward Letters nr. 5, 2013",
    "vol. no. date": "Rev Bras Ward vol.12 no.3 Sao Paulo May/June 2012",
}


@pytest.mark.parametrize("form", [name for name, *_ in FORMS])
def test_a_citation_is_read_in_the_form_that_it_has(form: str) -> None:
    citation = find_citation(EXAMPLES[form])
    assert citation is not None
    assert citation.rule == form


@pytest.mark.parametrize(
    "line",
    [
        "ABCDE-01234; No of Pages 3 Ward Research xxx (2018) xxx–xxx",
        "G Model WARD-345; No. of Pages 9 Ward Research xx (2018) xxx-xxx",
        "WARDEN-7; No. of pages: 6; 4C: Ward Research xxx (2018) 1–6",
    ],
)
def test_the_running_head_of_an_article_in_press_tells_journal_and_year(line: str) -> None:
    citation = find_citation(line)
    assert citation is not None
    assert (citation.journal, str(citation.date)) == ("Ward Research", "2018")
    assert not can_be_title(line)


def test_a_citation_far_into_a_line_is_not_looked_for() -> None:
    cited = EXAMPLES["year;volume"]
    assert find_citation("x" * (MAX_CITATION - len(cited) - 1) + " " + cited) is not None
    assert find_citation("x" * MAX_CITATION + " " + cited) is None


@pytest.mark.parametrize(
    ("text", "journal", "date"),
    [
        ("J Ward Med. Nov 2009; 53(11): 4821-4827.", "J Ward Med", "2009-11"),
        ("J Ward Med. Jan-Feb 2021;14(3):1548", "J Ward Med", "2021-01"),
        ("Clin Ward Dermatol. 2010 May;35(4):12-4", "Clin Ward Dermatol", "2010-05"),
        ("JAMA Wards 2009;53(11):48-9", "JAMA Wards", "2009"),
        ("Ward Letters 2016 September 13", "Ward Letters", "2016-09-13"),
        ("J Ward Med, 2018 08;73(4):214-219.", "J Ward Med", "2018"),
    ],
)
def test_a_month_before_the_year_is_no_part_of_the_journal(
    text: str, journal: str, date: str
) -> None:
    citation = find_citation(text)
    assert citation is not None
    assert (citation.journal, str(citation.date)) == (journal, date)


@pytest.mark.parametrize(
    "text",
    [
        "Published in final edited form as: Ward Science. 2020 Feb 19;18(12):e733-41",
        "This article appeared in: Ward Science 2013;12:23-31",
        "Erschienen in: Ward Science 2013;12:23-31",
        "Dans Ward Science 2011/3 (Vol. 14), p. 145-156",
        "Source: Ward Science [Ward Sci] 2022 Sep; Vol. 37 (9), pp. 1188-1195.",
        "Series title: Ward Science 2009, 2:37",
        "3: Ward Science 2013 Mar 12;12(3):23-31",
        "Article in Ward Science · July 2020",
        "(2013) Ward Science, 12 (3), pp. 23-31.",
        "Ward Science ›› 2013, Vol. 12 ›› Issue (3): 23-31.",
        "Ward Science; London Vol. 12, Iss. 3, (Mar 2013): 23-31.",
        "Ward Science, Volume 12 , Issue 3 , March 2013 , pp. 23 - 31",
        "Ward Science, cilt.50, sa.3, ss.231-5, 2012",
        "Ward Science 2011;. © 2011 Example Society",
        "Ward Science 2011-10, Vol.41 (4), p.432-437",
        "Received: 3 May 2017; Accepted: 11 June 2017 Ward Science 2017; 5(9): 82-85",
        "Published Online: Jun 11th 2017 Ward Science, 2016;5(9):82-85",
        "53 Ward Science 2016;5(9):82-85",
        "Ward Science 2016;5[9]:82-85",
        "Orlova V, Haas TK. (2016). What a form did to reports. Ward Science,5,82-85.",
        "Ward Science 2016;(9):82-85",
        "Ward Science, 5(9), 2016",
        "Ward Science. 2015-09-18; 23(26): 4237-4242",
        "Ward Science ; 2021 Feb 08.",
        "First shown https://doi.org/10.1000/WARD.120.0073Ward Science. 2021;14",
    ],
)
def test_a_journal_is_named_without_what_announces_or_follows_it(text: str) -> None:
    citation = find_citation(text)
    assert citation is not None
    assert citation.journal == "Ward Science"


def test_names_year_title_and_doi_make_whatever_stands_between_them_the_journal() -> None:
    line = (
        "Orlova V, Haas TK. (2021). What a form did to reports in one town: faster, fuller. "
        "Advances in Ward Safety. DOI: https://doi.org/10.99999/20420986"
    )
    citation = find_citation(line)
    assert citation is not None
    assert (citation.journal, str(citation.date)) == ("Advances in Ward Safety", "2021")


def test_a_full_citation_in_signs_gives_its_title_without_the_mark_of_its_kind() -> None:
    assert split_head("王明,李华,张伟.奎宁致老年水手发热的临床分析[J]") == (
        "奎宁致老年水手发热的临床分析",
        ("王明", "李华", "张伟"),
    )


@pytest.mark.parametrize("label", ["How to cite this article", "Cite this article as", "Citation"])
def test_a_citation_begins_behind_its_label_on_one_line(label: str) -> None:
    assert split_head(f"Fever, tonic water {label}: Hill A, Lee B. Fever in old sailors") == (
        "Fever in old sailors",
        ("Hill A", "Lee B"),
    )


def test_an_abbreviated_name_begins_with_its_first_cut_word_where_lines_run_together() -> None:
    citation = find_citation("Pain in two villages Eur. J. Wards 2013;12:23-31")
    assert citation is not None
    assert (citation.journal, citation.head) == ("Eur. J. Wards", "Pain in two villages")
    whole = find_citation("Holm P. Pain in lung cancer and Cancer. J. Wards 2013;12:23-31")
    assert whole is not None and whole.journal == "J. Wards"


@pytest.mark.parametrize("text", ["doi: {doi}.", "(DOI:{doi}; PMID: 12)", "https://doi.org/{doi}"])
def test_an_identifier_with_brackets_and_angles_of_its_own_is_whole(text: str) -> None:
    doi = "10.5555/(sici)1099-1611(199807/08)7:4<333::aid-ward365>3.0.co;2-f"
    assert find_dois(text.format(doi=doi)) == [doi]
    assert find_dois(text.format(doi="10.5555/12<br>")) == ["10.5555/12"]


@pytest.mark.parametrize(
    ("title", "journal"),
    [
        # Small letters of the title, then capitals.
        ("Hiccups after steroids in three wards of one hospital", "Marine Wards"),
        # Words that say what the name is.
        ("A Survey of Hiccups in Two Villages", "Journal of Ward Science"),
        ("A Survey of Hiccups in Adults With Fever", "Indian Journal of Wards"),
        ("A Survey of Hiccups and the Gut Microbiota", "World Journal of Ward Surgery"),
        ("A Survey of Hiccups in Two Villages", "Frontiers in Wards"),
        ("A Survey of Hiccups in Two Villages", "The Ward Letters Journal"),
        # Words as abbreviations of names are cut.
        ("A Survey of Hiccups in Two Villages", "Korean J Ward Dermatol"),
    ],
)
def test_a_name_behind_a_title_without_a_stop_is_found(title: str, journal: str) -> None:
    cited = find_citation(f"{title} {journal}. 2004 Jun;18(3):641-56.")
    assert cited is not None
    assert cited.journal == journal


@pytest.mark.parametrize(
    "text",
    [
        "A Survey of Hiccups, Cough and Fever in Two Villages Between Two Rivers Marine Wards",
        "Hiccups in three wards: Ward Hospital, Thies, Senegal Marine Wards",
    ],
)
def test_where_nothing_tells_a_title_from_the_name_behind_it_there_is_no_name(text: str) -> None:
    cited = find_citation(f"{text}. 2004 Jun;18(3):641-56.")
    assert cited is not None
    assert cited.journal is None


@pytest.mark.parametrize(
    "journal",
    [
        "New England Journal of Ward Medicine",
        "Revista espanola de Enfermedades Digestivas",
        "The European journal of rare ward reports",
        "Ward Letters, Beds and Clinical Journal of Wards",
    ],
)
def test_a_name_of_many_words_is_not_cut(journal: str) -> None:
    cited = find_citation(f"{journal}. 2004 Jun;18(3):641-56.")
    assert cited is not None
    assert cited.journal == journal


@pytest.mark.parametrize("day", ["2021Nov.5", "2021Nov5", "2021 Nov. 5"])
def test_a_day_may_be_glued_to_the_year_of_a_citation(day: str) -> None:
    cited = find_citation(f"Holm A. Fever. J Ward Med [Internet]. {day} [cited 2024Jul.3];9(6):7-9")
    assert cited is not None
    assert (cited.journal, str(cited.date), cited.volume) == ("J Ward Med", "2021-11-05", "9")


def test_a_sign_that_a_font_has_not_is_no_part_of_an_identifier() -> None:
    assert find_dois("DOI : 10.1000/ward.2013.24\ufffd") == ["10.1000/ward.2013.24"]


def test_an_issue_of_a_year_may_have_a_sign_before_its_number() -> None:
    cited = find_citation('Журнал "Village World" №1/2018')
    assert cited is not None
    assert (cited.journal, cited.issue, cited.date) == ("Village World", "1", (2018, None, None))


@pytest.mark.parametrize(
    ("before", "name"),
    [
        *(("26 https://wards.example.org", "Decks"), ("www.wards.example.org", "Decks")),
        *(
            ("E-mail: holm@wards.example.org", "Decks"),
            ("E-mail: [email protected]", "Port Letters"),
        ),
        ("Department of Decks, Port Hospital, Boston, MA, USA", "Journal of Decks"),
    ],
)
def test_a_journal_begins_behind_an_address(before: str, name: str) -> None:
    citation = find_citation(f"{before} {name} 2018;54(9):12-19")
    assert citation is not None
    assert (citation.journal, citation.volume) == (name, "54")


def test_a_country_may_be_of_a_journal_s_name() -> None:
    citation = find_citation("Ports, Decks, and Sweden Reports. 2018;54(9):12-19")
    assert citation is not None and citation.journal == "Ports, Decks, and Sweden Reports"
