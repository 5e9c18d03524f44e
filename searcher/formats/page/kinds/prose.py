"""What kind of text a line is: running prose, rights, a menu, an address."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.kinds.labels import fold_label
from searcher.formats.page.kinds.language import SMALL_LETTERS, SMALL_WORDS, has_signs
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.words.lists import BETWEEN, DIGIT, by_initial, has_any, words
from searcher.formats.page.words.places import PLACES
from searcher.formats.page.words.sites import COUNTRIES, MENU_PHRASES, SITE_NOTICES

MAX_ASIAN_MENU = 24
"""Characters of a menu's entry in an Asian script at most; titles may speak of registers too."""

SHORTEST_PROSE = 30
"""Characters of running text at least: in Asian scripts, others need more."""

CACHED = 512
"""Lines whose kind is remembered: rules ask about the lines of one page again and again."""

_ARABIC_WORDS = words("من في على إلى عن مع هذا هذه التي الذي أن كان كانت بين و أو ما لا قد تم")
_PERSIAN_WORDS = words("در به از که این با را برای است شد بود می و های بر یا تا شده")
_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values(), _ARABIC_WORDS, _PERSIAN_WORDS)
_ENGLISH_WORDS = words("of the with and after to for from by following during among")
_FOREIGN_WORDS = words(
    "nach und der die das bei mit von im für durch de la el en con por los del do da em com um "
    "uma no chez par une et du au aux le les des di il nel per ve ile na po och med hos"
)
_RIGHTS = re.compile(
    r"(?:\W{0,2}(?:copyright|derechos de autor|direitos autorais|droits d.auteur)"
    r"|©|\(c\)|\W{0,2}all rights reserved"
    r"|this (?:is an open"
    r"|article is (?:an open|distributed|licensed"
    r"|made available|published|protected|available))|this work is licensed|published by"
    r"|the authors?\(?s?\)?,? (?:\d{4}|publish)"
    r"|licensee|articles? copyright|open access:? this|rights and permissions|\d{4} (?:elsevier"
    r"|wiley|springer|the author)"
    r"|distributed under|©)"
)
_RIGHTS_SAID = (
    *("creative commons", "all rights reserved", "first published as"),
    *("use cookies", "such as cookies", "uses cookies", "our partners"),
)
_MENU = re.compile(rf"{BETWEEN}(?:{by_initial(MENU_PHRASES)})\b")
_MENU_WORDS = words(
    "home about login register search archives archive arquivos archivos arquivo archivo архив "
    "arşiv arsip arhiva início inicio главная beranda accueil startseite "
    "current announcements contact menu pdf "
    "html epub xml print "
    "email share tweet facebook twitter linkedin reddit mendeley whatsapp google scholar crossref "
    "doi metrics cite "
    "citations citation references figures tables article articles authors journal journals issue "
    "issues "
    "subscriptions guidelines alerts editorial board online early coming soon save favorites "
    "tools help options "
    "export permissions request related similar content collections collection outline sections "
    "top browse advanced "
    "sign in sign-in english login signin register view views download downloads full text "
    "full-text free access open "
    "supplementary supplemental data media comments comment buy rent preview skip to main "
    "navigation close next "
    "previous back and or the of for a by & "
    "| > » «  • · - + this page policy policies news events careers "
    "loading advertisement sponsored cart account profile language video audio podcast podcasts "
    "cme blog special "
    "topics latest submit submission submissions publish information info copy link url more less "
    "show hide all "
    "altmetric plumx crossmark checked track mark as read send clipboard actions abstract summary "
    "highlights "
    "first last results page pages figure table toc contents volume issn history peer review "
    "reviewed "
    "highly accessed version of record scopus endnote ris bibtex apa mla ama vancouver harvard "
    "nlm format "
    "display change on add remove see also here click services service librarians advertisers "
    "readers reader "
    "resources resource videos webinars jobs journals' journals’ books book guide team cookie "
    "cookies "
    "subscribe subscription purchase institutional institution shibboleth openathens athens "
    "username password "
    "title category categories go top split icon icons forgot remember me create new user alert "
    "e-alert e-alerts rss feed "
    "feeds "
    "bookmark citing "
    "cited by in no "
    "only author's authors' your my our us 0 1 2 3 4 5 6 7 8 9 10 vol select destination default "
    "size font small get permission uri "
    "increase decrease large text-size pubreader"
)
SITE_WORDS = _MENU_WORDS - words("the of for a by and or on in as to & with")
# In a text with a blank before it, found where the word begins in the text itself.
_ADDRESS = re.compile(rf"{BETWEEN}(?:{by_initial(PLACES)})\b")
# "1Dr. Brown is Director, Ward Clinic", "Ms. Lee is with": what people are.
_PERSON = re.compile(
    r"[\W\d]{0,5}(?:Drs?|Prof|Mr|Mrs|Ms)\.?\s[A-ZÀ-Ý][^;]{1,60}?\s(?:is|are)\s(?:[a-z]+\s){0,4}"
    r"(?:[A-Z]|(?:from|with|at)\s|(?:director|professor|fellow|resident|instructor)\b)"
)
_ASIAN_MENU = re.compile(
    "この論文|この記事|ダウンロード|もっと見る|ページトップ|ログイン|引用文献|書誌事項"
    "|查看|下载|下載|登录|登錄|注册|收藏|分享到|原文|返回|다운로드|로그인|원문보기|더보기"
)
_ASIAN_STOP = re.compile(
    "[。．]|(?<=[\u3040-\u9fff])[.,](?=[\u3040-\u9fff])|[\uac00-\ud7af](?:\\d[\\d,–-]*)?\\.(?=\\s|$)"
)
# How titles end that speak of a hospital: as a study, a report, an effect.
_ASIAN_TITLE = re.compile(
    "(?:分析|研究|探讨|探討|调查|調查|調査|观察|觀察|报告|報告|报道|影响|影響|评价|評價|評価|比较|比較"
    "|进展|進展|综述|綜述|体会|應用|应用|检讨|検討|[1-9一]例|症例|실태|영향|연구|보고|분석|평가|고찰|조사"
    "|비교|[1-9]예|증례|효과|현황|동향|특징|치료|진단|관리|사례"
    "|양상|특성|요인|예방|经验|經驗|経験|护理|護理|监护"
    "|現状|现状|実態|动向|動向|特征|特徴|策略|治疗|治療|诊断|診断)$"
)
_ASIAN_PLACE = re.compile(
    "大学|大學|学院|學院|医院|醫院|研究所|研究院|病院|병원|대학교|의과대학|학교실|연구소"
)
# A longer word in lower case, such as few addresses have before the kind of place.
_TOLD = re.compile(r"(?<![^\s(])[a-zà-ÿа-яё][a-zà-ÿа-яё-]{4,}")
# "A hospital based study in Lund", "the laboratory profile of poisoning"
_BASED = re.compile(
    r"[ -](?:based|acquired|wide|associated|related|onset|admissions?|stay|profiles?|findings?"
    r"|parameters?|features?|data|tests?|values?|outcomes?|patients?|visits?|cases?)\b"
)
_PLACE = re.compile(
    r",\s(?:[A-ZÀ-Ý][\w.'’ -]*[ -])?[A-ZÀ-Ý][\w.'’]+[.;]?$|\b(?!(?:19|20)\d\d\b)\d{4,6}\b"
)
_LONG_WORD = re.compile(f"([{SMALL_LETTERS}][{SMALL_LETTERS}]{{4}})[{SMALL_LETTERS}]*")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INDIAN = re.compile("[\u0900-\u109f]")
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|we|may|can|should|fue|wurde|est|ont)\b")
_REFERENCE = re.compile(
    r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.)\s+(?:[A-Z]\.[\s-]?){1,3}\s?[A-ZÀ-Ý][\w'’-]+,"
    r"|(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.)\s+[A-ZÀ-Ý][\w'’-]+,?\s(?:[A-Z]{1,3}\b|[A-Z]\.)"
    r"|\d{1,3}[A-ZÀ-Ý][\w'’-]+(?: [A-Z][a-z]+)? [A-Z]{1,3}[,.]\s|.{3,200}\[[JMDCPN]\][.,]"
)
_CITED = re.compile(
    r"[\[(.,;](?=\d)(?:(?<=\[)\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
    # Not "mg/m(2)", as powers are written without superscripts.
    r"|(?:(?<=[a-z]\()(?<![/\sc]m\()|(?<=[a-z]\s\())\d{1,2}(?:[,–-]\s?\d{1,2})*\)(?=[\s.,;])"
    r"|(?<=[A-Z]\s\()\d{1,2}(?:,\s?\d{1,2})+\)(?=[\s.,;])"
    r"|(?<=[a-z)][.,;])\d{1,3}(?:[,–-]\d{1,3})*(?=\s))"
)
# "(1) ask; (2) listen": points, not references.
_ENUMERATED = re.compile(r"[;:,] (?:and |or )?\(\d{1,2}\) [a-z]")
_SENTENCE_END = re.compile(r"[.?!][\"”’)\]]*(?:\s|$)")


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces, two characters count as one."""
    dense = len(_DENSE.findall(text)) if has_signs(text) else 0
    return text.count(" ") + 1 + dense // 2


def is_dense(text: str) -> bool:
    """Whether a text is mostly in an Asian script."""
    return has_signs(text) and len(_DENSE.findall(text)) * 3 > len(text)


def is_translation(text: str, other: str) -> bool:
    """Whether the first of two titles is in another language than English, the second in it."""
    words, others = (frozenset(each.lower().split()) for each in (text, other))
    foreign = words & _FOREIGN_WORDS or is_dense(text)
    return bool(foreign and not words & _ENGLISH_WORDS and others & _ENGLISH_WORDS)


@lru_cache(maxsize=CACHED)
def topic_of(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(_LONG_WORD.findall(text[:6000].lower()))


@lru_cache(maxsize=CACHED)
def is_prose(text: str) -> bool:
    """Whether a line is running text of an article: sentences, not a title, a menu or a notice."""
    stopped = len(text) >= SHORTEST_PROSE and has_signs(text) and _ASIAN_STOP.search(text)
    if stopped and ("。" in text or is_dense(text)):
        return True
    if len(text) < 60:
        return False
    if not text.isascii() and _is_caseless(text):
        return len(text) >= 100 and not is_rights(text)
    if (len(text) < 200 and not _SENTENCE_END.search(text)) or is_rights(text):
        return False
    opening = text[:400].lower()
    # Nearly always the opening has enough small words for all that is looked at.
    if not _has_small_words(opening.split(), text.count(" ", 0, 1000) + 1):
        tokens = text[:1000].lower().split()
        if not _has_small_words(tokens, len(tokens)) and not _has_sentences(text, tokens):
            return False
    return len(text) >= 600 or not (
        is_menu(text) or is_address(text) or read_names(text) or has_any(opening, SITE_NOTICES)
    )


def _has_small_words(tokens: list[str], count: int) -> bool:
    """Whether as many of these words hold sentences together as among `count` words should."""
    small = sum(map(_SMALL_WORDS.__contains__, tokens))
    return small > 1 and small * 12 >= count


def _is_caseless(text: str) -> bool:
    """Whether most letters of a text are of the scripts of India and its neighbours, which have
    neither capitals nor words that are listed here."""
    opening = text[:200]
    return 2 * len(_INDIAN.findall(opening)) > len(opening)


def _has_sentences(text: str, tokens: list[str]) -> bool:
    """Whether a text is sentences in a language that says with endings what others say with
    small words."""
    if text.isascii() or len(text) < 80 or len(_SENTENCE_END.findall(text)) < 2:
        return False
    lower = sum(word[0].islower() for word in text[:1000].split())
    return lower * 5 > len(tokens) * 3 and is_sentence(text)


def site_share(text: str) -> float:
    """How many of a text's words are of those that sites have in their menus, to 1."""
    tokens = [token.strip(":,.()") for token in text.lower().split()]
    return sum(token in SITE_WORDS for token in tokens) / len(tokens)


