"""The compiled page reader reads as the other does: the tests of pages, on a native build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import PROJECT

ABOUT_PAGES = ("test_page", "test_publication_dates", "test_html", "test_bad")
READER = PROJECT / "searcher/formats/page"
TRANSLATE = """
import sys
import setuptools  # before mypyc, which takes what is there to build with
from mypyc.build import mypycify
mypycify(sys.argv[2:], target_dir=sys.argv[1])
"""
WHERE = "import searcher.formats.page.reader as reader; print(reader.__file__)"


def install(source: Path, site: Path) -> None:
    """Install the project, compiled, from a copy: a build leaves its files in its source."""
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, source)
    shutil.copytree(PROJECT / "searcher", source / "searcher")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site))
    subprocess.run([*pip, str(source)], env={**os.environ, "SEARCHER_NATIVE": "1"}, check=True)


def run(site: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with what is installed there, away from the sources."""
    return subprocess.run(
        [sys.executable, *command],
        env={**os.environ, "PYTHONPATH": str(site)},
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.first
def test_the_page_reader_can_be_translated_to_c(tmp_path: Path) -> None:
    """All of a build but the C compiler, which takes minutes: mypyc knows less than Python."""
    pytest.importorskip("mypyc")
    modules = sorted(map(str, READER.rglob("*.py")))
    command = [sys.executable, "-c", TRANSLATE, str(tmp_path), *modules]
    translated = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert translated.returncode == 0, translated.stdout + translated.stderr
    assert list(tmp_path.glob("**/*.c"))


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("cc"), reason="there is no C compiler")
def test_a_native_build_passes_the_tests_of_pages(tmp_path: Path) -> None:
    source, site = tmp_path / "source", tmp_path / "site"
    source.mkdir()
    install(source, site)
    module = Path(run(site, "-c", WHERE).stdout.strip())
    assert module.is_relative_to(site)
    assert module.suffix != ".py"
    tests = [
        path for path in (PROJECT / "tests").glob("test_*.py") if path.stem.startswith(ABOUT_PAGES)
    ]
    tested = run(site, "-m", "pytest", "-q", "-p", "no:cacheprovider", *sorted(map(str, tests)))
    assert tested.returncode == 0, tested.stdout[-3000:]
