"""What stands before the colons of a text."""

from __future__ import annotations

from collections.abc import Iterator


def before_colons(
    text: str, first: int, longest: int, most: int
) -> Iterator[list[tuple[int, str]]]:
    """What may be a label before each colon: up to so many words, with where they begin, the
    longest run of them first.

    first: where colons are looked for from; longest: characters before a colon that are looked at.
    """
    colon = text.find(":", first)
    while colon > 0:
        words = text[max(0, colon - longest) : colon].rstrip().rsplit(" ", most)[1:]
        names = [" ".join(words[count:]) for count in range(len(words))]
        yield [(text.rindex(name, 0, colon), name) for name in names]
        colon = text.find(":", colon + 1)
