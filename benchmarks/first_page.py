"""Fits the evidence by which the title of a head without line breaks is found.

    python benchmarks/first_page.py DIR... [--penalty N] [--write]

DIR is a folder as fields.py takes it; its pages are read as they are and with their line breaks
lost. Of each head that the reader breaks, the words and the places between two words speak in the
rows of searcher/formats/page/first_page/evidence.py; the weights are those under which the known
titles are the most probable ones. First they are fitted to either half of the layouts and tried on
the other; with --write those of all are written into that file. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from heads import Head, read_heads
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from searcher.formats.page import first_page
from searcher.formats.page.first_page import evidence

LEAST_HEADS = 6
"""Heads in which a row must speak at a place to have a weight there."""

LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 28, 36)
"""Words from which on titles have another weight of their length."""


class Model:
    """Weights of the features that speak in enough of some heads."""

    def __init__(self, heads: Sequence[Head]) -> None:
        counts = Counter(
            each for one in heads for table in one.tables for each in set().union(*table)
        )
        self.features = [each for each, count in counts.items() if count >= LEAST_HEADS]
        self.index = {each: index for index, each in enumerate(self.features)}
        self.lengths = slice(len(self.features), len(self.features) + len(LENGTHS))
        self.weights = np.zeros(len(self.features) + len(LENGTHS) + 1)  # the last: no title

    def fit(self, heads: Sequence[Head], penalty: float) -> None:
        """Find the weights under which the titles of heads are the most probable ones."""
        tables = self._tables(heads)

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            total, gradient = 0.5 * penalty * weights @ weights, penalty * weights
            pulls = [np.zeros(table.shape[0]) for table in tables]
            for one, at, probable in self._spans(heads, tables, weights):
                known = np.zeros_like(probable)
                for start, end in one.titles:
                    if end - start <= first_page.LONGEST:
                        known[start, end - start - 1] = probable[start, end - start - 1]
                known[0, -1] = 0.0 if one.titles else probable[0, -1]
                if not known.sum():
                    continue  # a title that is longer than any that is looked for
                total -= np.log(known.sum())
                self._pull(one, at, probable - known / known.sum(), pulls, gradient)
            for table, pull in zip(tables, pulls, strict=True):
                gradient[: self.lengths.start] += table.T @ pull
            return total, gradient

        self.weights = minimize(
            loss, self.weights, jac=True, method="L-BFGS-B", options={"maxiter": 150}
        ).x

    def find_titles(self, heads: Sequence[Head]) -> Iterator[tuple[Head, tuple[int, int] | None]]:
        """Each head with the words that are most probably its title; None: it has none."""
        for one, _, probable in self._spans(heads, self._tables(heads), self.weights):
            start, length = divmod(int(probable.argmax()), probable.shape[1])
            yield one, None if length == first_page.LONGEST else (start, start + length + 1)

    def _tables(self, heads: Sequence[Head]) -> list[csr_matrix]:
        tables = []
        for kind in range(4):
            columns, ends = [], [0]
            for rows in (rows for one in heads for rows in one.tables[kind]):
                columns += [self.index[each] for each in rows if each in self.index]
                ends.append(len(columns))
            shape = (len(ends) - 1, self.lengths.start)
            tables.append(csr_matrix((np.ones(len(columns)), columns, ends), shape=shape))
        return tables

    def _spans(
        self, heads: Sequence[Head], tables: Sequence[csr_matrix], weights: np.ndarray
    ) -> Iterator[tuple[Head, tuple[int, int], np.ndarray]]:
        """How probable each title is, by its start and length; the first of the last column stands
        for none. With it, where the head's places and words begin in the tables."""
        begins, ends, within, across = (table @ weights[: self.lengths.start] for table in tables)
        length = weights[self.lengths][_BUCKET_OF]
        place = word = 0
        for one in heads:
            count = one.count
            over = np.concatenate([[0.0], np.cumsum(within[word : word + count])])
            gaps = np.cumsum(across[word : word + count])
            start = np.arange(count)[:, None]
            end = start + np.arange(1, first_page.LONGEST + 1)[None, :]
            last = np.minimum(end, count)
            scores = np.full((count, first_page.LONGEST + 1), -np.inf)
            scores[:, :-1] = np.where(
                end <= count,
                (begins[place : place + count] - over[:count] - gaps)[:, None]
                + (ends[place : place + count + 1] + over)[last]
                + gaps[last - 1]
                + length[None, :],
                -np.inf,
            )
            scores[0, -1] = weights[-1]
            probable = np.exp(scores - scores.max())
            yield one, (place, word), probable / probable.sum()
            place, word = place + count + 1, word + count

    def _pull(
        self,
        one: Head,
        at: tuple[int, int],
        surplus: np.ndarray,
        pulls: list[np.ndarray],
        gradient: np.ndarray,
    ) -> None:
        """Add what a head asks of its places and words, of lengths and of no title."""
        (place, word), count = at, one.count
        gradient[-1] += surplus[0, -1]
        spans = surplus[:, :-1]
        begun, ended = spans.sum(1), np.zeros(count + 1)
        start = np.arange(count)[:, None]
        end = np.minimum(start + np.arange(1, first_page.LONGEST + 1)[None, :], count)
        np.add.at(ended, end, spans)
        pulls[0][place : place + count] += begun
        pulls[1][place : place + count + 1] += ended
        open_before, closed = np.cumsum(begun), np.cumsum(ended)[:count]
        pulls[2][word : word + count] += open_before - closed
        pulls[3][word : word + count] += np.concatenate([[0.0], open_before[:-1]]) - closed
        np.add.at(gradient[self.lengths], _BUCKET_OF, spans.sum(0))


