"""Making and opening a generation of an index: engine and catalog side by side."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from searcher.errors import IndexUnusable
from searcher.storage.layout import IndexDirectory, Meta, fingerprint, now

if TYPE_CHECKING:
    from searcher.engines import base


ENGINES = ("whoosh", "tantivy")


def make_generation(directory: IndexDirectory, engine: str) -> Meta:
    """Make an empty index beside what is there; `write_meta` puts it in use."""
    from searcher.catalog import Catalog

    name = choose_engine(engine)
    number = directory.new_generation()
    place = directory.generation(number)
    _module(name).create(f"{place}/engine")
    Catalog(place, base=directory.base).close()
    return Meta(name, number, fingerprint(), now())


def choose_engine(name: str) -> str:
    """The name of an engine; "auto" is tantivy where it is installed, else whoosh."""
    if name != "auto":
        return name
    from importlib.util import find_spec

    return "tantivy" if find_spec("tantivy") else "whoosh"


def open_engine(directory: IndexDirectory, meta: Meta) -> base.Engine:
    """The engine of the generation in use, as it was last committed."""
    return open_engine_at(meta.engine, f"{directory.generation(meta.generation)}/engine")


def open_engine_at(name: str, directory: str) -> base.Engine:
    """The engine of this name in its own directory."""
    opened: base.Engine = _module(name).open(directory)
    return opened


class EngineAt:
    """An engine in its directory that is opened when it is first needed; call it to have it."""

    def __init__(self, name: str, directory: str) -> None:
        self.name, self.directory = name, directory
        self._opened: base.Engine | None = None

    def __call__(self) -> base.Engine:
        if self._opened is None:
            self._opened = open_engine_at(self.name, self.directory)
        return self._opened


def _module(name: str) -> Any:
    try:
        return import_module(f"searcher.engines.{name}_engine")
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.split(".")[0] == "searcher":
            raise IndexUnusable(f"the engine {name} is not known") from error
        raise IndexUnusable(
            f"the engine {name} is not installed; install it with: pip install 'searcher[{name}]'"
        ) from error
