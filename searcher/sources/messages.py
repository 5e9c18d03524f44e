"""MIME messages: pages that a browser saved as one file (.mhtml), and e-mails (.eml)."""

from __future__ import annotations

import re

from searcher.errors import InputError
from searcher.sources.archives import Opener, read_up_to
from searcher.sources.decoding import codec_of, encoding_of

MESSAGE_LIMIT = 32 << 20
"""Bytes of the largest message, with its pictures and attachments."""

_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]")
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_END = re.compile(rb"\r?\n\r?\n")


def is_message(start: bytes) -> bool:
    """Whether a file begins with the header of a MIME message."""
    if not _HEADER.match(start):
        return False
    return _VERSION.search(_END.split(start, maxsplit=1)[0]) is not None


def read_message(path: str, opener: Opener) -> tuple[bytes, str]:
    """The page of a message, else its plain text, with the encoding; InputError without either."""
    from email import message_from_bytes

    data = read_up_to(opener, MESSAGE_LIMIT + 1)
    if len(data) > MESSAGE_LIMIT:
        raise InputError(path, f"is a message larger than {MESSAGE_LIMIT >> 20} MB")
    parts = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            text = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(text, bytes) and text.strip():
                charset = part.get_content_charset()
                return text, codec_of(charset) if charset else encoding_of(text)
    raise InputError(path, "is a message that holds neither a page nor text")
