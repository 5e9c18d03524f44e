"""What stands with the names of people on their line: titles, degrees, groups, marks of notes."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.name_forms import CAPITAL
from searcher.formats.page.words.lists import DIGIT, by_initial, has_any
from searcher.lazy import lazy_pattern

LONGEST_LIST = 3000
"""Characters of a line of names at most."""

_DEGREES = (
    r"M\.?D,P[hH]\.?\s?D,M\.?Sc,B\.?Sc,MPH,M\.?S,B\.?S,MBBS,MBChB,M\.?B,FRCPC?,FRCS,FACP,FACS,"
    r"Pharm\.?\s?D,R\.?N,BA,MA,MBA,DO,DDS,DVM,Dr\.?\s?med,MHS,MRCP,MRCS,FAAD,DrPH,ScD,MSCE,MMSc,"
    r"M\.?Med,FRACP,DPhil,D\.?Phil,PA-C,NP,BPharm,MPharm,DNB,DM,MHSc,MSPH,B\.?Ch(?:ir)?,"
    r"M\.?B\.?Ch\.?B,B\.?A\.?O,M\.?P\.?H,M\.?B\.?A,Psy\.?D,R\.?Ph,BCPS,Sc\.?D,D\.?Sc,M\.?Phil,"
    r"MRCGP,FRCPath,B\.?H\.?Sc,CSc,DrSc,д\.\s?(?:м|б|фарм)\.\s?н,к\.\s?(?:м|б|фарм)\.\s?н,"
    r"F\.?R\.?C\.?P,Jr,III,II"
)
_WORD_BEGINS = r"(?<!\w.)"
_A_DEGREE = rf"(?:{by_initial(_DEGREES.split(','), before=_WORD_BEGINS)})(?![^\W\d_])"
_DEGREE = lazy_pattern(_A_DEGREE)
_AROUND_DEGREE = lazy_pattern(rf",?\s*\(?{_A_DEGREE}\.?\)?(?:\d+(?:,\d+)*)?")
# What a text with a degree holds: most have none and are not searched.
_LAST_DEGREE = lazy_pattern(rf".*,\s?{_A_DEGREE}[.,;]?\d*\s(?=[{CAPITAL}])")
# "A. Lee, MD", not "cobalt(II)" or "LC-MS/MS"
_OWN_DEGREE = lazy_pattern(rf"[\s,]{_A_DEGREE}")
_DEGREE_START = lazy_pattern(r"[BCDFIJMNPRS](?<!\w.)[A-Zchrs.]")
# Titles before a name: "Prof. Dr. med.", "dr hab. n. med.", "Uzm. Dr.", "доцент".
_TITLES = (
    r"prof(?:essor|\.?\s?ssa)?,dr,doc,doz,pd,dott(?:\.ssa|oressa)?,uzm,öğr,gör,üyesi,doç,yrd,arş,"
    "mudr,mvdr,pharmdr,rndr,mgr,lek,hab,med,mag,farm,prim,assoc,assist,mr,mrs,ms,доц,доцент,проф,"
    r"профессор,професор,акад,академик,к\.\s?(?:м|б|фарм)\.\s?н,д\.\s?(?:м|б|фарм)\.\s?н,"
    r"n(?=\.\s(?:med|farm))"
)
_TITLED = lazy_pattern(rf"[\s,;](?:{by_initial(_TITLES.split(','))})\b")
_HONORIFICS = lazy_pattern(
    rf"(?<![^\s,;])(?:(?i:{_TITLES.replace(',', '|')})\b\.?\s+)+(?=[{CAPITAL}])"
)
# "Kim MS, Lee YH", "Kim M.D., Lee Y.": initials, not degrees.
_SHORT_NAME = rf"[{CAPITAL}][\w'’-]+ (?:[A-Z]\.?[ -]?){{1,3}}(?:\d+(?:,\d+)*)?"
_SURNAMES_FIRST = lazy_pattern(rf"(?:{_SHORT_NAME},\s)+{_SHORT_NAME}")
_ET_AL = lazy_pattern(r"…|\.\.\.|\bet\.?\s*al\b")
_MORE_AUTHORS = lazy_pattern(r",?\s*\+\s?\d+ (?:more |other )?authors?,?")
# "Ann Lee, Bo Ek, the Example Study Group on Fever": who signs with the authors.
_A_COLLECTIVE = (
    r"(?:Group|Groupe|Gruppe|Grupo|Gruppo|Consortium|Network|Investigators|Collaborat(?:ion|ors|ive)"
    r"|Committee|Registry|Initiative|Team|Task Force|Working Party)\b"
)
_COLLECTIVE = lazy_pattern(_A_COLLECTIVE)
_COLLECTIVE_LAST = lazy_pattern(
    rf",\s(?:and\s|&\s)?(?:the\s)?[^,;]{{0,80}}\b{_A_COLLECTIVE}[^,;]*$"
)
# "Ann Lee, Academic Editor"
_EDITOR = lazy_pattern(r",\s(?:[A-Z][a-z]+ )?[Ee]ditor$")
_GROUP_MARKS = (" the", "uthor", "Article", "ORCID")
_GROUP = lazy_pattern(
    rf",?\s(?:and\s)?(?:for|on behalf of) the\s.*$|\s(?:and|&) the\s.*\b{_A_COLLECTIVE}.*$"
    r"|\s[A-Z]{4,}(?:\s(?:[A-Z]{4,}|&))+$"
    r"|\s(?:Authors?|Article) (?:Info|Information|Details|Notes|Affiliations)\b.*$"
    r"|\s(?:View|Show) (?:all )?authors\b.*$|(?:View )?ORCID (?:Profile|iD)\s"
    r"|(?:E-?mail|Corresponding) author\b"
)
_ORCID = lazy_pattern(
    r"(?:https?://)?orcid\.org/[\dX-]+\s?|\bORCID:?\s(?=https?)"
    r"|(?<=[^\s])(?<!View)\s?ORCID(?: iD)?(?![A-Za-z]| Profile)"
)
# "Mirela IonescuView ORCID Profile Adaeze Nwosu"
_BEFORE_PROFILE = lazy_pattern(r"(?<=[^\W\d_])(?=(?:View )?ORCID (?:Profile|iD)\s)")
_LEADING_MARKS = lazy_pattern(r"(?:[\d*†‡§¶\s]+|(?:[Aa]nd|&|y|[Ee]t|[Uu]nd|e|[Bb]y)\s)+")
_TRAILING_MARKS = lazy_pattern(
    r"(?:\s?\[[^\]]*\]|\s?\([^)]*\)|[\s\d*†‡§¶‖#∥⁎∗¹²³⁰-⁹✉+]|(?<=\d)[a-z]|(?<=[\s,])[a-h](?=$"
    r"|[\s,])|(?<=,)[a-z](?=,|$))+$"
)
# Those that are taken off without a pattern.
_PLAIN_MARKS = " 0123456789*†‡§¶‖#∥⁎∗¹²³✉+"
_SUPERSCRIPTS = lazy_pattern(
    rf"(?<=[^\W\d_{CAPITAL}])(?:\s?\d{{1,2}}\)?(?:[,\s–-]*\d{{1,2}}\)?)*(?:[A-H]{{1,8}}\b)?)(?:\s?,?\s?[*†‡§¶#✉])*(?=[,;]"
    rf"|\s?(?:and|&)\s|\s[{CAPITAL}]|$)"
)
_BRACKETED_MARKS = lazy_pattern(r"\s?\(\d{1,2}(?:\s?[,;–-]\s?\d{1,2})*\)")
_AND = lazy_pattern(r"[\s,;](?:and|&|und|et|y|e|i|a|ve|og|och|en|dan|и|та|și|és)\s")
# A lone letter is also a part of names: "Ana dos Santos e Silva".
_MARKED_AND = lazy_pattern(
    rf"\s*(?:,|;|\s)\s*(?:(?:and|&|und|et|ve|og|och|en|dan|и|та|și|és)\s+(?=\W*[{CAPITAL}])"
    rf"|[yeia]\s+(?=\W*[{CAPITAL}][^\s,;]*[\s.][^\s,;]))"
)


def without_identifiers(text: str) -> str:
    """A line of names without ORCID's links and buttons behind each."""
    if "orcid.org" not in text and "ORCID" not in text:
        return text
    text = _ORCID.sub(" ", _BEFORE_PROFILE.sub(", ", text[:LONGEST_LIST]))
    return " ".join(text.split())


