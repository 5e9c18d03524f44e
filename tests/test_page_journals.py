"""Names of journals: what abbreviates what, and which lines name the journal of the article."""

from __future__ import annotations

import pytest

from searcher.formats.page.citation import find_citation, find_undated
from searcher.formats.page.citation.names import abbreviates, names_a_journal
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.reader import read_page
from searcher.record import Record

ABSTRACT = (
    "Abstract\nOintment was used by ninety people in two villages, and we asked them about it. "
    "Most of them had less pain after a week, and nobody stopped for any other reason.\n"
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Natl J Ward Med", "National Journal of Ward Medicine"),
        ("J Vet Sci Technol", "Veterinary Science & Technology"),
        ("Int J Teeth Gums", "International Journal of Teeth and Gums"),
    ],
)
def test_a_journal_is_known_by_its_abbreviation(short: str, full: str) -> None:
    assert abbreviates(short, full)
    assert not abbreviates(short, full + " Letters")


def test_a_title_in_capitals_before_a_journal_is_no_part_of_its_name() -> None:
    assert clean_journal("PAIN IN TWO VILLAGES Ward Care Dentist") == "Ward Care Dentist"
    assert clean_journal("PLOS ONE Notes") == "PLOS ONE Notes"


@pytest.mark.parametrize(
    "text",
    [
        "Journal of Wards, Jul-Sep",
        "Journal of Wards May/June 2014",
        "Journal of Wards, Volumen 12, Número 3",
        "Journal of Wards Cilt 5",
        "Journal of Wards (Print)",
    ],
)
def test_a_journal_is_called_without_the_volume_and_the_months_behind_it(text: str) -> None:
    assert clean_journal(text) == "Journal of Wards"


@pytest.mark.parametrize("text", ["Archives of Wards, 12(3), 33-38", "Ward Days 2014 in the North"])
def test_a_text_with_a_year_or_an_issue_is_no_name(text: str) -> None:
    assert clean_journal(text) is None


@pytest.mark.parametrize(
    "text",
    ["Journals / Ward Days", "Revistas > Ward Days", "Ward Days » Archive", "Ward Days | Home"],
)
def test_the_steps_of_a_trail_around_a_name_are_no_part_of_it(text: str) -> None:
    assert clean_journal(text) == "Ward Days"


@pytest.mark.parametrize("mark", ["*", "_"])
def test_a_journal_that_is_set_off_by_marks_is_read_without_them(mark: str) -> None:
    head = f"Ointment in two villages\n\n{mark}Ward J. Med.{mark} **2019**, 12, 33-38\n\n"
    page = read_page(head + ABSTRACT)
    assert (page.title, page.journal) == ("Ointment in two villages", "Ward J. Med")


def test_a_category_stands_before_the_journal_and_its_volume() -> None:
    head = "Research Article - Ward Letters (2021) Volume 13, Issue 3\nOintment in two villages\n"
    page = read_page(head + ABSTRACT)
    assert (page.journal, page.year) == ("Ward Letters", 2021)


def test_a_citation_without_a_year_may_begin_with_the_title_and_end_with_the_doi() -> None:
    found = find_undated("Pain and ointment. Ward Med 16(7): e1003992. doi:10.5555/ward.1003992")
    assert found and (found.journal, found.volume, found.pages) == ("Ward Med", "16", "e1003992")


