"""Forms of citations without a volume beside the year: the authors' year, dates alone, none."""

from __future__ import annotations

import re

from searcher.formats.page.citation.form_parts import DAY, DAY2, MON, MON2, Y2, N, P, V, Y
from searcher.lazy import lazy_pattern

# Forms whose year stands earlier, after the authors: "Smith J (2020) Title. Journal 15(3): e1".
LATE = lazy_pattern(
    rf"(?<=[\w.)])(?:,\s?|\s)(?:[Vv]ol(?:ume|\.)?\s?)?{V}"
    rf"(?:{N}|,?\s(?:[Nn]o|[Ii]ss(?:ue)?)\.?\s?(?P<issue2>[\w-]+))\s?[:,]\s?{P}"
)
# 14 (3). pp. 201-209
LATE_PP = lazy_pattern(rf"(?<=[\w.)])(?:,\s?|\s){V}(?:{N})?\s?[.,]\s?pp?\.\s?{P}")
LATE_PLAIN = lazy_pattern(rf"(?<=[\w.)])(?:,\s?|\s){V}(?::\s?|,\s?){P}(?=[.,;\s]|$)")
# Smith, A. (2004, February). The title. Journal of Examples. https://doi.org/...
LATE_DOI = lazy_pattern(
    r"\.\s(?=(?:doi:\s?)?https?://(?:dx\.)?doi\.org/|doi:\s?10\.)", re.IGNORECASE
)
AUTHOR_YEAR = lazy_pattern(
    rf"[(.,](?:(?<=\()(?:{MON}\s)?(?:{DAY},?\s)?{Y}[a-z]?(?:,\s{MON2}(?:\s{DAY2})?)?\)"
    rf"|(?<=[.,])\s{Y2}[a-z]?\.(?=\s))"
)
# 2024, Disease, № 2, с. 101634     2024, Journal of Wards, p. 104718
YEAR_FIRST = lazy_pattern(
    rf"^{Y},?\s(?P<journal>[^\d,;]{{3,90}})"
    r"(?:,\s(?:№|[Nn]o\.?|[Vv]ol\.?|т\.)\s?(?P<issue>\d{1,4})(?=,|$)|(?=,\s[сpS]))"
    rf"(?:,\s(?:с|p|pp|S)\.\s?{P})?$"
)
# J Abbrev. 2021 Oct 22. doi: ...      JAMA. Published online May 5, 2021.   J Abbrev ; 2021 Oct 22.
AHEAD = lazy_pattern(
    r"[.;]\s(?:(?<=[\w)\s]\.\s)|(?<=\s;\s))(?:(?P<online>Published online:?\s[^.]{6,25})"
    rf"|{Y}\s{MON}(?:\s{DAY})?)(?:[.;]|$)"
)
# Front. Immunol., 25 May 2023     Article in Ward Journal · July 2020    Drugs Today 2016 May 3
DATED = lazy_pattern(
    r"^(?P<journal>[^\d:;|()]{3,100}?)(?:(?:,\s|\s[·•]\s|\s(?P<sign>[|/–-])\s|\s(?=\())\(?"
    rf"(?P<date>(?:{DAY}\s{MON}|{MON2}(?:\s{DAY2},?)?)\s{Y})\)?"
    r"|,?\s(?P<date2>(?:19|20)\d\d\s(?P<month3>[A-Z][a-z]{2,8})(?:\s\d{1,2})?))\.?$"
)
# Cardiology in Small Hospitals, 2014     Journal of Small Hospitals (2014)   Name | 2014
YEARED = lazy_pattern(
    rf"^(?P<journal>[^\d:;|(),]{{3,100}}?)(?:,\s|\s\|\s|(?P<space>\s)(?=\d)|\s(?P<bracket>\()"
    rf"|,?\s(?P<label>Year|Ann[ée]e|Año|Ano|Jahr)\s?:\s?){Y}(?(bracket)\))\.?$"
)
# K Rahimi, P Duval - Rheumatic Disease Letters, 2013 - Example Press
SCHOLAR = lazy_pattern(
    rf"^(?P<names>[^–]{{4,200}}?)\s[-–]\s(?P<journal>[^\d–]{{3,90}}?),\s{Y}(?:\s[-–]\s|$)"
)
UNDATED_HEART = lazy_pattern(r"\)\s?[:,]|:\s?\d")
# Case Studies 153(11):1162-1165, where the date stands on another line
UNDATED = lazy_pattern(
    rf"(?:^|(?<=[\w.)]))(?:,\s?|\s;\s?|\s|^){V}(?:{N}\s?[:,]|\s?:(?=\s?\d+\s?[-–]|\d\d))\s?{P}\.?$"
)
