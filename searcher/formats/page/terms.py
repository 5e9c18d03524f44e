"""Lists of terms: keywords, publication types, MeSH headings."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.labels import find_label, fold_label, is_numbered_heading
from searcher.formats.page.lines import Line
from searcher.formats.page.people import read_names
from searcher.formats.page.prose import is_address, is_menu, is_prose, is_rights, is_sentence

MAX_KEYWORD = 120

_OUTSIDE_BRACKETS = r"(?![^()\[\]]*[)\]])"
_COMMA = re.compile(r"\s*[,،、，]\s*" + _OUTSIDE_BRACKETS)
_SEMICOLON = re.compile(r"\s*[;；]\s*" + _OUTSIDE_BRACKETS)
_MARK = re.compile(r"\s*[•·|▪■●‣∙]\s*|\s+/\s+|\s+[–—-]\s+")
_DOTTED = re.compile(r"\s+[.]\s+")
_NO_KEYWORD = re.compile(
    r"^【|^(?:published|issn|publisher|received|accepted|copyright|country|volume|download|view"
    r"|https?:)\b"
    r"|\d{4}|@|©",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"\W*(?:none|nil|n/?a|not (?:available|applicable|provided|supplied|given|specified)|unknown"
    r"|no (?:key ?words?|data|information)|(?:none|not|no \w+) (?:available|supplied|given|provided"
    r"|listed|specified|assigned|entered)|tba|tbd|null|undefined)\W*",
    re.IGNORECASE,
)
_TRAILING = " .,;:|•·"

_TYPES = {
    "Case Reports": "kasuistik,kasuistiken,caso clinico,caso clínico,relato de caso,cas clinique,"
    "reporte de caso,fallbericht,case report,case reports,case study,clinical case report,"
    "case series,"
    "clinical case,"
    "case report and review of literature,case report and literature review,case presentation",
    "Review": "review,reviews,review article,review articles,mini review,minireview,mini-review,"
    "narrative review,"
    "literature review,review paper,state of the art review,clinical review,scoping review,"
    "invited review,"
    "comprehensive review,topical review,critical review",
    "Systematic Review": "systematic review,systematic reviews",
    "Meta-Analysis": "meta-analysis,meta analysis",
    "Randomized Controlled Trial": "randomized controlled trial,randomised controlled trial",
    "Clinical Trial": "clinical trial",
    "Editorial": "editorial,editorials",
    "Letter": "letter,letters,letter to the editor,letters to the editor,correspondence",
    "Comment": "comment,commentary,comments",
    "Practice Guideline": "practice guideline,clinical practice guideline",
    "Guideline": "guideline,guidelines",
    "": "original article,original articles,original research,original research article,"
    "research article,"
    "research articles,research,research paper,original paper,original investigation,"
    "original contribution,"
    "article,articles,full paper,brief report,brief reports,short communication,"
    "rapid communication,"
    "brief communication,short report,clinical study,clinical research,technical note,"
    "original study,"
    "full length article,full length research article,regular article,research note,short paper,"
    "original clinical research,basic research,clinical article,original scientific article,"
    "short article,"
    "study protocol,protocol,perspective,opinion,hypothesis,methodology,database,technical advance,"
    "research letter,image,images,clinical image,brief research report,special article,paper,"
    "conference abstract,meeting abstract,abstract only,book review,viewpoint,full-length article,"
    "clinical investigation,preprint,regular paper,regular research article,journal article,"
    "primary research,"
    "articulo original,caso clinico articulo,artigo original,articulo de revision,"
    "artigo de revisao,"
    "article original,originalarbeit,ubersicht,articulo,artigo,originalien,leitthema,ubersichten,"
    "news and views,"
    "observational study,"
    "drug safety,new results,confirmatory results,contradictory results,quality improvement study,"
    "clinical trials and observations,original contributions,concise communication,"
    "original paper/articles,"
    "research report,research brief,case reports articles,short reports",
}
_SHORT_FORMS = (
    "editorial,editorials,letter,letter to the editor,letters to the editor,research letter,"
    "correspondence,letter to editor,comment,commentary,in reply,reply,authors reply,"
    "author reply,guest editorial,invited commentary,invited editorial,editorial comment,"
    "book review,obituary,news,opinion,viewpoint,carta al editor,cartas al editor,"
    "carta ao editor,lettre a la redaction,leserbrief,editoriale,éditorial"
)
_WITHOUT_ABSTRACT = frozenset(_SHORT_FORMS.split(","))
_PICTURE = re.compile(
    r"(?:clinical |medical |the )?(?:images?|pictures?|photo\w*|snapshots?)"
    r"(?: (?:in|of|from) (?:the )?(?:clinical )?\w+| quiz| challenge| case)?$"
)
_CATEGORIES = {name: kind for kind, names in _TYPES.items() for name in names.split(",")}
_ACCESS = re.compile(
    r"^(?:open access|highly accessed|free access|full access|free to read|free|peer[- ]reviewed"
    r"|clinical|highlight"
    r"|featured|editors? choice|licensed|restricted access)\b[\s|:•·,/–-]*|[\s"
    r"|:•·,/–-]+(?:open access|free access|full access|free|articles?|section)$",
    re.IGNORECASE,
)
# "01-12-2018 | Research article"
_DAY = re.compile(r"^(?:open access\s)?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s?[|•·]\s?")
_QUALIFIED = re.compile(r"\s*/\s*")


@lru_cache(maxsize=512)
def read_category(text: str) -> tuple[str, ...] | None:
    """The publication types that a line such as "REVIEW article" says; () for one that PubMed has
    no type for, None when the line is no category of article."""
    if len(text) > 80:
        return None
    key = _DAY.sub("", text.lower().strip(" .:|•·[]*-–"))
    for _ in range(3):
        shorter = _ACCESS.sub("", key)
        if key in _CATEGORIES or shorter == key or not shorter:
            break
        key = shorter
    kind = _CATEGORIES.get(key)
    if kind is not None:
        return (kind,) if kind else ()
    if _ACCESS.sub("", key) == "":
        return ()
    pieces = [
        piece.strip() for piece in re.split(r"\s*[|•·,/:;–—]\s*|\s+-\s+", key) if piece.strip()
    ]
    if 1 < len(pieces) <= 3 and pieces[0] != "correspondence":
        kinds = [_CATEGORIES.get(piece) for piece in pieces]
        # "Case report: Purpura after quinine in tonic water" is a title.
        if kinds[0] is not None and max(piece.count(" ") for piece in pieces[1:]) < 3:
            return tuple(dict.fromkeys(kind for kind in kinds if kind))
    return None


def is_access_mark(text: str) -> bool:
    """Whether a line says only how the article can be read ("Open Access")."""
    return len(text) < 40 and not _ACCESS.sub("", text.lower().strip(" .:|•·[]*-–"))


def has_no_abstract(text: str) -> bool:
    """Whether a line says that the article is of a kind that has no abstract."""
    if len(text) >= 60:
        return False
    key = text.lower().strip(" .:|•·[]*-–")
    return key in _WITHOUT_ABSTRACT or _PICTURE.match(key) is not None


def normal_type(text: str) -> str:
    """A publication type in PubMed's spelling where it has one."""
    text = text.strip(_TRAILING)
    return _CATEGORIES.get(text.lower()) or text