@pytest.mark.parametrize(
    "text", ["Ward Med ;16[7]:3-9. DOI/10.5555/ward.3", "Ward Med Feb ;16(7):3-9."]
)
def test_a_citation_may_lack_its_year_alone(text: str) -> None:
    found = find_undated(text)
    assert found and (found.journal, found.volume, found.issue) == ("Ward Med", "16", "7")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acta Wardol APA Acta Wardologica Alpina", "Acta Wardologica Alpina"),
        ("Rev Ward Med Revista de Ward Medicina", "Revista de Ward Medicina"),
        ("pubmed-12345678 BMC Wards", "BMC Wards"),
        ("CC BY-NC-ND 4.0 · Ward Letters", "Ward Letters"),
        ("CC BY 4.0 Ward Letters", "Ward Letters"),
        ("3 Biotech", "3 Biotech"),
        ("Anna Holm, MD, PhD, Ada Sow, MBBS Ward Science", "Ward Science"),
        ("Hill Hospital, Leeds, UK Ward Science", "Ward Science"),
        ("Home All Journals Ward Letters List of Issues", "Ward Letters"),
        ("Home All Journals Journal of Wards List of Issues", "Journal of Wards"),
        ("Logo Small Journal of Wards", "Small Journal of Wards"),
        ("EXAMPLE PUBLISHERS Journal of Wards", "Journal of Wards"),
        ("JournalEuropean Ward Letters", "European Ward Letters"),
        ("Journal of Wards ORIGINAL ARTICLE", "Journal of Wards"),
        ("Journal of Ward Case Reports", "Journal of Ward Case Reports"),
        ("Journal of Wards About", "Journal of Wards"),
        ("Academy of Wards, India", "Academy of Wards, India"),
        ("Ward WardWARD WARD", "Ward Ward"),
        ("Abbreviation: Afr. J. Wards", "Afr. J. Wards"),
        ("JAMA Wards Home", "JAMA Wards"),
        ("Ward Home Care", "Ward Home Care"),
        ("Acta Parva de Ejemplos Volumen", "Acta Parva de Ejemplos"),
        ("A P HolmI, II; A J BergströmIII", None),
        ("Explore content", None),
        ("Ward Journal Metrics on Scales", None),
        ("Sent on Saturday", None),
        ("Annals of …", None),
        ("XXVI", None),
        ("Journal of Wards and the Journalists", "Journal of Wards and the Journalists"),
        ("Holm, Anna, Bergström, Peter, Sow, Ada", None),
        ("Ward Search | Ward Index | Ward Journal", None),
    ],
)
def test_a_name_is_cut_from_what_is_glued_to_it(text: str, name: str | None) -> None:
    assert clean_journal(text) == name


def test_a_publisher_before_a_name_is_no_part_of_it_where_the_journal_is_announced() -> None:
    cited = (
        "Published in\n{}Ward Notes: revista del Instituto de Ejemplos, 3(38), 2018\n\n{{title}}"
    )
    for publisher in ("Ward Press, ", "Instituto de Ejemplos, ", ""):
        page = page_of(cited.format(publisher))
        assert page.journal == "Ward Notes: revista del Instituto de Ejemplos"


def test_the_title_glued_before_a_citation_is_no_part_of_the_journal() -> None:
    title = "Ointment in Two Villages: a Case Report"
    page = page_of("{title} Ward Sci 2017;8(3):e6 doi:10.5555/w.17.8306\n{title}", title=title)
    assert (page.title, page.journal) == (title, "Ward Sci")


def test_numbers_before_a_citation_at_the_foot_are_no_other_title() -> None:
    foot = "Keywords: pain; ointment\n\nVol. 83 No.3. July 2012 Pp. 177-181. Ward Sci 2012; 83(3)"
    assert (page_of("{title}", foot).journal, page_of("{title}", foot).year) == ("Ward Sci", 2012)


def test_a_citation_in_spanish_is_known_by_its_label() -> None:
    cited = (
        "Citar como: Holm P, Sow A. Ungüento para el dolor de las personas mayores en dos aldeas "
        "de la costa y en una aldea del norte de la que se sabe muy poco. "
        "Salud, Ejemplos y Ciencia 2023;3:561."
    )
    assert page_of("{title}\n" + cited).journal == "Salud, Ejemplos y Ciencia"


def test_a_row_of_a_table_names_the_journal_behind_its_label() -> None:
    rows = "Journal Ward Sci\nSpecialty Science\nDate 2023 Feb 25\nPMID 12345678\n"
    assert page_of("{title}\n" + rows).journal == "Ward Sci"
    below = "Original language English\nJournal Annals of Wards\nVolume 12\nIssue number 3\n"
    assert page_of("{title}", below).journal == "Annals of Wards"


@pytest.mark.parametrize(
    "line",
    [
        "Journal of Invented Wards",
        "Subscribe to Journal of Invented Wards",
        "Journal of Invented Wards. Author manuscript; available in PMC 2012 May 8.",
        "Journal of Invented Wards (JIW)  /  JIW-12\n"
        "Sow A. Pain in two villages of the coast. J Invented Wards. 2012;3:4-5.",
    ],
)
def test_the_journal_is_taken_from_a_line_that_names_it(line: str) -> None:
    page = f"Pain and ointment in two villages of the coast\n{line}\n{ABSTRACT}"
    assert read_page(page).journal == "Journal of Invented Wards"


@pytest.mark.parametrize("line", ["Journal Club", "- 2019 ACW/WRP PRSYM", "Smith J"])
def test_entries_of_menus_and_names_are_no_journal(line: str) -> None:
    page = f"- Ward Days 2020\n{line}\nPain and ointment in two villages\n{ABSTRACT}"
    assert read_page(page).journal is None


