"""What stands near what: skin adj3 (rash OR eruption*) as phrases with a window."""

from __future__ import annotations

from searcher.query import tree
from searcher.query.dates import Warn
from searcher.query.groups import Operand, Operator

MAX_PAIRS = 100


def joined(items: list[Operand | Operator], warn: Warn) -> list[Operand | Operator]:
    """The items of a group with what stands around each NEAR as one operand."""
    found: list[Operand | Operator] = []
    rest = list(reversed(items))
    while rest:
        item = rest.pop()
        if not (isinstance(item, Operator) and item.name == "NEAR"):
            found.append(item)
            continue
        left = found[-1] if found else None
        right = rest[-1] if rest else None
        if isinstance(left, Operand) and isinstance(right, Operand) and left.node and right.node:
            rest.pop()
            found[-1] = _both(left, right, item, warn)
        else:
            warn(f"“{item.typed}” needs a word on each side; searched with AND instead")
    return found


def _both(left: Operand, right: Operand, near: Operator, warn: Warn) -> Operand:
    assert left.node and right.node
    depth = max(left.depth, right.depth) + 1
    pairs = [
        _pair(one, other, near.window)
        for one in _alternatives(left.node)
        for other in _alternatives(right.node)
    ]
    known = [pair for pair in pairs if pair is not None]
    if pairs and len(known) == len(pairs) <= MAX_PAIRS:
        node = tree.disjunction(*known)
        text = str(node)
        short = text if len(text) <= 200 else text[:199] + "…"
        warn(f"“{near.typed}” was read as {short}")
    else:
        node = tree.conjunction(left.node, right.node)
        warn(f"“{near.typed}” goes with words and phrases on each side; searched with AND instead")
    return Operand(node, left.start, left.sign, depth=depth + 1)


def _alternatives(node: tree.Node) -> tuple[tree.Node, ...]:
    return node.clauses if isinstance(node, tree.Or) else (node,)


def _pair(one: tree.Node, other: tree.Node, window: int) -> tree.Node | None:
    """Both near each other, and each phrase as it is; None where one is more than words."""
    left, right = _words(one), _words(other)
    if left is None or right is None or left[1] != right[1]:
        return None
    near = tree.Phrase(f"{left[0]} {right[0]}", left[1], window)
    phrases = [each for each in (one, other) if isinstance(each, tree.Phrase) and " " in each.text]
    return tree.conjunction(*phrases, near)


def _words(node: tree.Node) -> tuple[str, str | None] | None:
    """The words of a node and their field."""
    match node:
        case tree.Word(text, field) | tree.Phrase(text, field, None, False):
            return text, field
        case tree.Prefix(text, field):
            return text + "*", field
        case tree.Wildcard(pattern, field):
            return pattern, field
    return None