@lru_cache(maxsize=CACHED)
def is_rights(text: str) -> bool:
    """Whether a line is about copyright, licence, publisher or the reader's privacy."""
    lowered = text[:200].lower()
    return _RIGHTS.match(lowered) is not None or has_any(lowered, _RIGHTS_SAID)


@lru_cache(maxsize=CACHED)
def is_menu(text: str) -> bool:
    """Whether a line belongs to the site around the article: menus, notices, invitations."""
    if len(text) > 600:
        return False
    lowered = text.lower()
    if len(text) < 300 and _MENU.search(f" {lowered}"):
        return True
    if len(text) < MAX_ASIAN_MENU and has_signs(text) and _ASIAN_MENU.search(text):
        return True
    if len(text) > 160:
        return False
    for word in lowered.replace("|", " ").replace(",", " ").replace("/", " ").split():
        word = word.strip("().:;[]…")
        if word and word not in _MENU_WORDS and not word.isdigit():
            return False
    return True


@lru_cache(maxsize=CACHED)
def is_address(text: str) -> bool:
    """Whether a line gives where people work or can be reached."""
    if len(text) > 700:
        return False
    if "@" in text and len(text) < 300:
        return True
    place = len(text) < 100 and has_signs(text) and _ASIAN_PLACE.search(text)
    if place and not is_sentence(text.rstrip(";；")):
        return _ASIAN_TITLE.search(text) is None
    if text.count(",") > 1 and text.rstrip(".;").endswith(COUNTRIES) and not _TOLD.search(text):
        # "Care for the Old, Lund, Sweden"; titles have longer words in lower case.
        return True
    if _PERSON.match(text):
        return True
    head = f" {text[:200].lower()}"
    # Without a comma or a number, only what begins as an address can be one.
    telling = "," in text or DIGIT.search(text)
    place = _ADDRESS.search(head) if telling else _ADDRESS.match(head)
    if not place or _VERB.search(head) or is_running(text):
        return False
    if len(_TOLD.findall(text[: place.start()])) > 1:
        # "Adverse reactions in patients of a university hospital, Sweden"
        return False
    if _is_told_of(text[: place.start()]) or _BASED.match(head, place.end()):
        return False
    if place.start() == 0 and len(_ADDRESS.findall(head)) > 1:
        return True
    return text.count(",") >= 2 or _PLACE.search(text) is not None or text[0].isdigit()


