"""What kind of text a line is: running prose, rights, a menu, an address."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.labels import fold_label
from searcher.formats.page.vocabulary import words

CACHED = 512
"""Lines whose kind is remembered: rules ask about the lines of one page again and again."""

_SMALL_WORDS = words(
    "a an and are as au auf avec be bei bir by che com con da dans das de del della den der "
    "des di die do du ein eine einer el em en es est et foi for foram from fue fueron il ile "
    "im in is ist la las le les los mit na nach nel no non o of on or os par para per por "
    "pour que qui se son sono sont sur that the this to uma un una und une ve von was we were "
    "which with wurde wurden y zu nicht sich wir ist sind war waren werden eines einem dem als "
    "auch durch für ao aos dos nas nos pelo pela foram são une dans au aux sur ve ile bir na się "
)
_ENGLISH_WORDS = words("of the with and after to for from by following during among")
_FOREIGN_WORDS = words(
    "nach und der die das bei mit von im für durch de la el en con por los del do da em com um "
    "uma no chez par une et du au aux le les des di il nel per ve ile na po och med hos"
)
_RIGHTS = re.compile(
    r"^(?:\W{0,2}copyright|©|\(c\)|\W{0,2}all rights reserved|this (?:is an open"
    r"|article is (?:an open|distributed|licensed"
    r"|made available|published|protected|available))|this work is licensed|published by"
    r"|the authors?\(?s?\)?,? (?:\d{4}|publish)"
    r"|licensee|articles? copyright|open access:? this|rights and permissions|\d{4} (?:elsevier"
    r"|wiley|springer|the author)"
    r"|distributed under|©)|creative commons|\ball rights reserved\b",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"\b(?:cookies?|sign(?:ed)? in|sign up|log ?(?:in|on|out)|subscrib\w+|newsletter"
    r"|e-?mail (?:alerts?|updates?)"
    r"|e-?alerts?|click (?:here|on)|your (?:browser|account|library|institution|email|device"
    r"|search)|javascript"
    r"|official website|keep up to date|you (?:can|may|are|have|will|do|need|agree|must)\b"
    r"|privacy policy|terms of use|skip to|jump to"
    r"|download|share (?:this|on|via)|get (?:access|rights)|view (?:all|more|full|article|pdf"
    r"|large|in article)|add to (?:cart|favou?rites|citation)"
    r"|full[- ]text links?|loading|supplemental content|how to join|write to the help|send to"
    r"|choose destination"
    r"|users online|print this|email this|access (?:through|provided|this|options)|purchase"
    r"|check for updates"
    r"|search (?:for|in|within|results)|advanced search|submit (?:a|an|your)|get citation"
    r"|export citation|figures? & tables?"
    r"|read (?:more|the full|online)|show (?:more|less|all)|this (?:site|website|browser"
    r"|page) (?:uses|is|requires|was)|scroll|toggle"
    r"|page (?:views?|count)|article (?:menu|tools|views|metrics)|front matter|next article"
    r"|previous article|see comment"
    r"|is indexed (?:in|for)|indexed for|pubmed commons|official (?:organ|publication|journal) of"
    r"|contact us|site ?map|impact factor"
    r"|texte (?:complet|intégral)|texto completo|volltext|full text (?:of|is))\b",
    re.IGNORECASE,
)
_MENU_WORDS = words(
    "home about login register search archives archive current announcements contact menu pdf "
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
    "size font small "
    "increase decrease large text-size pubreader"
)
_ADDRESS = re.compile(
    r"\b(?:departments?|dept|universit\w+|hospital\w*|h[oô]pit\w+|institut\w*|schools?|colleges?"
    r"|centers?|centres?|centro|faculty"
    r"|faculdade|facultad|facult[eé]|division|clinic\w*|klinik\w*|laborator\w+|unit|service de"
    r"|servicio de|servi[cç]o de|section of|academy|foundation"
    r"|medical center|klinikum|ospedale|krankenhaus|chu|inserm|e-?mail|street|p\.?o\.? box"
    r"|correspond\w+|tel\.?|fax|hastanesi)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r",\s[A-ZÀ-Ý][\w.'’ -]+[.;]?$|\b\d{4,6}\b")
_LONG_WORD = re.compile(r"[^\W\d_\u3040-\u9fff\uac00-\ud7af]{5,}")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|we|may|can|should|fue|wurde|est|ont)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.?!][\"”’)\]]*(?:\s|$)")


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces, two characters count as one."""
    dense = len(_DENSE.findall(text)) if not text.isascii() else 0
    return text.count(" ") + 1 + dense // 2


def is_dense(text: str) -> bool:
    """Whether a text is mostly in an Asian script."""
    return not text.isascii() and len(_DENSE.findall(text)) * 3 > len(text)


def is_translation(text: str, other: str) -> bool:
    """Whether the first of two titles is in another language than English, the second in it."""
    words, others = (frozenset(each.lower().split()) for each in (text, other))
    foreign = words & _FOREIGN_WORDS or is_dense(text)
    return bool(foreign and not words & _ENGLISH_WORDS and others & _ENGLISH_WORDS)


def topic_of(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(word[:5] for word in _LONG_WORD.findall(text[:6000].lower()))


@lru_cache(maxsize=CACHED)
def is_prose(text: str) -> bool:
    """Whether a line is running text of an article: sentences, not a title, a menu or a notice."""
    if "。" in text and len(text) >= 30:
        return True
    if len(text) < 60 or is_rights(text):
        return False
    tokens = text[:1000].lower().split()
    small = sum(token in _SMALL_WORDS for token in tokens)
    if small < 2 or small * 12 < len(tokens):
        return False
    if len(text) < 600 and (is_menu(text) or is_address(text)):
        return False
    return len(text) >= 200 or _SENTENCE_END.search(text) is not None


@lru_cache(maxsize=CACHED)
def is_rights(text: str) -> bool:
    """Whether a line is about copyright, licence or publisher."""
    return _RIGHTS.search(text[:200]) is not None


@lru_cache(maxsize=CACHED)
def is_menu(text: str) -> bool:
    """Whether a line belongs to the site around the article: menus, notices, invitations."""
    if len(text) > 600:
        return False
    if len(text) < 300 and _MENU.search(text):
        return True
    if len(text) > 160:
        return False
    words = text.lower().replace("|", " ").replace(",", " ").replace("/", " ").split()
    words = [word.strip("().:;[]…") for word in words]
    return all(word in _MENU_WORDS or not word or word.isdigit() for word in words)


@lru_cache(maxsize=CACHED)
def is_address(text: str) -> bool:
    """Whether a line gives where people work or can be reached."""
    if len(text) > 700:
        return False
    if "@" in text and len(text) < 300:
        return True
    head = text[:200]
    if not _ADDRESS.search(head) or _VERB.search(head):
        return False
    return text.count(",") >= 2 or _PLACE.search(text) is not None or head[0].isdigit()


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip('"”’)]').endswith((".", "?", "!", ";", ":", "。"))


def is_letter_opening(text: str) -> bool:
    """Whether a text opens a letter, which has no abstract."""
    return fold_label(text[:40]).startswith(
        ("to the editor", "dear editor", "sir,", "dear sir", "editor,", "dear ")
    )
