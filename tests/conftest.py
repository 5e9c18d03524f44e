"""Options of the test run, and the engines that it is run on."""

from __future__ import annotations

import importlib.util

import pytest
from contract_records import ENGINES, KNOWN_GAPS, RECORDS, fresh, put
from hypothesis import settings

from searcher.engines import base


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long forms too")
    parser.addoption("--corpus", metavar="FILE.jsonl.gz", help="real records, for some long forms")


def pytest_configure(config: pytest.Config) -> None:
    """The short form draws the same examples every time; the long form draws new ones.

    An example may take as long as a busy machine needs, but not as an endless loop does.
    """
    settings.register_profile("short", derandomize=True, deadline=5000)
    settings.register_profile("long", derandomize=False, deadline=5000)
    settings.load_profile("long" if config.getoption("--long") else "short")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes seconds comes first: at the end, the other process would wait for it."""
    items.sort(key=lambda item: "first" not in item.keywords)
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="long: runs under make test-long")
        for item in items:
            if "long" in item.keywords:
                item.add_marker(skip)


@pytest.fixture(params=ENGINES)
def module(request):
    """An engine module; the whole contract is asked of each that can be imported here."""
    name = request.param
    pytest.importorskip(name, reason=f"{name} is not installed")
    if (name, request.node.originalname) in KNOWN_GAPS:
        request.applymarker(pytest.mark.xfail(strict=True))
    return base.load(name)


@pytest.fixture
def engine(module, tmp_path):
    return module.create(fresh(tmp_path / "contract"))


@pytest.fixture
def filled(engine):
    put(engine, RECORDS)
    return engine


@pytest.fixture(scope="session")
def corpora(tmp_path_factory):
    """One filled index for each engine, for tests that only read."""
    engines = {}
    for name in ENGINES:
        if importlib.util.find_spec(name) is not None:
            engines[name] = base.load(name).create(tmp_path_factory.mktemp(name))
            put(engines[name], RECORDS)
    return engines
