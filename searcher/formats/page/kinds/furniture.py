"""What belongs to the site around an article: menus, notices, rights."""

from __future__ import annotations

from functools import lru_cache

from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import BETWEEN, beginnings, by_initial, has_any, words
from searcher.formats.page.words.sites import MENU_PHRASES
from searcher.lazy import lazy_pattern

MAX_ASIAN_MENU = 24
"""Characters of a menu's entry in an Asian script at most; titles may speak of registers too."""

_RIGHTS_OPENINGS = (
    *("copyright", "derechos de autor", "direitos autorais", "droits d.auteur", "licensee"),
    *("all rights reserved", "this is an open", "this work is licensed", "published by"),
    "this article is (?:an open|distributed|licensed|made available|published|protected|available)",
    *(r"the authors?\(?s?\)?,? (?:\d{4}|publish)", "articles? copyright", "open access:? this"),
    *("rights and permissions", "distributed under"),
)
_RIGHTS_LETTERS = beginnings(*_RIGHTS_OPENINGS)
_RIGHTS = lazy_pattern(
    rf"\W{{0,2}}(?:{by_initial(_RIGHTS_OPENINGS)})|©|\(c\)"
    r"|\d{4} (?:elsevier|wiley|springer|the author)"
)
_RIGHTS_SAID = (
    *("creative commons", "all rights reserved", "first published as"),
    *("our partners", "subject to copyright"),
    "springer science+business",
)
_MENU = lazy_pattern(rf"{BETWEEN}(?:{by_initial(MENU_PHRASES)})\b")
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
    "increase decrease large text-size pubreader "
    "transcript transcripts transcription transcripción transcrição document documents documento "
    "documentos upload uploads uploaded others embed px preview prévia presentation"
)
SITE_WORDS = _MENU_WORDS - words("the of for a by and or on in as to & with")
_ASIAN_MENU = lazy_pattern(
    "この論文|この記事|ダウンロード|もっと見る|ページトップ|ログイン|引用文献|書誌事項"
    "|查看|下载|下載|登录|登錄|注册|收藏|分享到|原文|返回|다운로드|로그인|원문보기|더보기"
)


def site_share(text: str) -> float:
    """How many of a text's words are of those that sites have in their menus, to 1."""
    tokens = [token.strip(":,.()") for token in text.lower().split()]
    return sum(token in SITE_WORDS for token in tokens) / len(tokens)


@lru_cache(maxsize=CACHED)
def is_rights(text: str) -> bool:
    """Whether a line is about copyright, licence, publisher or the reader's privacy."""
    lowered = text[:200].lower()
    opens = lowered[:2] in _RIGHTS_LETTERS or not lowered[:1].isalpha()
    if opens and _RIGHTS.match(lowered):
        return True
    return has_any(lowered, _RIGHTS_SAID)


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
    if (first := lowered.partition(" ")[0]).isalpha() and first not in _MENU_WORDS:
        return False
    for word in lowered.replace("|", " ").replace(",", " ").replace("/", " ").split():
        word = word.strip("().:;[]…")
        if word and word not in _MENU_WORDS and not word.isdigit():
            return False
    return True