def test_a_short_citation_behind_its_label_is_no_label() -> None:
    page = read_page(f"Ointment in two villages\nCite this as: Wards 2013;346:f1234\n{ABSTRACT}")
    assert (page.journal, page.year) == ("Wards", 2013)


@pytest.mark.parametrize("label", ["Series", "Zdroj", "Fuente", "Journal"])
def test_a_journal_is_named_behind_its_label(label: str) -> None:
    page = read_page(f"Ointment in two villages\n{label}:Ward Science 2013;12:23-31\n{ABSTRACT}")
    assert (page.journal, page.year) == ("Ward Science", 2013)


@pytest.mark.parametrize("text", ["March", "Winter", "Data de Publicação", "Skip navigation"])
def test_a_month_a_label_or_a_menu_entry_is_no_journal(text: str) -> None:
    assert clean_journal(text) is None


def page_of(masthead: str, below: str = "", title: str = "Ointment in two villages") -> Record:
    names = "Anna Bergström, Peter Holm"
    return read_page(f"{masthead.format(title=title)}\n{names}\n{ABSTRACT}{below}\n")


@pytest.mark.parametrize(
    "masthead",
    [
        "{title}\nOpen Forum of Wards, doi:10.1000/ward.12",
        "Open Forum of Wards:\ndoi: 10.1000/ward.12\n{title}",
        "{title}\n\nin Open Forum of Wards",
        "Open Forum of Wards - Medicine\n{title}\nJ Ward Med 52:471-474 doi:10.1000/w.52.318",
    ],
)
def test_a_journal_is_named_beside_the_doi_or_under_the_title(masthead: str) -> None:
    assert page_of(masthead).journal in ("Open Forum of Wards", "J Ward Med")


def test_a_journal_stands_behind_the_title_on_one_line() -> None:
    bar = "{title} - Journal of Small Wards | Example Press\n\n{title}"
    assert page_of(bar).journal == "Journal of Small Wards"
    assert page_of("{title} - Example Press\n\n{title}").journal is None
    assert page_of("{title} - Cureus").journal == "Cureus"
    assert page_of("{title} | WRDJ\n{title}").journal == "WRDJ"
    assert page_of("{title} | WARD\n{title}").journal is None
    short = bar + "\nJ Small Wards 2009; 2: 11-15"
    assert page_of(short).journal == "Journal of Small Wards"


@pytest.mark.parametrize(
    "notice",
    [
        "© 2013 Journal of Small Wards. All rights reserved.",
        "Subscribe to Journal of Small Wards",
        "Copyright is held by the Society for Publication of Acta Parva; see the licence.",
    ],
)
def test_the_only_journal_that_notices_name_is_the_article_s(notice: str) -> None:
    name = "Acta Parva" if "Acta" in notice else "Journal of Small Wards"
    assert page_of("{title}", notice).journal == name
    other = f"{notice}\nSubmit to Annals of Tents"
    assert page_of("{title}", other).journal is None


def test_a_journal_stands_between_home_and_the_title_where_it_is_a_line_of_its_own() -> None:
    trail = "{name}\nHome {name} {{title}}\n{{title}}"
    for name in ("Chirurgia y Medicina", "Ward Medicine of Villages"):
        assert page_of(trail.format(name=name)).journal == name
    for name in ("Original Article", "Anna Holm"):
        assert page_of(trail.format(name=name)).journal is None
    assert page_of("Home Ward Medicine of Villages {title}\n{title}").journal is None


@pytest.mark.parametrize(
    ("row", "journal"),
    [
        ("PMC · DOI: 10.5555/wardus.58327 · Wardus · 2023-10-05", "Wardus"),
        ("PMC · DOI: 10.5555/wardus.58327 · Tentus · 2023-10-05", None),
        ("Open Ward Journal 5 Oct 2023 RESEARCH ARTICLE DOI: 10.5555/12.1", "Open Ward Journal"),
        ("Open Ward Notes Oct 5, 2023 | https://doi.org/10.5555/12.1", "Open Ward Notes"),
    ],
)
def test_a_journal_stands_in_a_row_with_its_date_and_doi(row: str, journal: str | None) -> None:
    page = page_of("{title}\n" + row)
    assert (page.journal, page.year) == (journal, 2023)


def test_the_name_of_a_publisher_above_an_issn_is_no_journal() -> None:
    assert page_of("Example Research Institute (ERI)\nISSN: 1234-5678\n{title}").journal is None
    assert page_of("Example Research\nISSN: 1234-5678\n{title}").journal == "Example Research"


def test_a_year_behind_the_journal_above_its_volume_is_no_part_of_the_name() -> None:
    head = "Digital Ward Letters 2010\nVolume 16, Number 3\nApril 14, 2010\n{title}"
    assert page_of(head).journal == "Digital Ward Letters"


