"""Imports point down only, foreign packages stay in their rooms."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import searcher

ROOT = Path(searcher.__file__).parent

# From the bottom to the top; a module imports only from its own row or a lower one.
LAYERS = [
    ["errors", "frozen", "lazy"],
    ["record", "schema", "document", "identifiers", "names"],
    ["stemming", "normalizing"],
    ["analysis", "patterns", "results"],
    ["query", "options"],
    ["engines", "sources", "formats", "highlight"],
    ["catalog", "storage"],
    ["searching", "explaining", "status"],
    ["sync"],
    ["index", "output"],
    ["cli"],
]
PAGE_LAYERS = [  # the rooms of the page reader
    ["words"],
    ["kinds"],
    ["citation", "first_page"],
    ["flattened", "gutters", "line_numbers"],
    ["typography"],
    ["lines"],
    ["outline", "wrapping", "feet", "keywords", "side_column", "splitting", "terms"],
    ["headings", "unlabelled_terms", "values"],
    ["masthead", "parts"],
    ["abstract", "title"],
    ["cues", "facts", "own_citation", "places", "zones"],
    ["authors", "subjects"],
    ["reader"],
]

# Where a foreign package may be imported, as the beginnings of module names.
FOREIGN = {
    "click": ("cli", "__main__"),
    "whoosh": ("engines.whoosh",),
    "tantivy": ("engines.tantivy",),
    "snowballstemmer": ("stemming",),
    "sqlite3": ("catalog",),
    "watchfiles": ("sync.watch",),
}


@cache
def modules() -> list[tuple[str, list[str]]]:
    """Each module with what it imports; all tests here share what takes seconds to find."""
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        name = name.removesuffix(".__init__") if name != "__init__" else ""
        found.append((name, imported(ast.parse(path.read_text(encoding="utf-8")))))
    return found


def imported(tree: ast.Module) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append("." * node.level)
    return names


def room_of(name: str, within: str) -> str:
    """The room below a package that a module or name belongs to; nothing, if none."""
    return name[len(within) :].split(".")[0] if name.startswith(within) else ""


def check_layers(within: str, layers: list[list[str]]) -> None:
    level = {room: number for number, rooms in enumerate(layers) for room in rooms}
    rooms = {room_of(name, within) for name, _ in modules()} - {"", "__main__"}
    assert rooms == set(level)
    for name, targets in modules():
        if room_of(name, within) not in level:
            continue
        for target in targets:
            assert not target.startswith("."), f"{name}: relative import"
            room = room_of(target, f"searcher.{within}")
            if room in level:
                assert level[room] <= level[room_of(name, within)], f"{name} imports {target}"


def test_no_import_points_up() -> None:
    check_layers("", LAYERS)


def test_no_import_points_up_in_the_page_reader() -> None:
    check_layers("formats.page.", PAGE_LAYERS)


def test_the_map_of_the_house_names_every_room() -> None:
    text = (ROOT.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {room for row in (*LAYERS, *PAGE_LAYERS) for room in row}
    assert rooms <= set(re.findall(r"`(\w+)/?`", text.split("\n## Decisions")[0]))


def test_foreign_packages_stay_in_their_rooms() -> None:
    for name, targets in modules():
        for target in targets:
            rooms = FOREIGN.get(target.split(".")[0])
            if rooms is not None:
                assert name.startswith(rooms), f"{name} imports {target}"
