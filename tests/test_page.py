"""The page reader, field by field, on the seeds and on pages written for the purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_samples import as_document

from searcher.formats import detect, parse
from searcher.formats.page.abstract.framing import is_full_reference
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.wording import strangeness
from searcher.formats.page.reader import read_page
from searcher.formats.page.typography import clean_text
from searcher.record import Record
from searcher.sources import documents

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def read_file(path: Path) -> Record:
    (document,) = documents(str(path))
    (record,) = parse(document)
    assert isinstance(record, Record)
    return record


def paragraphs(path: Path) -> list[str]:
    return [part for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def test_pubmed_seed_gives_every_field_word_for_word() -> None:
    path = SEEDS / "000_5a2e778938c3e4a8.txt"
    record = read_file(path)
    text = paragraphs(path)
    assert record.source.format == "page"
    assert record.title == (
        "Successful Treatment of Imatinib-Induced DRESS Syndrome Using Reslizumab without "
        "Cessation of Imatinib: A Case Report"
    )
    assert record.journal == "Case Rep Oncol"
    assert (record.date, record.year) == ("2021-10-22", 2021)
    assert (record.volume, record.issue, record.pages) == ("14", "3", "1548-1554")
    assert record.doi == "10.1159/000519471"
    assert record.abstract == text[3]
    assert record.abstract.startswith("Drug reaction with eosinophilia")
    assert record.keywords == (
        "Drug reaction with eosinophilia and systemic symptoms",
        "Gastrointestinal stromal tumor",
        "Imatinib mesylate",
        "Reslizumab",
    )
    assert record.publication_types == ("Case Reports",)
    assert record.authors == ()
    assert record.mesh == ()
    assert (record.pmid, record.pmcid, record.language, record.body) == (None, None, None, None)


def test_bmc_seed_gives_every_field_word_for_word() -> None:
    path = SEEDS / "003_972f02e47788445d.txt"
    record = read_file(path)
    text = paragraphs(path)
    assert record.title == (
        "Management of imatinib-associated skin rash in a patient with metastatic "
        "gastrointestinal stromal tumor: a case report"
    )
    assert record.authors == ("Jean-Yves Blay",)
    assert record.journal == "Clinical Sarcoma Research"
    assert (record.date, record.year) == ("2012-12-04", 2012)
    assert (record.volume, record.issue, record.pages) == ("2", None, "23")
    assert record.doi == "10.1186/2045-3329-2-23"
    start = text.index("Purpose")
    assert record.abstract == (
        f"Purpose: {text[start + 1]}\nCase report: {text[start + 3]}\n"
        f"Conclusions: {text[start + 5]}"
    )
    assert record.keywords == (
        "Gastrointestinal stromal tumor",
        "GIST",
        "Metastasis",
        "Imatinib mesylate",
        "Skin rash",
    )
    assert record.publication_types == ("Case Reports",)
    assert (record.pmid, record.pmcid, record.language, record.body) == (None, None, None, None)


@pytest.mark.parametrize(
    "furniture",
    ["Email updates", "Keep up to date", "Open Access Case Report", "Author Affiliations"],
)
def test_furniture_of_the_page_is_in_no_field(furniture: str) -> None:
    record = read_file(SEEDS / "003_972f02e47788445d.txt")
    shape = {key: value for key, value in record.to_json().items() if key != "source"}
    assert furniture.lower() not in str(shape).lower()


def test_every_field_that_is_set_says_where_it_was_found() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        record = read_file(path)
        shape = record.to_json()
        found = {key for key, value in shape.items() if value} - {"docid", "source"}
        assert found == set(record.provenance)
        count = len(path.read_text(encoding="utf-8").splitlines())
        for evidence in record.provenance.values():
            assert evidence.lines is not None
            assert 1 <= evidence.lines[0] <= evidence.lines[1] <= count
            assert 0 < evidence.confidence <= 1


def test_a_page_is_known_by_its_structure_and_other_text_is_plain(tmp_path: Path) -> None:
    plain = tmp_path / "note.txt"
    plain.write_text("\n\nTitle of a note\nFirst line of it.\n\nSecond line.\n", encoding="utf-8")
    (document,) = documents(str(plain))
    assert detect(document)[0].name == "plain"
    record = read_file(plain)
    assert record.title == "Title of a note"
    assert record.body == "First line of it.\nSecond line."
    shape = record.to_json()
    assert {key for key, value in shape.items() if value} == {"docid", "title", "body", "source"}
    for path in SEEDS.glob("*.txt"):
        (document,) = documents(str(path))
        name, confidence = detect(document)
        assert name.name == "page"
        assert confidence == 0.5


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("March 2008, Volume 58, Issue 3", "page"),
        ("Anna HolmPublished in: Ward drugs (2008)", "page"),
        ("Volume of the ward", "plain"),
    ],
)
def test_the_line_that_numbers_an_issue_tells_a_page(line: str, name: str) -> None:
    text = f"{line}\n\nCough on the ward\n\n{SENTENCE}\n\n{SENTENCE}\n"
    assert detect(as_document(text, "note.txt"))[0].name == name


SENTENCE = "The cough of the patients went away within a week after the drug had been stopped. "


@pytest.mark.parametrize(
    ("text", "title", "abstract", "body"),
    [
        # a lone paragraph under a title
        ("Cough on the ward\n\n" + 5 * SENTENCE, "Cough on the ward", 5, 0),
        # and without one
        (5 * SENTENCE, None, 5, 0),
        # two paragraphs are a body
        (f"Cough on the ward\n\n{5 * SENTENCE}\n\n{4 * SENTENCE}", "Cough on the ward", 0, 9),
        # too short, too long
        ("Cough on the ward\n\n" + 2 * SENTENCE, "Cough on the ward", 0, 2),
        ("Cough on the ward\n\n" + 50 * SENTENCE, "Cough on the ward", 0, 50),
        # what cites by number is a body
        (
            "Cough on the ward\n\n" + 5 * SENTENCE.replace(". ", ".1,2 "),
            "Cough on the ward",
            0,
            5,
        ),
        # and what stands before it is not
        (
            f"{5 * SENTENCE}\n\n{4 * SENTENCE.replace('. ', '.3,4 ')}",
            None,
            5,
            4,
        ),
        # the words of a site are no title
        ("Click one of the tabs above\n\n" + 2 * SENTENCE, None, 0, 2),
    ],
)
def test_a_text_without_structure_has_an_abstract_only_when_it_reads_like_one(
    text: str, title: str | None, abstract: int, body: int
) -> None:
    (record,) = parse(as_document(text, "note.txt"), "plain")
    assert isinstance(record, Record)
    assert record.title == title
    assert (record.abstract or "").count("went away") == abstract
    assert (record.body or "").count("went away") == body


@pytest.mark.parametrize(
    "line",
    [
        "Erratum in: Other Test J. 2019 May;9(5):1-2. doi: 10.1000/wrong.",
        "Comment in: Other Test J. 2019 May;9(5):1-2. doi: 10.1000/wrong.",
        "Now published in Other Test J. 2019 May;9(5):1-2. doi: 10.1000/wrong",
        "This corrects the article in Other Test J. 2019 May;9(5):1-2. doi: 10.1000/wrong",
    ],
)
def test_what_a_line_says_of_another_article_is_not_the_records(line: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        f"Warfarin and leafy vegetables: a diary study\n\n{line}\n\nAbstract\n\n"
        "Patients on warfarin are told to avoid leafy vegetables. Sixty patients kept a diary.\n",
        encoding="utf-8",
    )
    record = read_file(path)
    assert record.title == "Warfarin and leafy vegetables: a diary study"
    assert (record.doi, record.year, record.journal) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Cocaine and Levamisole: A Tale of Ear Lesions", None),
        (
            "Zwart and Osei: Ear Lesions After Cocaine Snorting",
            "Ear Lesions After Cocaine Snorting",
        ),
        ("Ear Lesions After Cocaine Snorting – Free Access", "Ear Lesions After Cocaine Snorting"),
    ],
)
def test_a_running_head_leaves_the_title_only_when_it_names_the_authors(
    line: str, title: str | None
) -> None:
    record = read_page(f"{line}\nPieter Zwart, MD, Ama Osei, MD\nExample Hospital, Delft, Norway\n")
    assert record.title == (title or line)


@pytest.mark.parametrize("label", ["Print", "Publisher", "Language(s) - English", "Reference"])
def test_a_label_above_an_issn_is_no_journal(label: str) -> None:
    record = read_page(f"A rash after quinine\n{label}\nISSN: 1234-5678\n2011\n")
    assert record.journal is None


def test_a_notice_of_privacy_is_no_text_of_an_article() -> None:
    notice = (
        "We and our partners keep and read information on a device, such as cookies, and process "
        "data, such as numbers which a device sends, so that advertisements and contents can be "
        "measured. With your permission exact places may be used. You may refuse before you read. "
        "Some of this is done without your consent, since the law allows it where there is need. "
    )
    names = "Berit Aas, Ole Dahl\nScand J Small Clin. 2012;5(1):33-36."
    record = read_page(f"Swollen gums from nifedipine\n{names}\n\n{notice}\n\nKeywords: gums")
    assert record.abstract is None
    assert record.body is None


def test_a_full_reference_is_told_from_a_sentence_that_names_a_journal():
    entry = (
        "Perrin JJ, Massey V, Deschamps D et al. Predictors of failure in patients treated with "
        "two drugs of one class. Clin Ward Dis 2004; 38: 1311-1316."
    )
    assert is_full_reference(entry)
    assert not is_full_reference("The trial was stopped early, as we reported then (Ward J 2004).")


def test_a_sentence_about_the_authors_is_worded_unlike_a_title():
    assert strangeness("The authors use the roster of surgeons to estimate later use") >= 2
    assert strangeness("Later use of sedatives after a broken bone") == 0


TITLE = "Hiccups after dexamethasone in three men with brain tumours"
ABSTRACT = (
    "Abstract\nHiccups are a rare effect of dexamethasone. We describe three men with tumours of "
    "the brain whose hiccups began on the second day, and ended when another steroid was given. "
    "Nurses noticed them first, and asked for a change of the drug at once."
)


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\n{TITLE}\n\n{TITLE} Lena Moreaua, Kei Tanakab, Bola Ojoa,⁎ the Ward Network",
        f'Home\n\n{TITLE}\n\nShare "{TITLE}"\n\nCopied!',
    ],
)
def test_the_title_is_the_articles_own_without_what_is_glued_to_it(head: str) -> None:
    assert read_page(f"{head}\n\n{ABSTRACT}").title == TITLE


def test_the_title_of_the_next_article_is_not_the_records() -> None:
    other = "Dexamethasone and Hiccups: A Larger Study of Men with Brain Tumours"
    assert read_page(f"Next Article in Journal\n{other}\n\nOpinion\n\n{ABSTRACT}").title != other
    before = f"Previous Article in Journal / Special Issue\n{other}"
    assert read_page(f"{before}\n\nOpinion\n\n{ABSTRACT}").title != other


def test_labels_in_chinese_need_no_colon() -> None:
    record = read_page(
        "系統識別號 W-2019\n論文名稱(中文) 三位病人使用地塞米松後的打嗝\n"
        f"論文名稱(英文) {TITLE}\n校院名稱 山丘大學\n\n{ABSTRACT}"
    )
    assert record.title == "三位病人使用地塞米松後的打嗝"


def test_a_person_called_j_is_no_journal() -> None:
    record = read_page(f"{TITLE}\n\nFrank R Heinrich1,2, Sanjana J Shaw3.\n\n{ABSTRACT}\n© 2022.")
    assert record.journal is None


def test_a_label_with_nothing_behind_it_does_not_go_on_with_the_title() -> None:
    record = read_page(f"{TITLE}:\nSaved in:\nMain Author:\nMoreau, Lena\n\n{ABSTRACT}")
    assert (record.title or "").rstrip(":") == TITLE


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("آنتی\u200cبیوتیک", "آنتی\u200cبیوتیک"),
        ("क्\u200dष", "क्\u200dष"),
        ("inter\u200cferon \u200dalfa", "interferon alfa"),
        ("\u200cدارو\u200c", "دارو"),
    ],
)
def test_what_joins_and_parts_letters_stays_in_scripts_that_join_them(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    "line", ["Follow Wards on Facebook Follow Wards on Twitter", "A PHP Error was encountered"]
)
def test_invitations_and_errors_of_a_site_are_menus(line: str) -> None:
    assert is_menu(line)


def test_what_people_write_on_a_network_is_no_menu() -> None:
    assert not is_menu("Side effects of statins as told on Twitter: a content analysis")


@pytest.mark.parametrize(
    ("said", "doi"),
    [
        ("10.5555/1755- 5310.2021.13(3).418", "10.5555/1755-5310.2021.13(3).418"),
        ("10.5555/ s0029-24", "10.5555/s0029-24"),
        ("10.5555/j. wards.2013.01", "10.5555/j.wards.2013.01"),
        ("10.5555/wards.13. 2013 edition", "10.5555/wards.13"),
        ("10.5555/wards-13 24 beds", "10.5555/wards-13"),
    ],
)
def test_a_doi_that_a_space_broke_is_joined_where_it_cannot_end(said: str, doi: str) -> None:
    assert read_page(f"{TITLE}\nDOI: {said}\n\n{ABSTRACT}").doi == doi
