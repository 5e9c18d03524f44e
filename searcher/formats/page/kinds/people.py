"""Lines of people: telling names from other text, and reading them."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import DIGIT, WORD, by_initial, has_any, words
from searcher.formats.page.words.no_names import NOT_NAMES, OF_JOURNALS, OF_SCIENCES

_UPPER = r"A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐΆ-ΏΑ-Ω"
PARTICLES = (
    "de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|ten|la|le|el|al|bin|ibn|y|e|zu|af|st\\.?"
)
_TOKEN = rf"(?:[{_UPPER}][\w'’`´.‐-]*|(?:{PARTICLES}|(?:d['’]|d[ae]|van)[{_UPPER}]\w+|[Oo]['’]\w+))"
_NAME = re.compile(rf"(?:Dr\.?\s|Prof\.?\s)?{_TOKEN}(?:[\s,]\s?{_TOKEN}){{1,5}}$")
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
_DEGREE = re.compile(_A_DEGREE)
_AROUND_DEGREE = re.compile(rf",?\s*\(?{_A_DEGREE}\.?\)?(?:\d+(?:,\d+)*)?")
# What a text with a degree holds: most have none and are not searched.
_LAST_DEGREE = re.compile(rf".*,\s?{_A_DEGREE}[.,;]?\d*\s(?=[{_UPPER}])")
# "A. Lee, MD", not "cobalt(II)" or "LC-MS/MS"
_OWN_DEGREE = re.compile(rf"[\s,]{_A_DEGREE}")
_DEGREE_START = re.compile(r"[BCDFIJMNPRS](?<!\w.)[A-Zchrs.]")
# Titles before a name: "Prof. Dr. med.", "dr hab. n. med.", "Uzm. Dr.", "доцент".
_TITLES = (
    r"prof(?:essor|\.?\s?ssa)?,dr,doc,doz,pd,dott(?:\.ssa|oressa)?,uzm,öğr,gör,üyesi,doç,yrd,arş,"
    "mudr,mvdr,pharmdr,rndr,mgr,lek,hab,med,mag,farm,prim,assoc,assist,mr,mrs,ms,доц,доцент,проф,"
    r"профессор,професор,акад,академик,к\.\s?(?:м|б|фарм)\.\s?н,д\.\s?(?:м|б|фарм)\.\s?н,"
    r"n(?=\.\s(?:med|farm))"
)
_TITLED = re.compile(rf"[\s,;](?:{by_initial(_TITLES.split(','))})\b")
_HONORIFICS = re.compile(
    rf"(?<![^\s,;])(?:(?i:{_TITLES.replace(',', '|')})\b\.?\s+)+(?=[{_UPPER}])"
)
_TRAILING_MARKS = re.compile(
    r"(?:\s?\[[^\]]*\]|\s?\([^)]*\)|[\s\d*†‡§¶‖#∥⁎∗¹²³⁰-⁹✉+]|(?<=\d)[a-z]|(?<=[\s,])[a-h](?=$"
    r"|[\s,])|(?<=,)[a-z](?=,|$))+$"
)
# Those that are taken off without a pattern.
_PLAIN_MARKS = " 0123456789*†‡§¶‖#∥⁎∗¹²³✉+"
# Words in lower case that are longer than particles and may stand in a line of names all the same.
_BESIDE_NAMES = words(
    "author authors behalf professor professoressa dottoressa pharmdr профессор доцент академик"
)
_LEADING_MARKS = re.compile(r"(?:[\d*†‡§¶\s]+|(?:[Aa]nd|&|y|[Ee]t|[Uu]nd|e|[Bb]y)\s)+")
_ET_AL = re.compile(r"…|\.\.\.|\bet\.?\s*al\b")
_MORE_AUTHORS = re.compile(r",?\s*\+\s?\d+ (?:more |other )?authors?,?")
# "Ann Lee, Bo Ek, the Example Study Group on Fever": who signs with the authors.
_A_COLLECTIVE = (
    r"(?:Group|Groupe|Gruppe|Grupo|Gruppo|Consortium|Network|Investigators|Collaborat(?:ion|ors|ive)"
    r"|Committee|Registry|Initiative|Team|Task Force|Working Party)\b"
)
_COLLECTIVE = re.compile(_A_COLLECTIVE)
_COLLECTIVE_LAST = re.compile(rf",\s(?:and\s|&\s)?(?:the\s)?[^,;]{{0,80}}\b{_A_COLLECTIVE}[^,;]*$")
# "Ann Lee, Academic Editor"
_EDITOR = re.compile(r",\s(?:[A-Z][a-z]+ )?[Ee]ditor$")
_GROUP_MARKS = (" the", "uthor", "Article", "ORCID")
_GROUP = re.compile(
    rf",?\s(?:and\s)?(?:for|on behalf of) the\s.*$|\s(?:and|&) the\s.*\b{_A_COLLECTIVE}.*$"
    r"|\s[A-Z]{4,}(?:\s(?:[A-Z]{4,}|&))+$"
    r"|\s(?:Authors?|Article) (?:Info|Information|Details|Notes|Affiliations)\b.*$"
    r"|\s(?:View|Show) (?:all )?authors\b.*$|(?:View )?ORCID (?:Profile|iD)\s"
    r"|(?:E-?mail|Corresponding) author\b"
)
_ORCID = re.compile(
    r"(?:https?://)?orcid\.org/[\dX-]+\s?|\bORCID:?\s(?=https?)"
    r"|(?<=[^\s])(?<!View)\s?ORCID(?: iD)?(?![A-Za-z]| Profile)"
)
# "Mirela IonescuView ORCID Profile Adaeze Nwosu"
_BEFORE_PROFILE = re.compile(r"(?<=[^\W\d_])(?=(?:View )?ORCID (?:Profile|iD)\s)")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文陳張劉楊黃吳趙鄭謝許蘇盧蔣葉"
    "김이박최정강조윤장임한오서신권황안송전홍유고양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연"
)
_ASIAN_NAMES = re.compile(
    rf"[{_SURNAMES}]\s?[\u4e00-\u9fff\uac00-\ud7af]{{1,2}}[\d*]*"
    rf"(?:[\s,;、，；]+(?:[{_SURNAMES}]\s?[\u4e00-\u9fff\uac00-\ud7af]{{1,2}}"
    r"|[A-Z][a-z]+ [A-Z][a-z]+)[\d*]*)+$"
)
_ASIAN_GROUPS = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}(?:\([^()]{1,8}\)[\u4e00-\u9fff]?)?|[\uac00-\ud7af]{2,4})[\d*]*"
    r"(?:[\s,;、，；]+(?:[\u4e00-\u9fff]{2,4}(?:\([^()]{1,8}\)[\u4e00-\u9fff]?)?"
    r"|[\uac00-\ud7af]{2,4})[\d*]*){2,};?$"
    r"|[\u4e00-\u9fff]{1,4}\s[\u3040-\u9fff]{1,4}[\d*]*"
    r"(?:[,、，]\s?[\u4e00-\u9fff]{1,4}\s[\u3040-\u9fff]{1,4}[\d*]*)+$"
)
_SUPERSCRIPTS = re.compile(
    rf"(?<=[^\W\d_{_UPPER}])(?:\s?\d{{1,2}}\)?(?:[,\s–-]*\d{{1,2}}\)?)*(?:[A-H]{{1,8}}\b)?)(?:\s?,?\s?[*†‡§¶#✉])*(?=[,;]"
    rf"|\s?(?:and|&)\s|\s[{_UPPER}]|$)"
)
_BRACKETED, _COMMA = re.compile(r"\([^()]*\)"), re.compile("[,;、，；]")
_SIGNS_BETWEEN = re.compile(r"\s[·•|/]\s")
_BRACKETED_MARKS = re.compile(r"\s?\(\d{1,2}(?:\s?[,;–-]\s?\d{1,2})*\)")
_AND = re.compile(r"[\s,;](?:and|&|und|et|y|e|i|a|ve|og|och|en|dan|и|та|și|és)\s")
# A lone letter is also a part of names: "Ana dos Santos e Silva".
_MARKED_AND = re.compile(
    rf"\s*(?:,|;|\s)\s*(?:(?:and|&|und|et|ve|og|och|en|dan|и|та|și|és)\s+(?=\W*[{_UPPER}])"
    rf"|[yeia]\s+(?=\W*[{_UPPER}][^\s,;]*[\s.][^\s,;]))"
)
# "Kim MS, Lee YH", "Kim M.D., Lee Y.": initials, not degrees.
_SHORT_NAME = rf"[{_UPPER}][\w'’-]+ (?:[A-Z]\.?[ -]?){{1,3}}(?:\d+(?:,\d+)*)?"
_SURNAMES_FIRST = re.compile(rf"(?:{_SHORT_NAME},\s)+{_SHORT_NAME}")
_SPACED_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_INITIAL = re.compile(rf"\w\s[{_UPPER}](?:\.|\s|$)|^[{_UPPER}](?:\.|\s)")
_INITIALS = re.compile(rf"(?:[{_UPPER}]\.?[\s‐-]?){{1,4}}$")


CAPITALISED = r"[A-ZÀ-Ý](?:[^\W\d_]|['’-])+"
# "Ortiz Pérez, Ana María1": one name with its mark.
_FAMILY_FIRST = re.compile(
    rf"({CAPITALISED}(?: {CAPITALISED}){{0,2}}), ({CAPITALISED}(?: {CAPITALISED})??)\d"
)


@lru_cache(maxsize=CACHED)
def read_names(text: str) -> tuple[str, ...]:
    """The names in a line of authors; empty when it is anything else than names."""
    if "orcid.org" in text[:3000] or "ORCID" in text[:3000]:
        text = _ORCID.sub(" ", _BEFORE_PROFILE.sub(", ", text[:3000]))
        text = " ".join(text.split())
    if len(text) > 3000 or ":" in text or not text:
        return ()
    if text[-1] in "123456789" and (one := _FAMILY_FIRST.fullmatch(text)):
        return (f"{one[2]} {one[1]}",)
    if text[0] > "\u2fff" and (_ASIAN_NAMES.match(text) or _ASIAN_GROUPS.match(text)):
        listed = _BRACKETED.sub("", text)
        return tuple((_SPACED_NAME if _COMMA.search(listed) else WORD).findall(listed))
    if " " not in text and "," not in text:
        return ()
    text = _without_et_al(text)
    if _says_more(text):
        return ()
    if _TITLED.search(f" {text}".lower()):
        text = _HONORIFICS.sub("", text)
    if "author" in text:
        text = _MORE_AUTHORS.sub(",", text)
    if (
        (text[-4:].isupper() and not text.isupper())
        or text[-1:] == "&"
        or has_any(text, _GROUP_MARKS)
    ):
        text = _GROUP.sub("", text)
    if text.endswith("ditor"):
        text = _EDITOR.sub("", text)
    if "," in text and _COLLECTIVE.search(text, text.rfind(",")):
        text = _COLLECTIVE_LAST.sub("", text)
    text = text.rstrip(" .,;").removesuffix(" and").removesuffix(" &").rstrip(" ,;")
    if "(" not in text and "[" not in text and (is_of_others(text) or _is_of_journal(text)):
        return ()
    known = _DEGREE_START.search(text) and _DEGREE.search(text)
    if known and not _SURNAMES_FIRST.fullmatch(text):
        text = _AROUND_DEGREE.sub(_between, text)
    if "(" in text:
        text = _BRACKETED_MARKS.sub(",", text)
    if DIGIT.search(text):
        text = _SUPERSCRIPTS.sub(",", text)
    if _AND.search(text):
        text = _MARKED_AND.sub("; " if ";" in text else ", ", text)
    names = _split(text)
    if not names or len(names) > 400:
        return ()
    return tuple(names) if all(_is_name(name) for name in names) else ()


def _says_more(text: str) -> bool:
    """Whether a line has a word in lower case that is longer than particles are."""
    for word in text.split():
        if len(word) > 5 and word[0].islower() and word.isalpha() and word not in _BESIDE_NAMES:
            return True
    return False


def _between(found: re.Match[str]) -> str:
    """What is left of a degree: a space where a word is glued to it ("M.D.May 7, 2009")."""
    return " " if found.string[found.end() : found.end() + 1].isalpha() else ""


@lru_cache(maxsize=CACHED)
def is_people(text: str) -> bool:
    """Whether a line is about people, though it may say more than their names."""
    if read_names(text):
        return True
    text = text[:300]
    return _DEGREE_START.search(text) is not None and len(_OWN_DEGREE.findall(text)) >= 2


def after_degrees(text: str) -> str:
    """What stands behind the last degree of the people that a text begins with, or all of it."""
    found = _LAST_DEGREE.match(text) if _DEGREE_START.search(text) else None
    return text[found.end() :] if found else text


def has_initials(text: str) -> bool:
    """Whether a line of names has initials among them, as no title has."""
    return _INITIAL.search(text) is not None


def is_list_of_names(text: str) -> bool:
    """Whether nearly all words between commas have a capital, as in a line of names to which
    something is glued."""
    words = text.split()
    if text.count(",") < 2 or len(words) < 6:
        return False
    return sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def is_of_others(text: str) -> bool:
    """Whether a text has a word of sites, places and sciences, which no name has."""
    return not NOT_NAMES.isdisjoint(text.lower().replace(",", " ").split())


LONGEST_JOURNAL = 60
"""Characters of a journal's name that could be a person's at most."""


def _is_of_journal(text: str) -> bool:
    """Whether a text that is no list has a word as journals have in their names: groups that
    sign with people have them too."""
    if len(text) > LONGEST_JOURNAL or "," in text or ";" in text:
        return False
    told = [word.rstrip(".") for word in text.lower().split()]
    return not OF_JOURNALS.isdisjoint(told) or any(word.endswith(OF_SCIENCES) for word in told)


def _without_et_al(text: str) -> str:
    told = " et" in text or ",et" in text or "…" in text or "..." in text
    others = _ET_AL.search(text) if told else None
    return text[: others.start()].rstrip().removesuffix(",") if others else text


def _split(text: str) -> list[str]:
    parts = text.split(";") if ";" in text else _split_at_signs(text)
    if len(parts) == 1:
        parts = _join_initials(text.split(","))
    cleaned = []
    for part in parts:
        if len(part) > 100:
            return []
        part = part.strip()
        if not (part[-2:].isalpha() or part[-1:] == "." or part[-1:].isupper()):
            part = _without_marks(part)
        # Few names begin as words for "and" do.
        if not part[:1].isupper() or part[0] in "AEUB":
            mark = _LEADING_MARKS.match(part)
            part = part[mark.end() :] if mark else part
        stopped = "." in part and _INITIALS.search(part[-12:])
        part = part.strip(" ,*†‡§¶" if stopped else " ,.*†‡§¶")
        # A lone small letter or number is a mark of an affiliation, not a name.
        if len(part) > 1 and not part.isdigit():
            cleaned.append(part)
    return cleaned


def _split_at_signs(text: str) -> list[str]:
    return _SIGNS_BETWEEN.split(text) if has_any(text, "·•|/") else [text]


def _without_marks(name: str) -> str:
    """A name without the marks of footnotes and addresses behind it."""
    plain = name.rstrip(_PLAIN_MARKS)
    # What is no letter in front of them, or a lone one, may be a mark itself.
    whole = plain[-2:].isalpha() or plain[-1:] == "." or plain[-1:].isupper()
    return plain if whole else _TRAILING_MARKS.sub("", name)


def _join_initials(parts: list[str]) -> list[str]:
    """ "Smith, J., Doe, A." has its commas inside the names too."""
    stripped = [part.strip() for part in parts]
    initials = [0 < len(part) <= 12 and _INITIALS.match(part) is not None for part in stripped]
    if sum(initials) * 2 < len([part for part in stripped if part]) or not any(initials):
        return stripped
    names: list[str] = []
    for part, is_initials in zip(stripped, initials, strict=True):
        if is_initials and names and "," not in names[-1]:
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return names


def _is_name(text: str) -> bool:
    if len(text) > 60 or not _NAME.match(text):
        return False
    return not is_of_others(text)


def is_surname_list(text: str) -> bool:
    """Whether a text lists surnames only, as running heads do ("Han, Yee, and Cho")."""
    text = _without_et_al(text)
    parts = [part.strip() for part in _BETWEEN_SURNAMES.split(text)]
    parts = [part for part in parts if part]
    return bool(parts) and all(_SURNAME.match(part) for part in parts)


# "Ann LeeBo Ek Carl Oh", "Ann Lee1Bo Ek2Carl Oh3", "Ann LeeBo EkPublished in: Ward Letters"
_JOINT = re.compile(r"[A-ZÀ-Ý](?<=[a-zà-ÿ\d].)[a-zà-ÿ]+(?:[ -]| in: )[A-ZÀ-Ý]")


def runs_names_together(text: str) -> bool:
    """Whether a line is of names between which all blanks are lost."""
    return len(text) > 30 and len(_JOINT.findall(text)) > 1


_BETWEEN_SURNAMES = re.compile(r",|\band\b|&")
_SURNAME = re.compile(rf"(?:(?:{PARTICLES})\s)?[{_UPPER}][\w'’-]+(?:\s[{_UPPER}][\w'’-]+)?$")