def without_et_al(text: str) -> str:
    """A text up to "et al.", where it says so."""
    told = " et" in text or ",et" in text or "…" in text or "..." in text
    others = _ET_AL.search(text) if told else None
    return text[: others.start()].rstrip().removesuffix(",") if others else text


def without_titles(text: str) -> str:
    """Names without what stands before them: "Prof. Dr. med."."""
    return _HONORIFICS.sub("", text) if _TITLED.search(f" {text}".lower()) else text


def without_groups(text: str) -> str:
    """Names without groups that sign with them, and without a site's words behind the last one."""
    if "author" in text:
        text = _MORE_AUTHORS.sub(",", text)
    capitals = text[-4:].isupper() and not text.isupper()
    if capitals or text[-1:] == "&" or has_any(text, _GROUP_MARKS):
        text = _GROUP.sub("", text)
    if text.endswith("ditor"):
        text = _EDITOR.sub("", text)
    if "," in text and _COLLECTIVE.search(text, text.rfind(",")):
        text = _COLLECTIVE_LAST.sub("", text)
    return text.rstrip(" .,;").removesuffix(" and").removesuffix(" &").rstrip(" ,;")


def without_degrees(text: str) -> str:
    """Names without the degrees behind them; initials behind surnames are none."""
    if not (_DEGREE_START.search(text) and _DEGREE.search(text)) or _SURNAMES_FIRST.fullmatch(text):
        return text
    return _AROUND_DEGREE.sub(_between, text)


