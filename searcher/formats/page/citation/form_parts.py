"""What the forms of citations are made of: year, day, volume, issue, pages; as patterns."""

from __future__ import annotations

NUMBERED_ISSUE = r"Vol(?:ume|\.)?\s?\d{1,4}[,;]?\s?(?:Issue|No\.?|Number|Num\.)\s?\d{1,3}"
"""A volume and its issue as sites name them: "Vol. 6 No. 9"."""

IN_YEAR = r" \((?:19|20)\d\d\)"
"""The year behind them: "Vol. 6 No. 9 (2009)"."""

Y = r"(?P<year>(?:18|19|20)\d\d)"
MON = r"(?P<month>[^\W\d_]{3,12})\.?(?:\s?[-–/]\s?[^\W\d_]{3,12}\.?)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_SUPPL = r"(?:\s?(?:Suppl|S)\.?(?:\s?\d{1,2})?(?!\w))"
Y2, MON2, DAY2 = (part.replace(">", "2>", 1) for part in (Y, MON, DAY))
# What stands before a year is asked behind it: what begins with 1 or 2 is found quickly.
WHOLE_Y, SPACED_Y, STOPPED_Y = (
    Y + before for before in (r"(?<!\d{5})", r"(?<=\s\d{4})", r"(?<=[\s.,]\d{4})")
)
_NUMBER = r"(?:[A-Z]{0,2}\d{1,4}|[IVXL]{2,8}(?=\s?[(:]))"
V = rf"(?P<volume>{_NUMBER}[A-Z]?{_SUPPL}?(?:[-–]\d{{1,4}})?)"
N = r"\s?[(\[]\s?(?P<issue>[^()\[\]]{1,40}?)\s?[)\]]"
_END = r"(?:\s?[-–—‐‑−]{1,2}\s?[A-Za-z]{0,3}\d+[a-z]?(?!\w))?(?:,\s[ivxlc]+\b)?"
P = (
    r"(?:(?:pp?|[Pp]ages?|S\.|[Aa]rt(?:icle)?\.?(?: ?(?:no|id|number)\.?)?:?)\.?\s?)?"
    r"(?P<pages>(?:[A-Za-z]{1,6}[.-]?)?\d[\w.]*(?<!\.)" + _END + ")"
)
