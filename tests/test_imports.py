"""Imports point down only, foreign packages stay in their rooms."""

from __future__ import annotations

import ast
from pathlib import Path

import searcher

ROOT = Path(searcher.__file__).parent

# From the bottom to the top; a module imports only from its own row or a lower one.
LAYERS = [
    ["errors", "frozen", "lazy"],
    ["record", "schema", "document", "identifiers", "names"],
    ["stemming"],
    ["analysis", "patterns", "results"],
    ["query", "options"],
    ["engines", "sources", "formats", "highlight"],
    ["catalog", "storage"],
    ["searching", "explaining"],
    ["sync"],
    ["index", "output"],
    ["cli"],
]
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}

# Where a foreign package may be imported, as the beginnings of module names.
FOREIGN = {
    "click": ("cli", "__main__"),
    "whoosh": ("engines.whoosh",),
    "tantivy": ("engines.tantivy",),
    "snowballstemmer": ("stemming",),
    "sqlite3": ("catalog",),
    "watchfiles": ("sync.watch",),
}


def modules() -> list[tuple[str, ast.Module]]:
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        name = name.removesuffix(".__init__") if name != "__init__" else ""
        found.append((name, ast.parse(path.read_text(encoding="utf-8"))))
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


def test_every_room_has_its_layer() -> None:
    rooms = {name.split(".")[0] for name, _ in modules()} - {"", "__main__"}
    assert rooms <= set(LEVEL)


def test_no_import_points_up() -> None:
    for name, tree in modules():
        if name in ("", "__main__"):
            continue
        level = LEVEL[name.split(".")[0]]
        for target in imported(tree):
            assert not target.startswith("."), f"{name}: relative import"
            parts = target.split(".")
            if parts[0] == "searcher" and len(parts) > 1 and parts[1] in LEVEL:
                assert LEVEL[parts[1]] <= level, f"{name} imports {target}"


def test_foreign_packages_stay_in_their_rooms() -> None:
    for name, tree in modules():
        for target in imported(tree):
            rooms = FOREIGN.get(target.split(".")[0])
            if rooms is not None:
                assert name.startswith(rooms), f"{name} imports {target}"