def _between(found: re.Match[str]) -> str:
    """What is left of a degree: a space where a word is glued to it ("M.D.May 7, 2009")."""
    return " " if found.string[found.end() : found.end() + 1].isalpha() else ""


def with_commas(text: str) -> str:
    """Names with commas, or semicolons, for marks and words that stand between them."""
    if "(" in text:
        text = _BRACKETED_MARKS.sub(",", text)
    if DIGIT.search(text):
        text = _SUPERSCRIPTS.sub(",", text)
    return _MARKED_AND.sub("; " if ";" in text else ", ", text) if _AND.search(text) else text


def without_marks(name: str) -> str:
    """A name without the marks of notes and addresses around it, and without the words before."""
    name = name.rstrip(_PLAIN_MARKS)
    # What is no letter in front of them, or a lone one, may be a mark itself.
    if not (name[-2:].isalpha() or name[-1:] == "." or name[-1:].isupper()):
        name = _TRAILING_MARKS.sub("", name)
    # Few names begin as words for "and" do.
    if not name[:1].isupper() or name[0] in "AEUB":
        mark = _LEADING_MARKS.match(name)
        name = name[mark.end() :] if mark else name
    return name


def has_degrees(text: str) -> bool:
    """Whether two people at least have their degrees behind their names."""
    return _DEGREE_START.search(text) is not None and len(_OWN_DEGREE.findall(text)) > 1


def after_degrees(text: str) -> str:
    """What stands behind the last degree of the people that a text begins with, or all of it."""
    found = _LAST_DEGREE.match(text) if _DEGREE_START.search(text) else None
    return text[found.end() :] if found else text
