"""The forms in which citations are written, as patterns; the first that fits is taken."""

from __future__ import annotations

import re

_Y = r"(?P<year>(?:18|19|20)\d\d)"
_MON = r"(?P<month>[^\W\d_]{3,12})\.?(?:\s?[-–/]\s?[^\W\d_]{3,12}\.?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_SUPPL = r"(?:\s?(?:Suppl|S)\.?(?:\s?\d{1,2})?(?!\w))"
_Y2, _MON2, _DAY2 = (part.replace(">", "2>", 1) for part in (_Y, _MON, _DAY))
# What stands before a year is asked behind it: what begins with 1 or 2 is found quickly.
_WHOLE_Y, _SPACED_Y, _STOPPED_Y = (
    _Y + before for before in (r"(?<!\d{5})", r"(?<=\s\d{4})", r"(?<=[\s.,]\d{4})")
)
_NUMBER = r"(?:[A-Z]{0,2}\d{1,4}|[IVXL]{2,8}(?=\s?[(:]))"
_V = rf"(?P<volume>{_NUMBER}[A-Z]?{_SUPPL}?(?:[-–]\d{{1,4}})?)"
_I = r"\s?[(\[]\s?(?P<issue>[^()\[\]]{1,40}?)\s?[)\]]"
_END = r"(?:\s?[-–—‐‑−]{1,2}\s?[A-Za-z]{0,3}\d+[a-z]?(?!\w))?(?:,\s[ivxlc]+\b)?"
_P = (
    r"(?:(?:pp?|[Pp]ages?|S\.|[Aa]rt(?:icle)?\.?(?: ?(?:no|id|number)\.?)?:?)\.?\s?)?"
    r"(?P<pages>(?:[A-Za-z]{1,6}[.-]?)?\d[\w.]*(?<!\.)" + _END + ")"
)

YEAR = re.compile(r"(?:18|19|20)\d\d")
"""What every citation holds but the one by DOI alone."""

UNDER_TITLE = "year, volume: issue:"
"""The form that stands right under the title, which therefore is no journal."""

ONLINE, BARE = "year; online", "year vol. no."
"""The forms that are no citation without a journal: "Received: 3 May 2011;"."""

_HEARTS = {
    "date volume pages": rf"{_Y}(?:[,;:]?|\s/)\s{_V}{_I}",
    "volume(year)pages": rf"\((?:{_MON}\s)?(?:{_DAY},?\s)?{_Y}\)",
    "volume,pages(year)": rf"\((?:{_MON}\s)?{_Y}\)",
    "volume:pages,date": rf",\s(?:{_DAY}\s)?(?:{_MON},?\s)?(?:\d{{1,2}},?\s)?{_Y}",
    "date, vol. issue, pages": rf"{_Y},\s[Vv]ol",
    "glued": rf"{_Y}\d{{1,3}}:\d",
    "volume, date, pages": rf"{_Y},\sp",
    "volume(issue) date": rf"[•·|,]\s{_MON}\s{_Y}",
    "volume(issue) year pages": rf"[)\]]\s{_Y}\s",
    "vol., pp., year": rf",\s(?:{_MON}\s)?{_Y}",
    "volume(issue),pages,date": rf"[,–-]\s(?:{_MON}\s)?{_Y}",
    "volume(issue), year, pages": rf"[)\]],\s{_Y}",
    "volume; year/issue": rf"{_Y}/\d",
    "issue/year": rf"/{_Y}$",
    "issue/year, pages": rf"/{_Y}[,:]\s",
    "issue, year": rf"{_Y}\)?$",
}
"""What is found quickly of the forms that are not: they begin with what nearly every word is."""