@pytest.mark.parametrize(
    "notice",
    [
        "© The Small Journal of Wards. All rights reserved.",
        "Source: Small Journal of Wards : letters of the Ward Society - Category: Medicine",
    ],
)
def test_a_notice_spells_the_journal_of_a_citation_out(notice: str) -> None:
    page = page_of("{title}\nSmall J Wards 2021; 77(4): 179-186\n" + notice)
    assert (page.journal or "").removeprefix("The ") == "Small Journal of Wards"


def test_a_journal_is_named_where_it_speaks_of_itself() -> None:
    for verb in ("covers surgery, nursing and", "is an open access journal of"):
        said = f"The Journal of Wards {verb} tents. Tent Journal and Tent Letters are others."
        assert page_of(said + "\n{title}").journal == "Journal of Wards"


def test_links_to_search_services_name_no_journal() -> None:
    title = "Ointment in Two Villages of the Northern Coast: a case report"
    links = "{title}\nSearch for the author in:\n{services} | Ward Journal".replace
    assert page_of(links("{services}", "Google Scholar | PubMed"), title=title).journal is None
    assert page_of(links("{services}", "Home | News"), title=title).journal == "Ward Journal"


def test_what_stands_over_the_abstracts_of_a_meeting_is_no_journal() -> None:
    page = page_of("Ward Research Day 2023\nMedical Resident Case Reports\n{title}")
    assert (page.journal, page.year) == (None, 2023)


def test_a_logo_spells_an_abbreviated_journal_out() -> None:
    logo = (
        "Logo Journal of Small Wards Logo Journal of Small Wards\n{title}\nJ Small Wards 2009;2:11"
    )
    assert page_of(logo).journal == "Journal of Small Wards"


def test_the_last_entry_of_a_menu_above_a_volume_is_no_journal() -> None:
    menu = "• Home\n• Archive\n• Review Process\nHome > Vol 41, No 6 (2023) > Holm\n{title}"
    assert page_of(menu).journal is None


def test_references_without_a_heading_are_not_taken_for_the_article() -> None:
    listed = "\n".join(
        f"{number}{name} A, Holm B. Pain in {name}. Ward Surg {2000 + number}; {number}: 1-9. "
        + "doi:10.1000/okafor.1" * (number == 1)
        for number, name in enumerate(("Okafor", "Lindqvist", "Van Dale", "Moreau"), 1)
    )
    page = page_of("{title}", listed)
    assert (page.journal, page.year, page.doi) == (None, None, None)


def test_elements_of_dublin_core_are_read_where_nothing_parts_them_from_their_values() -> None:
    page = read_page(
        "dc.contributor.authorBergström, Anna\ndc.date.issued2013\n"
        "dc.relation.ispartofWard Science\ndc.titleIs ointment of use in two villages?en\n"
    )
    assert (page.title, page.journal) == ("Is ointment of use in two villages?", "Ward Science")
    assert page.year == 2013


def test_a_journal_stands_above_numbers_alone() -> None:
    page = page_of("Ward World & Science\n\n, 31:402\n\n{title}")
    assert (page.journal, page.volume, page.pages) == ("Ward World & Science", "31", "402")


def test_a_name_stands_under_a_heading_that_announces_the_journal() -> None:
    assert page_of("{title}", "Published In\n\nWard Drug Saf\n\nVolume\n\n23\n").journal == (
        "Ward Drug Saf"
    )
    assert page_of("{title}", "How to cite\n\nExport Citation\n").journal is None


def test_a_title_does_not_go_on_with_the_journal_below_it() -> None:
    title = "Ointment against pain in two villages of the north: an analysis of registries"
    page = page_of("{title}\n\nin Open Ward Reviews\n", title=title)
    assert (page.title, page.journal) == (title, "Open Ward Reviews")


def test_an_acronym_is_spelled_out_by_a_line_of_the_head() -> None:
    head = "Eastern Journal of Ward Research\n{title}\nEJWR - Vol 10 Issue 17, September, 2018"
    assert page_of(head).journal == "Eastern Journal of Ward Research"
    assert page_of(head.replace("EJWR", "EJXR")).journal == "EJXR"


