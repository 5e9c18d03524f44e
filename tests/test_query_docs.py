"""The examples of docs/query-language.md are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from searcher import schema
from searcher.errors import QueryError
from searcher.query import tags
from searcher.query.parser import parse

PAGE = Path(__file__).parent.parent / "docs" / "query-language.md"
TEXT = PAGE.read_text(encoding="utf-8")


def examples() -> list[list[str]]:
    """Each example: the query, then its reading (→) or mistake (✗), then its warnings (!)."""
    found: list[list[str]] = []
    for block in re.findall(r"```query\n(.*?)```", TEXT, re.DOTALL):
        for line in block.splitlines():
            if line[:2] in ("→ ", "✗ ", "! "):
                found[-1].append(line)
            else:
                found.append([line])
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda example: example[0])
def test_an_example_is_read_as_the_page_says(example: list[str]) -> None:
    text, result, *warnings = example
    if result.startswith("✗ "):
        with pytest.raises(QueryError, match=re.escape(result[2:])):
            parse(text)
        return
    query = parse(text)
    assert str(query.tree) == result[2:]
    assert len(query.warnings) == len(warnings)
    for part, warning in zip(warnings, query.warnings, strict=True):
        assert part[2:] in warning


def test_the_page_names_every_field_and_every_short_tag() -> None:
    table = TEXT[TEXT.index("| field |") : TEXT.index("PubMed's long names")]
    named = set(re.findall(r"[\w:]+", table))
    assert {field.name for field in schema.FIELDS} <= named
    assert set(schema.GROUPS) <= named


TAGS = """
ti ab tiab tw all au 1au lastau ta jour dp pt mh majr mh:noexp majr:noexp ot la vi ip pg aid lid
doi pmid pmc sb filter sh
"""


@pytest.mark.parametrize("tag", TAGS.split())
def test_every_tag_of_pubmed_that_makes_sense_here_is_known(tag: str) -> None:
    assert tags.resolve(tag).kind in ("field", "filter", "subheading")
