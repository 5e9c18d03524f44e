"""What is installed is what is in the tree."""

from __future__ import annotations

import re

from command import PROJECT


def test_every_package_is_named_in_pyproject() -> None:
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^packages = \[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    named = set(re.findall(r'"([\w.]+)"', block[1]))
    there = {
        ".".join(path.parent.relative_to(PROJECT).parts)
        for path in (PROJECT / "searcher").rglob("__init__.py")
    }
    assert named == there


def test_a_bare_installation_needs_three_packages() -> None:
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert set(re.findall(r'"([\w-]+)', block[1])) == {"whoosh3", "click", "snowballstemmer"}
