"""What stands between one pair of parentheses (or is the whole query), folded into one node."""

from __future__ import annotations

from collections.abc import Callable

from searcher.errors import QueryError
from searcher.frozen import frozen
from searcher.query import tree
from searcher.query.lexer import Token
from searcher.query.plain import MAX_WORDS
from searcher.query.tags import Tag

MAX_DEPTH = 64
"""How deep parentheses may nest, and how often AND and OR may take turns without them."""


@frozen
class Operand:
    """A piece with its place; node None: left out (it was said); plain: an untagged word or phrase.

    sign: "+" or "-" before it; depth: how deep its tree is.
    """

    node: tree.Node | None
    start: int
    sign: str = ""
    plain: bool = False
    depth: int = 1


@frozen
class Operator:
    """AND, OR, NOT; or NEAR with its window, and as it was typed."""

    name: str
    start: int
    window: int = 0
    typed: str = ""


class Group:
    """A group while it is read.

    ranked: plain words in it may be any of them (the whole query, any:(...)); boolean: something
    in it says otherwise; tag: the field before it; words: plain words that a tag may still claim;
    next_sign, span: a sign or a colon that waits for the next operand.
    """

    def __init__(self, start: int, *, ranked: bool = False, tag: Tag | None = None) -> None:
        self.start = start
        self.ranked = ranked
        self.tag = tag
        self.sign = ""
        self.boolean = False
        self.items: list[Operand | Operator] = []
        self.words: list[Token] = []
        self.next_sign = ""
        self.span = False


@frozen
class _Step:
    operator: str
    negated: bool
    operand: Operand


class Folder:
    """Folds groups of one query; knows its text for errors and collects warnings."""

    def __init__(self, text: str, warn: Callable[[str], None], all_words: bool) -> None:
        self.text = text
        self.warn = warn
        self.all_words = all_words

    def fold(self, group: Group) -> Operand:
        """The group as one operand; raises QueryError for an operator without its operand."""
        if group.ranked and not group.boolean:
            node = self._words([each for each in group.items if isinstance(each, Operand)])
            deep = [each.depth for each in group.items if isinstance(each, Operand)]
            return Operand(node, group.start, group.sign, depth=1 + max(deep, default=0))
        if any(isinstance(item, Operator) and item.name == "NEAR" for item in group.items):
            from searcher.query import nearness  # few queries ask for it between parentheses

            group.items = nearness.joined(group.items, self.warn)
        steps = [step for step in self._steps(group) if step.operand.node is not None]
        self._doubt_small_and(steps)
        if not steps:
            return Operand(None, group.start, group.sign)
        operand = self._left_to_right(_joined(steps), group)
        kinds = {"OR" if step.operator == "OR" else "AND" for step in steps[1:]}
        if len(kinds) > 1:
            self.warn(f"AND and OR were read from left to right: {_short(str(operand.node))}")
        return operand

    def _doubt_small_and(self, steps: list[_Step]) -> None:
        for node in (step.operand.node for step in steps if len(steps) > 1):
            if isinstance(node, tree.Word) and node.field is None and node.text.lower() == "and":
                self.warn(f"“{node.text}” is searched as a word; write AND for the operator")

    def _words(self, operands: list[Operand]) -> tree.Node | None:
        kept = [each for each in operands if each.node is not None]
        if len(kept) > 1 and any(isinstance(each.node, tree.Everything) for each in kept):
            kept = [each for each in kept if not isinstance(each.node, tree.Everything)]
            self.warn("“*” among words has nothing to search for and was left out")
        if len(kept) > MAX_WORDS:
            self.warn(f"only the first {MAX_WORDS} of {len(kept):,} words were searched")
            kept = kept[:MAX_WORDS]
        wanted = [each.node for each in kept if each.node and each.sign == ""]
        required = [each.node for each in kept if each.node and each.sign == "+"]
        excluded = [each.node for each in kept if each.node and each.sign == "-"]
        if not kept:
            return None
        if self.all_words or not wanted:
            return tree.conjunction(*wanted, *required, *map(tree.negation, excluded))
        if len(wanted) == 1 and not required and not excluded:
            return wanted[0]
        return tree.Words(tuple(wanted), tuple(required), tuple(excluded))

    def _steps(self, group: Group) -> list[_Step]:
        """Operands, each with the operator before it ("" where there is none)."""
        steps: list[_Step] = []
        operator: Operator | None = None
        negated = False
        for item in group.items:
            if isinstance(item, Operand):
                name = operator.name if operator else ""
                steps.append(_Step(name, negated != (item.sign == "-"), item))
                operator, negated = None, False
            elif item.name == "NOT":
                negated = not negated
                operator = operator or Operator("AND", item.start)
            elif operator:
                raise QueryError(f"{item.name} follows another operator", self.text, item.start)
            elif not steps:
                raise QueryError(f"there is nothing before {item.name}", self.text, item.start)
            else:
                operator = item
        if operator:
            last = group.items[-1]
            name = last.name if isinstance(last, Operator) else operator.name
            raise QueryError(f"there is nothing after {name}", self.text, last.start)
        return steps

    def _left_to_right(self, steps: list[_Step], group: Group) -> Operand:
        node, depth = _signed(steps[0]), steps[0].operand.depth
        last = ""
        for step in steps[1:]:
            kind = "OR" if step.operator == "OR" else "AND"
            right = _signed(step)
            depth = max(depth, step.operand.depth) + (1 if kind != last else 0)
            if depth > MAX_DEPTH:
                raise QueryError(
                    "AND and OR take turns too often; use parentheses",
                    self.text,
                    step.operand.start,
                )
            join = tree.disjunction if kind == "OR" else tree.conjunction
            node, last = join(node, right), kind
        return Operand(node, group.start, group.sign, depth=depth + 1)


def _joined(steps: list[_Step]) -> list[_Step]:
    """Neighbouring plain words and phrases belong together, whatever stands around them."""
    joined: list[_Step] = []
    for step in steps:
        before = joined[-1] if joined else None
        if (
            before
            and step.operator == ""
            and step.operand.plain
            and before.operand.plain
            and not step.operand.sign
            and not before.operand.sign
            and before.operand.node
            and step.operand.node
        ):
            node = tree.conjunction(before.operand.node, step.operand.node)
            operand = Operand(node, before.operand.start, plain=True, depth=2)
            joined[-1] = _Step(before.operator, before.negated, operand)
        else:
            joined.append(step)
    return joined


def _signed(step: _Step) -> tree.Node:
    assert step.operand.node is not None
    return tree.negation(step.operand.node) if step.negated else step.operand.node


def _short(text: str) -> str:
    return text if len(text) <= 200 else text[:199] + "…"
