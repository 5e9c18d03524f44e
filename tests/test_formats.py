"""Every structured format: its golden files, its provenance, and what becomes of bad input."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest
from format_samples import DATA, GOLDEN, as_document, carried, records

from searcher.cli.options import INPUT_FORMATS
from searcher.document import Document
from searcher.errors import InputError, UsageError
from searcher.formats import FORMATS, detect, entries, json_objects, jsonl, named, parse
from searcher.formats.base import every
from searcher.formats.values import read_source
from searcher.record import Deletion, Record
from searcher.sources import documents


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    """Each sample is detected and gives its records, each field with where it came from."""
    expected = json.loads(Path(f"{path}.expected.json").read_text(encoding="utf-8"))
    (document,) = documents(str(path))
    assert detect(document)[0].name == expected["format"]
    found = records(document)
    assert [carried(record) for record in found] == expected["records"]
    for ordinal, record in enumerate(found):
        assert (record.source.path, record.source.ordinal) == (str(path), ordinal)
        assert set(record.provenance) == set(carried(record))
        for name, evidence in record.provenance.items():
            assert evidence.rule, name


ONE = "<PubmedArticle><MedlineCitation><PMID>{}</PMID></MedlineCitation></PubmedArticle>"
WITHDRAWN = as_document(
    f"<PubmedArticleSet>{ONE.format(7)}<DeleteCitation><PMID>1</PMID><PMID>2</PMID><PMID>3</PMID>"
    f"</DeleteCitation>{ONE.format(8)}</PubmedArticleSet>"
)


ANSWERS = as_document(
    "\n".join(
        json.dumps(
            {
                "total": 6,
                "result": [
                    {"title": f"{page}.{n}", "doi": f"10.1/{page}.{n}", "abstract": "Rash."}
                    for n in range(3)
                ],
            }
        )
        for page in range(3)
    ),
    "answers.jsonl",
)


@pytest.mark.parametrize(
    "document",
    [WITHDRAWN, ANSWERS, *(as_document(path.read_bytes(), path.name) for path in GOLDEN)],
    ids=lambda document: document.path,
)
def test_picked_records_are_those_of_the_whole_file(document: Document) -> None:
    """Two that read every other entry each read together what one alone reads."""
    whole = list(parse(document))
    together: list[Record | Deletion] = []
    for share in (0, 1):
        seen: list[Record | Deletion | None] = []

        def wanted() -> bool:
            return len(seen) % 2 == share  # noqa: B023

        for entry in entries(document, None, wanted):
            if entry is not None and wanted():
                together.append(entry)
            seen.append(entry)
    assert sorted(together, key=repr) == sorted(whole, key=repr)


@pytest.mark.parametrize("share", [0, 1])
def test_a_list_of_records_behind_single_ones_is_told(share: int) -> None:
    """Which of several readers meets it must not decide what is read."""
    one = {"title": "A", "abstract": "B", "doi": "10.1/a"}
    text = "\n".join(map(json.dumps, [one, one, {"result": [one, one]}, one]))
    count, read = 0, 0
    with suppress(InputError) if share else pytest.raises(InputError, match="entry 3, behind"):
        for entry in entries(as_document(text, "a.jsonl"), None, lambda: count % 2 == share):  # noqa: B023
            read += count % 2 == share and entry is not None
            count += 1
    assert (count, read) == (4, 1 + share)


def test_a_record_keeps_its_place_when_a_line_before_it_is_mended() -> None:
    lines = ['{"title": "One"}', '{"title": ""}', '{"title": "Thr', '{"title": "Four"}']
    places = []
    for third in (lines[2], '{"title": "Three"}'):
        found = entries(as_document("\n".join([*lines[:2], third, lines[3]])), "jsonl", every)
        with suppress(InputError):
            places.extend(each.source.ordinal for each in found if isinstance(each, Record))
    assert places == [0, 3, 0, 2, 3]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_line_ends_change_nothing(path: Path) -> None:
    text = path.read_bytes()
    plain = [carried(record) for record in records(as_document(text, path.name))]
    windows = text.replace(b"\n", b"\r\n")
    assert [carried(record) for record in records(as_document(windows, path.name))] == plain


def test_lines_of_provenance_are_those_of_the_file() -> None:
    (document,) = documents(str(DATA / "medline.nbib"))
    lines = (DATA / "medline.nbib").read_text(encoding="utf-8").split("\n")
    first, second = records(document)
    assert first.provenance["title"].lines == (10, 11)
    for record in (first, second):
        for name, evidence in record.provenance.items():
            assert evidence.lines is not None
            assert lines[evidence.lines[0] - 1].startswith(evidence.rule), name


def test_every_format_is_documented() -> None:
    text = (Path(__file__).parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
    for name in FORMATS:
        assert f"\n## {name}\n" in text
        assert f"[`{name}`](#{name})" in text


def test_an_unknown_format_is_wrong_usage_and_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"known are .*medline"):
        parse(as_document("text"), "medlin")


@pytest.mark.parametrize(
    ("given", "meant"),
    [("RIS", "ris"), ("nbib", "medline"), (".bib", "bibtex"), ("Pubmed-XML", "pubmed_xml")],
)
def test_a_format_is_known_in_any_case_and_by_an_ending_of_its_own(given: str, meant: str) -> None:
    assert named(given) == meant
    with pytest.raises(UsageError, match=r"unknown format 'xml'; known are .*medline"):
        named("xml")


def test_the_help_names_every_format() -> None:
    assert list(INPUT_FORMATS) == list(FORMATS)


def test_a_format_can_be_demanded() -> None:
    (record,) = records(as_document("TI  - Title\nPMID- 5\n"), "plain")
    assert (record.title, record.source.format) == ("TI - Title", "plain")


def test_the_ending_decides_nothing_against_the_content() -> None:
    (record,) = records(as_document("PMID- 5\nTI  - Title\nAB  - Text\nDP  - 2001\n", "a.ris"))
    assert record.source.format == "medline"
    assert detect(as_document("Some words that are no layout at all.", "a.bib"))[0].name == "plain"


def test_what_a_letter_is_called_is_no_title_of_plain_text() -> None:
    text = "To the Editor\nNine sailors had a fever that came and went with the glass of tonic.\n"
    (record,) = records(as_document(text * 2), "plain")
    assert record.title is None


@pytest.mark.parametrize(("cited", "is_abstract"), [("", True), (" (1,2)", False)])
def test_a_first_paragraph_of_plain_text_that_cites_others_is_no_abstract(
    cited: str, is_abstract: bool
) -> None:
    first = (
        f"The fever of sailors has been laid to TW{cited}, which is sold in every port of the "
        "north, and few of those who drink it know that it holds quinine. We have followed forty "
        "of them for a winter, and we have taken their temperature on each day of it. Of them nine "
        "had a fever that came and went with the glass, and all were well without it."
    )
    more = "The water of the north has been sold for long [1] and it was drunk by many [2,3]."
    (record,) = records(as_document(f"{first}\n\n{more}\n"), "plain")
    assert (record.abstract == first) is is_abstract


def test_the_abstract_of_a_page_without_any_cue_ends_where_other_text_follows() -> None:
    first = (
        "The fever of sailors has been laid to the tonic water that is sold in every port, and few "
        "of those who drink it know that it holds quinine. Forty of them were followed for a "
        "winter, and their temperature was taken on each day of it. Nine of them had a fever that "
        "came and went with the glass, and all were well without it."
    )
    text = (
        f"Quinine fever of old sailors\n\n  • Dr Hill\n\n{first}\n\nAuthor Biography\nWell read\n"
    )
    (record,) = records(as_document(text))
    assert record.source.format == "plain"
    assert (record.title, record.abstract) == ("Quinine fever of old sailors", first)
    news = text.replace("  • Dr Hill", "No higher risk of drug fever in ports of the north")
    (record,) = records(as_document(news))
    assert (record.title, record.abstract) == ("Quinine fever of old sailors", None)


def test_rows_of_a_printed_page_and_spaced_letters_are_no_abstract_of_plain_text() -> None:
    rows = (
        "Is the fever new?\nStop\nAsk the sailor what he had to drink on each day of the voyage\n"
    )
    assert [record.abstract for record in records(as_document(rows * 5), "plain")] == [None]
    words = "the fever of sailors has been laid to the tonic water that is sold in every port "
    spaced = "".join(f"{word[:2]} {word[2:]} " for word in words.split()) * 6
    assert [record.abstract for record in records(as_document(f"T\n\n{spaced}."), "plain")] == [
        None
    ]
    (record,) = records(as_document(f"T\n\n{words * 5}."), "plain")
    assert record.abstract


@pytest.mark.parametrize("before", ["?", "\ufeff", "\n\n", 'encoding="UTF-8"?>\n'])
def test_xml_that_lost_the_beginning_of_its_declaration_is_still_xml(before: str) -> None:
    text = before + (DATA / "article.nxml").read_text(encoding="utf-8")
    (record,) = records(as_document(text, "page.txt"))
    assert record.provenance["title"].rule == "article-title"


def test_a_menu_is_no_table() -> None:
    text = "Title | Abstract | Authors | Keywords\n\nSome words | of a page.\n\nMore words.\n"
    assert detect(as_document(text, "a.txt"))[0].name != "csv"


def test_medline_is_known_below_other_lines() -> None:
    text = (DATA / "medline.nbib").read_text(encoding="utf-8")
    found = records(as_document("Saved on Monday\n\n" + text, "a.txt"))
    assert [record.pmid for record in found] == ["90000011", "90000012"]


def test_our_own_json_lines_read_back_give_the_same_record() -> None:
    record = Record(
        title="Rash under treatment",
        abstract="Purpose: one\nMethods: two",
        keywords=("rash",),
        authors=("Doe J",),
        date="2021-10",
        year=2021,
        doi="10.1234/abc",
        mesh=("Rash/*drug therapy",),
        body="Body\ntext",
    )
    found = records(as_document(json.dumps(record.to_json()) + "\n"))
    assert found == [record.at("memory", 0, "jsonl")]


def test_withdrawn_citations_are_deletions_in_their_place() -> None:
    article = (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>A</ArticleTitle>"
    )
    article += "</Article></MedlineCitation></PubmedArticle>"
    gone = "<DeleteCitation><PMID Version='1'>1</PMID><PMID>2</PMID></DeleteCitation>"
    document = as_document(f"<PubmedArticleSet>{article}{gone}</PubmedArticleSet>")
    first, *rest = parse(document)
    assert isinstance(first, Record)
    assert rest == [Deletion("1"), Deletion("2")]


END = "</PubmedArticleSet>"


def article(number: int, title: str = "A title") -> str:
    citation = f"<PMID>{number}</PMID><Article><ArticleTitle>{title}</ArticleTitle></Article>"
    return f"<PubmedArticle><MedlineCitation>{citation}</MedlineCitation></PubmedArticle>\n"


def read_until_error(text: str, path: str = "memory") -> tuple[list[str | None], str]:
    """The titles that come before the InputError, and its reason."""
    titles = []
    with pytest.raises(InputError) as caught:
        for each in parse(as_document(text, path)):
            titles.append(each.title if isinstance(each, Record) else None)
    return titles, caught.value.reason


def test_xml_that_is_cut_short_gives_what_came_before() -> None:
    text = "<PubmedArticleSet>" + article(1) + article(2)[:60]
    assert read_until_error(text) == (["A title"], "is cut short within record 2")


def test_an_article_that_is_cut_short_gives_the_values_that_are_whole() -> None:
    text = (DATA / "article.nxml").read_text(encoding="utf-8")
    (whole,) = parse(as_document(text, "a.nxml"))
    assert isinstance(whole, Record)
    seen = set()
    for length in range(text.index("<front>"), text.index("</article>"), 7):
        try:
            for record in parse(as_document(text[:length], "a.nxml")):
                assert isinstance(record, Record)
                assert record.title in (None, whole.title)
                assert record.doi in (None, whole.doi)
                assert record.journal in (None, whole.journal)
                assert not record.abstract or whole.abstract.startswith(record.abstract.rstrip())
                seen.add((record.title, record.doi))
        except InputError as error:
            assert "cut short" in error.reason or "no JATS article" in error.reason
        else:
            pytest.fail("nobody was told that the article is cut short")
    assert (whole.title, whole.doi) in seen


@pytest.mark.parametrize("unended", ["<!-- a remark </article-title>", "<![CDATA[ A <b", "<?page"])
def test_an_article_cut_short_within_a_remark_is_read_up_to_it(unended: str) -> None:
    front = "<article-title>A title</article-title></title-group><abstract><p>Fever fell."
    text = f"<article><front><article-meta><title-group>{front}{unended}"
    found = []
    with pytest.raises(InputError, match="cut short"):
        for record in parse(as_document(text), "jats"):
            found.append(record)
    (record,) = cast(list[Record], found)
    assert (record.title, record.abstract) == ("A title", "Fever fell.")


def test_xml_that_is_cut_between_records_says_so_too() -> None:
    text = "<PubmedArticleSet>" + article(1) + article(2)
    assert read_until_error(text) == (["A title"] * 2, "is cut short after record 2")


def test_a_default_namespace_changes_nothing() -> None:
    text = (DATA / "article.nxml").read_text(encoding="utf-8")
    named = text.replace("<article ", '<article xmlns="https://example.org/ns" ', 1)
    (plain,), (spaced,) = records(as_document(text)), records(as_document(named))
    assert carried(spaced) == carried(plain)


def test_a_damaged_xml_record_costs_only_itself() -> None:
    text = "<PubmedArticleSet>" + article(1) + article(2, "<b>open") + article(3) + END
    titles, reason = read_until_error(text)
    assert titles == ["A title", "A title"]
    assert reason.startswith("record 2 is not well-formed")


def test_xml_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<PubmedArticleSet>'
    assert read_until_error(bomb + article(1, "&b;"))[1].startswith("declares XML entities")
    outside = f'<!DOCTYPE x [<!ENTITY b SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    assert read_until_error(outside + article(1, "&b;"))[0] == []
    # Without a declaration there is nothing to expand: the reference stays as it is written.
    (record,) = records(as_document("<PubmedArticleSet>" + article(1, "a &b; c") + END))
    assert record.title == "a &b; c"


def test_a_public_document_type_is_no_entity() -> None:
    doctype = '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD X//EN" "https://example.org/x.dtd">'
    assert len(records(as_document(doctype + "<PubmedArticleSet>" + article(1) + END))) == 1


def test_sloppy_xml_is_repaired() -> None:
    (record,) = records(
        as_document("<PubmedArticleSet>" + article(1, "R&D of &alpha;\x02 at 5 &lt; 6") + END)
    )
    assert record.title == "R&D of α at 5 < 6"


@pytest.mark.parametrize(
    ("name", "start", "said"),
    [
        ("medline", "PMID- 1\nTI  - Title\nAB  - ", "without an end"),
        ("ris", "TY  - JOUR\nTI  - Title\nAB  - ", "without an end"),
        ("bibtex", "@article{k, title = {Title}, abstract = {", "without an end"),
        ("pubmed_xml", "<PubmedArticleSet><PubmedArticle>", "has no end"),
        ("abstract_text", "1. J Test. 2001;1(2):3.\n\nTitle\n\nAbstract ", "without an end"),
        ("jsonl", '{"title": "', "is not JSON"),
        ("csv", 'title,abstract,year\n"', "field limit"),
    ],
)
def test_a_record_without_an_end_is_bad_input(name: str, start: str, said: str) -> None:
    class Endless:
        """A document of 100 MB, ten words a line."""

        path, head, replaced = "endless", start, 0

        def blocks(self) -> object:
            yield start
            for _ in range(1600):
                yield ("words " * 10 + "\n") * 1000

        def text(self) -> str:
            raise InputError("endless", "is larger than a page")

        def lines(self) -> object:
            yield from start.split("\n")
            for _ in range(1600 * 1000):
                yield "words " * 10

    with pytest.raises(InputError, match=said):
        for _ in FORMATS[name].parse(cast(Document, Endless())):
            pass


def test_a_bad_json_line_costs_only_itself() -> None:
    good = '{"title": "A title", "abstract": "Text", "year": 2001}\n'
    titles, reason = read_until_error(good + "{broken\n" + good)
    assert titles == ["A title", "A title"]
    assert reason.startswith("line 2 is not JSON")


def test_lines_that_open_no_object_are_passed_over_once_one_was_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each error costs ten times what passing over its line does, and a file may have millions."""
    tried: list[str] = []
    monkeypatch.setattr(
        json_objects, "_DECODE", lambda line, at: tried.append(line) or decode(line, at)
    )
    decode = json.JSONDecoder().raw_decode
    first, last = '{"title": "First"}\n', '{"title": "Last"}\n'
    found = []
    with pytest.raises(InputError, match="line 2 is not JSON"):
        for record in jsonl.parse(as_document(first + "words\n" * 1000 + last)):
            found.append(record.title)
    assert found == ["First", "Last"]
    assert len(tried) == 3


