"""How a file's path is shown, and so what it contributes to docids."""

from __future__ import annotations


def shown_path(path: bytes, base: bytes) -> str:
    """A file's path as records carry it: from `base`, where the index directory lies, if below.

    So the same files give the same docids from wherever they are indexed. Bytes that are no
    UTF-8, control characters, and what would look like either are written as \\xNN.
    """
    path = path.removeprefix(base.rstrip(b"/") + b"/")
    try:
        text = path.decode()
    except UnicodeDecodeError:
        text = ""
    if not text.isprintable() or "\\x" in text or not text:
        escaped = path.replace(b"\\", b"\\\\").decode("utf-8", "backslashreplace")
        text = "".join(
            char if char.isprintable() else "".join(f"\\x{byte:02x}" for byte in char.encode())
            for char in escaped
        )
    # A path that reads like a DOI must not be mistaken for one.
    return f"./{text}" if text.startswith("10.") else text
