"""What is surely no title, in a head that lost its line breaks: a title stands between."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.formats.page.citation.form_parts import NUMBERED_ISSUE
from searcher.formats.page.kinds.categories import OPENINGS, is_access_mark, read_category
from searcher.formats.page.kinds.dates import ENGLISH_MONTH
from searcher.formats.page.kinds.phrases import ends_within
from searcher.formats.page.words.lists import UPPER, any_of, has_any
from searcher.formats.page.words.sites import COUNTRIES, SITE_NOTICES
from searcher.lazy import lazy_pattern

LEAST_REPEATED = 5
"""Words in a row that a head says twice, from which on they are its title."""

_CAPITAL = f"{UPPER}А-ЯЁ"
# Not "> or = 40%".
_SIGN = lazy_pattern(r"\s(?:[•·◦|»›◽]|>(?!\s(?:or|=)\s)|<<|>>|::)(?=\s)")
# What one does with an article, or is told beside it.
_CONTROL = lazy_pattern(
    r" (?:(?:Overview\s)?Affiliations?|Author\(s\)"
    r"|Quick Takes|[Pp]eer-reviewed(?= [A-Z])|loading page|DOI QR Code"
    r"|[Ll]oading(?= [A-Z])(?! Dos)|N/A|ORCID"
    r"|Full Text(?: HTML| PDF)?|Aucun résultat trouvé|Nenhum resultado encontrado"
    r"|No se han encontrado resultados|Sonuç bulunamadı|Tidak ada hasil yang ditemukan"
    r"|Translate this page into:|[Vv]erfasst von:|Follow this preprint|Toda la web|Premium"
    r"|Protected by copyright\.|Cite as|Citation Manager Formats|Información de la revista"
    r"|Copy Link|\*?Corresponding [Aa]uthor|PDF Available|Connect on Social Media"
    r"|(?:Sign|Log) [Ii]n(?= [A-Z])|research-article|review-article|case-report"
    r"|Article (?:[Ii]nformation|[Ii]nfo|[Hh]istory|[Dd]etails|[Mm]etrics|[Tt]ools)"
    r"|(?:Author|Publication) (?:[Ii]nformation|[Dd]etails)|Related [Aa]rticles|Permanent [Ll]ink"
    r"|(?:Cite|Print|Share|Email|Export|Download|View|Save|Request|Get)"
    r" (?:this|item|article|as|PDF|XML|ORCID|Permissions?|[Cc]itation|full)"
    r"|Show (?:more|all))(?=\s|$)"
)
# What stands behind a title.
_BEHIND = lazy_pattern(
    r"\s(?:[Bb]y (?=[A-Z][\w.-]+ [A-Z][\w-]+, [A-Z][\w.-]+ [A-Z])"
    r"|Authors?(?=\s[•:*]|\s[A-Z][\w-]+ [A-Z])|Highlights\s(?=[A-Z•])"
    r"|(?:Article )?(?:First )?[Pp]ublished(?: online| by|:| in:|(?: on| in|)(?= \d{1,2} [A-Z]))"
    r"|(?:,\s|&\s)+(?=[,&]|Pages?\s\d|\d)|Pages?\s\d|\d{1,2}\.$"
    r"|(?<=[a-z]{4}\s)(?<!ype\s)(?<!ase\s)1\.(?=\s[A-Z])|Available online|Online ahead"
    r"|ISSN\b|DOI\b|Vol(?:ume|\.)?\s?\d|(?:Volume|Article|Issue)\s(?:number\s)?\d)"
)
_PLACE = lazy_pattern(
    r"\s\(?\d\)?\s?(?:From the )?(?:Department|Departamento|Dipartimento|Division|Dept\.?"
    r"|Institut[eo]?|Section|Clinic|Service|Servicio|Serviço|Klinik|Abteilung) "
    r"(?:of|de|do|di|für|for)\s(?=\S+[^.]{0,60},)"
)
_DATED = lazy_pattern(
    r"\s(?=[A-Z\d])(?<=[a-zà-ÿ)?.!]\s)(?<!\b(?:in|of|to|by|on)\s)(?<!Received\s)(?<!Accepted\s)"
    r"(?<!\bfrom\s)(?<!\bsince\s)(?<!\buntil\s)"
    r"(?<!\bbetween\s)(?<!\band\s)"
    rf"((?:\d{{1,2}} {ENGLISH_MONTH},?|{ENGLISH_MONTH} \d{{1,2}},|{ENGLISH_MONTH}) (?:19|20)\d\d\b"
    r"|(?:19|20)\d\d-\d\d-\d\d\b)(?![–-])"
)
# "... of Wards, Lund, Sweden Fever (F) is a": the first sentence behind an address.
_TEXT = lazy_pattern(
    rf"(?:(?i:{any_of(COUNTRIES)})|\S@\S+\.[a-z]{{2,8}}|\[email protected\])[.;]?"
    rf"(?=\s[{_CAPITAL}][\w'’-]*(?: \([^()]{{1,30}}\)| [a-z'’-]+){{3}})"
)
# "Volume 35, No 2, May/June 2024": an issue, as the head of a page names it.
_ISSUE = lazy_pattern(
    rf"\b{NUMBERED_ISSUE}[,;]?"
    rf"(?:\s{ENGLISH_MONTH}(?:\s?[/–-]\s?{ENGLISH_MONTH})?)?\s(?:19|20)\d\d\b"
)
# "... and its treatment We report two men"
_TOLD = lazy_pattern(
    r"\s(?=[A-Z])(?<=[\w)?!]\s)(?=(?:We|This (?:study|article|paper|report|review|is|was)"
    r"|The (?:aim|purpose|objective)s? (?:of|was)"
    r"|Here,? we|In this|Our|There (?:is|are|was)) [a-z])"
)
# "... was withdrawn. The other patients had"
_PROSE = lazy_pattern(rf"\.\s(?<=[a-zà-ÿ)\]]..)(?=[{_CAPITAL}][\w'’-]* (?:[a-z-]+ ){{2}})")
# "Background: Fever is"
_OPENS_PROSE = lazy_pattern(
    r" (?i:background|introduction|objectives?|aims?|purpose|context|case presentation)\s?:"
)
_ANCHORS = {"sign": (_SIGN,), "before": (_BEHIND, _PLACE), "told": (_TOLD,)}
_TOKEN = lazy_pattern(r"\S+")
_SIGNS = ".,;:[]\"“”'()"
# "A Prospective Case Series", "Journal of Medical Case Reports"
_GOES_ON = lazy_pattern(
    r"(?:[:,–-]|\b(?i:the|and|of|in|an?(?: \S+){0,2})|\b(?:Journal|J|Annals|Archives)\b[^.]*)$"
)
_WORD = lazy_pattern(rf"[{_CAPITAL}](?<!\S.)[\w-]+(?=\s|$)")


def find_anchors(head: str, identified: int = 0) -> Iterator[tuple[int, str]]:
    """Where what is surely no title begins ("before"), or ends ("after"), before the first
    sentence ("prose"); signs between entries, and runs of words that are said twice.

    identified: where an identifier begins; sentences before it may be those of a site.
    """
    noticed = identified if has_any(head[:identified].lower(), SITE_NOTICES) else 0
    if prose := _PROSE.search(head, noticed):
        yield prose.end(), "prose"
        head = head[: prose.start() - 1]
    # With a blank before it, the first word is found as the others are.
    if ":" in head and (opening := _OPENS_PROSE.search(f" {head}")):
        yield opening.start(), "prose"
        head = head[: opening.start()]
    cuts = set()
    for kind, patterns in _ANCHORS.items():
        for pattern in patterns:
            cuts |= {(found.start(), kind) for found in pattern.finditer(head)}
    if "," in head or "@" in head or "[email" in head:
        cuts |= {(found.end(), "after") for found in _TEXT.finditer(head)}
    for pattern in (_DATED, _ISSUE):
        for found in pattern.finditer(head):
            cuts |= {(found.start(), "before"), (found.end(), "after")}
    for found in _CONTROL.finditer(f" {head}"):
        cuts |= {(found.start(), "before"), (found.end() - 1, "after")}
    cuts |= set(_around_category(head))
    yield from cuts
    for place in _around_repeated(head, {place for place, _ in cuts}):
        yield place, "again"


def _around_category(head: str) -> Iterator[tuple[int, str]]:
    """Both ends of a category of several words before a word with a capital."""
    for found in _WORD.finditer(head):
        if found[0].lower() not in OPENINGS:
            continue
        start = found.start()
        words = head[start : start + 60].split(" ")[:5]
        before = head[max(0, start - 40) : start].rstrip()
        if _GOES_ON.search(before):
            continue
        for count in range(len(words) - 1, 0, -1):
            kind = " ".join(words[:count])
            apart = words[count][:1].isupper() and kind[-1] != ":" and ": " not in kind
            if not apart or read_category(kind) is None:
                continue
            if count > 1 or (not is_access_mark(kind) and not before[-1:].isalpha()):
                # "Clinical" alone begins a title or a journal's name.
                yield start, "before"
                yield start + len(kind), "after"
            break


def _around_repeated(head: str, cuts: set[int]) -> Iterator[int]:
    """Both ends of the longest run of words that stands there twice, and begins where something
    else ends."""
    words = [word.strip(_SIGNS) for word in head.lower().split()]
    if len(words) - len(set(words)) < LEAST_REPEATED:
        return
    places = [found.span() for found in _TOKEN.finditer(head)]
    seen: dict[tuple[str, ...], int] = {}
    longest, first, second = LEAST_REPEATED - 1, 0, 0
    for index in range(len(words) - LEAST_REPEATED + 1):
        known = seen.setdefault(tuple(words[index : index + LEAST_REPEATED]), index)
        length = LEAST_REPEATED
        while known + length < index and words[known + length :][:1] == words[index + length :][:1]:
            length += 1
        if known < index and length > longest:
            longest, first, second = length, known, index
    if longest < LEAST_REPEATED:
        return
    begins = [places[start][0] for start in (first, second)]
    before = {len(head[:begin].rstrip()) for begin in begins} | set(begins)
    if not (first == 0 or second == first + longest or before & cuts):
        return
    yield from begins
    # Names may follow the second one, which are told from it better where they stand behind it.
    if not ends_within(words[first + longest - 1]):
        yield places[first + longest - 1][1]