@pytest.mark.parametrize("line", [
    '{"summary": "Short", "title": "Thirst", "Abstract": "Long", "abstractText": "Longer"}',
    '{"abstractText": "Longer", "Abstract": "Long", "title": "Thirst", "summary": "Short"}',
    '{"title": "Thirst", "Abstract": "Long", "ABSTRACT": "Second", "abstract": ""}',
])  # fmt: skip
def test_of_keys_for_the_same_field_the_best_is_read_that_says_something(line: str) -> None:
    (record,) = records(as_document(line + "\n", "others.jsonl"))
    assert record.abstract == "Long"
    assert record.provenance["abstract"].rule == "Abstract"


def test_a_ris_record_that_lost_its_line_breaks_is_read_as_if_it_had_them() -> None:
    text = (
        "TY - JOUR T1 - Thirst after lithium: a diary study JF - Journal of Small Diaries "
        "SP - 12 LP - 19 DO - 10.5555/jsd.4 VL - 4 IS - 1 AU - Ida Holm AU - Ben Roth "
        "Y1 - 2003/02/01 N2 - Thirst was noted daily by twelve patients - for a year. ER -"
    )
    (record,) = records(as_document(text, "copied.txt"))
    assert record.source.format == "ris"
    assert record.title == "Thirst after lithium: a diary study"
    assert record.authors == ("Ida Holm", "Ben Roth")
    assert (record.journal, record.date, record.doi) == (
        *("Journal of Small Diaries", "2003-02-01", "10.5555/jsd.4"),
    )
    assert record.abstract == "Thirst was noted daily by twelve patients - for a year."


