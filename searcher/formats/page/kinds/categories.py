"""Categories of articles: what a line such as "REVIEW article" says of the one below it."""

from __future__ import annotations

from functools import lru_cache

from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import any_of, beginnings, by_initial, kinds_by_name
from searcher.lazy import lazy_pattern

_TYPES = {
    "Case Reports": "klinischer fall,клинический случай,клиническое наблюдение,случай из практики,"
    "клінічний випадок,opis przypadku,opisy przypadków,praca kazuistyczna,kazuistika,kazuistiky,"
    "prikaz bolesnika,prikaz slučaja,prikaz primera,olgu sunumu,olgu bildirimi,esetismertetés,"
    "prezentare de caz,caz clinic,laporan kasus,病例报告,病例報告,个案报道,症例報告,증례,증례보고,"
    "cas cliniques,casi clinici,kasuistikk,fallrapport,"
    "casos clínicos,casos clinicos,"
    "kasuistik,kasuistiken,caso clinico,caso clínico,relato de caso,cas clinique,"
    "reporte de caso,fallbericht,case report,case reports,case study,case studies,"
    "clinical case report,"
    "case series,"
    "clinical case,clinical vignette,clinical vignettes,case vignette,"
    "case report and review of literature,case report and literature review,case presentation",
    "Review": "übersichtsarbeit,обзор,обзоры,обзор литературы,огляд,огляд літератури,"
    "praca poglądowa,artykuł przeglądowy,přehledový článek,přehledné články,souborný referát,"
    "pregledni rad,pregledni članak,derleme,összefoglaló közlemény,article de revue,mise au point,"
    "revue de la littérature,revue générale,articolo di revisione,rassegna,revisión,"
    "revisión de tema,tema de revisión,artigo de atualização,"
    "revisión bibliográfica,revisão,revisão de literatura,综述,綜述,総説,종설,oversigtsartikel,"
    "oversiktsartikkel,översiktsartikel,overzichtsartikel,tinjauan pustaka,"
    "review,reviews,review article,review articles,mini review,minireview,mini-review,"
    "narrative review,"
    "literature review,review paper,state of the art review,clinical review,scoping review,"
    "invited review,"
    "revisión de tema,comprehensive review,topical review,critical review",
    "Systematic Review": "systematic review,systematic reviews",
    "Meta-Analysis": "meta-analysis,meta analysis",
    "Randomized Controlled Trial": "randomized controlled trial,randomised controlled trial",
    "Clinical Trial": "clinical trial",
    "Editorial": "editorial,editorials",
    "Letter": "letter,letters,letter to the editor,letters to the editor,to the editor,"
    "correspondence",
    "Comment": "comment,commentary,comments",
    "Practice Guideline": "practice guideline,clinical practice guideline",
    "Guideline": "guideline,guidelines",
    "": "статья,статьи,оригинальная статья,оригинальные статьи,оригинальное исследование,"
    "оригинальные исследования,научная статья,стаття,оригінальна стаття,оригінальні дослідження,"
    "praca oryginalna,prace oryginalne,artykuł oryginalny,artykuł,původní práce,původní článek,"
    "pôvodná práca,izvorni znanstveni rad,izvorni znanstveni članak,izvorni naučni rad,"
    "originalni naučni rad,izvirni znanstveni članek,araştırma makalesi,orijinal araştırma,"
    "özgün araştırma,özgün makale,orijinal makale,makale,eredeti közlemény,articol original,"
    "artikel penelitian,artikel,论著,論著,原著,原著論文,研究报告,원저,원저논문,연구논문,"
    "originalartikel,"
    "originalarbeiten,originalartikkel,origineel artikel,articolo originale,articoli originali,"
    "articolo,articles originaux,recherche clinique,article de recherche,"
    "artículo,artículo original,artículos originales,"
    "artigos originais,artigo de pesquisa,"
    "original article,original articles,original research,original research article,"
    "research article,"
    "research articles,research,research paper,original paper,original investigation,"
    "original contribution,"
    "article,articles,full paper,brief report,brief reports,short communication,"
    "rapid communication,"
    "brief communication,short report,clinical study,clinical research,technical note,"
    "original study,"
    "full length article,full length research article,regular article,research note,short paper,"
    "original clinical research,basic research,clinical article,original scientific article,"
    "short article,consensus statement,consensus report,feature article,"
    "study protocol,protocol,perspective,opinion,hypothesis,methodology,database,technical advance,"
    "research letter,image,images,clinical image,brief research report,special article,paper,"
    "conference abstract,meeting abstract,abstract only,book review,chapter,book chapter,viewpoint,"
    "full-length article,"
    "clinical investigation,preprint,regular paper,regular research article,journal article,"
    "primary research,"
    "articulo original,caso clinico articulo,artigo original,articulo de revision,"
    "artículo de revisión,"
    "artigo de revisao,artigo de revisão,artigo original de pesquisa,"
    "article original,originalarbeit,ubersicht,articulo,artigo,originalien,leitthema,ubersichten,"
    "news and views,"
    "observational study,comparative study,multicenter study,evaluation study,validation study,"
    "historical article,english abstract,controlled clinical trial,"
    "drug safety,new results,confirmatory results,contradictory results,quality improvement study,"
    "clinical trials and observations,original contributions,concise communication,"
    "original paper/articles,"
    "feature article,feature,cover story,artículo especial,"
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
_PICTURE = lazy_pattern(
    r"(?:clinical |medical |the )?(?:images?|pictures?|photo\w*|snapshots?)"
    r"(?: (?:in|of|from) (?:the )?(?:clinical )?\w+| quiz| challenge| case)?$"
)
_PICTURE_LETTERS = beginnings("clinical", "medical", "the", "image", "picture", "photo", "snapshot")
_CATEGORIES = kinds_by_name(_TYPES)
OPENINGS = frozenset(name.split(" ")[0] for name in _CATEGORIES)
"""The first words of categories in lower case."""
ENDINGS = frozenset(name.rpartition(" ")[2] for name in _CATEGORIES)
"""Their last words."""

_ACCESS_OPENINGS = (
    *("open access", "highly accessed", "free access", "full access", "free to read", "free"),
    *("peer[- ]reviewed", "clinical", "highlight", "featured", "editors? choice", "licensed"),
    "restricted access",
)
_LETTERS = frozenset(name[:3] for name in (*_CATEGORIES, *_ACCESS_OPENINGS))
_ACCESS_LETTERS = beginnings(*_ACCESS_OPENINGS)
_ACCESS = lazy_pattern(rf"(?:{by_initial(_ACCESS_OPENINGS)})\b[\s|:•·,/–-]*")
_BEHIND = ("open access", "free access", "full access", "free", "article", "articles", "section")
_ACCESS_BEHIND = lazy_pattern(rf"[\s|:•·,/–-]+(?:{any_of(_BEHIND)})$")
# "01-12-2018 | Research article"
_DAY = lazy_pattern(r"^(?:open access\s)?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s?[|•·]\s?")
_SIGN = lazy_pattern(r"[|•·,/:;–—]")
# What names of fields have not among their words: "quinine induced purpura".
_LINK = lazy_pattern(r"[ -](?:induced|associated|related|after|due to|following|with|by|caused) ")
_PIECES = lazy_pattern(r"[|•·,/:;–—-](?:(?<!-)|(?<=\s-)(?=\s))")


@lru_cache(maxsize=CACHED)
def read_category(text: str) -> tuple[str, ...] | None:
    """The publication types that a line such as "REVIEW article" says; () for one that PubMed has
    no type for, None when the line is no category of article."""
    if len(text) > 80:
        return None
    key = text.lower().strip(" .:|•·[]*-–")
    if key[:3] not in _LETTERS and key[:3].isalpha() and key[:3].isascii():
        return None
    if key.startswith("research support, "):
        return ()
    if key[:1].isdigit() or key.startswith("open access"):
        key = _DAY.sub("", key)
    while (shorter := _without_access(key)) not in (key, "") and key not in _CATEGORIES:
        key = shorter
    kind = _CATEGORIES.get(key)
    if kind is None and "-" in key:
        # "research-article", as records for machines have it
        kind = _CATEGORIES.get(key.replace("-", " "))
    if kind is not None:
        return (kind,) if kind else ()
    if not shorter:
        return ()
    if not _SIGN.search(key) and " - " not in key:
        return None
    pieces = [piece.strip() for piece in _PIECES.split(key) if piece.strip()]
    if 1 < len(pieces) <= 3 and pieces[0] != "correspondence":
        kinds = [_CATEGORIES.get(piece) for piece in pieces]
        # "Case report: Purpura after quinine in tonic water" is a title.
        told = any(_LINK.search(piece) for piece in pieces[1:])
        if kinds[0] is not None and not told and max(map(_count_blanks, pieces[1:])) < 3:
            return tuple(dict.fromkeys(kind for kind in kinds if kind))
    return None


def _count_blanks(text: str) -> int:
    return text.count(" ")


@lru_cache(maxsize=CACHED)
def is_access_mark(text: str) -> bool:
    """Whether a line says only how the article can be read ("Open Access")."""
    return len(text) < 40 and not _without_access(text.lower().strip(" .:|•·[]*-–"))


def _without_access(key: str) -> str:
    """A folded line without words on how the article can be read, at either end."""
    if key[:2] in _ACCESS_LETTERS and (opening := _ACCESS.match(key)):
        key = key[opening.end() :]
    return _ACCESS_BEHIND.sub("", key) if key.endswith(_BEHIND) else key


def has_no_abstract(text: str) -> bool:
    """Whether a line says that the article is of a kind that has no abstract."""
    if len(text) >= 60:
        return False
    key = text.lower().strip(" .:|•·[]*-–")
    if key in _WITHOUT_ABSTRACT:
        return True
    return key[:2] in _PICTURE_LETTERS and _PICTURE.match(key) is not None


def normal_type(text: str) -> str:
    """A publication type in PubMed's spelling where it has one."""
    text = text.strip(" .,;:|•·")
    return _CATEGORIES.get(text.lower()) or text