def test_a_citation_amid_the_body_is_the_article_s_where_it_is_the_only_one() -> None:
    body = "Introduction\nPain is common in villages.\n{}Methods\nWe asked everybody.\n"
    own = "Ward Sci 2020; 12: 31-35\n"
    assert page_of("{title}", body.format(own)).journal == "Ward Sci"
    assert page_of("{title}", body.format(own + "Tent Sci 2019; 2: 1-9\n")).journal is None
    assert page_of("{title}", body.format("Pain in tents. " + own)).journal is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Olgu Sunumu Ulus Ward Derg", "Ulus Ward Derg"),
        ("CASE REPORT Toxins", "Toxins"),
        ("Clinical Case Reports", "Clinical Case Reports"),
    ],
)
def test_a_category_before_a_journal_is_no_part_of_its_name(text: str, name: str) -> None:
    assert clean_journal(text) == name


@pytest.mark.parametrize(
    ("line", "journal"),
    [
        ("Pharmacoepidemiol Drug Saf", True),
        ("Rural Emerg Med", True),
        ("Carol Ann Holm", False),
        ("Holm J", False),
        ("J-WARD", False),
    ],
)
def test_a_line_of_abbreviated_words_names_a_journal(line: str, journal: bool) -> None:
    assert names_a_journal(line) is journal


def test_a_name_broken_over_two_lines_spells_an_abbreviation_out() -> None:
    head = "Advances in\nDrug Saf Original Research\n{title}\nAdv Drug Saf 2019; 2: 11-15"
    assert page_of(head.replace("Saf O", "Safety O")).journal == "Advances in Drug Safety"


@pytest.mark.parametrize(
    "line",
    [
        "2013 (English)In: Ward Science, ISSN 1234-5678, Vol. 12, no 3, p. 23-31Article in journal",
        "Zeitschrift: Ward Science, Jg. 12 (2013), H. 3, S. 23-31",
        "Dergi: Ward Science\nCilt 12, 2013",
        "収録刊行物\nWard Science\n2013",
        "Publication: Ward Science\nPublication date: March 2013",
        "Ward Science – 2013. – № 3 (12)",
        "Ward Science Mar 2013, 12 (3) 23-31",
    ],
)
def test_a_journal_is_read_as_catalogues_of_many_countries_name_it(line: str) -> None:
    page = page_of("{title}\n" + line)
    assert (page.journal, page.year) == ("Ward Science", 2013)


def test_a_journal_stands_behind_the_title_in_a_citation_that_commas_part() -> None:
    cited = (
        "Cite as\nAnna Bergström, Peter Holm, Ointment in two villages, Ward Science, Volume 12, "
        "Issue 3, 2013, Pages 23-31, ISSN 1234-5678"
    )
    assert page_of("{title}", cited).journal == "Ward Science"


@pytest.mark.parametrize(
    ("head", "journal"),
    [
        ("WARD/BED - Letters of Small Care » Volume 11", "WARD/BED - Letters of Small Care"),
        ("Ward stage/Ward Letters » Volume 11", "Ward Letters"),
    ],
)
def test_a_slash_between_capitals_parts_no_steps_of_a_trail(head: str, journal: str) -> None:
    assert page_of(head + "\n2019\n{title}").journal == journal


@pytest.mark.parametrize("name", ["Reactions Weekly", "Drug Safety"])
def test_a_name_that_a_comma_joins_to_its_volume_is_no_person_and_no_category(name: str) -> None:
    head = f"{name}\n{{}}Volume 1744, Issue 1, pp 118-118\n{{{{title}}}}"
    assert page_of(head.format(", ")).journal == name
    alone = read_page(head.format("").format(title="Ointment in two villages") + f"\n{ABSTRACT}")
    assert alone.journal is None


@pytest.mark.parametrize(
    "bar",
    [
        "Canadian journal of wards | 2019",
        "{title}\nAnna HolmPublished in: Canadian journal of wards (2019)",
        "Canadian journal of wardsCanadian journal of wards\nCan J Wards 2019;8:1-3",
        "• Canadian journal of wards · Sep 2019\nCan J Wards. 2019 Sep 1; 12: 19-21.",
    ],
)
def test_a_journal_stands_in_a_bar_with_its_year_or_over_its_citation(bar: str) -> None:
    page = page_of(bar + "\n{title}")
    assert (page.journal, page.year) == ("Canadian journal of wards", 2019)


def test_the_article_of_a_name_is_told_by_a_line_of_the_head() -> None:
    cited = "\n{title}\nWardoscope. 2011 Sep 1; 121 (9): 1904-11."
    assert page_of("• The Wardoscope · Sep 2011" + cited).journal == "The Wardoscope"
    assert page_of("• Wardoscope · Sep 2011" + cited).journal == "Wardoscope"


def test_a_category_in_capitals_before_a_volume_is_no_journal() -> None:
    page = page_of("CLINICAL VIGNETTE 2015; 1:3\n{title}")
    assert page.journal is None


