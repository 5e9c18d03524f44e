"""What writing and reading a segment agree on: names of fields, docids as terms, stored records.

The combined field `any` is kept as two: the abstract, which is a field anyhow and comes first in
`any`, and OUTSIDE, which holds each term of `any` that also stands outside of the abstract, with
all its positions in `any`. Where a record is in both lists of a term, the second one counts.
Abstracts are most of the text, so nearly half of the postings need not be written.
"""

from __future__ import annotations

import zlib

PRESENT = ""
"""The term that each record holds in each field that it carries at all."""

KEY = "key"
"""The field that holds docids as they are."""

OUTSIDE = "outside"
"""The field that holds the terms of `any` that stand outside of the abstract."""

PARTS = ("abstract", OUTSIDE)
"""The fields that `any` is kept in, in this order."""

_COMMON = (
    b"respectively however there been patients between have their after during using showed "
    b"group which disease study treatment effects clinical associated significantly compared "
    b"results conclusion methods background from with were that this for was the and of in to "
    b'{"docid":"#0","title":"","abstract":"","keywords":[],"journal":null,"authors":[],'
    b'"date":null,"year":null,"volume":null,"issue":null,"pages":null,"doi":null,"pmid":null,'
    b'"pmcid":null,"publication_types":[],"mesh":[],"language":null,"body":null,'
    b'"source":{"path":"","ordinal":0,"format":"plain"}}'
)
"""What most records hold; compression begins as if it had just been read.

Part of the layout: a segment can only be read with the dictionary that it was written with.
"""


def compress(text: str) -> bytes:
    """A record's JSON as it is stored."""
    compressor = zlib.compressobj(4, zdict=_COMMON)
    return compressor.compress(text.encode("utf-8", "surrogatepass")) + compressor.flush()


def decompress(stored: bytes) -> str:
    """The JSON of a stored record."""
    return zlib.decompressobj(zdict=_COMMON).decompress(stored).decode("utf-8", "surrogatepass")


def key(docid: str) -> str:
    """A docid as one term: as it is, without the character that separates terms."""
    return docid.replace("\1", "\1\2").replace("\0", "\1\1")


def docid_of(key: str) -> str:
    """The docid that `key` made a term of."""
    return key.replace("\1\1", "\0").replace("\1\2", "\1")
