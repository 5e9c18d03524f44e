"""Saved web pages: meta tags first, menus and scripts never, any bytes without a stumble."""

from __future__ import annotations

import json
import time
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.errors import InputError
from searcher.formats import detect, parse
from searcher.formats.html import LABELLED, strip_tags
from searcher.formats.html_linked import read_linked
from searcher.record import Record
from searcher.sources import documents

PAGES = Path(__file__).parent / "data" / "pages"


def read_html(path: Path) -> Record:
    (document,) = documents(str(path))
    assert detect(document)[0].name == "html"
    (record,) = parse(document)
    assert isinstance(record, Record)
    return record


def test_meta_tags_come_before_the_text_of_the_page() -> None:
    record = read_html(PAGES / "saved_meta.html")
    assert record.authors == ("Haugen, Tuva", "Rossi, Dario")
    assert (record.date, record.volume, record.issue, record.pages) == (
        *("2016-09", "44", "5"),
        "311-319",
    )
    assert record.provenance["journal"].rule == "meta citation_journal_title"
    assert record.abstract is not None
    assert record.abstract.splitlines()[2] == (
        "Results: Myocarditis was diagnosed in 28 adults, 24 of them in the first month "
        "(risk < 0.4 %)."
    )
    assert (
        record.body
        == "Introduction\nClozapine is the most effective drug in resistant schizophrenia."
    )


def test_lines_of_the_stripped_text_are_no_places_in_the_file() -> None:
    record = read_html(PAGES / "saved_plain.html")
    assert record.provenance["title"].lines is None


@pytest.mark.parametrize("word", ["Lithium", "dataLayer", "Most read", "margin", "2024"])
def test_scripts_menus_and_side_columns_are_in_no_field(word: str) -> None:
    record = read_html(PAGES / "saved_meta.html")
    shape = {key: value for key, value in record.to_json().items() if key != "source"}
    assert word not in str(shape)


def test_a_meta_abstract_is_used_only_where_the_page_shows_none(tmp_path: Path) -> None:
    abstract = "We studied the thing in many people for a long time and found it. " * 4
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><meta name="citation_title" content="The thing in many people">'
        f'<meta name="citation_abstract" content="{abstract}"></head><body>Log in</body></html>',
        encoding="utf-8",
    )
    assert read_html(path).abstract == abstract.strip()


def test_buttons_that_open_menus_name_the_terms_of_a_list(tmp_path: Path) -> None:
    """As PubMed sets MeSH headings and the name of the journal."""
    menu = '<div class="term-dropdown"><div>Actions</div><ul><li><a>Search it</a></li></ul></div>'
    items = "".join(
        f'<li><div class="actions dropdown"><button>{term}</button>{menu}</div></li>\n'
        for term in ("Rum", "Fever / etiology*", "Sailors")
    )
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><div><button>Ward Sci</button> {menu}<span>. 2013 Mar;12(3):1-9.</span></div>"
        "<h1>Fever after rum in eight sailors</h1><button>Save</button><p>Menu</p>"
        f"<h2>MeSH terms</h2><ul>{items}</ul></body></html>"
    )
    record = read_html(path)
    assert (record.journal, record.pages) == ("Ward Sci", "1-9")
    assert record.mesh == ("Rum", "Fever/*etiology", "Sailors")
    text = strip_tags(path.read_text())[0]
    assert not any(word in text for word in ("Save", "Actions", "Search it"))


def test_an_abstract_in_a_meta_tag_keeps_its_headings_as_labels(tmp_path: Path) -> None:
    told = "We asked ninety sailors, and then as many of their wives, what they drink and why. "
    html = f"<h3>Objective</h3><p>{told}</p><h3>Results</h3><p>CO<sub>2</sub> &lt; 5. {told}</p>"
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><meta name="citation_abstract" content="{escape(html)}">'
        '<meta name="citation_title" content="Rum"></head><body>Log in</body></html>'
    )
    assert read_html(path).abstract == (
        f"Objective: {told.strip()}\nResults: CO2 < 5. {told.strip()}"
    )


