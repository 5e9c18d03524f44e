"""Words with the tag behind them or the field before them, to operands.

As in PubMed, a tag takes the whole run of untagged words before it: skin rash[ti] is the phrase
"skin rash" in the title.
"""

from __future__ import annotations

from searcher import schema
from searcher.frozen import replace
from searcher.lazy import lazy_pattern
from searcher.query import dates, dialects, filters, leaves, tree
from searcher.query.dates import Warn
from searcher.query.groups import Operand, Operator
from searcher.query.lexer import Token
from searcher.query.tags import Tag, nearest, of_field, what_is

_ONE_WORD = {"doi", "pmid", "pmcid", "docid", "volume", "issue", "pages"}
_HEADINGS = {"mh", "heading", "majr", "major"}
_SMALL = {"and", "or", "not"}
_SILENT = set("-–—,;.:/·•…'*?!")
_IN_STEAD = {"|": "OR", "||": "OR", "&": "AND", "&&": "AND"}
_DOTS = "write 2012:2021[dp] or 2012..2021 for dates"
_INITIALS = lazy_pattern(r"^[^,]*\w{2}[^,]*\s[A-Za-z]{1,3}\.?$")


class Tagger:
    """Makes operands of words; warns about what it must change."""

    def __init__(self, warn: Warn) -> None:
        self.warn = warn

    def words(self, words: list[Token]) -> list[Operand | Operator]:
        """Words that no tag has claimed, each for itself, and what asks for nearness between."""
        last = words[-1].text
        if last.endswith("/") and (len(last) > 3 or words[0].text.lower() == "exp"):
            return [*self._ovid_heading(words)]
        return [self._alone(word) for word in self._nearby(words)]

    def _alone(self, word: Token) -> Operand | Operator:
        if word.kind == "operator":
            return Operator("NEAR", word.start, dialects.window(word.text) or 0, word.text)
        if word.kind == "quoted":
            return replace(self.quotation(word, None), plain=False)
        return self._word(word)

    def claim(self, words: list[Token], tag: Tag) -> list[Operand | Operator]:
        """Words with a tag behind them; what the tag takes is the last operand."""
        words = self._nearby(words)
        if words[0].kind == "operator" and len(words) > 1:
            return [self._alone(words[0]), *self.claim(words[1:], tag)]
        for word in (word for word in words if word.kind == "operator"):
            self.warn(f"“{word.text}” needs a word on each side; searched with AND instead")
        words = [word for word in words if word.kind != "operator"] or words
        if any(word.kind == "quoted" for word in words):
            return [self.quotation(replace(word, kind="quoted"), tag) for word in words]
        start = len(words) - 1 if self._takes_one(words, tag) else 0
        if start == 0 and len(words) > 1 and words[0].text in _SMALL:
            start = 1
        before, words = words[:start], words[start:]
        if tag.field == "mh" and words[0].text.lower() == "exp" and len(words) > 1:
            words = words[1:]
        text = " ".join(word.text for word in words)
        if tag.kind == "left_out":
            self.warn(_not_served(tag, text))
            return [*map(self._word, before), Operand(None, words[0].start)]
        if tag.field == "pmid" and len(before) == sum(
            word.text.strip(",;").isdigit() for word in before
        ):
            return [self._any_pmid([*before, *words])]
        if tag.kind in ("unknown", "unserved"):
            self.warn(_not_served(tag, text))
            return [replace(each, plain=False) for each in map(self._word, [*before, *words])]
        node = self._claimed(text, tag)
        return [*map(self._word, before), Operand(node, words[0].start)]

    def _nearby(self, words: list[Token]) -> list[Token]:
        """Two words with adj3 or NEAR/3 between them become one quotation with a window."""
        joined: list[Token] = []
        rest = iter(words)
        for word in rest:
            window = dialects.window(word.text)
            if window is None:
                joined.append(word)
                continue
            after = next(rest, None) if joined and joined[-1].kind == "word" else None
            if after is None:
                joined.append(replace(word, kind="operator"))
                continue
            before = joined.pop()
            both = Token("quoted", f"{before.text} {after.text}", before.start, str(window))
            self.warn(
                f"“{before.text} {word.text} {after.text}” was read as “{both.text}”~{window}"
            )
            joined.append(both)
        return joined

    def quotation(self, token: Token, tag: Tag | None) -> Operand:
        """Words between quotation marks, perhaps with a tag behind them."""
        window = int(token.near[:6]) if token.near.isdigit() else None
        tag = tag or Tag("field", "")
        plain = tag.name == ""
        if tag.kind in ("filter", "subheading") or tag.field in _HEADINGS:
            return Operand(self._claimed(token.text, tag, quoted=True), token.start)
        if tag.kind != "field":
            self.warn(_not_served(tag, token.text))
            if tag.kind == "left_out":
                return Operand(None, token.start)
            tag = Tag("field", "")
        window = tag.window if window is None else window
        sentence = tag.sentence or token.near == "s"
        node = self._phrase(token.text, tag.field, window, sentence)
        if node is None:
            self.warn(f'“"{token.text}"” has nothing to search for and was left out')
        return Operand(node, token.start, plain=plain)

    def value(self, name: Token, value: Token) -> Operand:
        """name:word or name:"words"; has:name."""
        if name.text.lower() == "has":
            return self._has(value)
        tag = of_field(name.text)
        if tag.kind != "field":
            self.warn(_not_served(tag, value.text, name.text + ":"))
            node = leaves.word(value.text, None, self.warn)
            return Operand(node, name.start)
        if value.kind == "quoted":
            return replace(self.quotation(value, tag), start=name.start, plain=False)
        return Operand(self._claimed(value.text, tag), name.start)

    def group(self, operand: Operand, tag: Tag) -> Operand:
        """A tag or a field around parentheses: it goes to every word that has none of its own."""
        if tag.kind in ("filter", "subheading"):
            self.warn(f"[{tag.name}] goes behind one name, not behind parentheses; left out")
        elif tag.kind != "field":
            self.warn(_not_served(tag, "(…)"))
        elif tag.field and operand.node:
            return replace(operand, node=leaves.qualified(operand.node, tag.field, self.warn))
        return operand

    def _word(self, word: Token) -> Operand:
        if word.text.lower() in ("or", "not"):
            small = " in small letters" if word.text.islower() else ""
            self.warn(
                f"“{word.text}”{small} is searched as a word; "
                f"write {word.text.upper()} for the operator"
            )
        if word.text.lower() == "hasabstract":
            return Operand(tree.Exists("abstract"), word.start)
        if word.text.endswith(":") and schema.find_field(word.text[:-1]):
            self.warn(f"“{word.text}” names a field only without a blank behind it")
        if ":" in word.text and dates.is_span(word.text):
            self.warn(f"“{word.text}” without [dp] is searched as words; {_DOTS}")
        node = leaves.word(word.text, None, self.warn)
        if node is None and not _SILENT.issuperset(word.text):
            hint = _IN_STEAD.get(word.text, "")
            hint = f"; write {hint} for the operator" if hint else ""
            self.warn(f"“{word.text}” has nothing to search for and was left out{hint}")
        return Operand(node, word.start, plain=not isinstance(node, tree.Range))

    def _takes_one(self, words: list[Token], tag: Tag) -> bool:
        """Whether the tag is of a kind whose values are single words."""
        if tag.field is not None and schema.kind_of(tag.field) == "date":
            return dates.span(" ".join(word.text for word in words), tag.field, _ignore) is None
        return tag.field in _ONE_WORD or any(leaves.is_fuzzy(word.text) for word in words)

    def _any_pmid(self, words: list[Token]) -> Operand:
        """As in PubMed, a list of PMIDs is any of them."""
        nodes = [leaves.word(word.text.strip(",;"), "pmid", self.warn) for word in words]
        known = [node for node in nodes if node is not None]
        return Operand(tree.disjunction(*known) if known else None, words[0].start, depth=2)

    def _claimed(self, text: str, tag: Tag, *, quoted: bool = False) -> tree.Node | None:
        if tag.kind == "filter":
            return filters.node(text, self.warn)
        if tag.kind == "subheading":
            return self._phrase(f"*/{dialects.subheading(text)}", "heading")
        if tag.field in _HEADINGS:
            text = dialects.heading(text)
        if quoted or tag.window is not None or tag.sentence:
            return self._phrase(text, tag.field, tag.window, tag.sentence)
        if text.lower() == "hasabstract":
            return tree.Exists("abstract")
        real = [word for word in text.split() if any(map(str.isalnum, word))]
        if len(real) < 2:
            word = real[0] if real else text
            return self._dated(text, leaves.word(word, tag.field, self.warn), tag.field)
        if tag.field is not None and schema.kind_of(tag.field) == "name":
            # PubMed cuts initials off at the end: Blay J finds Blay JY; quotation marks forbid it.
            text = text.rstrip(".") + "*" if _INITIALS.match(text) else text
        return self._phrase(text, tag.field)

    def _phrase(
        self, text: str, field: str | None, window: int | None = None, sentence: bool = False
    ) -> tree.Node | None:
        node = leaves.phrase(text, field, self.warn, window, sentence)
        return self._dated(text, node, field)

    def _dated(self, text: str, node: tree.Node | None, field: str | None) -> tree.Node | None:
        """What should be a date and is none is searched as words."""
        if node is None and field is not None and schema.kind_of(field) == "date":
            self.warn(f"“{text}” is not a date (2012, 2012/06, 2012:2021); searched as words")
            return leaves.phrase(text, None, self.warn)
        return node

    def _has(self, value: Token) -> Operand:
        field = schema.find_field(value.text)
        if field == schema.ANY:
            return Operand(tree.Everything(), value.start)
        if field is None:
            self.warn(_not_served(Tag("unknown", value.text), value.text, f"has:{value.text}"))
            return Operand(leaves.phrase(value.text, None, self.warn), value.start)
        return Operand(tree.Exists(field), value.start)

    def _ovid_heading(self, words: list[Token]) -> list[Operand]:
        """Ovid writes headings with a slash behind and exp before: exp Drug Eruptions/"""
        places = [place for place, word in enumerate(words) if word.text.lower() == "exp"]
        start = places[-1] + 1 if places and places[-1] + 1 < len(words) else 0
        text = " ".join(word.text for word in words[start:]).rstrip("/")
        field = "majr" if text.startswith("*") else "mh" if start else "heading"
        before = words[: start - 1] if start else []
        node = leaves.phrase(text.lstrip("*"), field, self.warn)
        self.warn(f"“{text}/” was read as the heading {node}, as Ovid writes it")
        return [*map(self._word, before), Operand(node, words[start].start)]


def _ignore(message: str) -> None:
    """For a first look that decides nothing yet."""


def _not_served(tag: Tag, text: str, typed: str = "") -> str:
    typed = typed or f"[{tag.name}]"
    if tag.kind == "left_out":
        return f"the index has no {what_is(tag.name)} ({typed}); “{text}” was left out"
    if tag.kind == "unserved":
        return f"the index has no {what_is(tag.name)} ({typed}); “{text}” was searched as words"
    near = nearest(tag.name)
    hint = f" ({near} is)" if near else ""
    return f"{typed} is not a field{hint}; “{text}” was searched as words"
