"""Compiles the page reader to native code where that is asked for: SEARCHER_NATIVE=1 pip install .

Everything else stands in pyproject.toml. An editable installation is never compiled: what is
edited would not be what runs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from setuptools import Extension, setup

NATIVE = os.environ.get("SEARCHER_NATIVE") == "1"


def compile_reader() -> list[Extension]:
    from mypyc.build import mypycify  # there only once `setup_requires` was asked for

    return mypycify(sorted(map(str, Path("searcher/formats/page").rglob("*.py"))))


setup(
    setup_requires=["mypy>=1.13"] if NATIVE else [],
    ext_modules=compile_reader() if NATIVE and "bdist_wheel" in sys.argv else [],
)