def test_the_page_tells_the_last_page_where_a_meta_tag_has_the_first_alone(tmp_path: Path) -> None:
    meta = '<meta name="citation_title" content="Rum"><meta name="citation_firstpage" content="1">'
    path = tmp_path / "page.html"
    for pages, expected in (("1-9", "1-9"), ("4-9", "1")):
        text = f"<p>Ward Sci 2013;12:{pages}</p><h1>Fever after rum in eight sailors</h1>"
        path.write_text(f"<html><head>{meta}</head><body>{text}</body></html>")
        assert read_html(path).pages == expected


@given(st.text(alphabet="<>/!-[]?&;='\" abpscriptdivmeta\n", max_size=300))
def test_any_markup_is_stripped(markup: str) -> None:
    text, _ = strip_tags(markup)
    assert "<script" not in text.lower()


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<![", "<a b='", '<a b="', "<script>", "&#", "<p>x", "</"]
)
def test_stripping_takes_linear_time(piece: str) -> None:
    """The parser alone needs minutes for some of these."""
    start = time.process_time()
    strip_tags(piece * 60_000)
    assert time.process_time() - start < 3


def test_keywords_of_the_page_go_before_meta_keywords_that_hold_more(tmp_path: Path) -> None:
    meta = '<meta name="citation_keywords" content="fever; rum; 614 - Public health">'
    path = tmp_path / "page.html"
    for listed, expected in (
        ("fever; rum", ("fever", "rum")),
        ("fever; beer", ("fever", "rum", "614 - Public health")),
    ):
        body = f"<h5>Keywords</h5><div>{listed}</div>"
        path.write_text(f"<html><head>{meta}</head><body>{body}</body></html>")
        assert read_html(path).keywords == expected


@pytest.mark.parametrize(
    "head",
    [
        "<title>Rash in the wards | Journal of Small Wards | Example Press</title>",
        "<title>Rash in the wards</title><meta property=og:site_name content='Annals of Wards'>",
    ],
)
def test_the_journal_is_named_in_the_title_of_the_window_or_as_the_site(
    head: str, tmp_path: Path
) -> None:
    def journal_of(page: str) -> str | None:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return read_html(path).journal

    page = f"<html><head>{head}</head><body><h1>Rash in the wards</h1><p>Anna Holm</p></body>"
    assert journal_of(page) in ("Journal of Small Wards", "Annals of Wards")
    own = page.replace("<p>Anna Holm", "<p>Ward Sci 2013;12:1-9</p><p>Anna Holm")
    assert journal_of(own) == "Ward Sci"
    assert journal_of(page.replace("Journal of", "").replace("Annals of", "")) is None


TITLE = "Sunglasses against itching eyes: a diary study"
ABSTRACT = (
    "Grass pollen makes eyes itch. We asked ninety people in three towns to keep a diary for eight "
    "weeks and counted the days on which their eyes itched. Eyes itched on twelve days with "
    "glasses and on nineteen days without (difference 7 days, 95% CI 4 to 10). Glasses are cheap "
    "and harmless, and may be tried before drops are given to people who work in the open air."
)
OF_A_JOURNAL = {
    "@type": "WebPage",
    "mainEntity": {
        "@type": "ScholarlyArticle",
        "headline": TITLE,
        "description": ABSTRACT,
        "datePublished": "2014-02-22T00:00:00Z",
        "pageStart": "729",
        "pageEnd": "744",
        "sameAs": "https://doi.org/10.99999/eyes.1",
        "keywords": ["Environment", "general", "Physical Geography"],
        "isPartOf": {
            "name": "AMBIT",
            "volumeNumber": "43",
            "@type": ["Periodical", "PublicationVolume"],
        },
        "publisher": {"@type": "Organization", "name": "Invented Press"},
        "author": [{"@type": "Person", "name": "Moen, Ida"}, {"name": "Invented Press"}],
    },
}
POST = {
    "@graph": [
        {
            "@type": "Article",
            "headline": TITLE,
            "datePublished": "2021-05-05T08:00:00+00:00",
            "author": {"name": "webmaster"},
            "isPartOf": {"@id": "#page"},
            "publisher": {"@id": "#house"},
        },
        {"@type": "WebPage", "@id": "#page", "name": "Sunglasses", "isPartOf": {"@id": "#site"}},
        {"@type": "WebSite", "@id": "#site", "name": "Journal of Itching"},
        {"@type": "Organization", "@id": "#house", "name": "Invented Press"},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Home"}]},
    ]
}


