"""Small words in names of people."""

from __future__ import annotations

from searcher.formats.page.words.lists import words

PARTICLES = words(
    "van von der den de del della di du da do das dos la le ter ten el al bin ibn zu af"
)
"""What stands before a surname, or amid two, without a capital."""
