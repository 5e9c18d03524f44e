"""A lazy pattern is a compiled pattern, made when it is first used."""

from __future__ import annotations

import gc
import pkgutil
import re
from importlib import import_module

import pytest

from searcher.formats import page
from searcher.lazy import lazy_pattern

BROKEN = "("


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = lazy_pattern("a+", re.IGNORECASE), re.compile("a+", re.IGNORECASE)
    assert lazy.findall("xAay a") == compiled.findall("xAay a") == ["Aa", "a"]
    assert lazy.sub("-", "xAay a") == compiled.sub("-", "xAay a")
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = lazy_pattern(BROKEN)
    with pytest.raises(re.error):
        broken.match("")


def test_each_pattern_of_the_page_reader_can_be_compiled() -> None:
    """Those that no test uses would fail on somebody's page."""
    for module in pkgutil.walk_packages(page.__path__, page.__name__ + "."):
        import_module(module.name)
    kind = type(lazy_pattern(""))
    patterns = [each for each in gc.get_objects() if type(each) is kind]
    assert len(patterns) > 600
    for each in patterns:
        if each._source != BROKEN:
            re.compile(each._source, each._flags)
