"""What tables of catalogues and reference managers call their columns in other languages."""

from __future__ import annotations

import re
import unicodedata

from searcher.formats.part_names import field_of, plain_name

_NAMES = {
    "title": "titel haupttitel sachtitel titre título titolo tittel tytuł otsikko nimeke название"
    " заглавие başlık 题名 标题 篇名 題名 標題 論文名 タイトル 제목 논문명",
    "abstract": "zusammenfassung kurzfassung inhaltsangabe résumé resumen resumo riassunto"
    " samenvatting streszczenie abstrakt sammanfattning sammendrag tiivistelmä аннотация реферат"
    " özet 摘要 抄録 要旨 초록",
    "keywords": "schlagwörter schlagworte schlüsselwörter stichwörter stichworte motsclés motclé"
    " palabrasclave palavraschave parolechiave trefwoorden słowakluczowe nyckelord nøkkelord"
    " nøgleord emneord avainsanat asiasanat ключевыеслова anahtarkelimeler 关键词 关键字 關鍵詞"
    " キーワード 키워드",
    "journal": "zeitschrift zeitschriftentitel zeitschriftzeitung revue titredelarevue revista"
    " títulodelarevista títulodarevista periódico rivista titolodellarivista tijdschrift czasopismo"
    " tidskrift tidsskrift lehti журнал dergi 刊名 期刊 文献来源 雑誌名 誌名 収録刊行物 학술지명",
    "authors": "autor autoren autorin autorinnen verfasser verfasserin"
    " autorherausgeberoderinstitution auteur auteurs autores autore autori autorzy författare"
    " forfatter forfattere tekijä tekijät автор авторы yazar yazarlar 作者 著者 著者名 저자",
    "date": "erscheinungsdatum datumderveröffentlichung datum datedepublication datedeparution"
    " fecha fechadepublicación datadepublicação datadipubblicazione publicatiedatum datapublikacji"
    " датапубликации 发表时间 出版日期 発行日 발행일",
    "year": "jahr erscheinungsjahr publikationsjahr année annéedepublication año añodepublicación"
    " ano anodepublicação anno annodipubblicazione jaar jaarvanpublicatie rok rokwydania år vuosi"
    " год yıl 年 年份 出版年 発行年 연도 발행연도",
    "volume": "jahrgang band bandnummer tome volumen jaargang tom volym bind årgang vuosikerta том"
    " cilt 卷 巻 권",
    "issue": "heft heftnummer nummer ausgabe numéro fascicule número fascículo fascicolo numero"
    " aflevering numer zeszyt häfte hefte numero номер выпуск sayı 期 号 호",
    "pages": "seiten seite seitenbereich seitenvonbis seitenangabe páginas pagine paginas paginas"
    " strony sidor sider sivut страницы sayfa sayfalar 页码 頁 ページ 页 페이지",
    "publication_types": "dokumenttyp dokumententyp publikationstyp publikationsart typededocument"
    " tipodedocumento tipodidocumento typdokumentu типдокумента documenttype 文献类型",
    "language": "sprache langue idioma lingua taal język språk sprog kieli язык dil 语种 語種 言語",
    "subtitle": "untertitel soustitre subtítulo sottotitolo undertitel undertittel подзаголовок",
    "source": "quelle fuente fonte bron źródło источник",
}
"""As `_letters` writes them; an accent may lack where a name is long enough."""

_LONG = 4
"""Letters of a name that is known without its accents: "År" is a year, "AR" something else."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_COVERS = frozenset({"ids", "externalids", "biblio", "journal", "attributes", "fields"})
"""Objects that a record is made of, in the columns of a table."""

_VAGUE = frozenset({"displayname", "name", "value", "label"})
_PARTED = re.compile(r"[-/|()]")
_BEHIND = 100
"""Added to the rank of these names: where there is one in English too, that goes before."""

_DUBLIN_CORE = {
    "subject": ("keywords", _BEHIND),
    "description": ("abstract", _BEHIND),
    "iso": ("language", _BEHIND),
}
_LANGUAGE = re.compile(r"\[\w{0,5}\]$")
"""Behind a column's name: "dc.title[en_US]"."""


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", name).lower())


def _bare(name: str) -> str:
    """Letters without their accents."""
    parts = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(filter(str.isalnum, parts)))


_FIELD_OF = {
    spelt: (part, _BEHIND + rank)
    for part, names in _NAMES.items()
    for rank, name in enumerate(names.split())
    for spelt in ({name, _bare(name)} if len(name) >= _LONG else {name})
}


def column_of(name: str) -> tuple[str, int] | None:
    """The part of a record that a column stands for, with its rank (0 is best), or None.

    A name may be given in two languages ("Titel / Title", "Period-期").
    """
    name = _LANGUAGE.sub("", name)
    found = _one(name) or _dotted(name)
    parts = list(filter(None, map(str.strip, _PARTED.split(name))))
    if len(parts) < 2 or (found and name.isascii()):
        return found
    known = list(map(_one, parts))
    # The other language says it more exactly: "Source-文献来源" is the journal.
    pairs = zip(known, parts, strict=True)
    foreign = {each[0] for each, part in pairs if each and not part.isascii()}
    fields = foreign or {each[0] for each in known if each and all(known)}
    return (fields.pop(), 2 * _BEHIND) if len(fields) == 1 else found


def _dotted(name: str) -> tuple[str, int] | None:
    """What the path to a value in a flattened object stands for ("biblio.volume")."""
    path = name.split(".")
    if len(path) < 2 or not all(map(str.isidentifier, path)):
        return None
    if path[0] == "dc":  # Dublin Core, of DSpace
        return field_of(path[-1]) or _DUBLIN_CORE.get(path[-1])
    found = field_of(" ".join(path[-2:]))
    if not found and plain_name(path[-1]) in _VAGUE:
        found = field_of(path[-2])
    elif not found and plain_name(path[-2]) in _COVERS:
        found = field_of(path[-1])
    return (found[0], found[1] + _BEHIND) if found else None


def _one(name: str) -> tuple[str, int] | None:
    found = field_of(name)
    if found or (name.isascii() and name.isupper() and len(name) < _LONG):
        return found
    letters = _letters(name)
    return _FIELD_OF.get(letters) or _FIELD_OF.get(_bare(letters))
