"""How records lie in a tantivy index: its fields, its tokenizers, and how it is opened.

Text arrives as terms already, joined by spaces, so a document and a query cannot disagree about
them, and tantivy only splits at the spaces. The fields are those of the schema, and:

  any       all terms of the fields with `in_any`, one value per value of a field
  outside   terms (and two or three neighbours, joined by "_") of `any` that the abstract lacks
  has       the names of the fields that the record carries
  key       the docid as it is; `order` holds its first eight bytes as a number, to sort by
  stored    the record's JSON, not searchable

The abstract has no field of its own: it would repeat most of `any`, for a third of the time and
a quarter of the size of an index. What it holds is what `any` holds and `outside` does not.
"""

from __future__ import annotations

import tantivy

from searcher import analysis, schema

ANY = schema.ANY
OUTSIDE = "outside"
HAS = "has"
KEY = "key"
ORDER = "order"
STORED = "stored"
DATE = "date"
ABSTRACT = "abstract"
GLUE = "_"
"""Joins neighbouring terms in `outside`; no term holds it."""

SORT_COLUMNS = ("sort_title", "sort_journal")
FACET_COLUMNS = ("facet_journal", "facet_keywords", "facet_type")

TERMS, WHOLE, COLUMN = "terms", "whole", "column"


def build() -> tantivy.Schema:
    """The fields of every index."""
    builder = tantivy.SchemaBuilder()
    for field in schema.FIELDS:
        if field.kind in ("text", "name") and field.name != ABSTRACT:
            builder.add_text_field(field.name, tokenizer_name=TERMS, index_option="position")
        elif field.kind == "exact":
            builder.add_text_field(field.name, tokenizer_name=WHOLE, index_option="basic")
    builder.add_text_field(ANY, tokenizer_name=TERMS, index_option="position")
    builder.add_text_field(OUTSIDE, tokenizer_name=TERMS, index_option="basic")
    for name in (HAS, KEY):
        builder.add_text_field(name, tokenizer_name=WHOLE, index_option="basic")
    for name in (ORDER, DATE):
        builder.add_unsigned_field(name, fast=True)
    for name in (*SORT_COLUMNS, *FACET_COLUMNS):
        builder.add_text_field(name, fast=True, tokenizer_name=COLUMN, index_option="basic")
    builder.add_text_field(STORED, stored=True, tokenizer_name=COLUMN, index_option="basic")
    return builder.build()


def create_index(directory: str) -> None:
    """Put a new index into an empty directory."""
    tantivy.Index(build(), directory, reuse=False)


def open_index(directory: str) -> tantivy.Index:
    """The index in a directory; tantivy forgets tokenizers, so each opening names them again."""
    return _register(tantivy.Index.open(directory))


def _register(index: tantivy.Index) -> tantivy.Index:
    builder, tokenizer = tantivy.TextAnalyzerBuilder, tantivy.Tokenizer
    index.register_tokenizer(TERMS, builder(tokenizer.whitespace()).build())
    index.register_tokenizer(WHOLE, builder(tokenizer.raw()).build())
    # A field cannot be stored or be a column without being indexed too: let it index nothing.
    nothing = builder(tokenizer.raw()).filter(tantivy.Filter.remove_long(1)).build()
    index.register_tokenizer(COLUMN, nothing)
    index.register_fast_field_tokenizer(COLUMN, builder(tokenizer.raw()).build())
    # Readers are refreshed when asked to; a thread that watches the files would be for nothing.
    index.config_reader(reload_policy="manual")
    return index


_stemmer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
_stemmer = _stemmer.filter(tantivy.Filter.stemmer("english")).build()


def stem_word(word: str) -> str:
    """The Snowball English stem of a word: snowballstemmer's, in a thirtieth of the time."""
    stem: str = _stemmer.analyze(word)[0]
    return stem


analysis.use_stemmer(stem_word)
