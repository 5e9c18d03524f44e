"""The forms in which citations are written, as patterns; the first that fits is taken."""

from __future__ import annotations

import re

from searcher.formats.page.citation.form_parts import (
    DAY,
    DAY2,
    MON,
    SPACED_Y,
    STOPPED_Y,
    WHOLE_Y,
    N,
    P,
    V,
    Y,
)
from searcher.formats.page.kinds.dates import ENGLISH_MONTH
from searcher.lazy import lazy_pattern

YEAR = lazy_pattern(r"(?:18|19|20)(?<!\d..)\d\d(?!\.\d)")
"""What every citation holds but the one by DOI alone; a year within an identifier
("10.1000/wards.2018.00080") dates none."""

UNDER_TITLE = "year, volume: issue:"
"""The form that stands right under the title, which therefore is no journal."""

ONLINE, BARE = "year; online", "year vol. no."
"""The forms that are no citation without a journal: "Received: 3 May 2011;"."""

_HEARTS = {
    "date volume pages": rf"{Y}(?:[,;:]?|\s/)\s{V}{N}",
    "volume(year)pages": rf"\((?:{MON}\s)?(?:{DAY},?\s)?{Y}\)",
    "volume,pages(year)": rf"\((?:{MON}\s)?{Y}\)",
    "volume:pages,date": rf",\s(?:{DAY}\s)?(?:{MON},?\s)?(?:\d{{1,2}},?\s)?{Y}",
    "date, vol. issue, pages": rf"{Y},\s[Vv]ol",
    "glued": rf"{Y}\d{{1,3}}:\d",
    "volume, date, pages": rf"{Y},\sp",
    "volume(issue) date": rf"[•·|,]\s{MON}\s{Y}",
    "volume(issue) year pages": rf"[)\]]\s{Y}\s",
    "vol., pp., year": rf",\s(?:{MON}\s)?{Y}",
    "volume(issue),pages,date": rf"[,–-]\s(?:{MON}\s)?{Y}",
    "volume(issue), year, pages": rf"[)\]],\s{Y}",
    "volume; year/issue": rf"{Y}/\d",
    "issue/year": rf"/{Y}$",
    "issue/year, pages": rf"/{Y}[,:]\s",
    "issue, year": rf"{Y}\)?$",
}
"""What is found quickly of the forms that are not: they begin with what nearly every word is."""

