"""Copied pages of known layouts filled with other articles: a folder as large as one likes.

    python benchmarks/filled.py PAGES CORPUS FOLDER [--count 3000] [--seed 0] [--journals]
        [--authors]

PAGES is a folder as fields.py takes it, CORPUS JSON Lines of records with titles, abstracts,
keywords and authors, compressed with gzip. Each page is a layout in turn: its title, abstract and
keywords give way to those of records, its names, figures and other sentences to others, while
menus, labels, addresses and the form of the citation stay, as they do from page to page of one
site. With --journals its journal, volume, pages and days give way too, also on pages without an
abstract that could. With --authors a page that names nobody gets authors below its title, in the
forms of other_names.py in turn. Their truth is written beside them: fields.py FOLDER says whether
rules for a layout hold for other articles of it, and formats.py --pages FOLDER how fast a folder of
many articles is read.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from alterations import Gold
from altered import Page
from fillable import Layout, layouts
from layouts import Shape, corpus
from other_facts import abbreviate, is_short, journal_names, redate, renumber, short_form, surnames
from other_names import FORMS, Form, Person, people
from other_text import (
    SENTENCE_END,
    fit_title,
    pour,
    put_between,
    replace_names,
    replace_sentences,
    replace_terms,
    shift_figures,
)

_HOLE = "\0"
_ODD = re.compile(
    r"\A(?:[^:.]{2,60}[:.]|[A-Z]{4,} |\W*(?:Abstract|Background|Introduction|Context|Summary"
    r"|Purpose|Objectives?|Aims?|Motivation|Importance|Rationale)(?: and [A-Z]\w+)?\W*[A-Z])"
    r"|©|\(c\)|[<>][a-z/]|&\w+;|\bABSTRACT\b|[Kk]ey ?words|[Rr]ights reserved|https?:"
    # A citation or a publisher behind the last sentence.
    r"|\d{4};\s?\d|\d\(\d+\):\s?\d|\b(?:Ltd|Inc|Wiley|Elsevier|Springer|Publish\w+)\b.{0,40}\Z"
)
# "Title.", and the blank lines between it and what is below.
_LINE_END = re.compile(r"\.?[ \t]*(?=(?P<break>(?:\n[ \t]*)+))")
_TERM = re.compile(r"\w[\w '’()+-]{2,60}")
_NAMED = ("Diagnosis", "Case report", "Outcome", "Treatment", "Population", "Review", "Symptoms")
_PRIVATE = 0xE000
_SHORTEST = 300
"""Characters of an abstract that can stand for another one."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What pages are filled with, without end."""

    articles: Iterator[Shape]
    texts: Iterator[list[str]]
    keywords: Iterator[str]
    journals: Iterator[str]
    short_journals: Iterator[str]
    surnames: Iterator[str]
    people: Iterator[list[Person]]
    forms: Iterator[Form]


def stock(source: str, random: Random) -> Stock:
    # Neighbours in the corpus may be answers to one question: one record in ten is taken.
    shapes = (each for each in corpus(source) if random.random() < 0.1 and _is_plain(each))
    articles, texts, keywords, authors, signing = itertools.tee(shapes, 5)
    return Stock(
        articles,
        (SENTENCE_END.split(each["abstract"]) for each in itertools.islice(texts, 7, None)),
        _terms(word for each in keywords for word in each["keywords"] if _TERM.fullmatch(word)),
        journal_names(corpus(source), random, short=False),
        journal_names(corpus(source), random, short=True),
        surnames(authors),
        people(signing, Random(0)),
        itertools.cycle(FORMS.values()),
    )


def _terms(words: Iterator[str]) -> Iterator[str]:
    """Terms, one in five of them named as a part of an article is."""
    for name in itertools.cycle(_NAMED):
        yield name
        yield from itertools.islice(words, 4)


def fill(
    layout: Layout, goods: Stock, random: Random, journals: bool, authors: bool = False
) -> tuple[str, Gold]:
    """A page of this layout with the article that comes next, and its truth."""
    shape, gold = next(goods.articles), dict(layout.page.gold)
    text, abstract = (
        _other_text(layout, shape, goods) if layout.abstract else (layout.page.text, "")
    )
    if layout.abstract:
        gold |= _truth_of(abstract, gold) | {"title": shape["title"].rstrip(". ")}
    values: list[str] = []

    def put(value: str) -> str:
        values.append(value)
        return _HOLE + chr(_PRIVATE + len(values))

    if layout.abstract and layout.keywords and layout.keywords.search(text):
        own = filter(_TERM.fullmatch, shape["keywords"] or ())
        gold["keywords"] = replace_terms(gold["keywords"], itertools.chain(own, goods.keywords))
        text = layout.keywords.sub(
            lambda found: put_between(found, map(put, gold["keywords"])), text
        )
    if authors:
        text = _put_authors(text, layout, gold, goods, put)
    text = layout.title.sub(
        lambda found: put(fit_title(found[0], gold["title"], layout.page.gold["title"])), text
    )
    if journals and gold.get("journal"):
        text = _other_journal(text, gold, goods, put)
        text = renumber(text, layout.numbers, random) if layout.numbers else text
        text = redate(text, random)
    text = replace_names(text, layout.authors, goods.surnames, random)
    shift = random.randrange(10)
    text = shift_figures(text, shift)
    # Where no other article was put, the page's own title has its figures shifted as well.
    own = () if layout.abstract else ("title", "abstract_start", "abstract_end")
    for name in ("doi", "year", "pmid", "pmcid", *own):
        if gold.get(name):
            gold[name] = shift_figures(str(gold[name]), shift)
    for number, value in enumerate(values, 1):
        text = text.replace(_HOLE + chr(_PRIVATE + number), value)
    return text.replace(_HOLE, abstract), gold