def split_keywords(text: str) -> list[str]:
    """Keywords out of running text, by the strongest separator that it has."""
    text = text.strip(_TRAILING)
    if _SEMICOLON.search(text):
        parts = [part for piece in _SEMICOLON.split(text) for part in _split_mixed(piece)]
    elif re.search(r"[•·|▪■●‣∙]", text):
        parts = _MARK.split(text)
    elif _COMMA.search(text):
        parts = _COMMA.split(text)
    elif " . " in text:
        parts = _DOTTED.split(text)
    elif re.search(r"\s(?:/|–|—|-)\s.*\s(?:/|–|—|-)\s", text):
        parts = _MARK.split(text)
    elif text.count(". ") >= 2 and not is_prose(text):
        parts = text.split(". ")
    else:
        parts = [text]
    cleaned = [part.strip(_TRAILING + " *") for part in parts]
    return list(dict.fromkeys(part for part in cleaned if part))


def _split_mixed(piece: str) -> list[str]:
    """A piece between semicolons in which commas part terms of several words; inverted headings
    ("Leukemia, Myeloid, Chronic") are left whole."""
    parts = _COMMA.split(piece)
    whole = len(parts) < 3 or 2 * sum(" " in part for part in parts) <= len(parts)
    return [piece] if whole else parts