_BUCKET_OF = np.searchsorted(LENGTHS, np.arange(1, first_page.LONGEST + 1), side="right") - 1


def report(name: str, found: Sequence[tuple[Head, tuple[int, int] | None]]) -> None:
    """Print how many titles are right, and how many wrong or invented."""
    right = sum(title in one.titles for one, title in found)
    wrong = sum(title is not None and title not in one.titles for one, title in found)
    titled = sum(bool(one.titles) for one, _ in found)
    print(f"{name:44}{right:5}/{titled} right {wrong:5} wrong")


def write(model: Model, path: Path) -> None:
    """Put the weights into the tables of the module of evidence."""
    text = path.read_text(encoding="utf-8")
    for table, name, columns in (("words", "OF_WORDS", 10), ("places", "OF_PLACES", 5)):
        rows: dict[str, list[float]] = {}
        for (kind, row, column), weight in zip(model.features, model.weights, strict=False):
            if kind == table and round(weight, 1):
                rows.setdefault(row, [0.0] * columns)[column] = round(float(weight), 1)
        entries = "".join(f'    "{row}": {tuple(rows[row])},\n' for row in sorted(rows))
        text = replace(text, f"{name}: dict[str, tuple[float, ...]] = {{\n", entries, "}\n")
    lengths = model.weights[model.lengths][_BUCKET_OF]
    entries = "".join(f"    {round(float(weight), 1) + 0.0},\n" for weight in (0.0, *lengths))
    text = replace(text, "LENGTHS = (\n", entries, ")\n")
    text = replace(text, "NO_TITLE = ", f"{round(float(model.weights[-1]), 1)}", "\n")
    path.write_text(text, encoding="utf-8")


def replace(text: str, opening: str, value: str, closing: str) -> str:
    """A text with another value between an opening and the next closing."""
    start = text.index(opening) + len(opening)
    return text[:start] + value + text[text.index(closing, start) :]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("directories", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--penalty", type=float, default=2.0, help="of large weights (2)")
    parser.add_argument("--write", action="store_true", help="write the weights of all")
    options = parser.parse_args()
    heads = [one for directory in options.directories for one in read_heads(directory)]
    if not heads:
        print("no head without line breaks with a truth beside it", file=sys.stderr)
        return 2
    tried = []
    for half in (0, 1):
        model = Model([one for one in heads if one.half != half])
        model.fit([one for one in heads if one.half != half], options.penalty)
        tried += model.find_titles([one for one in heads if one.half == half])
    report("fitted to the other half of the layouts", tried)
    model = Model(heads)
    model.fit(heads, options.penalty)
    report("fitted to all", list(model.find_titles(heads)))
    if options.write:
        write(model, Path(evidence.__file__))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
