"""Copied pages of known layouts filled with other articles: a folder as large as one likes.

    python benchmarks/filled.py PAGES CORPUS FOLDER [--count 3000] [--seed 0] [--journals]

PAGES is a folder as fields.py takes it, CORPUS JSON Lines of records, compressed with gzip. Each
page is a layout in turn: its title, abstract and keywords give way to those of records, its
names, figures and other sentences to others, while menus, labels, addresses and the form of the
citation stay, as they do from page to page of one site (the records need titles, abstracts,
keywords and authors for that). With
--journals its journal, volume, pages and days give way too, also on pages without an abstract that
could. Their truth is written beside them: fields.py FOLDER says whether rules for a layout hold
for other articles of it, and formats.py --pages FOLDER how fast a folder of many articles is read.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from alterations import Gold
from altered import Page, pages
from layouts import Shape, corpus
from other_facts import (
    Numbers,
    abbreviate,
    is_short,
    journal_names,
    numbers_of,
    redate,
    renumber,
    short_form,
    surnames,
)

from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.reader import read_page

_HOLE = "\0"
_FIGURES = re.compile(r"\d{3,}")
_ODD = re.compile(
    r"\A(?:[^:.]{2,60}[:.]|[A-Z]{4,} |\W*(?:Abstract|Background|Introduction|Context|Summary"
    r"|Purpose|Objectives?|Aims?|Motivation|Importance|Rationale)(?: and [A-Z]\w+)?\W*[A-Z])"
    r"|©|\(c\)|[<>][a-z/]|&\w+;|\bABSTRACT\b|[Kk]ey ?words|[Rr]ights reserved|https?:"
    # A citation or a publisher behind the last sentence.
    r"|\d{4};\s?\d|\d\(\d+\):\s?\d|\b(?:Ltd|Inc|Wiley|Elsevier|Springer|Publish\w+)\b.{0,40}\Z"
)
_TERM = re.compile(r"\w[\w '’()+-]{2,60}")
_APART = r"(\W*[^\w\s)’'-]\W*|\s*\n\s*)"
"""What parts keywords, so that others can stand in their place: more than blanks."""
_SENTENCE_END = re.compile(r"(?<=[a-z]{2}[.?!]) +(?=[A-Z])")
_PRIVATE = 0xE000
_SHORTEST = 300
"""Characters of an abstract that can stand for another one."""
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Layout:
    """A page that can be filled: its title and abstract stand in it as its truth has them."""

    page: Page
    title: re.Pattern[str]
    abstract: tuple[int, int] | None
    """Where it stands; None where only facts can be replaced."""
    told: frozenset[int]
    """Lines of which fields were read: there only values are replaced."""
    authors: frozenset[str]
    keywords: re.Pattern[str] | None
    """Finds the list of them where other terms can stand in their place."""
    numbers: Numbers | None


@dataclass(frozen=True, slots=True)
class Stock:
    """What pages are filled with, without end."""

    articles: Iterator[Shape]
    texts: Iterator[list[str]]
    keywords: Iterator[str]
    journals: Iterator[str]
    short_journals: Iterator[str]
    surnames: Iterator[str]


def layouts(directory: Path, journals: bool) -> Iterator[Layout]:
    """The pages below a directory that can be filled, or whose journal can be another one."""
    for page in pages(directory):
        title = _title_pattern(page.gold.get("title") or "")
        span = _abstract_span(page)
        if span is None or title is None or not title.search(page.text):
            if not (journals and page.gold.get("journal")):
                continue
            title, span = re.compile("(?!)"), None
        record = read_page(page.text)
        told = {
            number
            for name, evidence in record.provenance.items()
            if evidence.lines and name not in ("body", "abstract")
            for number in range(evidence.lines[0], evidence.lines[1] + 1)
        }
        keywords = _list_pattern(page)
        for found in keywords.finditer(page.text) if keywords else ():
            first = page.text.count("\n", 0, found.start()) + 1
            told.update(range(first, first + found[0].count("\n") + 1))
        words = {word for name in record.authors for word in name.split() if len(word) > 3}
        words -= set((page.gold.get("journal") or "").split())
        yield Layout(
            page, title, span, frozenset(told), frozenset(words), keywords, numbers_of(record)
        )


def stock(source: str, random: Random) -> Stock:
    # Neighbours in the corpus may be answers to one question: one record in ten is taken.
    shapes = (each for each in corpus(source) if random.random() < 0.1 and _is_plain(each))
    articles, texts, keywords, authors = itertools.tee(shapes, 4)
    return Stock(
        articles,
        (_SENTENCE_END.split(each["abstract"]) for each in itertools.islice(texts, 7, None)),
        (word for each in keywords for word in each["keywords"] if _TERM.fullmatch(word)),
        journal_names(corpus(source), random, short=False),
        journal_names(corpus(source), random, short=True),
        surnames(authors),
    )


def fill(layout: Layout, goods: Stock, random: Random, journals: bool) -> tuple[str, Gold]:
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
        gold["keywords"] = _other_terms(gold["keywords"], itertools.chain(own, goods.keywords))
        text = layout.keywords.sub(
            lambda found: _put_between(found, map(put, gold["keywords"])), text
        )
    text = layout.title.sub(lambda found: put(_as_long(found[0], gold["title"], layout)), text)
    if journals and gold.get("journal"):
        text = _other_journal(text, gold, goods, put)
        text = renumber(text, layout.numbers, random) if layout.numbers else text
        text = redate(text, random)
    text = _other_names(text, layout.authors, goods.surnames, random)
    shift = random.randrange(10)
    text = _shifted(text, shift)
    # Where no other article was put, the page's own title has its figures shifted as well.
    own = () if layout.abstract else ("title", "abstract_start", "abstract_end")
    for name in ("doi", "year", "pmid", *own):
        if gold.get(name):
            gold[name] = _shifted(str(gold[name]), shift)
    for number, value in enumerate(values, 1):
        text = text.replace(_HOLE + chr(_PRIVATE + number), value)
    return text.replace(_HOLE, abstract), gold


def _other_text(layout: Layout, shape: Shape, goods: Stock) -> tuple[str, str]:
    """The page with other sentences and a hole in the place of its abstract, and another one."""
    begin, end = layout.abstract or (0, 0)
    text = layout.page.text
    abstract = _poured(text[begin:end], _SENTENCE_END.split(shape["abstract"]), goods)
    before, behind = text[:begin], text[end:]
    first = before.count("\n") + 1
    before = _other_lines(before, 1, layout, goods)
    behind = _other_lines(behind, first + text[begin:end].count("\n"), layout, goods)
    return before + _HOLE + behind, abstract


def _truth_of(abstract: str, gold: Gold) -> Gold:
    words = abstract.split()
    last = {"abstract_end": " ".join(words[-8:])} if gold.get("abstract_end") else {}
    return {"abstract_start": " ".join(words[:8]), **last}


def _title_pattern(title: str) -> re.Pattern[str] | None:
    """Finds a title, over several lines too, and its beginning where it is cut short."""
    words = [re.escape(word) for word in title.split()]
    if len(words) < 4:
        return None
    rest = "".join(rf"(?:\s+{word}" for word in words[4:]) + ")?" * len(words[4:])
    return re.compile(r"\s+".join(words[:4]) + rest, re.I)


def _list_pattern(page: Page) -> re.Pattern[str] | None:
    """Finds the keywords, each over several lines too, if one sign parts them all."""
    terms = [r"\s+".join(map(re.escape, term.split())) for term in page.gold.get("keywords") or ()]
    listed = re.compile(rf"(?<!\w){_APART.join(terms)}(?!\w|\s*[,;]\s*\w)", re.I)
    found = listed.search(page.text) if len(terms) > 1 else None
    return listed if found and len({sign.strip() for sign in found.groups()}) == 1 else None


def _abstract_span(page: Page) -> tuple[int, int] | None:
    """Where the abstract stands in the text."""
    first, last = page.gold.get("abstract_start"), page.gold.get("abstract_end")
    begin = page.text.find(first) if first else -1
    end = page.text.find(last, begin) + len(last) if last else -1
    return (begin, end) if last and begin >= 0 and end - begin > len(last) else None


def _is_plain(shape: Shape) -> bool:
    """Whether title and abstract can stand for other ones: no translation, formula, motto or
    mark to a note in the one; the other long, without labels of its own or a word on rights."""
    abstract, title = shape["abstract"] or "", shape["title"] or ""
    odd = "[" in title or "\\" in title or ". " in title or not title.rstrip(".?!)")[-1:].isalnum()
    return len(abstract) > _SHORTEST and not (odd or _ODD.search(abstract))


def _poured(old: str, sentences: list[str], goods: Stock) -> str:
    """Sentences in the paragraphs of an abstract; its labels and the width of its lines stay."""
    paragraphs = re.split(r"((?<=[.:!?])\s*\n\s*|\n\s*\n)", old)
    if len(paragraphs) == 1 and "\n" not in old:
        return " ".join(sentences)
    rest = iter(sentences)
    poured = []
    for paragraph in paragraphs:
        label = re.match(r"[A-Z][\w /]{2,40}: ", paragraph)
        room = len(paragraph) - (label.end() if label else 0)
        if room < 40:
            poured.append(paragraph)
            continue
        text = label[0] if label else ""
        length = len(text) + room
        while len(text) < length * 0.8:
            sentence = next(rest, None)
            if sentence is None:
                rest = iter(next(goods.texts))
                continue
            text += ("" if text.endswith(": ") or not text else " ") + sentence
        if "\n" in paragraph:
            width = max(map(len, paragraph.split("\n")))
            text = "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))
        poured.append(text)
    return "".join(poured)


def _other_lines(text: str, first: int, layout: Layout, goods: Stock) -> str:
    """Other sentences in lines of which no field was read; `first` is the first line's number."""
    lines = text.split("\n")
    return "\n".join(
        line
        if first + index in layout.told or layout.title.search(line)
        else _other_sentences(line, goods)
        for index, line in enumerate(lines)
    )