@pytest.mark.parametrize(
    "masthead",
    [
        "{title}\nWard Science Letters | March 2013",
        "{title}\nWard Science Letters - March 2013",
        "{title}\nWard Science Letters 2013 Mar 3.",
        "{title}\n2013 · Ward Science Letters",
        "{title}\n(2013) Ward Science Letters",
        "{title}\nJournal: Ward Science Letters (2013)",
        "{title}\nZeitschrift: Ward Science Letters > Ausgabe 3/2013",
        "Ward Science Letters Jahrgang 12, Heft 3, 2013\n{title}",
        "Ward Science Letters Open Access Research Article Vol 12 (2013)\n{title}",
        "{title}\nRelease Date: 2013\nPublication Title: Ward Science Letters",
        "Ward Science\nand Bed Letters\njournal homepage: www.example .org/wa rd\n{title}\n2013",
        "Ward Science Letters © 2013 by the Ward Society Published by Example Inc. Vol. 60, No. 1, "
        "2013\n{title}",
    ],
)
def test_a_journal_stands_in_a_row_with_its_date(masthead: str) -> None:
    page = page_of(masthead)
    name = (page.journal or "").replace("and Bed ", "")
    assert (name, page.year) == ("Ward Science Letters", 2013)


def test_a_year_right_behind_a_name_needs_a_name_that_is_a_journal_s_alone() -> None:
    assert page_of("{title}\nJournal of Wards 2013").year == 2013
    for line in ("Ward Days in the North 2013", "Home - March 2013"):
        assert page_of("{title}\n" + line).journal is None


def test_a_category_behind_a_bar_follows_the_journal() -> None:
    title = "Ointment against pain in two villages of the north: an analysis of registries"
    head = "Research\n\n{} | Original Investigation\n\n{{title}}\n"
    assert page_of(head.format("JAMA Wards"), title=title).journal == "JAMA Wards"
    assert page_of(head.format("Ward Medicine"), title=title).journal is None


def test_a_sentence_spells_an_abbreviated_journal_out() -> None:
    said = "Issues of Small Journal of Ward Care are published every spring.\n{title}\n"
    assert page_of(said + "Small J Ward Care 2013;12:3").journal == "Small Journal of Ward Care"
    assert page_of(said + "Small J Ward Nurs 2013;12:3").journal == "Small J Ward Nurs"


def test_a_name_in_signs_is_spelled_out_by_one_that_holds_its_signs() -> None:
    cited = "例内会誌, 42(8): 731-735, 2004"
    assert page_of("例示内科学会雑誌 ONLINE JOURNAL\n{title}", cited).journal == "例示内科学会雑誌"
    assert page_of("例示外科学会雑誌 ONLINE JOURNAL\n{title}", cited).journal == "例内会誌"


def test_a_name_in_signs_says_that_it_is_a_journal_s() -> None:
    assert names_a_journal("临床例示杂志")
    assert not names_a_journal("临床例示医院")


def test_a_notice_names_the_journal_of_a_page_that_shows_no_title() -> None:
    notice = "© 2013 Journal of Small Wards. All rights reserved.\n"
    page = read_page(notice + "https://doi.org/10.5555/wards.7\n" + ABSTRACT)
    assert (page.title, page.journal) == (None, "Journal of Small Wards")
    assert read_page(notice + ABSTRACT).journal is None


ARTICLE = f"Pain and ointment in two villages\n\nIda Moen, Per Vik\n\n{ABSTRACT}"


@pytest.mark.parametrize(
    ("masthead", "journal"),
    [
        ("Alder Publishing Corporation Case Reports in Wards Volume 2013, Article ID 618", None),
        ("Alder & Birch Press Ltd. Annals of Wards Volume 12, Issue 3, 2013", "Annals of Wards"),
        ("Acta méd. Grupo Norte vol.17 n.2 Oslo Apr./Jun. 2013", "Acta méd. Grupo Norte"),
        (", Nor. J. Wards., 2013, 31, 78", "Nor. J. Wards"),
        ("Safety in Wards\n\nEditor-in-Chief\n\nISSN (Print): 1234-5679", "Safety in Wards"),
        ("首页 在线期刊 2013年 第32卷,第8期 详情", "none"),
    ],
)
def test_a_masthead_names_the_journal_alone(masthead: str, journal: str | None) -> None:
    wanted = {None: "Case Reports in Wards", "none": None}.get(journal, journal)
    assert read_page(f"{masthead}\n\n{ARTICLE}").journal == wanted


