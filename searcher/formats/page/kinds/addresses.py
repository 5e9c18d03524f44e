"""Where people work or can be reached."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.kinds.sentences import CACHED, is_running, is_sentence
from searcher.formats.page.words.lists import BETWEEN, by_initial
from searcher.formats.page.words.places import PLACES
from searcher.formats.page.words.sites import COUNTRIES
from searcher.lazy import lazy_pattern

# In a text with a blank before it, found where the word begins in the text itself.
_ADDRESS = lazy_pattern(rf"{BETWEEN}(?:{by_initial(PLACES)})\b")
# "1Dr. Brown is Director, Ward Clinic", "Ms. Lee is with": what people are.
_PERSON = lazy_pattern(
    r"[\W\d]{0,5}(?:Drs?|Prof|Mr|Mrs|Ms)\.?\s[A-ZÀ-Ý][^;]{1,60}?\s(?:is|are)\s(?:[a-z]+\s){0,4}"
    r"(?:[A-Z]|(?:from|with|at)\s|(?:director|professor|fellow|resident|instructor)\b)"
)
# How titles end that speak of a hospital: as a study, a report, an effect.
_ASIAN_TITLE = lazy_pattern(
    "(?:分析|研究|探讨|探討|调查|調查|調査|观察|觀察|报告|報告|报道|影响|影響|评价|評價|評価|比较|比較"
    "|进展|進展|综述|綜述|体会|應用|应用|检讨|検討|[1-9一]例|症例|실태|영향|연구|보고|분석|평가|고찰|조사"
    "|비교|[1-9]예|증례|효과|현황|동향|특징|치료|진단|관리|사례"
    "|양상|특성|요인|예방|经验|經驗|経験|护理|護理|监护"
    "|現状|现状|実態|动向|動向|特征|特徴|策略|治疗|治療|诊断|診断)$"
)
_ASIAN_PLACE = lazy_pattern(
    "大学|大學|学院|學院|医院|醫院|研究所|研究院|病院|병원|대학교|의과대학|학교실|연구소"
)
# A longer word in lower case, such as few addresses have before the kind of place.
_TOLD = lazy_pattern(r"(?<![^\s(])[a-zà-ÿа-яё][a-zà-ÿа-яё-]{4,}")
# "A hospital based study in Lund", "the laboratory profile of poisoning"
_BASED = lazy_pattern(
    r"[ -](?:based|acquired|wide|associated|related|onset|admissions?|stay|profiles?|findings?"
    r"|parameters?|features?|data|tests?|values?|outcomes?|patients?|visits?|cases?)\b"
)
_TOWN = lazy_pattern(r",\s(?:[A-ZÀ-Ý][\w.'’ -]*[ -])?[A-ZÀ-Ý][\w.'’]+[.;]?$")
# A number of four to six figures, but no year.
_CODE = lazy_pattern(r"[0-9](?<!\w.)(?!(?:(?<=1)9|(?<=2)0)\d\d\b)\d{3,5}\b")
_WHERE = lazy_pattern(r"\b(?:[Ii]n|[Aa]mong|[Bb]etween|[Dd]uring) ")
# "a.lee@ward.org", but not "Silver@Gold Particles"
MAIL = lazy_pattern(r"@\s?[\w-]+\s?[.(\[]|@\s?$")
# What puts things in relation to each other, as no address does before the place.
_RELATION = lazy_pattern(r"\b(?:among|between|during|versus|after|before|using)\s", re.IGNORECASE)
# "Hospital gowns as a vehicle", "in an intensive care unit"
_ARTICLE = lazy_pattern(r"\b(?:as|at|in|of|with|for|to|by|from) an? [a-z]")
_VERB = lazy_pattern(r"\b(?:was|were|is|are|has|have|had|we|may|can|should|fue|wurde|est|ont)\b")


@lru_cache(maxsize=CACHED)
def is_address(text: str) -> bool:
    """Whether a line gives where people work or can be reached."""
    if len(text) > 700:
        return False
    if "@" in text and len(text) < 300 and MAIL.search(text):
        return True
    place = len(text) < 100 and has_signs(text) and _ASIAN_PLACE.search(text)
    if place and not is_sentence(text.rstrip(";；")):
        return _ASIAN_TITLE.search(text) is None
    if text.count(",") > 1 and text.rstrip(".;").endswith(COUNTRIES) and not _TOLD.search(text):
        # "Care for the Old, Lund, Sweden"; titles have longer words in lower case, or tell where.
        return _WHERE.search(text) is None or _ADDRESS.search(f" {text.lower()}") is not None
    if (text[:1] in "DPM" or not text[:1].isalpha()) and _PERSON.match(text):
        return True
    head = f" {text[:200].lower()}"
    told = text.count(",") >= 2 or text[:1].isdigit() or _names_a_town(text)
    # Without a second comma, a town or a number, only what begins as an address can be one.
    place = _ADDRESS.search(head) if told else _ADDRESS.match(head)
    if not place or _VERB.search(head) or is_running(text):
        return False
    if head[: place.start() + 1].rstrip(" -").endswith(" single"):
        return False  # "Single centre, double blind, randomised study": a design
    if len(_TOLD.findall(text[: place.start()])) > 1:
        # "Adverse reactions in patients of a university hospital, Sweden"
        return False
    if _ARTICLE.search(text) or _is_told_of(text[: place.start()]) or _is_of_compound(head, place):
        return False
    return told or len(_ADDRESS.findall(head)) > 1


def opens_with_place(text: str) -> bool:
    """Whether the first piece of a line between commas names a place of work."""
    opening, comma, _ = text.partition(",")
    return bool(comma) and _ADDRESS.search(f" {opening.lower()}") is not None


def opens_as_address(text: str) -> bool:
    """Whether a line begins with a kind of place where people work, and does not speak of it."""
    head = f" {text[:200].lower()}"
    place = _ADDRESS.match(head)
    return place is not None and _BASED.match(head, place.end()) is None


def _names_a_town(text: str) -> bool:
    """Whether a line ends with a town, or has the number of a street or a town."""
    comma = text.rfind(",")
    if comma >= 0 and _TOWN.match(text, comma):
        return True
    return _CODE.search(text) is not None


def _is_of_compound(head: str, place: re.Match[str]) -> bool:
    """Whether a kind of place is a part of a word that tells more: "in-hospital", "School-Age"."""
    compound = head[place.end() : place.end() + 1] == "-" and head[place.end() + 1].isalpha()
    within = head[: place.start() + 1].endswith((" in-", " out-of-"))
    return compound or within or _BASED.match(head, place.end()) is not None


def _is_told_of(before: str) -> bool:
    """Whether what stands before the kind of place is the beginning of a title: "Outcome of a free
    asthma clinic at the hospital of ..."."""
    if _RELATION.search(before):
        return True
    words = before.rpartition(",")[2].lower().split()
    small = bool({"a", "an", "at", "in", "among", "with"} & set(words))
    return small and len(words) > 3 and not any(map(str.isdigit, before))