def keyword_lines(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines under a label "Keywords" that hold the list, and those behind."""
    if not lines:
        return [], []
    taken = [lines[0]]
    listed = _has_separator(lines[0].text)
    if not listed and (len(lines[0].text) > MAX_KEYWORD or is_prose(lines[0].text)):
        return [], lines
    for index, line in enumerate(lines[1:], 1):
        text = line.text
        stop = (
            is_rights(text)
            or is_menu(text)
            or is_numbered_heading(text)
            or text[-1] in ":："
            or find_label(text) is not None
        )
        if listed:
            # A wrapped list goes on without a gap; after a separator it goes on in any case.
            ending = taken[-1].text[-1:]
            next_line = not line.gap and not line.bullet and line.number == taken[-1].end + 1
            goes_on = next_line and ending != "." and _has_separator(text) and ":" not in text
            stop = stop or not (goes_on or ending in ";,|•·") or is_prose(text)
        else:
            stop = stop or not _is_item(line, taken[-1], len(taken))
        if stop:
            return taken, lines[index:]
        taken.append(line)
    return taken, []


def _is_item(line: Line, previous: Line, count: int) -> bool:
    text = line.text
    if _NO_KEYWORD.search(text) or text.endswith((":", "：")):
        return False
    if (
        len(text) > 70
        or text.count(" ") > 7
        or count >= 20
        or (is_sentence(text) and len(text) > 40)
    ):
        return False
    if text.isupper() and text.count(" ") and not previous.text.isupper():
        # The heading of the next part.
        return False
    # Where the list has no gaps, a gap ends it; where every item has one, it goes on.
    return not (line.gap and count > 1 and not previous.gap)


def _has_separator(text: str) -> bool:
    return re.search(r"[;；•·|]|[,،、，]", text) is not None


def read_keywords(lines: list[Line]) -> list[str]:
    """The keywords in the lines of a list: one a line, or separated."""
    if len(lines) > 1 and not _has_separator(lines[0].text):
        parts = [line.text.strip(_TRAILING) for line in lines]
    elif len(lines) == 2 and lines[0].text.isascii() != lines[1].text.isascii():
        # The same list in two scripts.
        parts = [part for line in lines for part in split_keywords(line.text)]
    else:
        parts = split_keywords(" ".join(line.text for line in lines))
    kept = [
        part for part in parts if 1 < len(part) <= MAX_KEYWORD and not _NO_VALUE.fullmatch(part)
    ]
    return list(dict.fromkeys(kept))


def is_translated(label: str, other: str) -> bool:
    """Whether two labels of lists say the same, one in English and one in another language."""
    names = [fold_label(name) for name in (label, other)]
    if any("terms" in name or "plus" in name or "tags" in name for name in names):
        return False
    return sum("key" in name for name in names) == 1


def is_unlabelled_list(text: str, follows_abstract: bool = False) -> bool:
    """Whether a line can only be a list of terms: short pieces between semicolons, or between
    commas where it stands right behind an abstract."""
    mark = ";" if ";" in text or not follows_abstract else ","
    pieces = [piece.strip() for piece in text.split(mark) if piece.strip()]
    if len(pieces) < 3 or len(text) > 400 or is_sentence(text) or find_label(text):
        return False
    if mark == "," and (max(piece.count(" ") for piece in pieces) > 4 or is_menu(text)):
        return False
    if any(
        len(piece) > 60 or piece.count(" ") > 6 or re.search(r"\d{3}|[:.@]", piece)
        for piece in pieces
    ):
        return False
    return not read_names(text) and not is_address(text)


def bulleted_list(lines: tuple[Line, ...]) -> list[Line]:
    """Short items with bullets right behind an abstract: keywords without a label."""
    taken = []
    for line in lines:
        text = line.text
        if not line.bullet or len(text) > 60 or text.count(" ") > 5 or is_sentence(text):
            break
        taken.append(line)
    return taken if 3 <= len(taken) <= 12 and not any(is_menu(line.text) for line in taken) else []


def read_headings(lines: list[Line]) -> list[str]:
    """MeSH headings as MEDLINE writes them: "Exanthema/*chemically induced", each heading once."""
    merged: dict[str, list[str]] = {}
    for line in lines:
        heading, *qualifiers = _QUALIFIED.split(line.text.strip(_TRAILING))
        found = merged.setdefault(_starred(heading), [])
        found += [name for name in map(_starred, qualifiers) if name not in found]
    return ["/".join([heading, *qualifiers]) for heading, qualifiers in merged.items()]


def _starred(text: str) -> str:
    return "*" + text.strip("* ") if "*" in text else text


def term_lines(lines: list[Line]) -> list[Line]:
    """The items of a bulleted or one-a-line list; a gap after an item ends a list with bullets."""
    taken: list[Line] = []
    for line in lines:
        if (
            len(line.text) > 150
            or (taken and line.gap)
            or (taken and taken[0].bullet and not line.bullet)
        ):
            break
        if is_menu(line.text) and not line.bullet:
            break
        taken.append(line)
    return taken