def _other_text(layout: Layout, shape: Shape, goods: Stock) -> tuple[str, str]:
    """The page with other sentences and a hole in the place of its abstract, and another one."""
    begin, end = layout.abstract or (0, 0)
    text = layout.page.text
    abstract = pour(text[begin:end], SENTENCE_END.split(shape["abstract"]), goods.texts)
    before, behind = text[:begin], text[end:]
    first = before.count("\n") + 1
    before = _other_lines(before, 1, layout, goods)
    behind = _other_lines(behind, first + text[begin:end].count("\n"), layout, goods)
    return before + _HOLE + behind, abstract


def _truth_of(abstract: str, gold: Gold) -> Gold:
    words = abstract.split()
    last = {"abstract_end": " ".join(words[-8:])} if gold.get("abstract_end") else {}
    return {"abstract_start": " ".join(words[:8]), **last}


def _is_plain(shape: Shape) -> bool:
    """Whether title and abstract can stand for other ones: no translation, formula, motto or
    mark to a note in the one; the other long, without labels of its own or a word on rights."""
    abstract, title = shape["abstract"] or "", shape["title"] or ""
    odd = "[" in title or "\\" in title or ". " in title or not title.rstrip(".?!)")[-1:].isalnum()
    return len(abstract) > _SHORTEST and not (odd or _ODD.search(abstract))


def _other_lines(text: str, first: int, layout: Layout, goods: Stock) -> str:
    """Other sentences in lines of which no field was read; `first` is the first line's number."""
    lines = text.split("\n")
    return "\n".join(
        line
        if first + index in layout.told or layout.title.search(line)
        else replace_sentences(line, goods.texts)
        for index, line in enumerate(lines)
    )


def _put_authors(
    text: str, layout: Layout, gold: Gold, goods: Stock, put: Callable[[str], str]
) -> str:
    """With authors below the title, if it ends a line on a page that names nobody."""
    for found in layout.title.finditer(text):
        end = _LINE_END.match(text, found.end())
        if end and text.count("\n", 0, found.end()) + 1 == layout.below_title:
            named, form = next(goods.people), next(goods.forms)
            gold["authors"] = [each.full for each in named]
            return f"{text[: end.end()]}{end['break']}{put(form(named))}{text[end.end() :]}"
    return text


def _other_journal(text: str, gold: Gold, goods: Stock, put: Callable[[str], str]) -> str:
    """With another journal, in its short forms too, where the old one stands in the text."""
    old = gold["journal"]
    whole = re.compile(rf"(?<![\w/])(?<!\d\.){re.escape(old)}(?!\w)")
    if not whole.search(text):
        return text
    full = next(goods.journals)
    stop = "." if ". " in old else ""
    new = full
    if is_short(old):
        new = abbreviate(full, stop) if stop else next(goods.short_journals)
    elif old.isupper() and " " in old:
        new = full.upper()
    gold["journal"] = new
    text = whole.sub(lambda _: put(new), text)

    def put_short(found: re.Match[str]) -> str:
        gold["journal_abbrev"] = abbreviate(new, "." if "." in found[0] else "")
        return put(gold["journal_abbrev"])

    if (old_short := gold.pop("journal_abbrev", None)) is not None:
        text = re.sub(rf"(?<!\w){re.escape(old_short)}(?!\w)", put_short, text)
    return text if is_short(old) else short_form(old).sub(put_short, text)


def write(page: Page, text: str, gold: Gold, folder: Path, number: int) -> None:
    """Put a page and its truth beside each other, as fields.py takes them."""
    path = folder / page.path.stem / f"{number}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    path.with_suffix(".gold.json").write_text(json.dumps(gold), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("pages", type=Path)
    options.add_argument("corpus")
    options.add_argument("folder", type=Path, help="where to write")
    options.add_argument("--count", type=int, default=3000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--journals", action="store_true", help="with other journals too")
    options.add_argument("--authors", action="store_true", help="with authors below titles")
    given = options.parse_args()
    # Each folder of pages gets articles of its own.
    random = Random(f"{given.seed} {given.pages.resolve().name}")
    goods, known = stock(given.corpus, random), list(layouts(given.pages, given.journals))
    for number in range(given.count):
        layout = known[number % len(known)]
        text, gold = fill(layout, goods, random, given.journals, given.authors)
        write(layout.page, text, gold, given.folder, number)


if __name__ == "__main__":
    main()