def _other_sentences(line: str, goods: Stock) -> str:
    """Those of other articles, which are in English as well."""
    if len(line) < 200 or not _SENTENCE_END.search(line) or language_of(line) not in ("en", None):
        return line
    text = ""
    for sentence in itertools.chain.from_iterable(goods.texts):
        text += sentence + " "
        if len(text) > len(line):
            break
    return text.rstrip()


def _other_terms(old: list[str], new: Iterator[str]) -> list[str]:
    """As many terms, all different, in capitals as they were."""
    terms: dict[str, str] = {}
    while len(terms) < len(old):
        term = next(new)
        terms.setdefault(term.casefold(), term)
    return [term.upper() if all(map(str.isupper, old)) else term for term in terms.values()]


def _put_between(found: re.Match[str], values: Iterator[str]) -> str:
    """Values in the place of those that were found, between the signs that part them."""
    return "".join(sign + value for sign, value in zip(("", *found.groups()), values, strict=True))


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


def _other_names(text: str, words: frozenset[str], names: Iterator[str], random: Random) -> str:
    """With other words in the names of the authors: half of them surnames, half respelled."""
    if not words:
        return text
    others = {
        word: next(names) if random.random() < 0.5 else _respelled(word, random)
        for word in sorted(words)
    }
    either = "|".join(map(re.escape, sorted(words)))
    return re.sub(rf"\b(?:{either})\b", lambda found: others[found[0]], text)