# A form's name, what every text of it holds (most hold it not, and are not searched), its heart,
# its pattern.
FORMS: tuple[tuple[str, str, re.Pattern[str] | None, re.Pattern[str]], ...] = tuple(
    (name, mark, re.compile(_HEARTS[name]) if name in _HEARTS else None, re.compile(pattern))
    for name, mark, pattern in (
        # J Abbrev. 2021 Oct 22;14(3):1548-54    J Abbrev 2019; 119(05): 712-720
        # J Abbrev. Oct 22, 2021; 14(3): 1548    J Abbrev. Jan-Feb 2021;14(3):1548, Nov 2021;14
        (
            "year;volume",
            ";",
            r"(?:(?<=\s)(?:(?P<day2>\d{1,2})\s(?:de\s)?(?P<month2>[^\W\d_]{3,12})\s(?:de\s)?"
            r"|(?P<month3>[A-Z][a-z]{2,8})\.?\s(?P<day3>\d{1,2}),?\s"
            r"|(?P<month4>[A-Z][a-z]{2,8})\.?[-–/][A-Z][a-z]{2,8}\.?,?\s"
            r"|(?P<month5>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.?,?\s))?"
            rf"(?<!\d){_Y}(?:,?\s{_MON}(?:\s{_DAY})?|(?:[\s-]\d\d){{1,2}})?\s?;"
            rf"\s?(?:[Vv]ol\.?\s?)?{_V}(?:{_I})?(?:(?:\s?[:,]\s?"
            rf"|\s){_P})?",
        ),
        # J Abbrev. 2024 Nov 26:2024:4835223     J Abbrev. 2021 Jan 5:bcr2020123
        (
            "year:volume",
            ":",
            rf"{_WHOLE_Y}(?:\s{_MON}(?:\s{_DAY})?)?\s?:\s?{_V}(?:{_I})?\s?:\s?{_P}",
        ),
        # J Abbrev. 2021 Jan 5:123-9                 J Abbrev. 2022 : 1–8.
        ("year:pages", ":", rf"{_WHOLE_Y}\s(?:{_MON}(?:\s{_DAY})?:|:\s){_P}"),
        # Home Care Medicine, 2019, v. 8, n. 2, p. 77-84   Ward Journal 2022, Vol. 29, No. 2, 77
        # Ward Journal 2011-10, Vol.41 (4), p.432-437
        (
            "year, v. n. p.",
            ",",
            rf"{_SPACED_Y}(?:-\d\d){{0,2}},\s(?:v|[Vv]ol)\.\s?{_V}(?:,\s(?:n|[Nn]o"
            rf"|iss)\.\s?(?P<issue2>[\w-]+)|{_I})?(?:,\s{_P})?",
        ),
        # Clinical Journal, 27 Jul 2016, 4(3):211-214
        (
            "date,volume",
            ":",
            rf"(?<=,\s)(?:{_DAY}\s)?{_MON}\s{_Y},\s{_V}(?:{_I})?\s?:\s?{_P}",
        ),
        # Clinical Journal 2012, 2:23            Medicines 2020, 7(10), 62
        (
            "year,volume",
            "",
            rf"{_WHOLE_Y}(?:\s?[,.·•]?\s|,(?=\d{{1,4}}\s?\()){_V}(?:{_I})?\s?[:,]\s?{_P}",
        ),
        # Ward Nutrition (Example City). 2019;:88-96      Ward Nutrition 2019;(3):88-96
        ("year;:pages", ";", rf"{_WHOLE_Y}(?:\s{_MON}(?:\s{_DAY})?)?\s?;(?:{_I})?\s?:\s?{_P}"),
        # Journal 29: 2011 (suppl; abstr 9099)
        ("volume: year (suppl)", "uppl", rf"(?<=\s){_V}:\s?{_Y}\s\((?P<issue>[Ss]uppl[^;()]*)"),
        # Journal of Wards,2021,11,3,2519-2521
        (
            "year,volume,issue,pages",
            ",",
            rf"{_Y}(?<=,\d{{4}}),\s?{_V},\s?(?P<issue>\d{{1,3}}),\s?{_P}\.?$",
        ),
        # Journal 2015; published online 13 July 2015
        (
            ONLINE,
            ";",
            rf"{_SPACED_Y}\s?;\s?(?:[Pp]ublished [Oo]nline|\[?[Ee]pub|doi:|DOI:|\.|$)",
        ),
        # Journal. 2016,25(08)                    Journal 82 (4) • Ago 2007
        (
            "year,volume(issue) pages",
            "(",
            rf"{_Y}(?<=[\s.]\d{{4}})\s?[,;]\s?{_V}{_I}\s{_P}(?=\s|$)",
        ),
        ("year,volume(issue)", "(", rf"{_WHOLE_Y}\s?[,;]\s?{_V}{_I}$"),
        ("volume(issue) date", "(", rf"(?<=\s){_V}{_I}(?::{_P})?\s?[•·|,]\s{_MON}\s{_Y}(?!\d)"),
        # World Journal of Surgery20105:20
        ("glued", ":", r"(?<=[a-z)])(?P<year>(?:19|20)\d\d)(?P<volume>\d{1,3}):(?P<pages>\d+)"),
        # Ward Research xxx (2018) xxx-xxx         Ward Research xxx (2018) 101234
        (
            "unnumbered (year)",
            "xx (",
            rf"(?<=\s)x{{2,4}}\s\({_Y}\)\s(?:x{{2,4}}(?:\s?[-–—]\s?x{{2,4}})?|{_P})(?!\w)",
        ),
        # Case Rep Oncol (2021) 14 (3): 1548-1554
        (
            "(year)volume",
            "(",
            rf"\({_Y}\),?\s?{_V}(?:\s?{_I}\s?[:,]?\s?|\s?[:,]\s?){_P}",
        ),
        # Journal May 19, 2020 117 (20) 11111-11117        Journal Apr 2020, 94 (14) e1457-e1465
        (
            "date volume pages",
            "(",
            rf"(?:{_DAY}\s)?{_MON}\s(?:{_DAY2},?\s)?{_Y}(?:[,;:]?|\s/)\s{_V}{_I}\s?[:;,]?\s?{_P}",
        ),
        # Терапия. 2019. Т. 12. № 3. С. 45-50
        (
            "year. volume. issue. pages",
            "№",
            rf"{_STOPPED_Y}[.;,]\s?(?:–\s)?(?:Т|Том|Vol)\.?\s?{_V}[.;,]\s?(?:–\s)?"
            rf"№\s?(?P<issue>[\d-]+)(?:[.;,]\s?(?:–\s)?[СC]\.?\s?{_P})?",
        ),
        # Clin Journal 31(4) 2011 143
        ("volume(issue) year pages", "(", rf"(?<=\s){_V}{_I}\s{_Y}\s{_P}(?=\s|$)"),
        # Klin. Med. 2013. № 5. С. 12
        (
            "year. issue. pages",
            "№",
            rf"{_STOPPED_Y}\.\s?(?:–\s)?№\s?(?P<issue>[\d-]+)"
            rf"(?:[.,]\s?(?:–\s)?[СCсc]\.\s?{_P}|(?:\s\(\d+\))?\.?$)",
        ),
        # Disease, 2024, № 2, с. 101634
        (
            "year, issue",
            ",",
            rf"{_Y}(?<=,\s\d{{4}}),\s(?:№|[Nn]o\.?)\s?(?P<issue>\d{{1,4}})(?:,\s(?:с|p|pp|S)\.\s?{_P})?",
        ),
        # 臨床雑誌 2020年4巻12号                 临床杂志 2019年第12卷第3期
        (
            "year, volume, issue in signs",
            "年",
            rf"(?:^|(?<=\s)){_Y}\s?年[,，]?\s?第?(?P<volume>\d{{1,4}})\s?[巻卷]\s?"
            rf"(?:第?(?P<issue>\d{{1,3}})\s?[号期號])?(?:\s?p{{1,2}}\.\s?{_P})?",
        ),
        # 临床杂志 2018年6期
        (
            "year, issue in signs",
            "年",
            rf"(?:^|(?<=\s)){_Y}\s?年,?\s?第?\s?(?P<issue>\d{{1,3}})\s?[号期號]",
        ),
        # 臨床雑誌 第98巻 第4号 2009年             臨床雑誌 63巻5号(2009年4月)
        (
            "volume, issue; year in signs",
            "年",
            rf"(?:^|(?<=\s))第?\s?(?P<volume>\d{{1,4}})\s?[巻卷]\s?第?\s?(?P<issue>\d{{1,3}})\s?[号期號]"
            rf"\s?[,，]?\s?[(（]?{_Y}\s?年(?:.{{0,8}}?\sp{{1,2}}\.\s?{_P})?",
        ),
        # 임상학회지 제 76 권 제 3 호 2009
        (
            "volume, issue, year in signs",
            "권",
            rf"(?:^|(?<=\s))제?\s?(?P<volume>\d{{1,4}})\s?권,?\s?제?\s?(?P<issue>\d{{1,3}})\s?호,?"
            rf"\s?\(?{_Y}",
        ),
        # Yıl 2019, Cilt: 45 Sayı: 2, 231 - 241   Year 2019, Volume: 45 Issue: 2, 231 - 241
        (
            UNDER_TITLE,
            ":",
            rf"^(?:Year|Yıl|Jahr|Année|Año|Ano):?\s{_Y},?\s"
            rf"(?:[Vv]olume|Cilt|Band|Tome):?\s{_V},?\s"
            rf"(?:[Ii]ssue|Sayı|Heft|Num[eé]ro|Número):?\s(?P<issue>[\w-]+)(?:,\s{_P})?",
        ),
        # Farm Bulletin 2008 Vol.19 No.4 pp.233-238
        (
            "year vol. no. pages",
            "ol",
            rf"{_SPACED_Y},?\s[Vv]ol(?:ume)?\.?\s?{_V}[,.]?\s?(?:[Nn]o\.?\s?(?P<issue>[\w-]+)[,.]?\s?)?"
            rf"pp?\.?\s?{_P}",
        ),
        # Farm Bulletin. 2008 Volume 19 Number 4.
        (
            BARE,
            "ol",
            rf"{_SPACED_Y},?\s[Vv]ol(?:ume)?\.?\s?{_V}[,.]?\s(?:[Nn]o|[Nn]umber|[Ii]ssue)\.?\s"
            r"(?P<issue>[\w-]+)\.?$",
        ),
        # Cahiers, 2011/3 (Vol. 14), p. 145-156       Cahiers, 2011/3 n° 14, p. 145
        (
            "year/issue",
            "/",
            rf"{_Y}(?<=[,\s]\d{{4}})/(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)\s\(?(?:[Vv]ol\."
            rf"|n[°º])\s?{_V}\)?,"
            rf"\s(?:p\.?|pages?)\s?{_P}",
        ),
        # BMC Nephrology 1/2018                   Rechtsmedizin | Ausgabe 5/2015
        (
            "issue/year",
            "/",
            rf"(?:\s?[|,·>»]\s?(?:Issue|Ausgabe|Heft|Num[eé]ro|Fascicolo))?\s"
            rf"(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)/{_Y}$",
        ),
        # Zeszyty Kliniczne 3/2015, s. 188-193
        (
            "issue/year, pages",
            "/",
            rf"(?<=\s)(?P<issue>\d{{1,2}}(?:[-–]\d{{1,2}})?)/{_Y}[,:]\s(?:s|S|p|pp|str|с|стр)\.\s?{_P}",
        ),
        # "Title," Journal, vol. 12, no. 3, pp. 123-130, 2020
        # Journal, vol. 2012, Article ID 123456, 4 pages, 2012
        # Dergi, cilt.50, sa.3, ss.231-5, 2012
        (
            "vol., pp., year",
            ",",
            rf"\b(?:[Vv]ol|cilt|tom|Bd)\.?\s?{_V},\s(?:(?:no|nr|sa|iss)\.?\s?(?P<issue>[\w-]+),\s)?"
            rf"(?:Article ID|pp?\.|ss?\.|S\.)?\s?{_P},\s(?:\d+ pages,\s)?(?:{_MON}\s)?{_Y}",
        ),
        # Journal 38, no. 10 (April 01, 2020): 1042-1052      Journal 12.3 (2020): 123-130
        (
            "volume(year)pages",
            "(",
            rf"(?<![\d.])(?:vol\.?\s)?{_V}(?:\.(?P<issue>\d+)|,?\s(?:no|issue"
            rf"|iss)\.?\s(?P<issue2>[\w-]+))?"
            rf"\s?\((?:{_MON}\s)?(?:{_DAY},?\s)?{_Y}\)\s?:?\s?{_P}",
        ),
        # Journal Vol. 21 (1) 2008: pp. 33-39     Journal Vol. 5, No. 2, 2010, pp. 33-39
        (
            "vol. year pages",
            "ol",
            rf"[Vv](?<!\w.)ol(?:ume)?\.?\s?{_V}"
            rf"(?:{_I}|\s?[,;]?\s(?:[Nn]o|(?:Special\s)?[Ii]ss(?:ue)?|[Ss]uppl(?:ement)?)\.?"
            rf"\s?(?P<issue2>[\w-]+))?\s?[,;:]?\s\(?(?:{_DAY}\s)?(?:{_MON},?\s)?{_Y}\)?\s?[:,;]?\s{_P}",
        ),
        # Indian J Med Res 151, March 2020, pp 123-130
        ("volume, date, pages", ",", rf"(?<=\s){_V},\s{_MON}\s{_Y},\spp?\.?\s?{_P}"),
        # Nature 580, 123-128 (2020)             Journal volume 20, Article number: 123 (2020)
        (
            "volume,pages(year)",
            "(",
            rf"(?<![\d.])(?:[Vv]ol(?:ume|\.)?\s)?{_V}(?:{_I})?[,:]\s?{_P}\s?\((?:{_MON}\s)?{_Y}\)",
        ),
        # Case Rep Oncol, 14(3):1548-1554, 22 Oct 2021        Journal 34(5):p 123-130, May 2020
        (
            "volume:pages,date",
            ":",
            rf"(?<![\d.]){_V}(?:{_I})?\s?:\s?{_P},\s(?:{_DAY}\s)?(?:{_MON},?\s)?(?:(?P<day2>\d{{1,"
            rf"2}}),?\s)?{_Y}",
        ),
        # Journal 12 (3), 23-31, 2013             Journal, 12(3), 23-31 - March 2013
        (
            "volume(issue),pages,date",
            "), ",
            rf"(?<![\d.]){_V}{_I},\s{_P}(?:,\s|\s[-–]\s)(?:{_MON}\s)?{_Y}(?!\d)",
        ),
        # Journal, 17(3), 1997, pp. 141-145       Journal, 17(3), 1997
        ("volume(issue), year, pages", "), ", rf"(?<![\d.]){_V}{_I},\s{_Y}(?:,\s{_P}|\.?$)"),
        # Postępy Chirurgii XXVI; 2009/3
        (
            "volume; year/issue",
            "/",
            rf"(?<=\s)(?P<volume>\d{{1,4}}|[IVXL]{{1,8}})[;,]\s?{_Y}/(?P<issue>\d{{1,2}})$",
        ),
        # Journal, v12 n3 p23-31 Mar 2013         Revista, v. 12, n. 3, p. 23-31, mar. 2013
        (
            "v. n. p. date",
            " v",
            rf"(?<=\s)v\.?\s?{_V},?\sn\.?\s?(?P<issue>[\w-]+),?\sp{{1,2}}\.?\s?{_P},?\s(?:{_MON}[,\s]\s?)?{_Y}",
        ),
        # Journal, v.28 no.3, 2014년, pp.1 - 16
        (
            "v. no. year, pp.",
            "v.",
            rf"\bv\.\s?{_V},?\sno?\.\s?(?P<issue>[\w-]+),\s(?:{_MON}\s)?{_Y}년?,\spp?\.\s?{_P}",
        ),
        # Journal. Mar2013, Vol. 12 Issue 3, p23-31
        (
            "date, vol. issue, pages",
            "ol",
            rf"(?:(?<=\s)(?P<month>[A-Z][a-z]{{2}}))?(?<![\d/]){_Y},\s[Vv]ol(?:ume)?\.?\s?{_V},?\s"
            rf"(?:[Ii]ssue|[Nn]o\.?)\s?(?P<issue>[\w/-]+),\s{_P}",
        ),
        # Rev Bras Med vol.12 no.3 Sao Paulo May/June 2012
        (
            "vol. no. date",
            "vol.",
            rf"\bvol\.\s?{_V}\s(?:(?:n[oº°]?|num|issue|suppl)\.?\s?(?P<issue>[\w-]+)\s)"
            rf"(?:[^\d]{{0,40}}?\s)??(?:{_MON}\s)?{_Y}",
        ),
        # Farmakologisk Blad nr. 5, 2013
        (
            "issue, year",
            "",
            rf"(?<=\s)(?:[Nn]r|[Nn]o|[Nn][°º]|№|[Ii]ssue|[Hh]eft|[Čč]íslo|[Nn][úu]m|[Ss]ayı)\.?"
            rf"\s?(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,3}})?),?\s\(?(?:{_MON}\s)?{_Y}\)?$",
        ),
    )
)
# Forms whose year stands earlier, after the authors: "Smith J (2020) Title. Journal 15(3): e1".
LATE = re.compile(
    rf"(?<=[\w.)])(?:,\s?|\s)(?:[Vv]ol(?:ume|\.)?\s?)?{_V}"
    rf"(?:{_I}|,?\s(?:[Nn]o|[Ii]ss(?:ue)?)\.?\s?(?P<issue2>[\w-]+))\s?[:,]\s?{_P}"
)
# 14 (3). pp. 201-209
LATE_PP = re.compile(rf"(?<=[\w.)])(?:,\s?|\s){_V}(?:{_I})?[.,]\s?pp?\.\s?{_P}")
LATE_PLAIN = re.compile(rf"(?<=[\w.)])(?:,\s?|\s){_V}(?::\s?|,\s?){_P}(?=[.,;\s]|$)")
# Smith, A. (2004, February). The title. Journal of Examples. https://doi.org/...
LATE_DOI = re.compile(r"\.\s(?=(?:doi:\s?)?https?://(?:dx\.)?doi\.org/|doi:\s?10\.)", re.IGNORECASE)
AUTHOR_YEAR = re.compile(
    rf"\((?:{_MON}\s)?(?:{_DAY},?\s)?{_Y}[a-z]?(?:,\s{_MON2}(?:\s{_DAY2})?)?\)"
    rf"|(?<=[.,])\s{_Y2}[a-z]?\.(?=\s)"
)
# 2024, Disease, № 2, с. 101634
YEAR_FIRST = re.compile(
    rf"^{_Y},?\s(?P<journal>[^\d,;]{{3,90}}),\s(?:№|[Nn]o\.?|[Vv]ol\.?|т\.)\s?"
    rf"(?P<issue>\d{{1,4}})(?:,\s(?:с|p|pp|S)\.\s?{_P})?$"
)
# J Abbrev. 2021 Oct 22. doi: ...      JAMA. Published online May 5, 2021.   J Abbrev ; 2021 Oct 22.
AHEAD = re.compile(
    r"(?:\.|\s;)\s(?<=[\w)\s]..)(?:(?P<online>Published online:?\s[^.]{6,25})"
    rf"|{_Y}\s{_MON}(?:\s{_DAY})?)(?:[.;]|$)"
)
# Front. Immunol., 25 May 2023     Article in Ward Journal · July 2020    Drugs Today 2016 May 3
DATED = re.compile(
    r"^(?P<journal>[^\d:;|()]{3,100}?)(?:(?:,\s|\s[·•]\s|\s(?P<sign>[|/–-])\s|\s(?=\())\(?"
    rf"(?P<date>(?:{_DAY}\s{_MON}|{_MON2}(?:\s{_DAY2},?)?)\s{_Y})\)?"
    r"|,?\s(?P<date2>(?:19|20)\d\d\s(?P<month3>[A-Z][a-z]{2,8})(?:\s\d{1,2})?))\.?$"
)
# Cardiology in Small Hospitals, 2014     Journal of Small Hospitals (2014)   Name | 2014
YEARED = re.compile(
    rf"^(?P<journal>[^\d:;|(),]{{3,100}}?)(?:,\s|\s\|\s|(?P<space>\s)(?=\d)|\s(?P<bracket>\()"
    rf"|,?\s(?P<label>Year|Ann[ée]e|Año|Ano|Jahr)\s?:\s?){_Y}(?(bracket)\))\.?$"
)
# K Rahimi, P Duval - Rheumatic Disease Letters, 2013 - Example Press
SCHOLAR = re.compile(
    rf"^(?P<names>[^–]{{4,200}}?)\s[-–]\s(?P<journal>[^\d–]{{3,90}}?),\s{_Y}(?:\s[-–]\s|$)"
)
UNDATED_HEART = re.compile(r"\)\s?[:,]|:\s?\d")
# Case Studies 153(11):1162-1165, where the date stands on another line
UNDATED = re.compile(
    rf"(?:^|(?<=[\w.)]))(?:,\s?|\s;\s?|\s|^){_V}(?:{_I}\s?[:,]|\s?:(?=\s?\d+\s?[-–]|\d\d))\s?{_P}\.?$"
)
