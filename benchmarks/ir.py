"""Retrieval quality on test collections: python benchmarks/ir.py DIR... [--engine NAME].

Each query is asked as plain words, of which any may match, through the same path as
`searcher query`; what would be an operator or a parenthesis to the parser is a word here.
Prints nDCG@10, recall@100 and MAP (over the first 1,000) for each set of queries, and their
means. --set NAME=VALUE changes a constant of the ranking (schema.TITLE_SHARE,
plan.PAIR_WEIGHT, ...) for this run.
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
from pathlib import Path
from statistics import fmean

import collection
import measures

from searcher.engines import base
from searcher.query import tree
from searcher.searching import SearchOptions, search

DEPTH = 1000


def main() -> None:
    options = _arguments()
    for setting in options.set:
        name, value = setting.split("=")
        module, constant = name.rsplit(".", 1)
        home = importlib.import_module(f"searcher.{_HOMES.get(module, module)}")
        if not hasattr(home, constant):
            raise SystemExit(f"{module} has no {constant}")
        setattr(home, constant, type(getattr(home, constant))(float(value)))
    for engine in options.engine or ["whoosh", "tantivy"]:
        print(f"{engine:<20}{'nDCG@10':>9}{'recall@100':>12}{'MAP':>9}{'queries':>9}")
        rows = [row for directory in options.directory for row in judge(engine, directory)]
        for name, row in rows:
            print(f"{name:<20}{row[0]:>9.4f}{row[1]:>12.4f}{row[2]:>9.4f}{row[3]:>9.0f}")
        means = [fmean(row[place] for _, row in rows) for place in range(3)]
        print(f"{'mean':<20}{means[0]:>9.4f}{means[1]:>12.4f}{means[2]:>9.4f}\n")


def judge(engine_name: str, directory: Path) -> list[tuple[str, tuple[float, ...]]]:
    """For each set of queries: nDCG@10, recall@100, MAP and the number of queries."""
    with tempfile.TemporaryDirectory() as place:
        engine = base.load(engine_name).create(Path(place))  # type: ignore[attr-defined]
        writer = engine.writer()
        for record in collection.records(directory):
            docid = record.source.path
            writer.add(docid, engine.encode(docid, record), new=True)
        writer.commit()
        writer.close()
        reader = engine.reader()
        found = [(topics.name, _judge(reader, topics)) for topics in collection.topics(directory)]
        reader.close()
    return found


def _judge(reader: base.Reader, topics: collection.Topics) -> tuple[float, ...]:
    options = SearchOptions(limit=DEPTH, highlight=False)
    rows = []
    for query, text in topics.queries.items():
        words = tree.Words(tuple(tree.Word(word) for word in text.split()))
        ranking = [hit.record.docid for hit in search(reader, words, options).hits]
        # The docid of a record without identifiers is its path and ordinal.
        ranking = [docid.removesuffix("#0") for docid in ranking]
        grades = topics.grades[query]
        rows.append(
            (
                measures.ndcg(ranking, grades),
                measures.recall(ranking, grades),
                measures.average_precision(ranking, grades),
            )
        )
    return (*(fmean(column) for column in zip(*rows, strict=True)), float(len(rows)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="+", type=Path)
    parser.add_argument("--engine", action="append", choices=["whoosh", "tantivy"])
    parser.add_argument("--set", action="append", default=[], metavar="MODULE.NAME=VALUE")
    return parser.parse_args()


_HOMES = {"plan": "query.plan", "clauses": "query.clauses"}

if __name__ == "__main__":
    main()
