"""Names in other forms than most pages have them: the surname first, or in capitals."""

from __future__ import annotations

from collections.abc import Sequence

from searcher.formats.page.words.lists import WORD, by_initial
from searcher.formats.page.words.no_names import NOT_NAMES
from searcher.formats.page.words.particles import PARTICLES
from searcher.lazy import lazy_pattern

CAPITAL = r"A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐΆ-ΏΑ-Ω"
"""Capitals of Latin, Cyrillic and Greek letters, as a set within a pattern."""

PARTICLE = by_initial((*sorted(PARTICLES), "y", "e", r"st\.?"))
"""What stands before a surname, or amid two, as a pattern."""

CAPITALISED = r"[A-ZÀ-Ý](?:[^\W\d_]|['’-])+"

_INVERTED = lazy_pattern(
    rf"(?:(?:{PARTICLE}) )?{CAPITALISED}(?: {CAPITALISED})?, {CAPITALISED}"
    r"(?: (?:[A-ZÀ-Ý]\.?|[A-ZÀ-Ý][\w'’-]+))?"
)
# "Lee Ann B.": the initial of a second given name stands last where the surname stands first.
_INITIAL_LAST = lazy_pattern(rf"{CAPITALISED} {CAPITALISED} [A-ZÀ-Ý]\.?")
_PLAIN = lazy_pattern(rf"{CAPITALISED} {CAPITALISED}")
# "Ortiz Pérez, Ana María1": one name with its mark.
_FAMILY_FIRST = lazy_pattern(
    rf"({CAPITALISED}(?: {CAPITALISED}){{0,2}}), ({CAPITALISED}(?: {CAPITALISED})??)\d"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文陳張劉楊黃吳趙鄭謝許蘇盧蔣葉"
    "김이박최정강조윤장임한오서신권황안송전홍유고양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연"
)
_ASIAN_NAMES = lazy_pattern(
    rf"[{_SURNAMES}]\s?[\u4e00-\u9fff\uac00-\ud7af]{{1,2}}[\d*]*"
    rf"(?:[\s,;、，；]+(?:[{_SURNAMES}]\s?[\u4e00-\u9fff\uac00-\ud7af]{{1,2}}"
    r"|[A-Z][a-z]+ [A-Z][a-z]+)[\d*]*)+$"
)
_ASIAN_GROUPS = lazy_pattern(
    r"(?:[\u4e00-\u9fff]{2,4}(?:\([^()]{1,8}\)[\u4e00-\u9fff]?)?|[\uac00-\ud7af]{2,4})[\d*]*"
    r"(?:[\s,;、，；]+(?:[\u4e00-\u9fff]{2,4}(?:\([^()]{1,8}\)[\u4e00-\u9fff]?)?"
    r"|[\uac00-\ud7af]{2,4})[\d*]*){2,};?$"
    r"|[\u4e00-\u9fff]{1,4}\s[\u3040-\u9fff]{1,4}[\d*]*"
    r"(?:[,、，]\s?[\u4e00-\u9fff]{1,4}\s[\u3040-\u9fff]{1,4}[\d*]*)+$"
)
_BRACKETED, _COMMA = lazy_pattern(r"\([^()]*\)"), lazy_pattern("[,;、，；]")
_SPACED_NAME = lazy_pattern(r"[^\W\d_]+(?: [^\W\d_]+)*")
_CAPITALS = lazy_pattern(r"[A-ZÀ-Þ]{3}")
LONGEST_INITIALS = 3
"""Letters of initials at most; longer words in capitals are names."""


def is_of_others(text: str) -> bool:
    """Whether a text has a word of sites, places and sciences, which no name has."""
    return not NOT_NAMES.isdisjoint(text.lower().replace(",", " ").split())


def read_marked_surname(text: str) -> tuple[str, ...]:
    """The name of a text that is one with its surname first and the mark of a note behind it."""
    one = _FAMILY_FIRST.fullmatch(text)
    return (f"{one[2]} {one[1]}",) if one else ()


def read_in_signs(text: str) -> tuple[str, ...]:
    """The names of a line that writes them in Chinese signs or in Hangul."""
    if not (_ASIAN_NAMES.match(text) or _ASIAN_GROUPS.match(text)):
        return ()
    listed = _BRACKETED.sub("", text)
    return tuple((_SPACED_NAME if _COMMA.search(listed) else WORD).findall(listed))


def read_inverted(text: str) -> tuple[str, ...]:
    """The names of a text in which each has its surname first: "Lee, Ann, Ek, Bo B."; empty for
    any other text."""
    parts = text.strip(" .,;").split(", ")
    names = [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=False)]
    inverted = not len(parts) % 2 and all(map(_INVERTED.fullmatch, names))
    return tuple(names) if inverted and not is_of_others(text) else ()


def surnames_first(names: list[str]) -> list[str]:
    """Names of a list that has surnames first throughout ("Lee Ann B., Ek Bo"), with commas behind
    these; the same names where it has not."""
    if not any(name[-1] == "." or name[-2] == " " for name in names):
        return names
    forms = [(_INITIAL_LAST.fullmatch(name), _PLAIN.fullmatch(name)) for name in names]
    told = any(last for last, _ in forms) and any(plain for _, plain in forms)
    if not told or not all(last or plain for last, plain in forms):
        return names
    return [name.replace(" ", ", ", 1) for name in names]


def without_capitals(names: list[str]) -> list[str]:
    """Names of a list whose surnames, or whole names, are in capitals, as others write them."""
    if not _CAPITALS.search(" ".join(names)):
        return names
    given, last = zip(*(name.rpartition(" ")[::2] for name in names), strict=True)
    plain = zip(_in_small_letters(given), _in_small_letters(last), strict=True)
    return [" ".join(filter(None, pair)) for pair in plain]


def _in_small_letters(names: Sequence[str]) -> Sequence[str]:
    """The first or the last words of names, in small letters where one of them is in capitals."""
    words = " ".join(names).split()
    if not any(len(word) > LONGEST_INITIALS and _is_in_capitals(word) for word in words):
        return names
    return [
        " ".join(word.title() if _is_in_capitals(word) else word for word in name.split(" "))
        for name in names
    ]


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word
