"""What services and managers call the parts of a record, and where they put them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from format_samples import as_document, records
from test_output import records_as

from searcher.errors import InputError
from searcher.formats import parse
from searcher.formats.values import read_source
from searcher.record import Record
from searcher.sources import documents


def one(shape: dict[str, object]) -> Record:
    (record,) = records(as_document(json.dumps([shape]), "a.json"))
    return record


def test_the_particles_of_a_name_stand_where_they_are_said() -> None:
    names = [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
        {"family": "Moen", "given": "Ida", "dropping-particle": "af", "suffix": "Jr"},
        {"family": "Sow", "given": "Amina"},
    ]
    found = one({"title": "A", "abstract": "B", "author": names})
    assert found.authors == ("Jan van den Berg", "Ida af Moen Jr", "Amina Sow")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pmcid", "pmc-id: PMC9000001;"),
        ("pmcid", "pmc-id: PMC9000001;manuscript-id: NIHMS1;"),
        ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/9000001"),
        ("PubMedCentral", "9000001"),
    ],
)
def test_a_service_writes_the_pmcid_in_its_own_way(name: str, value: str) -> None:
    assert one({"title": "A", "abstract": "B", name: value}).pmcid == "PMC9000001"


@pytest.mark.parametrize(
    ("heading", "written"),
    [
        ({"descriptor_name": "Rash", "qualifier_name": "", "is_major_topic": True}, "*Rash"),
        ({"descriptor_name": "Rash", "qualifier_name": "etiology"}, "Rash/etiology"),
        (
            {"descriptor_name": "Rash", "qualifier_name": "etiology", "is_major_topic": True},
            "Rash/*etiology",
        ),
        (
            {
                "descriptorName": "Rash",
                "majorTopic_YN": "N",
                "meshQualifierList": {
                    "meshQualifier": [
                        {"qualifierName": "etiology", "majorTopic_YN": "Y"},
                        {"qualifierName": "therapy", "majorTopic_YN": "N"},
                    ]
                },
            },
            "Rash/*etiology/therapy",
        ),
    ],
)
def test_mesh_headings_in_parts_are_written_as_medline_does(
    heading: dict[str, object], written: str
) -> None:
    assert one({"title": "A", "abstract": "B", "mesh": [heading]}).mesh == (written,)


OVID = """<1>
VN  - Ovid Technologies
DB  - Embase
TI  - Tonic water
AU  - Moen I.
JN  - Invented Wards
SO  - Invented Wards. {} 2021. Date of Publication: September 2021.
YR  - 2021
"""


def test_ovids_source_has_the_numbers_though_the_journal_has_a_tag() -> None:
    (record,) = records(as_document(OVID.format("43 (9) (pp 150-9),"), "a.txt"))
    assert (record.journal, record.volume, record.issue) == ("Invented Wards", "43", "9")
    assert record.pages == "150-9"


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("Acta. 43(9) (pp 1501-1509), 2021.  Date of Publication: Sep 2021.", "43 9 1501-1509"),
        ("Acta. 43(9) (no pagination), 2021. Article Number: 10012.", "43 9 10012"),
        ("Acta. 43(9):e12, 2021 Sep 01.", "43 9 e12"),
    ],
)
def test_ovids_source_is_read_with_labels_too(source: str, numbers: str) -> None:
    found = read_source(source)
    assert found is not None and (found["journal"], found["year"]) == ("Acta", 2021)
    assert [found["volume"], found["issue"], found["pages"]] == numbers.split()


def test_brackets_of_marks_that_were_left_out_go_with_them() -> None:
    mark = '<xref ref-type="bibr" rid="b">{}</xref>'
    marks = f"[{mark.format(1)}], fever ({mark.format(2)}; {mark.format(3)}) and (-)-quinine"
    text = (
        "<article><front><article-meta><title-group><article-title>Tonic "
        f"[{mark.format(1)}]</article-title></title-group><abstract><p>Tonic {marks} "
        f"[{mark.format(4)}–{mark.format(6)}].</p></abstract></article-meta></front></article>"
    )
    (record,) = records(as_document(text, "a.nxml"))
    assert (record.title, record.abstract) == ("Tonic", "Tonic, fever and (-)-quinine.")


def test_the_pmcid_of_a_manager_is_read() -> None:
    endnote = "%0 Journal Article\n%A Moen, I.\n%T A title\n%D 2021\n%V 1\n%2 PMC9000001\n"
    refworks = "RT Journal Article\nA1 Moen,I.\nT1 A title\nYR 2021\nVO 1\nPMCID PMC9000001\n"
    for text in (endnote, refworks):
        (record,) = records(as_document(text, "a.txt"))
        assert record.pmcid == "PMC9000001"


def test_initials_apart_come_back_from_nbib(tmp_path: Path) -> None:
    record = Record(title="A title", authors=("O’Leary P.J.", "Moen I", "Müller-Ohm A. B."))
    path = tmp_path / "out.nbib"
    path.write_text(records_as("nbib", record), encoding="utf-8")
    (document,) = documents(str(path))
    (found,) = parse(document)
    assert isinstance(found, Record) and found.authors == record.authors


COVERED = """{"total": 2, "results": [{"id": "x1", "bib": {"title": "Bells", "year": "2020",
"author": [{"name": "Ida Moen"}], "journal": {"title": "Acta Ficta", "number": "3"},
"identifier": [{"id": "0000-0001", "type": "issn"}, {"id": "10.99999/af.7", "type": "doi"}]}},
{"id": "x2", "bib": {"title": "Whistles", "year": "2019", "author": [{"name": "Amina Sow"}]}}]}"""


def test_records_in_covers_of_their_own_are_read_each_with_its_identifier() -> None:
    first, second = records(as_document(COVERED, "a.json"))
    assert (first.title, first.journal, first.issue) == ("Bells", "Acta Ficta", "3")
    assert (first.authors, first.year, first.doi) == (("Ida Moen",), 2020, "10.99999/af.7")
    assert (second.title, second.authors) == ("Whistles", ("Amina Sow",))


def test_values_in_lists_of_objects_are_read_where_the_list_says_what_they_are() -> None:
    text = """{"data": [{"attributes": {"titles": [{"title": "Bells"}], "publicationYear": 2021,
    "creators": [{"name": "Moen, Ida"}], "subjects": [{"subject": "night"}],
    "descriptions": [{"descriptionType": "Methods", "description": "By ear."},
    {"descriptionType": "Abstract", "description": "We counted."}],
    "references": [{"title": "Cited", "year": 1999}]}},
    {"attributes": {"titles": [{"title": "Whistles"}], "publicationYear": 2020,
    "creators": [{"name": "Sow, Amina"}]}}]}"""
    first, second = records(as_document(text, "a.json"))
    assert (first.title, first.abstract, first.year) == ("Bells", "We counted.", 2021)
    assert (first.keywords, first.authors) == (("night",), ("Ida Moen",))
    assert second.title == "Whistles"


def test_articles_in_a_list_lend_their_title_to_no_object_around_them() -> None:
    text = '{"name": "x", "articles": [{"title": "Bells", "author": "Moen I", "year": 2001}]}'
    (record,) = records(as_document(text, "a.json"))
    assert (record.title, record.authors) == ("Bells", ("Moen I",))


def test_a_registered_trial_has_its_brief_title_and_summary() -> None:
    text = """{"studies": [{"protocolSection": {"identificationModule": {"nctId": "NCT00000001",
    "officialTitle": "A trial of bells, at length", "briefTitle": "Bells"},
    "statusModule": {"startDateStruct": {"date": "2018-03"},
    "studyFirstPostDateStruct": {"date": "2019-01-15"}},
    "descriptionModule": {"briefSummary": "Counting.", "detailedDescription": "More."}}}]}"""
    (record,) = records(as_document(text, "a.json"))
    assert (record.title, record.abstract, record.date) == ("Bells", "Counting.", "2019-01-15")
    text = (
        'NCT Number,Study Title,Brief Summary,First Posted\nNCT1,Bells,"Counting\nall",2019-01-15\n'
    )
    (record,) = records(as_document(text, "a.csv"))
    assert (record.title, record.abstract, record.date) == ("Bells", "Counting all", "2019-01-15")


def test_a_table_of_unknown_columns_is_refused_also_where_a_cell_has_lines() -> None:
    text = 'Fang,Boot,Hafen,Stunde\nHering,Anna,Bergen,"9\n10"\n'
    with pytest.raises(InputError, match="no column is known"):
        list(parse(as_document(text, "a.csv")))


def test_the_first_section_of_an_abstract_keeps_its_label_below_the_heading_of_it_all() -> None:
    told = "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>"
    told += "Bells.</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title><jats:p>Nine."
    found = one({"title": "Bells", "abstract": f"{told}</jats:p></jats:sec>"})
    assert found.abstract == "Background: Bells.\nResults: Nine."


def test_names_and_identifiers_in_parts_of_other_names_are_read() -> None:
    found = one(
        {
            "title": "Bells",
            "authors": [{"first_name": "Ida B", "last_name": "Moen", "initials": "IB"}],
            "external_ids": [{"type": "pmid", "value": "90000001"}, {"type": "x", "value": "1"}],
            "mesh_terms": [{"mesh_heading": "Noise", "mesh_id": "D1"}],
        }
    )
    assert (found.authors, found.pmid, found.mesh) == (("Ida B Moen",), "90000001", ("Noise",))


def test_the_title_of_a_container_is_no_title_of_the_work() -> None:
    place = {"title": "Ann Ficta", "volume": "12", "issue": "3", "type": "Journal"}
    found = one(
        {"attributes": {"titles": [{"title": "Bells"}], "container": place, "doi": "10.1/a"}}
    )
    assert (found.title, found.journal, found.volume) == ("Bells", "Ann Ficta", "12")


def test_what_a_cover_is_called_says_nothing_of_the_work() -> None:
    work = {
        "title": "Bells",
        "abstract": {"text": "We counted."},
        "journal": {"name": "Ann Ficta", "volume": 12},
        "pub_date": {"year": 2021, "month": "Mar", "day": 4},
        "authors": [{"lastname": "Moen", "firstname": "Ida"}],
    }
    found = one({"_id": "1", "_source": {"article": work}})
    assert (found.title, found.journal, found.abstract) == ("Bells", "Ann Ficta", "We counted.")
    assert (found.date, found.authors, found.volume) == ("2021-03-04", ("Ida Moen",), "12")


def test_an_abstract_may_be_an_object() -> None:
    for shape in ({"h1": "Abstract", "p": "We counted bells."}, {"en": "We counted bells."}):
        assert one({"title": "Bells", "abstract": shape}).abstract == "We counted bells."


def test_editors_of_zotero_are_no_authors() -> None:
    people = [
        {"creatorType": "author", "firstName": "Ida", "lastName": "Moen"},
        {"creatorType": "editor", "firstName": "Amina", "lastName": "Sow"},
        {"creatorType": "author", "name": "Bell Group"},
    ]
    assert one({"title": "Bells", "creators": people}).authors == ("Ida Moen", "Bell Group")
    assert one({"title": "Bells", "creators": people[1:2]}).authors == ("Amina Sow",)


@pytest.mark.parametrize("key", ["collectiveName", "collective_name", "creator", "full_name"])
def test_a_person_or_group_has_one_name(key: str) -> None:
    found = one({"title": "Bells", "authors": [{key: "Bell Group"}, {"name": "Ida Moen"}]})
    assert found.authors == ("Bell Group", "Ida Moen")


def test_prefixes_of_names_are_left_out() -> None:
    entry = {
        "dc:title": "Bells",
        "dc:creator": "Moen I.",
        "dc:description": "We counted.",
        "prism:publicationName": "Ann Ficta",
        "prism:issueIdentifier": "3",
        "prism:pageRange": "101-110",
    }
    found = one(entry)
    assert (found.title, found.authors, found.abstract) == ("Bells", ("Moen I",), "We counted.")
    assert (found.journal, found.issue, found.pages) == ("Ann Ficta", "3", "101-110")


def test_headings_of_lens_have_their_qualifiers() -> None:
    headings = [{"mesh_heading": "Rash", "qualifier_name": "etiology"}, {"mesh_heading": "Bells"}]
    assert one({"title": "A", "mesh_terms": headings}).mesh == ("Rash/etiology", "Bells")


def test_works_that_an_article_cites_are_none_of_its_records() -> None:
    cited = {
        "title": "Another",
        "authors": [{"first": "F", "last": "Roe"}],
        "year": 2001,
        "venue": "X",
    }
    people = [{"first": "Ida", "middle": ["B"], "last": "Moen"}]
    shape = {
        "metadata": {"title": "Bells", "authors": people},
        "abstract": [{"text": "We counted.", "section": "Abstract"}, {"text": "Twelve."}],
        "body_text": [{"text": "In the night."}, {"text": "By ear."}],
        "bib_entries": {"B0": cited, "B1": cited},
    }
    (found,) = records(as_document(json.dumps(shape), "a.json"))
    assert (found.title, found.authors, found.year) == ("Bells", ("Ida B Moen",), None)
    assert (found.abstract, found.body) == ("We counted. Twelve.", "In the night.\nBy ear.")
    listed = json.dumps({"settings": 1, "references": [cited, cited]})
    with pytest.raises(InputError):
        records(as_document(listed, "a.json"))


def test_xml_that_became_json_keeps_its_texts() -> None:
    sections = [{"@Label": "METHODS", "#text": "We counted."}, {"#text": "Twelve."}]
    article = {
        "ArticleTitle": "Bells",
        "Abstract": {"AbstractText": sections},
        "Journal": {
            "Title": "Ann Ficta",
            "JournalIssue": {"PubDate": {"Year": "2021", "Month": "Mar"}},
        },
    }
    found = one(
        {"MedlineCitation": {"PMID": {"@Version": "1", "#text": "90000001"}, "Article": article}}
    )
    assert (found.title, found.pmid, found.journal) == ("Bells", "90000001", "Ann Ficta")
    assert (found.abstract, found.date) == ("METHODS: We counted. Twelve.", "2021-03")