def linked(*shapes: object, title: str | None = TITLE) -> dict[str, object]:
    """What is read from scripts that hold these, as JSON or as they are written here."""
    texts = (each if isinstance(each, str) else json.dumps(each) for each in shapes)
    page = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return read_linked(page, title)[0]


def test_linked_data_say_what_a_page_behind_a_wall_is_about() -> None:
    found = linked(OF_A_JOURNAL)
    assert (found["title"], found["journal"], found["volume"]) == (TITLE, "AMBIT", "43")
    assert (found["date"], found["year"], found["pages"]) == ("2014-02-22", 2014, "729-744")
    assert (found["doi"], found["authors"]) == ("10.99999/eyes.1", ("Ida Moen",))
    assert found["abstract"] == ABSTRACT
    assert "keywords" not in found  # neither title nor abstract speaks of one of them


def test_issue_volume_and_journal_are_found_by_their_addresses() -> None:
    article = {
        "@type": "schema:MedicalScholarlyArticle",
        "headline": f"{TITLE.replace('diary', '&#8220;diary&#8221;')} | Annals of Itching",
        "isPartOf": "#issue",
        "keywords": "eyes; <i>Poa</i> pollen; glasses",
        "datePublished": "2018-11-01",
        "author": ["Ida Moen", {"@id": "#dahl"}],
        "pagination": "10-19",
        "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"},
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.99999/ITCH.3"},
            {"@type": "PropertyValue", "propertyID": "pmid", "value": 90001234},
        ],
        "sameAs": ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC900123/"],
    }
    issue = {"@id": "#issue", "@type": "PublicationIssue", "issueNumber": 3, "name": "May issue"}
    issue.update({"datePublished": "2019-04", "isPartOf": [{"@id": "#volume"}]})
    volume = {"@id": "#volume", "@type": "PublicationVolume", "name": "Volume 12"}
    volume.update({"volumeNumber": 12, "isPartOf": {"@id": "#journal"}})
    journal = {"@id": "#journal", "@type": "Periodical", "name": "Annals of Itching"}
    dahl = {"@id": "#dahl", "@type": "Person", "givenName": "Per", "familyName": "Dahl"}
    assert linked({"@graph": [issue, volume, article]}, [journal, dahl]) == {
        "title": "Sunglasses against itching eyes: a “diary” study",
        "journal": "Annals of Itching",
        "volume": "12",
        "issue": "3",
        "date": "2019-04",
        "year": 2019,
        "pages": "10-19",
        "authors": ("Ida Moen", "Per Dahl"),
        "keywords": ("eyes", "Poa pollen", "glasses"),
        "doi": "10.99999/itch.3",
        "pmid": "90001234",
        "pmcid": "PMC900123",
        "language": "en",
    }


def test_a_post_of_a_web_site_is_no_article_until_it_names_a_journal() -> None:
    assert linked(POST) == {}
    post = {"@type": "Article", "name": TITLE, "isPartOf": {"@type": "Periodical", "name": "Itch"}}
    assert linked(POST, post) == {"title": TITLE, "journal": "Itch"}


def test_a_volume_may_be_named_by_its_number_or_as_the_journal() -> None:
    for name, journal in (("Volume 12", None), ("No. 3", None), ("Annals of Itching", 1)):
        volume = {"@type": "PublicationVolume", "name": name}
        found = linked({"@type": "ScholarlyArticle", "name": TITLE, "isPartOf": volume})
        assert found.get("journal") == (name if journal else None)


def test_an_abstract_of_the_page_that_goes_on_is_better_than_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    meta = f'<meta name="citation_abstract" content="{ABSTRACT}">'
    shown = f"{ABSTRACT} We report what the weather was and who wore a hat on these days."
    body = f"<h1>{TITLE}</h1><p>Ida Moen, Per Dahl</p><p>{shown}</p><p>Keywords: eyes; pollen</p>"
    path.write_text(f"<html><head>{meta}</head><body>{body}</body></html>", encoding="utf-8")
    record = read_html(path)
    assert record.abstract == shown
    assert record.provenance["abstract"].confidence < LABELLED


