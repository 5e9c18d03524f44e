"""Bytes to text: which encoding a file has, and decoding that never fails."""

from __future__ import annotations

import codecs
import io
import re

LONG_LINE = 512
"""Bytes of a line from which on it is decoded alone."""

SAMPLE = 8 << 10
"""Bytes that tell how long the lines are."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{2,30})|"""
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.-]{2,30})""",
    re.IGNORECASE,
)
# Declarations that mean more than "UTF-8, or Western one-byte", which is tried without them.
_OTHER = re.compile(r"iso8859-(?!1$)\d+|cp(?!1252$)\d+|koi8|gb|big5|shift_jis|euc_|mac-")
_ESCAPED = re.compile("[\udc80-\udcff]")
_WESTERN = {
    chr(0xDC00 + byte): bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}


def encoding_of(start: bytes) -> str:
    """The encoding that the first bytes of a file announce; "utf-8" where they announce none."""
    for bom, name in _BOMS:
        if start.startswith(bom):
            return name
    sample = start[:1024]
    # UTF-16 without a mark: one byte of nearly every pair is NUL, and always the same one.
    high, low = sample[::2].count(0), sample[1::2].count(0)
    if max(high, low) > len(sample) * 0.4 and min(high, low) < len(sample) * 0.02:
        return "utf-16-be" if high > low else "utf-16-le"
    if sample.lstrip()[:1] == b"<":
        declared = _DECLARED.search(start[:4096])
        if declared:
            return codec_of((declared[1] or declared[2]).decode("ascii", "replace"))
    return "utf-8"


def codec_of(name: str) -> str:
    """The codec for a charset that a file declares; "utf-8" where that is tried first anyway."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    return known if _OTHER.match(known) else "utf-8"


class Decoder:
    """Text of bytes that come in pieces, line ends as \\n, without NULs and byte order mark.

    Invalid UTF-8 is read as Windows-1252, byte by byte, since that is what it nearly always is;
    `replaced` counts those bytes (and U+FFFD in other encodings).
    """

    def __init__(self, encoding: str) -> None:
        self.replaced = 0
        self._pending = b""
        self._carriage = False
        self._first = True
        self._other = (
            None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)("replace")
        )

    def decode(self, data: bytes, final: bool = False) -> str:
        """The text of the next bytes; what is cut in the middle waits for the next call."""
        if self._other:
            text = self._other.decode(data, final)
            self.replaced += text.count("\ufffd")
        else:
            text = self._utf8(data, final)
        if self._first and text:
            self._first = False
            text = text.removeprefix("\ufeff")
        if "\r" in text or self._carriage:
            text = self._line_ends(text, final)
        return text.replace("\0", "") if "\0" in text else text

    def decode_lines(self, data: bytes, final: bool = False) -> list[str]:
        """The same, parted at line ends; the last piece is one that may go on.

        Long lines are decoded one by one: a single letter beyond Latin-1 makes a text wider, and
        all that is done with it slower.
        """
        start = data[:SAMPLE]
        is_plain = not (self._other or self._carriage or b"\r" in data)
        if not is_plain or start.count(b"\n") * LONG_LINE > len(start):
            return self.decode(data, final).split("\n")
        lines = io.BytesIO(self._pending + data).readlines()  # a fifth of the time of split
        last = b"" if not lines or lines[-1].endswith(b"\n") else lines.pop()
        self._pending = b""
        return [*[self.decode(line[:-1], True) for line in lines], self.decode(last, final)]

    def _utf8(self, data: bytes, final: bool) -> str:
        data = self._pending + data if self._pending else data
        try:
            text, used = codecs.utf_8_decode(data, "strict", final)
        except UnicodeDecodeError:
            text, used = codecs.utf_8_decode(data, "surrogateescape", final)
            text, count = _ESCAPED.subn(lambda found: _WESTERN[found[0]], text)
            self.replaced += count
        self._pending = data[used:]
        return text

    def _line_ends(self, text: str, final: bool) -> str:
        if self._carriage:
            text = "\r" + text
        # A carriage return at the end may be the first half of \r\n.
        self._carriage = text.endswith("\r") and not final
        if self._carriage:
            text = text[:-1]
        return text.replace("\r\n", "\n").replace("\r", "\n")