def opens_with_place(text: str) -> bool:
    """Whether the first piece of a line between commas names a place of work."""
    opening, comma, _ = text.partition(",")
    return bool(comma) and _ADDRESS.search(f" {opening.lower()}") is not None


def opens_as_address(text: str) -> bool:
    """Whether a line begins with a kind of place where people work, and does not speak of it."""
    head = f" {text[:200].lower()}"
    place = _ADDRESS.match(head)
    return place is not None and _BASED.match(head, place.end()) is None


def _is_told_of(before: str) -> bool:
    """Whether what stands before the kind of place is the beginning of a title: "Outcome of a free
    asthma clinic at the hospital of ..."."""
    words = before.rpartition(",")[2].lower().split()
    small = bool({"a", "an", "at", "in", "among", "with"} & set(words))
    return small and len(words) > 3 and not any(map(str.isdigit, before))


def is_running(text: str) -> bool:
    """Whether most words of a longer text are in lower case: in an address few are."""
    words = text.split() if len(text) > 120 else []
    return sum([word[0].islower() for word in words]) * 5 > len(words) * 3


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip('"”’)]').endswith((".", "?", "!", ";", ":", "。"))


def is_open(text: str) -> bool:
    """Whether a line ends in the middle of a sentence, with one of the words that hold it
    together."""
    return text.rpartition(" ")[2].lower() in _SMALL_WORDS


def is_reference(text: str) -> bool:
    """Whether a line is an entry of a numbered list of references."""
    return _REFERENCE.match(text) is not None


def has_citations(text: str) -> bool:
    """Whether a text cites others by number, as bodies do and abstracts do not."""
    return len(_citations(text)) > 1


def cites(text: str) -> bool:
    """Whether a text cites others by number at least once."""
    return bool(_citations(text))


def _citations(text: str) -> list[str]:
    found = _CITED.findall(text)
    if any("(" in each for each in found) and _ENUMERATED.search(text):
        return [each for each in found if "(" not in each]
    return found


def is_letter_opening(text: str) -> bool:
    """Whether a text opens a letter, which has no abstract."""
    return fold_label(text[:40]).startswith(
        (
            *("to the editor", "dear editor", "sir,", "dear sir", "editor,", "dear "),
            *("sir:", "sirs:", "madam:", "editor:", "al editor", "al director", "sr. director"),
            *("senor director", "sr. editor", "senhor editor", "monsieur le redacteur"),
        )
    )
