"""A lazy pattern is a compiled pattern, made when it is first used."""

from __future__ import annotations

import re

import pytest

from searcher.lazy import lazy_pattern


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = lazy_pattern("a+", re.IGNORECASE), re.compile("a+", re.IGNORECASE)
    assert lazy.findall("xAay a") == compiled.findall("xAay a") == ["Aa", "a"]
    assert lazy.sub("-", "xAay a") == compiled.sub("-", "xAay a")
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.match("")