def test_an_abstract_that_was_cut_short_is_read_where_it_goes_on() -> None:
    text = "TY  - JOUR\nTI  - Thirst\nN2  - Thirst was noted daily.\nAB  - Thirst was no\nER  - \n"
    (record,) = records(as_document(text, "copied.ris"))
    assert record.abstract == "Thirst was noted daily."
    assert record.provenance["abstract"].rule == "N2"
    (other,) = records(as_document(text.replace("AB  - T", "AB  - A t"), "copied.ris"))
    assert other.abstract == "A thirst was no"


@pytest.mark.parametrize("before", range((64 << 10) - 40, (64 << 10) + 2))
def test_a_record_that_begins_where_a_block_ends_is_one_of_its_own(before: int) -> None:
    first = "Record #1 of 2\nID: CN-1\nTI: One\nAU: Doe J\nSO: Acta\nAB: "
    text = first + "x" * (before - len(first)) + "\nRecord #2 of 2\nID: CN-2\nTI: Two\n"
    assert [record.title for record in records(as_document(text))] == ["One", "Two"]


@pytest.mark.parametrize(
    ("source", "journal", "date", "numbers"),
    [
        ("A (2024) 15:1 (7-56). Date of Publication: 2 Jun 2024", "A", "2024-06-02", "15 1 7-56"),
        ("Acta (2005) 28:10 SUPPL. (901-912).", "Acta", "2005", "28 10 901-912"),
        ("Acta (2013) 8:1. Article Number: e54212", "Acta", "2013", "8 1 e54212"),
        ("Acta B [Acta] 2014 Mar; Vol. 48 (3), pp. 419-25.", "Acta B", "2014-03", "48 3 419-25"),
        ("Acta Ficta. 3/4/2014, Vol. 12 Issue 2/3, p45. 6p.", "Acta Ficta", "2014", "12 2/3 45"),
        ("Acta (AF), May2014; 12(3): 45-50. (6p)", "Acta", "2014-05", "12 3 45-50"),
    ],
)  # fmt: skip
def test_what_a_database_calls_the_source_is_read(
    source: str, journal: str, date: str, numbers: str
) -> None:
    found = read_source(source)
    assert found is not None
    assert (found["journal"], found["date"]) == (journal, date)
    assert [found["volume"], found["issue"], found["pages"]] == numbers.split()


@pytest.mark.parametrize("source", ["PubMed", "Acta Ficta", "Rash and fever (n = 12)"])
def test_a_name_alone_is_no_source(source: str) -> None:
    assert read_source(source) is None


@pytest.mark.parametrize("prefix", ["", "m:"])
def test_mods_is_known_with_any_prefix_and_within_an_answer(prefix: str) -> None:
    colon = f":{prefix[:-1]}" if prefix else ""
    mods = (
        f'<{prefix}mods xmlns{colon}="http://www.loc.gov/mods/v3"><{prefix}titleInfo><{prefix}title>'
        f"A title</{prefix}title></{prefix}titleInfo></{prefix}mods>"
    )
    for text in (mods, f"<OAI-PMH><record><metadata>{mods}</metadata></record></OAI-PMH>"):
        (record,) = records(as_document(text, "a.xml"))
        assert (record.title, record.source.format) == ("A title", "mods")