# A form's name, what every text of it holds (most hold it not, and are not searched), its heart,
# its pattern.
FORMS: tuple[tuple[str, str, re.Pattern[str] | None, re.Pattern[str]], ...] = tuple(
    (name, mark, lazy_pattern(_HEARTS[name]) if name in _HEARTS else None, lazy_pattern(pattern))
    for name, mark, pattern in (
        # J Abbrev. 2021 Oct 22;14(3):1548-54    J Abbrev 2019; 119(05): 712-720
        # J Abbrev. Oct 22, 2021; 14(3): 1548    J Abbrev. Jan-Feb 2021;14(3):1548, Nov 2021;14
        # J Abbrev. 2021Nov.5;14(3):1548
        (
            "year;volume",
            ";",
            r"(?:(?<=\s)(?:(?P<day2>\d{1,2})\s(?:de\s)?(?P<month2>[^\W\d_]{3,12})\s(?:de\s)?"
            r"|(?P<month3>[A-Z][a-z]{2,8})\.?\s(?P<day3>\d{1,2}),?\s"
            r"|(?P<month4>[A-Z][a-z]{2,8})\.?[-–/][A-Z][a-z]{2,8}\.?,?\s"
            rf"|(?P<month5>{ENGLISH_MONTH}),?\s))?"
            rf"(?<!\d){Y}(?:,?\s?{MON}(?:\s?{DAY})?|(?:[\s-]\d\d){{1,2}})?\s?;"
            rf"\s?(?:[Vv]ol\.?\s?)?{V}(?:{N})?(?:(?:\s?[:,]\s?"
            rf"|\s){P})?",
        ),
        # J Abbrev. 2024 Nov 26:2024:4835223     J Abbrev. 2021 Jan 5:bcr2020123
        (
            "year:volume",
            ":",
            rf"{WHOLE_Y}(?:\s{MON}(?:\s{DAY})?)?\s?:\s?{V}(?:{N})?\s?:\s?{P}",
        ),
        # J Abbrev. 2021 Jan 5:123-9                 J Abbrev. 2022 : 1–8.
        ("year:pages", ":", rf"{WHOLE_Y}\s(?:{MON}(?:\s{DAY})?:|:\s){P}"),
        # Home Care Medicine, 2019, v. 8, n. 2, p. 77-84   Ward Journal 2022, Vol. 29, No. 2, 77
        # Ward Journal 2011-10, Vol.41 (4), p.432-437
        (
            "year, v. n. p.",
            ",",
            rf"{SPACED_Y}(?:-\d\d){{0,2}},\s(?:v|[Vv]ol)\.\s?{V}(?:,\s(?:n|[Nn]o"
            rf"|iss)\.\s?(?P<issue2>[\w-]+)|{N})?(?:,\s{P})?",
        ),
        # Clinical Journal, 27 Jul 2016, 4(3):211-214
        (
            "date,volume",
            ":",
            rf"(?<=,\s)(?:{DAY}\s)?{MON}\s{Y},\s{V}(?:{N})?\s?:\s?{P}",
        ),
        # Clinical Journal 2012, 2:23            Medicines 2020, 7(10), 62
        (
            "year,volume",
            "",
            rf"{WHOLE_Y}(?:\s?[,.·•]?\s|,(?=\d{{1,4}}\s?\()){V}(?:{N})?\s?[:,]\s?{P}",
        ),
        # Ward Nutrition (Example City). 2019;:88-96      Ward Nutrition 2019;(3):88-96
        ("year;:pages", ";", rf"{WHOLE_Y}(?:\s{MON}(?:\s{DAY})?)?\s?;(?:{N})?\s?:\s?{P}"),
        # Journal 29: 2011 (suppl; abstr 9099)
        ("volume: year (suppl)", "uppl", rf"(?<=\s){V}:\s?{Y}\s\((?P<issue>[Ss]uppl[^;()]*)"),
        # Journal of Wards,2021,11,3,2519-2521
        (
            "year,volume,issue,pages",
            ",",
            rf"{Y}(?<=,\d{{4}}),\s?{V},\s?(?P<issue>\d{{1,3}}),\s?{P}\.?$",
        ),
        # Journal 2015; published online 13 July 2015     Journal 2016 Aug 22;: Authors: Holm A
        (
            ONLINE,
            ";",
            rf"{SPACED_Y}(?:\s{MON}(?:\s{DAY})?(?=;:))?\s?;"
            r"\s?(?:[Pp]ublished [Oo]nline|\[?[Ee]pub|doi:|DOI:|\.|:?$|:\s)",
        ),
        # Journal. 2016,25(08)                    Journal 82 (4) • Ago 2007
        (
            "year,volume(issue) pages",
            "(",
            rf"{Y}(?<=[\s.]\d{{4}})\s?[,;]\s?{V}{N}\s{P}(?=\s|$)",
        ),
        # Ward Abstracts (2016) 28 EP345 | DOI: 10.1000/wards.28.EP345
        (
            "(year) volume code",
            "(",
            rf"\({Y}\)(?<=[a-z]\s\(\d{{4}}\))\s{V}\s(?P<pages>[A-Z]{{1,3}}\d{{1,4}})(?=\s\||\.?$)",
        ),
        ("year,volume(issue)", "(", rf"{WHOLE_Y}\s?[,;]\s?{V}{N}$"),
        ("volume(issue) date", "(", rf"(?<=\s){V}{N}(?::{P})?\s?[•·|,]\s{MON}\s{Y}(?!\d)"),
        # World Journal of Surgery20105:20
        ("glued", ":", r"(?<=[a-z)])(?P<year>(?:19|20)\d\d)(?P<volume>\d{1,3}):(?P<pages>\d+)"),
        # Ward Research xxx (2018) xxx-xxx         Ward Research xxx (2018) 101234
        (
            "unnumbered (year)",
            "xx (",
            rf"(?<=\s)x{{2,4}}\s\({Y}\)\s(?:x{{2,4}}(?:\s?[-–—]\s?x{{2,4}})?|{P})(?!\w)",
        ),
        # Case Rep Oncol (2021) 14 (3): 1548-1554
        (
            "(year)volume",
            "(",
            rf"\({Y}\),?\s?{V}(?:\s?{N}\s?[:,]?\s?|\s?[:,]\s?){P}",
        ),
        # Journal May 19, 2020 117 (20) 11111-11117        Journal Apr 2020, 94 (14) e1457-e1465
        (
            "date volume pages",
            "(",
            rf"(?:{DAY}\s)?{MON}\s(?:{DAY2},?\s)?{Y}(?:[,;:]?|\s/)\s{V}{N}\s?[:;,]?\s?{P}",
        ),
        # Терапия. 2019. Т. 12. № 3. С. 45-50
        (
            "year. volume. issue. pages",
            "№",
            rf"{STOPPED_Y}[.;,]\s?(?:[–—-]\s)?(?:Т|Том|Vol)\.?\s?{V}[.;,]\s?(?:[–—-]\s)?"
            rf"№\s?(?P<issue>[\d-]+)(?:[.;,]\s?(?:[–—-]\s)?[СC]\.?\s?{P})?",
        ),
        # Clin Journal 31(4) 2011 143
        ("volume(issue) year pages", "(", rf"(?<=\s){V}{N}\s{Y}\s{P}(?=\s|$)"),
        # Klin. Med. 2013. № 5. С. 12
        (
            "year. issue. pages",
            "№",
            rf"{STOPPED_Y}\.\s?(?:[–—-]\s)?№\s?(?P<issue>[\d-]+)"
            rf"(?:[.,]\s?(?:[–—-]\s)?[СCсc]\.\s?{P}|(?:\s\(\d+\))?\.?$)",
        ),
        # Disease, 2024, № 2, с. 101634
        (
            "year, issue",
            ",",
            rf"{Y}(?<=,\s\d{{4}}),\s(?:№|[Nn]o\.?)\s?(?P<issue>\d{{1,4}})(?:,\s(?:с|p|pp|S)\.\s?{P})?",
        ),
        # 臨床雑誌 2020年4巻12号                 临床杂志 2019年第12卷第3期
        (
            "year, volume, issue in signs",
            "年",
            rf"(?:^|(?<=\s)){Y}\s?年[,，]?\s?第?(?P<volume>\d{{1,4}})\s?[巻卷]\s?"
            rf"(?:第?(?P<issue>\d{{1,3}})\s?[号期號])?(?:\s?p{{1,2}}\.\s?{P})?",
        ),
        # 临床杂志 2018年6期
        (
            "year, issue in signs",
            "年",
            rf"(?:^|(?<=\s)){Y}\s?年,?\s?第?\s?(?P<issue>\d{{1,3}})\s?[号期號]",
        ),
        # 臨床雑誌 第98巻 第4号 2009年             臨床雑誌 63巻5号(2009年4月)
        (
            "volume, issue; year in signs",
            "年",
            rf"(?:^|(?<=\s))第?\s?(?P<volume>\d{{1,4}})\s?[巻卷]\s?第?\s?(?P<issue>\d{{1,3}})\s?[号期號]"
            rf"\s?[,，]?\s?[(（]?{Y}\s?年(?:.{{0,8}}?\sp{{1,2}}\.\s?{P})?",
        ),
        # 임상학회지 제 76 권 제 3 호 2009
        (
            "volume, issue, year in signs",
            "권",
            rf"(?:^|(?<=\s))제?\s?(?P<volume>\d{{1,4}})\s?권,?\s?제?\s?(?P<issue>\d{{1,3}})\s?호,?"
            rf"\s?\(?{Y}",
        ),
        # Yıl 2019, Cilt: 45 Sayı: 2, 231 - 241   Year 2019, Volume: 45 Issue: 2, 231 - 241
        (
            UNDER_TITLE,
            ":",
            rf"^(?:Year|Yıl|Jahr|Année|Año|Ano):?\s{Y},?\s"
            rf"(?:[Vv]olume|Cilt|Band|Tome):?\s{V},?\s"
            rf"(?:[Ii]ssue|Sayı|Heft|Num[eé]ro|Número):?\s(?P<issue>[\w-]+)(?:,\s{P})?",
        ),
        # Farm Bulletin 2008 Vol.19 No.4 pp.233-238
        (
            "year vol. no. pages",
            "ol",
            rf"{SPACED_Y},?\s[Vv]ol(?:ume)?\.?\s?{V}[,.]?\s?(?:[Nn]o\.?\s?(?P<issue>[\w-]+)[,.]?\s?)?"
            rf"pp?\.?\s?{P}",
        ),
        # Farm Bulletin. 2008 Volume 19 Number 4.
        (
            BARE,
            "ol",
            rf"{SPACED_Y},?\s[Vv]ol(?:ume)?\.?\s?{V}[,.]?\s(?:[Nn]o|[Nn]umber|[Ii]ssue)\.?\s"
            r"(?P<issue>[\w-]+)\.?$",
        ),
        # Cahiers, 2011/3 (Vol. 14), p. 145-156       Cahiers, 2011/3 n° 14, p. 145
        (
            "year/issue",
            "/",
            rf"{Y}(?<=[,\s]\d{{4}})/(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)\s\(?(?:[Vv]ol\."
            rf"|n[°º])\s?{V}\)?,"
            rf"\s(?:p\.?|pages?)\s?{P}",
        ),
        # BMC Nephrology 1/2018     Терапия №1/2018     Rechtsmedizin | Ausgabe 5/2015
        (
            "issue/year",
            "/",
            rf"(?:\s?[|,·>»]\s?(?:Issue|Ausgabe|Heft|Num[eé]ro|Fascicolo))?\s(?:№\s?)?"
            rf"(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)/{Y}$",
        ),
        # Zeszyty Kliniczne 3/2015, s. 188-193
        (
            "issue/year, pages",
            "/",
            rf"(?<=\s)(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)/{Y}[,:]\s(?:s|S|p|pp|str|с|стр)\.\s?{P}",
        ),
        # "Title," Journal, vol. 12, no. 3, pp. 123-130, 2020
        # Journal, vol. 2012, Article ID 123456, 4 pages, 2012
        # Dergi, cilt.50, sa.3, ss.231-5, 2012
        (
            "vol., pp., year",
            ",",
            rf"\b(?:[Vv]ol|cilt|tom|Bd)\.?\s?{V},\s(?:(?:no|nr|sa|iss)\.?\s?(?P<issue>[\w-]+),\s)?"
            rf"(?:Article ID|pp?\.|ss?\.|S\.)?\s?{P},\s(?:\d+ pages,\s)?(?:{MON}\s)?{Y}",
        ),
        # Journal 38, no. 10 (April 01, 2020): 1042-1052      Journal 12.3 (2020): 123-130
        # Journal, 12 (2020), pp. 123-130
        (
            "volume(year)pages",
            "(",
            rf"(?<![\d.])(?:\bvol\.?\s)?{V}(?:\.(?P<issue>\d+)|,?\s(?:no|issue"
            rf"|iss)\.?\s(?P<issue2>[\w-]+))?"
            rf"\s?\((?:{MON}\s)?(?:{DAY},?\s)?{Y}\)(?:\s?:?\s?|,\s(?=pp?\.)){P}",
        ),
        # Journal Vol. 21 (1) 2008: pp. 33-39     Journal Vol. 5, No. 2, 2010, pp. 33-39
        (
            "vol. year pages",
            "ol",
            rf"[Vv](?<!\w.)ol(?:ume)?\.?\s?{V}"
            rf"(?:{N}|\s?[,;]?\s(?:[Nn]o|(?:Special\s)?[Ii]ss(?:ue)?|[Ss]uppl(?:ement)?)\.?"
            rf"\s?(?P<issue2>[\w-]+))?\s?[,;:]?\s\(?(?:{DAY}\s)?(?:{MON},?\s)?{Y}\)?\s?[:,;]?\s{P}",
        ),
        # Indian J Med Res 151, March 2020, pp 123-130
        ("volume, date, pages", ",", rf"(?<=\s){V},\s{MON}\s{Y},\spp?\.?\s?{P}"),
        # Nature 580, 123-128 (2020)             Journal volume 20, Article number: 123 (2020)
        (
            "volume,pages(year)",
            "(",
            rf"(?<![\d.])(?:\b[Vv]ol(?:ume|\.)?\s)?{V}(?:{N})?[,:]\s?{P}\s?\((?:{MON}\s)?{Y}\)",
        ),
        # Case Rep Oncol, 14(3):1548-1554, 22 Oct 2021        Journal 34(5):p 123-130, May 2020
        (
            "volume:pages,date",
            ":",
            rf"(?<![\d.]){V}(?:{N})?\s?:\s?{P},\s(?:{DAY}\s)?(?:{MON},?\s)?(?:(?P<day2>\d{{1,"
            # The first page of the next number is no year: "12:3, 1886-1892".
            rf"2}}),?\s)?{Y}(?!\d|\s?[-–—]\s?\d)",
        ),
        # Journal 12 (3), 23-31, 2013             Journal, 12(3), 23-31 - March 2013
        (
            "volume(issue),pages,date",
            "), ",
            rf"(?<![\d.]){V}{N},\s{P}(?:,\s|\s[-–]\s)(?:{MON}\s)?{Y}(?!\d)",
        ),
        # Journal, 17(3), 1997, pp. 141-145       Journal, 17(3), 1997
        ("volume(issue), year, pages", "), ", rf"(?<![\d.]){V}{N},\s{Y}(?:,\s{P}|\.?$)"),
        # Postępy Chirurgii XXVI; 2009/3
        (
            "volume; year/issue",
            "/",
            rf"(?<=\s)(?P<volume>\d{{1,4}}|[IVXL]{{1,8}})[;,]\s?{Y}/(?P<issue>\d{{1,2}})$",
        ),
        # Journal, v12 n3 p23-31 Mar 2013         Revista, v. 12, n. 3, p. 23-31, mar. 2013
        (
            "v. n. p. date",
            " v",
            rf"(?<=\s)v\.?\s?{V},?\sn\.?\s?(?P<issue>[\w-]+),?\sp{{1,2}}\.?\s?{P},?\s(?:{MON}[,\s]\s?)?{Y}",
        ),
        # Journal, v.28 no.3, 2014년, pp.1 - 16
        (
            "v. no. year, pp.",
            "v.",
            rf"\bv\.\s?{V},?\sno?\.\s?(?P<issue>[\w-]+),\s(?:{MON}\s)?{Y}년?,\spp?\.\s?{P}",
        ),
        # Journal. Mar2013, Vol. 12 Issue 3, p23-31
        (
            "date, vol. issue, pages",
            "ol",
            rf"(?:(?<=\s)(?P<month>[A-Z][a-z]{{2}}))?(?<![\d/]){Y},\s[Vv]ol(?:ume)?\.?\s?{V},?\s"
            rf"(?:[Ii]ssue|[Nn]o\.?)\s?(?P<issue>[\w/-]+),\s{P}",
        ),
        # Rev Bras Med vol.12 no.3 Sao Paulo May/June 2012
        (
            "vol. no. date",
            "vol.",
            rf"\bvol\.\s?{V}\s(?:(?:n[oº°]?|num|issue|suppl)\.?\s?(?P<issue>[\w-]+)\s)"
            rf"(?:[^\d]{{0,40}}?\s)??(?:{MON}\s)?{Y}",
        ),
        # Farmakologisk Blad nr. 5, 2013
        (
            "issue, year",
            "",
            rf"(?<=\s)(?:[Nn]r|[Nn]o|[Nn][°º]|№|[Ii]ssue|[Hh]eft|[Čč]íslo|[Nn][úu]m|[Ss]ayı)\.?"
            rf"\s?(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,3}})?),?\s\(?(?:{MON}\s)?{Y}\)?$",
        ),
    )
)
