"""What is named is on the disk first: a loss of power leaves nothing half written behind a name."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from json_lines import write_lines

from searcher.catalog import Catalog
from searcher.index import Index, SyncOptions

NO_TANTIVY = pytest.mark.skipif(find_spec("tantivy") is None, reason="tantivy is not installed")
ENGINES = ["whoosh", pytest.param("tantivy", marks=NO_TANTIVY)]
OURS = {"journal", "manifest", "roots.json", "meta.json"}


def stamp(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


class Disk:
    """Watches which files and which changes of names have been synced.

    wrong: files that got their name before their content was on the disk, and directories in
    which a name changed while an earlier change was not on it.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.wrong: list[str] = []
        self.renamed: set[str] = set()
        self.unsynced: set[int] = set()
        self._contents: set[tuple[int, int, int]] = set()
        for name in ("fsync", "replace", "rename", "unlink"):
            patch.setattr(os, name, getattr(self, name)(getattr(os, name)))

    def fsync(self, real: Callable[..., None]) -> Callable[..., None]:
        def fsync(handle: int) -> None:
            real(handle)
            status = os.fstat(handle)
            if stat.S_ISDIR(status.st_mode):
                self.unsynced.discard(status.st_ino)
            else:
                self._contents.add(stamp(status))

        return fsync

    def replace(self, real: Callable[..., None]) -> Callable[..., None]:
        def replace(old: Any, new: Any, **options: Any) -> None:
            folder = Path(new).parent
            if self._is_synced(Path(old)):
                # Whoosh's tables of contents name all other files of their directory.
                others = folder.iterdir() if Path(new).suffix == ".toc" else ()
                self.wrong += [str(path) for path in others if not self._is_synced(path)]
            else:
                self.wrong.append(str(new))
            if folder.stat().st_ino in self.unsynced:
                self.wrong.append(f"{new}: another name before it")
            real(old, new, **options)
            self.renamed.add(Path(new).name)
            self.unsynced.add(folder.stat().st_ino)

        return replace

    rename = replace

    def unlink(self, real: Callable[..., None]) -> Callable[..., None]:
        def unlink(path: Any, **options: Any) -> None:
            real(path, **options)
            if Path(path).name == "manifest" and not options:  # not one of a whole tree
                self.unsynced.add(Path(path).parent.stat().st_ino)

        return unlink

    def _is_synced(self, path: Path) -> bool:
        passing = "LOCK" in path.name or path.suffix == ".tmp"
        return passing or stamp(path.stat()) in self._contents


@pytest.mark.parametrize("engine", ENGINES)
def test_content_is_synced_before_its_name_and_each_name_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    folder = tmp_path / "lit"
    disk = Disk(monkeypatch)
    index = Index.open_or_create(tmp_path / "index", engine)
    for number in range(3):
        write_lines(folder / f"{number}.jsonl", {"title": "Rash", "pmid": str(number + 1)})
        index.sync([folder], SyncOptions(rebuild=number == 2))
    assert disk.wrong == []
    assert disk.unsynced == set()
    assert disk.renamed >= OURS


def test_the_catalog_is_synced_with_each_commit(tmp_path: Path) -> None:
    catalog = Catalog(str(tmp_path), base=b"/")
    assert catalog.row("PRAGMA synchronous") == (2,)
    assert Catalog(str(tmp_path), write=True).row("PRAGMA synchronous") == (2,)
