"""What a file, a list or an address sets around a title on its line, whatever it says."""

from __future__ import annotations

import re

from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.flattened.head import CITED_NUMBERS
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.words.lists import DIGIT, any_of, beginnings, has_any
from searcher.lazy import lazy_pattern

SHORTEST = 20
"""Characters of a title at least that something is taken off."""

LONGEST_CITATION = 120
"""Characters of a citation in front of a title at most."""

# "... in four centers Lee A.b", where the title's end is not known
_NAME_LAST = lazy_pattern(r"\s[A-ZÀ-Ý][\w'’-]+\s(?:[A-Z]\.){1,3}[a-h]?$")
# "8(3):204-210. The"
_PAGES = lazy_pattern(r"[0-9]\)?[:,]\s?\w?\d{1,5}\s?[-–]\s?\w?\d{1,5}\.?\s[A-ZÀ-Ý]")
_TAGGED = lazy_pattern(r"<(h[1-6]|b|strong|p|title|span|div)\b[^<>]{0,80}>([^<>]+)</\1>")
# "The title doi: 10.1000/1", "The title https://wards.example/1"
_LOCATOR = lazy_pattern(
    r"[.,;|–-]?\s(?:(?:doi:?\s?|https?://(?:dx\.)?doi\.org/)10\.\d{4,9}/\S+|https?://(?!orcid)\S+)$",
    re.IGNORECASE,
)
# "The title - ppt download", "The title - Abstract - Ward Press"
_FILED = lazy_pattern(
    r"\s[-–—|]\s(?:\[?(?:PDF|PPT|DOCX?|PowerPoint)\b[^-–—|]{0,40}"
    r"|ppt (?:download|video|herunterladen|descargar|télécharger)\b[^-–—|]{0,20}"
    r"|(?:Abstract|Full ?[Tt]ext|HTML|Article)\s[-–—|]\s[^-–—|]{2,40})$"
)
_FILE = lazy_pattern(r"\.(?:pdf|docx?|pptx?|txt)$", re.IGNORECASE)
_OPENS = r"(?=[^\W\d_a-z])"
# "3) The title", "#12 The title", "Page 3 The title", "Vol. 3 No. 2 (2019) The title"
_NUMBERED = lazy_pattern(
    r"(?:\d{1,3}\)|#\s?\d{1,5}|(?:Page|Seite|Página|Pagina|p\.)\s\d{1,4}"
    r"|(?:Vol(?:\.|ume)?|Band|Jahrgang)\s?\d{1,4},?\s(?:No\.?|Nr\.?|Issue|N[úu]m\.?|Heft)\s?\d{1,4}"
    rf"(?:\s\((?:19|20)\d\d\))?:?|(?:Figure|Fig\.|Table)\s\d{{1,2}}\sfrom)\s{_OPENS}"
)
_VIEWS = lazy_pattern(
    r"\s[|·•–-]?\s?\d[\d.,]*k?\s(?:views?|vues?|vistas|visitas|visualizações|reads|downloads"
    r"|pages?|páginas|aufrufe)$",
    re.IGNORECASE,
)
_KINDS = (
    *("Open Access", "OPEN ACCESS", "Open AccessArticle", "Open AccessReview", "Free Access"),
    *("Review", "Review Article", "Original Article", "Original Research", "Research Article"),
    *("Case Report", "Case Study", "Article", "Editorial", "Short Communication", "Brief Report"),
    *("Case Reports", "Clinical Trial", "Randomized Controlled Trial", "Comparative Study"),
    *("Multicenter Study", "Observational Study", "Meta Analysis", "Systematic Review"),
)
_KIND_LETTERS = beginnings(*_KINDS)
_SMALL_ENDED = tuple(kind for kind in _KINDS if kind[-1].islower())
# "ReviewThe title", whose line break is lost
_GLUED_KIND = lazy_pattern(
    rf"(?:{any_of(_KINDS)})(?=[A-ZÀ-Ý][a-zà-ÿ]*[ -]|[\u3040-\ud7af])"
    rf"|(?:{any_of(_SMALL_ENDED)})(?=[A-ZÀ-Ý]{{2,}}[ -])"
)
_TRAIL = lazy_pattern(r"\s(?:>|»|›|/|→|▶)\s")
# "image of The title": what stands for a picture with the title on it
_PICTURED = lazy_pattern(
    r"(?:(?:cover|title|front) )?(?:image|picture|photo|cover|thumbnail)(?: image)?"
    r" (?:of|for):? (?=[A-ZÀ-Ý])"
)
_HOMES = any_of(
    ("home", "home page", "inicio", "início", "accueil", "startseite", "главная", "anasayfa")
)
_HOME = lazy_pattern(rf"(?:{_HOMES})", re.IGNORECASE)
_SAVED = lazy_pattern(
    r"(?:Save|Guardar|Salvar|Enregistrer|Speichern)\s(.+)\s(?:For Later|para más)\b.*"
)


def without_frame(text: str) -> str:
    """A title without tags, its number in a list, the trail to it, its file's ending, its address
    and the count of its readers."""
    first = text[:1]
    if first == "<" and (tagged := _TAGGED.fullmatch(text)):
        text = tagged[2].strip()
    if len(text) < SHORTEST:
        return text
    if " > " in text or " / " in text or has_any(text, "»›→"):
        text = _end_of_trail(text)
    if "10." in text or "http" in text:
        title = _LOCATOR.sub("", text)
        # "The title. Ward Letters doi: 10.1000/1" is a citation.
        text = text if names_a_journal(title.rpartition(". ")[2]) else _shorter(text, title)
    if " - " in text or has_any(text, "–—|"):
        text = _shorter(text, _FILED.sub("", text))
    if "." in text[-5:]:
        text = _shorter(text, _FILE.sub("", text))
    if first in "#0123456789PSpVBJFT" and (number := _NUMBERED.match(text)):
        text = _shorter(text, text[number.end() :])
    if text[-1:] in "sSe" and DIGIT.search(text[-24:]):
        text = _shorter(text, _VIEWS.sub("", text))
    if first in "ipctf" and (picture := _PICTURED.match(text)):
        text = _shorter(text, text[picture.end() :])
    if first.isupper() and _PAGES.search(text, 0, 90):
        text = _behind_citation(text)
    if text[:2] in _KIND_LETTERS and (kind := _GLUED_KIND.match(text)):
        text = _shorter(text, text[kind.end() :])
    if first in "SGE" and (saved := _SAVED.fullmatch(text)):
        text = _shorter(text, saved[1])
    return text


def _behind_citation(text: str) -> str:
    """What stands behind the article's citation on its line: "J Wards 2001;8(3):4-9. The title"."""
    citation = find_citation(text[:LONGEST_CITATION])
    if citation is None or not citation.journal or not citation.pages:
        return text
    end = CITED_NUMBERS.match(text, citation.start) if text.startswith(citation.journal) else None
    title = text[end.end() :].strip() if end else ""
    named = _NAME_LAST.search(title) is not None or bool(read_names(title))
    return text if named or len(title) < SHORTEST else title


def _shorter(text: str, title: str) -> str:
    return title if len(title) >= SHORTEST else text


def _end_of_trail(text: str) -> str:
    """The last piece of a trail that begins at the site's first page: "Home > Articles > Title"."""
    pieces = _TRAIL.split(text)
    home = _HOME.fullmatch(pieces[0].strip()) is not None
    if not home or len(pieces) < 2 or read_category(pieces[-1]) is not None:
        return text
    return _shorter(text, pieces[-1].strip())
