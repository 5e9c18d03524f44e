"""How many examples hypothesis draws."""

from __future__ import annotations

from hypothesis import settings


def drawn(short: int, long: int) -> int:
    """So many in the short form, which draws the same ones every time, and in the long one."""
    return short if settings.default.derandomize else long