@pytest.mark.parametrize(
    "name", ["J. Marcus Holm", "Laura J. Holm*", "Rory J. M. Holm", "Amy J Holm"]
)
def test_a_person_with_an_initial_j_is_no_journal(name: str) -> None:
    head = "Pain and ointment in two villages\n\nPublished: 17 August 2013\n\n{}\n\n"
    assert read_page(head.format(name) + ABSTRACT).journal is None
    assert read_page(head.format("Turkish J. Surg") + ABSTRACT).journal == "Turkish J. Surg"


def test_a_citation_printed_behind_the_last_sentence_names_the_journal() -> None:
    cited = " Annals of Wards 2013;. © 2012 Society of Wards"
    record = read_page(ARTICLE.rstrip() + cited)
    assert (record.journal, record.year) == ("Annals of Wards", 2013)
    assert record.abstract and record.abstract.endswith("any other reason.")


def test_a_name_at_which_the_page_ends_amid_a_citation_was_cut() -> None:
    cited = "Moen I, Vik P. Pain and ointment in two villages. Annals of Wa"
    assert read_page(f"{ARTICLE}\nCitation\n{cited}").journal is None
    assert read_page(f"{ARTICLE}\nCitation\n{cited}rds. 2013 Volume 5 Number 1.").journal == (
        "Annals of Wards"
    )
    assert read_page(f"January 2013, Volume 5, Number 1\n\n{ARTICLE}").volume == "5"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alder Publishing Group Care in Wards", "Care in Wards"),
        ("Alder Publishing Group Northern Ward Journal", "Northern Ward Journal"),
        ("Alder Press Annals of Wards", "Annals of Wards"),
        ("Alder Press Care", "Alder Press Care"),
        ("Home > Care in Wards", "Care in Wards"),
        ("Care in Wards logo", "Care in Wards"),
        ("Care in Wards | Open Access", "Care in Wards"),
        ("CASE REPORTS IN WARDS", "CASE REPORTS IN WARDS"),
    ],
)
def test_a_name_is_cut_from_the_house_and_the_site_around_it(text: str, name: str) -> None:
    assert clean_journal(text) == name


def test_a_name_in_capitals_spells_an_abbreviation_out() -> None:
    assert abbreviates("Nor J Ward Med", "NORDIC JOURNAL OF WARD MEDICINE")
    assert not abbreviates("Nor J Ward Med", "NORDIC JOURNAL OF MEDICINE")


def test_a_journal_set_off_by_stars_is_read_in_a_citation() -> None:
    cited = "Moen I, Vik P. Pain and ointment in two villages. *Ward Care Dentist*. 2013;12(2):3-9."
    assert read_page(f"{ARTICLE}\nHow to cite\n{cited}\n").journal == "Ward Care Dentist"


@pytest.mark.parametrize(
    "text",
    [
        *("Elsevier", "Elsevier B.V.", "Scopus", "Oct, 1", "Link to Journal", "H-Index - 128"),
        *("Generic placeholder image", "Ward Journal Rank - 2.445", "Editor-in-Chief"),
    ],
)
def test_a_house_an_index_a_count_or_a_link_is_no_journal(text: str) -> None:
    assert clean_journal(text) is None


def test_a_row_of_people_with_their_initials_is_no_journal() -> None:
    head = "Pain and ointment in two villages\n\nPublished: 17 August 2013\n\n"
    assert (
        read_page(f"{head}Mathew J, Anjali K, Rasheed P, Thomas Cherian J\n\n{ABSTRACT}").journal
        is None
    )


def test_words_amid_the_only_name_of_a_journal_are_left_in_it() -> None:
    notice = "http://www.plants.example/African Journal of Bush PlantsFull Length Papers"
    record = read_page(f"{ARTICLE}\n{notice}\n")
    assert record.journal == "African Journal of Bush PlantsFull Length Papers"


def test_a_journal_that_is_glued_to_the_title_of_its_citation_is_read() -> None:
    cited = (
        "Hill A, Lee B. Fever in two old sailors of the north: A case report.Port Med 2011;4:12-9"
    )
    found = find_citation(cited)
    assert found is not None
    assert (found.journal, found.volume) == ("Port Med", "4")
    assert found.head.endswith("A case report.")


@pytest.mark.parametrize(
    "line",
    [
        "PMC · DOI: 10.5555/onpl/onplae631.7 · Open Northern Port Letters · 2014-03-02",
        "ISSN: 1234-5679 Open Northern Port Letters",
        "- From:Open Northern Port Letters\n2014;4(2):12-19",
    ],
)
def test_a_journal_among_the_facts_of_its_article_is_read(line: str) -> None:
    page = f"Fever after tonic water in old sailors\n\n{line}\n\n{ABSTRACT}"
    assert read_page(page).journal == "Open Northern Port Letters"