def test_works_that_an_article_cites_or_lists_are_in_no_field() -> None:
    other = {"@type": "ScholarlyArticle", "name": "Another paper", "datePublished": "1999"}
    assert linked({"@type": "Article", "headline": TITLE, "citation": other}) == {}
    assert linked({"@type": "ItemList", "itemListElement": [{"item": other}]}) == {}
    assert linked([other, {**other, "name": "A third paper"}]) == {}
    assert linked([other, {**other, "name": TITLE}])["title"] == TITLE


@pytest.mark.parametrize(
    "description", [ABSTRACT[:200] + ".", ABSTRACT[:330], ABSTRACT[:340] + "...", ["x"], None]
)
def test_a_description_that_is_cut_short_is_no_abstract(description: object) -> None:
    article = {"@type": "ScholarlyArticle", "headline": TITLE, "description": description}
    assert linked(article) == {"title": TITLE}


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"ScholarlyArticle","headline":"Over two\nlines, and commas",}',
        '//<![CDATA[\n[{"@type":"ScholarlyArticle","name":"Over two lines, and commas"}]\n//]]>',
        '<!-- {"@type":"ScholarlyArticle","headline":"Over two lines, and commas"}; -->',
        '{"@type":"http://schema.org/ScholarlyArticle","name":"Over two lines, and commas"}',
    ],
)
def test_linked_data_are_read_through_what_breaks_strict_readers(text: str) -> None:
    assert linked('{"@type": "ScholarlyArticle", "headline": "no e', text) == {
        "title": "Over two lines, and commas"
    }


@pytest.mark.parametrize(
    "text",
    ["[" * 5000, '{"@type":"ScholarlyArticle","headline":' + "[" * 700 + "1" + "]" * 700 + "}"],
)
def test_linked_data_however_deep_are_no_stumble(text: str) -> None:
    assert set(linked(text)) <= {"title"}


def test_meta_tags_come_before_linked_data_and_those_before_the_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    body = f"<h1>{TITLE}</h1><p>Ida Moen</p><h2>Abstract</h2><p>{ABSTRACT} It was sunny.</p>"
    meta = '<meta name="citation_journal_title" content="Ambit of Eyes">'

    def read(shape: object, head: str) -> Record:
        script = f'<script type="application/ld+json">{json.dumps(shape)}</script>'
        page = f"<html><head>{head}{script}</head><body>{body}</body></html>"
        path.write_text(page, encoding="utf-8")
        return read_html(path)

    record = read(OF_A_JOURNAL, meta)
    assert (record.journal, record.volume) == ("Ambit of Eyes", "43")
    assert record.provenance["journal"].rule == "meta citation_journal_title"
    assert record.provenance["volume"].rule == "json-ld volumeNumber"
    assert record.abstract == f"{ABSTRACT} It was sunny."
    for head in (
        '<meta name="citation_doi" content="10.99999/other.1">',
        '<meta name="citation_title" content="Another title of it">',
    ):
        assert read(OF_A_JOURNAL, head).volume is None


def test_the_year_of_the_printed_citation_goes_before_that_of_the_first_copy(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.html"
    script = f'<script type="application/ld+json">{json.dumps(OF_A_JOURNAL)}</script>'
    for year, date in (("2015", "2015"), ("2014", "2014-02-22")):
        body = f"<h1>{TITLE}</h1><p>Ambit Eyes {year};43(2):729-744</p><p>Ida Moen</p>"
        path.write_text(f"<html>{script}<body>{body}</body></html>", encoding="utf-8")
        assert read_html(path).date == date


def test_a_page_of_which_nothing_is_known_is_told(tmp_path: Path) -> None:
    """A list of bookmarks, or a page that a script would have filled, is no record."""
    path = tmp_path / "page.html"
    for body in ("<DL><DT><A HREF='http://x'>Bells</A></DL>", "<div id='root'></div>"):
        path.write_text(f"<html><title>Bookmarks</title>{body}</html>", encoding="utf-8")
        with pytest.raises(InputError, match="holds no title, abstract or text of an article"):
            read_html(path)
