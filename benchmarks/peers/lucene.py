"""Lucene through Lucene.java: four fields, their MultiFieldQueryParser, Snowball's English stems.

The jars (core, analyzers or analysis-common, queryparser; 8 or 9) are those in $LUCENE_JARS, a
directory, or Debian's (liblucene8-java).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

NAME = "Lucene"
NOTE = "Java's heap may grow to 1 GB; two threads add documents, as in tantivy"

_JARS = ("lucene-core", "lucene-anal*s*-common", "lucene-queryparser")
_PARTS = Path(__file__).with_name("Lucene.java")


def missing() -> str | None:
    if not shutil.which("javac"):
        return "there is no javac (a JDK, 17 or newer)"
    found = _jars()
    return None if len(found) == len(_JARS) else f"no jars in {_directory()} (liblucene8-java)"


def version() -> str:
    return re.sub(r".*-([\d.]+)\.jar$", r"\1", _jars()[0].name)


def building(lines: Path, directory: Path) -> list[str]:
    return [*_java(), "build", str(lines), str(directory)]


def serving(directory: Path) -> list[str]:
    return [*_java(), "serve", str(directory)]


def _java() -> list[str]:
    path = os.pathsep.join([_classes().name, *map(str, _jars())])
    return ["java", "-Xmx1g", "-cp", path, "Lucene"]


@cache
def _classes() -> tempfile.TemporaryDirectory[str]:
    """Where Lucene.java is compiled to, until this process ends."""
    place = tempfile.TemporaryDirectory()
    path = os.pathsep.join(map(str, _jars()))
    subprocess.run(["javac", "-cp", path, "-d", place.name, str(_PARTS)], check=True)
    return place


def _directory() -> Path:
    return Path(os.environ.get("LUCENE_JARS", "/usr/share/java"))


def _jars() -> list[Path]:
    versioned = (sorted(_directory().glob(f"{name}-[0-9]*.jar")) for name in _JARS)
    return [each[-1] for each in versioned if each]