def test_a_list_of_other_papers_ends_where_a_viewer_shows_the_first_page() -> None:
    head = "You might also like\n\n{viewer}Ward Immunology 33 (2015) 41-46\n\nContents lists\n\n"
    shown = page_of(head.format(viewer="You are on page 1of 6\n\n") + "{title}")
    assert (shown.journal, shown.volume) == ("Ward Immunology", "33")
    assert page_of(head.format(viewer="") + "{title}").journal is None


@pytest.mark.parametrize(("end", "journal"), [("Be Told?", "Wards"), ("Be Sold?", None)])
def test_a_citation_through_which_columns_run_is_known_by_the_end_of_the_title(
    end: str, journal: str | None
) -> None:
    title = "Ointment in Two Villages: What Should Parents Be Told?"
    below = f"Keywords: ointment; pain; parents {end} Wards 2022, 9, 318. "
    record = page_of("{title}", f"{below}https://doi.org/10.1000/wards 9030318", title)
    assert (record.journal, record.doi) == (journal, "10.1000/wards9030318")


@pytest.mark.parametrize(
    ("text", "journal", "year", "pages"),
    [
        ("Новости палат. — 2019. — №4. — С. 22—26. Summary", "Новости палат", 2019, "22-26"),
        ("Новости палат. - 2019. - Т. 3. - №4. - С. 22-26", "Новости палат", 2019, "22-26"),
        ("Lee et al. Journal of Wards - Beds and Nurses (2016) 45:58", None, 2016, "58"),
    ],
)
def test_dashes_stand_between_parts_of_a_citation_and_within_a_name(
    text: str, journal: str | None, year: int, pages: str
) -> None:
    citation = find_citation(text)
    assert citation is not None
    assert citation.journal == (journal or "Journal of Wards - Beds and Nurses")
    assert (citation.date and citation.date.year, citation.pages) == (year, pages)


def test_an_abbreviated_name_before_a_doi_is_no_persons() -> None:
    page = f"{{}} DOI 10.1000/s12016-017\n\nOintment in villages\n\nAnna Brandt\n\n{ABSTRACT}"
    assert read_page(page.format("Clinic Rev Wardlic Nursilic")).journal is not None
    assert read_page(page.format("Clinic Ann Wardlic Nursilic")).journal is None


@pytest.mark.parametrize(
    ("text", "journal"),
    [
        ("Lee and Ek, J Wards 2015, 6:9", "J Wards"),
        ("Original Article IeWARD 2010: 4 (1): 22-28", "IeWARD"),
    ],
)
def test_two_authors_or_a_category_before_a_journal_are_not_of_its_name(
    text: str, journal: str
) -> None:
    citation = find_citation(text)
    assert citation is not None
    assert citation.journal == journal


def test_a_sign_of_a_footnote_behind_a_list_is_not_of_its_last_keyword() -> None:
    page = f"Ointment in villages\n\n{ABSTRACT}\nKeywords: Ointment; Pain; Village ∗\n"
    assert read_page(page).keywords == ("Ointment", "Pain", "Village")


def test_an_own_citation_may_be_the_first_of_a_list() -> None:
    cited = "1. Bergström A, Holm P. {title}. J Ward Med. 2017;8(6):26-33."
    assert page_of("{title}", cited.format(title="Ointment in two villages")).journal is None
    below = "How to Cite\n" + cited.format(title="Ointment in two villages")
    assert page_of("{title}", below).journal == "J Ward Med"


def test_a_line_below_the_abstract_may_say_where_it_was_published() -> None:
    below = "\nPublished in Wardology (Volume 26, Issue 8)\nPage(s) 172-181"
    assert page_of("{title}", below).journal == "Wardology"


@pytest.mark.parametrize("above", ["A. Holm and P. Ek", "P. Ek"])
def test_a_journal_above_its_volume_may_be_that_in_which_people_wrote(above: str) -> None:
    page = f"Ointment in two villages\n\n{above}\n\nin Ward One\n\nVolume 13, issue 2, pages 7-9"
    assert read_page(f"{page}\n\n{ABSTRACT}").journal == "Ward One"


def test_a_keyword_does_not_spell_a_journal_out() -> None:
    cited = "How to cite: Bergström A. {title}. Tissue Eng. 2019;11(7):325-331."
    page = page_of(f"{{title}}\n{cited}", "Keywords\nTissue Engineering\nOintment\n")
    assert page.journal == "Tissue Eng"
