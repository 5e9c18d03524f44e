"""A page whose title is looked for under what stands around it."""

from __future__ import annotations

from searcher.formats.page.reader import read_page

TEXT = (
    "Linezolid may lower the count of platelets in patients who take it for weeks. We read the "
    "charts of 120 patients in a rural hospital and counted how often platelets fell below the "
    "limit of normal. They fell in 31 of them, most often in the third week of the treatment, and "
    "rose again when linezolid was stopped. Platelets should be counted every week."
)
TITLE = "Linezolid and low platelets in a rural hospital"


def title_of(head: str, text: str = TEXT) -> str | None:
    return read_page(f"{head}\n\nAbstract\n\n{text}\n\nKeywords: linezolid; platelets").title
