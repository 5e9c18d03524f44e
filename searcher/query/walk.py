"""Tokens to a tree: the one walk over a query that is more than plain words."""

from __future__ import annotations

from collections.abc import Mapping

from searcher.errors import QueryError
from searcher.frozen import replace
from searcher.query import dates, lexer, pasted, tags, tree
from searcher.query.groups import MAX_DEPTH, Folder, Group, Operand, Operator
from searcher.query.lexer import Token
from searcher.query.plain import Match
from searcher.query.tagged import Tagger

MAX_CLAUSES = 1000
"""Words and phrases in a query with operators; more is refused, since a cut would change it."""

MAX_WARNINGS = 20


class Walk:
    """One walk over the tokens, with a stack of the groups that are open."""

    def __init__(self, text: str, match: Match, lines: Mapping[int, tree.Node] | None) -> None:
        self.text = text
        self.lines = lines
        self.warnings: dict[str, None] = {}
        self.folder = Folder(text, self.warn, match == "all")
        self.tagger = Tagger(self.warn)
        found = lexer.Lexer(text)
        tokens = found.run()
        for warning in found.warnings:
            self.warn(warning)
        self.tokens = pasted.understood(tokens, text, lines, found.is_pasted, self.warn)
        self.at = 0
        self.group = Group(0, ranked=True)
        self.outer: list[Group] = []
        self.count = 0

    def warn(self, message: str) -> None:
        self.warnings[message] = None

    def run(self) -> tuple[tree.Node, tuple[str, ...]]:
        """The tree, and what was dropped or changed."""
        while token := self._next():
            self._token(token)
        if words := self._take_words():
            self._add(*self.tagger.words(words))
        if self.outer:
            raise QueryError("this parenthesis is never closed", self.text, self.group.start)
        if self.group.boolean and self.count > MAX_CLAUSES:
            raise QueryError(f"the query has more than {MAX_CLAUSES:,} clauses", self.text)
        node = self.folder.fold(self.group).node
        if node is None:
            self.warn("there is nothing to search for in this query")
            node = tree.Not(tree.Everything())
        return node, self._warnings()

    def _warnings(self) -> tuple[str, ...]:
        found = tuple(self.warnings)
        if len(found) > MAX_WARNINGS:
            more = len(found) - MAX_WARNINGS
            found = (*found[:MAX_WARNINGS], f"and {more:,} more such warnings")
        return found

    def _next(self, kind: str = "") -> Token | None:
        """The next token, if there is one (of this kind)."""
        if self.at == len(self.tokens) or (kind and self.tokens[self.at].kind != kind):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def _next_tag(self) -> tags.Tag | None:
        token = self._next("tag")
        return tags.resolve(token.text) if token else None

    def _token(self, token: Token) -> None:
        if token.kind == "word":
            self.group.words.append(token)
            return
        words = self._take_words()
        if words and token.kind == "tag":
            self._add(*self.tagger.claim(words, tags.resolve(token.text)))
            return
        if words:
            self._add(*self.tagger.words(words))
        match token.kind:
            case "tag":
                self.warn(f"[{token.text}] has nothing before it to apply to and was left out")
                self._add(Operand(None, token.start))
            case "field":
                self._field(token)
            case "quoted":
                self._add(self.tagger.quotation(token, self._next_tag()))
            case "operator":
                self.group.boolean = True
                self.group.items.append(Operator(token.text, token.start))
            case "sign":
                self.group.next_sign = token.text
            case "reference":
                self._reference(token)
            case "left_out":
                self._add(Operand(None, token.start, plain=True))
            case "open":
                self._open(Group(token.start))
            case "close":
                self._close(token)

    def _take_words(self) -> list[Token]:
        """Plain words read so far; a colon that goes before them may join two dates."""
        words, self.group.words = self.group.words, []
        if words and words[0].text == ":":
            self.group.span = True
            return words[1:]
        return words

    def _add(self, *operands: Operand | Operator) -> None:
        """Put operands into the group; what is not a plain word makes the group Boolean."""
        group = self.group
        for operand in operands:
            if isinstance(operand, Operator):
                group.boolean = True
                group.items.append(operand)
                continue
            if group.span and self._joins_dates(operand):
                continue
            sign, group.next_sign, group.span = group.next_sign, "", False
            if not operand.plain and not sign:
                group.boolean = True
            self.count += 1
            same = operand.sign == sign
            group.items.append(operand if same else replace(operand, sign=sign))

    def _joins_dates(self, operand: Operand) -> bool:
        """Two dates with a colon between them: "2012"[dp] : "2021"[dp], "2012":"2021"[dp]."""
        items, high = self.group.items, operand.node
        before = items[-1] if items else None
        if not (isinstance(before, Operand) and isinstance(high, tree.Range)):
            return False
        low = before.node
        if isinstance(low, tree.Phrase) and low.field is None:
            low = dates.span(low.text, high.field, lambda message: None)
        if not isinstance(low, tree.Range):
            return False
        items[-1] = replace(before, node=replace(low, high=high.high), plain=False)
        self.group.boolean, self.group.span = True, False
        return True

    def _field(self, name: Token) -> None:
        if opened := self._next("open"):
            if name.text.lower() == "any":
                self._open(Group(opened.start, ranked=True))
            else:
                self._open(Group(opened.start, tag=tags.of_field(name.text)))
            return
        value = self._next()
        assert value is not None, "the lexer gives no field without a value"
        self._add(self.tagger.value(name, value))

    def _reference(self, token: Token) -> None:
        number = int(token.text)
        if self.lines is None:
            self.warn(f"#{number} names a line of a file of queries; searched as a word")
            self.group.words.append(replace(token, kind="word"))
        elif number in self.lines:
            self.count += tree.size(self.lines[number])
            self._add(
                Operand(self.lines[number], token.start, depth=tree.depth(self.lines[number]))
            )
        else:
            raise QueryError(f"there is no line #{number} before this one", self.text, token.start)

    def _open(self, group: Group) -> None:
        if len(self.outer) >= MAX_DEPTH:
            raise QueryError(f"parentheses nest deeper than {MAX_DEPTH}", self.text, group.start)
        group.sign, self.group.next_sign = self.group.next_sign, ""
        self.outer.append(self.group)
        self.group = group

    def _close(self, token: Token) -> None:
        if not self.outer:
            raise QueryError("this parenthesis was never opened", self.text, token.start)
        inner, self.group = self.group, self.outer.pop()
        if not inner.items:
            self.warn("“()” has nothing in it and was left out")
        operand = self.folder.fold(inner)
        for tag in (inner.tag, self._next_tag()):
            if tag is not None:
                operand = self.tagger.group(operand, tag)
        self.group.next_sign = inner.sign
        self._add(operand)
