"""The journal where only notices name it: copyright, licence, subscription, an invitation."""

from __future__ import annotations

from searcher.formats.page.citation.names import says_it_is_a_journal
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.masthead import Facts, Place
from searcher.formats.page.words.journals import OPENING_NOUNS, OPENING_NOUNS_ABROAD
from searcher.lazy import lazy_pattern

_CAPITAL = r"[A-ZÀ-Ý](?:[^\W\d_]|['’-])*"
_SMALL = r"(?:of|the|and|for|in|on|de|des|du|del|della|di|la|el|y|e|et|für|da|do|dos|das|&)"
_NOUNS = "|".join(noun.title() for noun in (*OPENING_NOUNS, *OPENING_NOUNS_ABROAD, "dergisi"))
_NOUN = lazy_pattern(_NOUNS)
NAMED_AMID = lazy_pattern(
    rf"(?:{_CAPITAL}\s(?:{_SMALL}\s){{0,2}}){{0,5}}(?:{_NOUNS})\b"
    rf"(?:\s(?:{_SMALL}\s){{0,2}}{_CAPITAL}){{0,7}}"
)
"""The name of a journal amid a sentence: capitals around a word for a journal."""

# "Google Scholar | PubMed | Ward Journal": where to search for more of the same author.
_SERVICES = lazy_pattern(r"(?:^|\|\s?)(?:Google Scholar|PubMed|Scopus|Medline|Crossref)(?:\s?\||$)")
# "Society for Publication of Acta Parva"
_BODY = lazy_pattern(
    r".*\b(?:Society|Association|Publication|Publisher|Board|Office|Editors?|Foundation|Council)\s"
    r"(?:for|of|in)\s"
)
# "Ann Lee, Bo Ek in Journal of Wards (2006)"
_IN = lazy_pattern(rf".*\sin\s(?=(?:{_CAPITAL}\s){{0,3}}(?:{_NOUNS})\b)")
# "© 2003 Ward Letters This open-access article": the next sentence, whose full stop is lost.
_NEXT_SENTENCE = lazy_pattern(r"\s(?:This|These|Published)\b.*$")
# What stands before a name with a capital of its own: "Browse Journal", "About Annals of Wards".
_LEADS = lazy_pattern(
    r"^(?:The|This|Our|Copyright|Subscribe|About|Official|Home|Logo|Cover|Follow|Visit|Browse|Search"
    r"|View|Read|Explore|Submit|Current|Online|Full|Free|Source)\s"
)


# "© 2019 The Authors. Ward Letters published by Example Press on behalf of the Ward Society"
_HELD = lazy_pattern(
    r"(?:©|\([cC]\)|Copyright)[\s©]{1,3}(?:(?:19|20)\d\d,? )?The Author\(?s?\)?[.,]?"
    r"(?: (?:19|20)\d\d[.,]?)? (?P<name>[A-Z][^.©]{2,90}?),? (?:is )?published by "
)


def read_notices(facts: Facts, places: list[Place]) -> None:
    """The one name of a journal that the page says, as long as it says no other."""
    if "journal" in facts.values:
        return
    named: dict[str, tuple[str, Place]] = {}
    for place in places:
        if "published by" in place.line.text and (held := _HELD.match(place.line.text)):
            facts.put("journal", clean_journal(held["name"]), "rights", place.line, 0.7)
        links = "|" in place.line.text and _SERVICES.search(place.line.text)
        if links or len(place.line.text) > 1500 or not _NOUN.search(place.line.text):
            continue
        for found in NAMED_AMID.finditer(place.line.text):
            if place.cited and place is places[-1] and found.end() == len(place.line.text):
                # A citation goes on with numbers: the page ends amid the name.
                continue
            said = _NEXT_SENTENCE.sub("", found[0])
            name = clean_journal(_LEADS.sub("", _IN.sub("", _BODY.sub("", said)), count=1))
            if name and says_it_is_a_journal(name):
                named.setdefault(name.casefold().removeprefix("the "), (name, place))
    if len(named) == 1 and "journal" not in facts.values:
        name, place = next(iter(named.values()))
        facts.put("journal", name, "only journal named", place.line, 0.5)