def _respelled(word: str, random: Random) -> str:
    return word[0] + "".join(
        random.choice(_VOWELS) if letter in _VOWELS else letter for letter in word[1:]
    )


def _as_long(old: str, title: str, layout: Layout) -> str:
    """The title, or as many words of it as there were, in capitals and lines as they were."""
    words = title.split()
    if len(old.split()) < len(layout.page.gold["title"].split()):
        words = words[: len(old.split())]
    text = " ".join(words)
    if "\n" in old:
        text = "\n".join(textwrap.wrap(text, max(map(len, old.split("\n")))))
    return text.upper() if old.isupper() else text


def _shifted(text: str, shift: int) -> str:
    """With other numbers that look like these: a year stays a year that has been."""

    def other(found: re.Match[str]) -> str:
        figures = found[0]
        if len(figures) == 4 and 1960 <= int(figures) <= 2030:
            return str(int(figures) - shift)
        return figures[:-1] + str((int(figures[-1]) + shift) % 10)

    return _FIGURES.sub(other, text)


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
    given = options.parse_args()
    # Each folder of pages gets articles of its own.
    random = Random(f"{given.seed} {given.pages.resolve().name}")
    goods, known = stock(given.corpus, random), list(layouts(given.pages, given.journals))
    for number in range(given.count):
        layout = known[number % len(known)]
        text, gold = fill(layout, goods, random, given.journals)
        write(layout.page, text, gold, given.folder, number)


if __name__ == "__main__":
    main()
