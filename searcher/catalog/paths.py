"""Paths of files, as bytes: which lies below which, and how one is shown."""

from __future__ import annotations


def above(path: bytes) -> bytes:
    """The folder that a file or folder is in."""
    return path.rpartition(b"/")[0] or b"/"


def bounds(root: bytes) -> tuple[bytes, bytes, bytes]:
    """Of all paths at or below a root: the path, and between which two all others are."""
    top = root.rstrip(b"/")
    return top, top + b"/", top + b"0"


def is_below(path: bytes, root: bytes) -> bool:
    """Whether a path is a root or below it."""
    return path == root or path.startswith(root.rstrip(b"/") + b"/")


def shown_path(path: bytes, base: bytes) -> str:
    """A file's path as records carry it, and so as docids do: from `base`, where the index
    directory lies, if below.

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
