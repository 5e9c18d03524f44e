"""Lists of authors in the forms in which pages show them below a title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from searcher.names import split_name

_GIVEN = (
    "Anna Andrés Bence Beatriz Carlos Chloé Dario Dorothea Emeka Elif Fatima François Giulia "
    "Guillermo Hana Heinrich Ingrid Ivan Jean Jing Kofi Katarzyna Lars Leyla Ming Mariana Nadia "
    "Niels Olga Omar Paolo Priya Quentin Rosa Rajesh Sofía Sven Takeshi Tímea Ursula Uchenna "
    "Victor Valentina Wei Wiebke Xin Xavier Yusuf Yuki Zofia Zoltán"
)
_DEGREES = ("MD", "MD, PhD", "PhD", "MSc", "MBBS, MRCP")
_TOWNS = ("Leiden, The Netherlands", "Porto, Portugal", "Kochi, India", "Boston, MA, USA")
_MOST = 12
"""People of one list at most."""


@dataclass(frozen=True, slots=True)
class Person:
    given: str
    surname: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.given.replace("-", " ").split())

    @property
    def stopped(self) -> str:
        return "".join(f"{letter}. " for letter in self.initials).rstrip()


def people(shapes: Iterator[dict[str, Any]], random: Random) -> Iterator[list[Person]]:
    """The authors of record after record, with given names where records have initials."""
    for shape in shapes:
        named = [_person(author, random) for author in shape["authors"][:_MOST]]
        known = {each.surname: each for each in named if each}
        if len(known) == len(shape["authors"][:_MOST]):
            yield list(known.values())


def _person(author: str, random: Random) -> Person | None:
    initials, surname = split_name(author)
    fitting = [name for name in _GIVEN.split() if name[0] == initials[:1]]
    if not (initials.isalpha() and initials.isupper() and fitting and len(surname) > 1):
        return None
    second = f" {initials[1]}." if len(initials) > 1 else ""
    person = Person(random.choice(fitting) + second, surname)
    # Of "Ana García Lopes" nobody can tell where the surname begins.
    told = not surname.isupper() and split_name(person.full) == (person.given, surname)
    return person if told else None


Form = Callable[[list[Person]], str]
_Write = Callable[[Person, int], str]


def _full(each: Person, number: int) -> str:
    return each.full


def _initials(each: Person, number: int) -> str:
    return f"{each.surname} {each.initials}"


def _listed(write: _Write, between: str = ", ", last: str = "") -> Form:
    """A form in which each person, with a number, is written alike."""

    def form(authors: list[Person]) -> str:
        shown = [write(person, number) for number, person in enumerate(authors)]
        if last and len(shown) > 1:
            return between.join(shown[:-1]) + last + shown[-1]
        return between.join(shown)

    return form


def _over_addresses(form: Form, marks: str) -> Form:
    """A form with addresses below it, one for each mark."""

    def whole(authors: list[Person]) -> str:
        marked = zip(marks, _TOWNS[: len(authors)], strict=False)
        return "\n".join([form(authors), *(f"{mark}{_address(town)}" for mark, town in marked)])

    return whole


def _around(form: Form, before: str = "", behind: str = "") -> Form:
    return lambda authors: before + form(authors) + behind


def _address(town: str) -> str:
    return f"Department of Medicine, University Hospital, {town}"


def _of(options: Sequence[str], number: int) -> str:
    return options[number % len(options)]


def _by_address(authors: list[Person]) -> str:
    """Two people, and where they work below them, and so on."""
    return "\n".join(
        f"{_listed(_full)(authors[first : first + 2])}\n{_address(_of(_TOWNS, first))}"
        for first in range(0, len(authors), 2)
    )


_NUMBERS = "1234"
_LETTERS = "abcd"
_ORCID = "https://orcid.org/0000-0002-0000-000"
_NUMBERED = _listed(lambda each, n: f"{each.full}{_of(_NUMBERS, n)}" + (",*" if n == 1 else ""))
FORMS: dict[str, Form] = {
    "initials": _listed(_initials),
    "initials with a stop": _around(_listed(_initials), behind="."),
    "stopped initials": _listed(lambda each, _: f"{each.surname} {each.stopped}"),
    "closed initials": _listed(lambda each, _: f"{each.surname} {each.stopped.replace(' ', '')}"),
    "comma and initials": _listed(lambda each, _: f"{each.surname}, {each.stopped}"),
    "cited with &": _listed(lambda each, _: f"{each.surname}, {each.stopped}", last=", & "),
    "surnames first": _listed(lambda each, _: f"{each.surname}, {each.given}", "; "),
    "initials first": _listed(lambda each, _: f"{each.stopped} {each.surname}"),
    "full": _listed(_full),
    "full, and": _listed(_full, last=" and "),
    "full, comma and": _listed(_full, last=", and "),
    "full, &": _listed(_full, last=" & "),
    "semicolons": _listed(_full, "; "),
    "dots": _listed(_full, " · "),
    "capitals": _listed(lambda each, _: each.full.upper()),
    "surnames in capitals": _listed(lambda each, _: f"{each.given} {each.surname.upper()}"),
    "numbers": _over_addresses(_NUMBERED, _NUMBERS),
    "numbers apart": _over_addresses(
        _listed(lambda each, n: f"{each.full} {_of(_NUMBERS, n)}" + (", *" if n == 1 else "")),
        _NUMBERS,
    ),
    "two numbers": _over_addresses(
        _listed(lambda each, n: f"{each.full}{_of(_NUMBERS, n)},{_of('2341', n)}"), _NUMBERS
    ),
    "letters": _over_addresses(
        _listed(lambda each, n: f"{each.full}{_of(_LETTERS, n)}" + (",*" if n == 1 else "")),
        _LETTERS,
    ),
    "letters apart": _over_addresses(
        _listed(lambda each, n: f"{each.full} {_of(_LETTERS, n)}" + (",*" if n == 1 else "")),
        _LETTERS,
    ),
    "signs": _listed(lambda each, n: f"{each.full}{_of('*†‡§', n)}"),
    "degrees": _listed(lambda each, n: f"{each.full}, {_of(_DEGREES, n)}", "; "),
    "degrees and commas": _listed(lambda each, n: f"{each.full}, {_of(_DEGREES, n)}"),
    "degrees behind blanks": _listed(lambda each, n: f"{each.full} {_of(_DEGREES, n)}"),
    "lines": _listed(_full, "\n"),
    "numbered lines": _over_addresses(
        _listed(lambda each, n: f"{each.full}{_of(_NUMBERS, n)}", "\n"), _NUMBERS
    ),
    "lines and commas": _listed(_full, ",\n", last=" and\n"),
    "bullets": _listed(lambda each, _: f"  • {each.full}", "\n"),
    "marks on lines": _listed(
        lambda each, n: f"{each.full}\n{_of(_NUMBERS, n)}" + (",*" if n == 1 else ""),
        ",\n",
        last=" and\n",
    ),
    "more papers": _listed(
        lambda each, _: f"{each.full}\nSearch for more papers by this author", "\n"
    ),
    "addresses beside": _listed(lambda each, n: f"{each.full}, {_address(_of(_TOWNS, n))}", "\n"),
    "addresses in brackets": _listed(
        lambda each, n: f"{each.full} ({_address(_of(_TOWNS, n))})", ";\n"
    ),
    "addresses between": _by_address,
    "identifiers": _listed(lambda each, n: f"{each.full} {_ORCID}{n}", ", "),
    "identifiers on lines": _listed(lambda each, n: f"{each.full}\nORCID: {_ORCID}{n}", "\n"),
    "by": _around(_listed(_full), "By "),
    "labelled": _around(_listed(_full), "Authors: "),
    "labelled above": _around(_listed(_full), "Author(s)\n"),
    "bar behind": _around(_listed(_full), behind="\nView all authors\nAuthor information"),
    "link before": _around(
        _listed(_full), "Author links open overlay panel", "\nShow more\nAdd to library"
    ),
    "all shown": _around(_listed(_full, ",\n"), behind="\n… Show all authors"),
}
