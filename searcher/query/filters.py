"""PubMed's filters and subsets, as far as records can tell: review[sb], english[filter]."""

from __future__ import annotations

from searcher.lazy import lazy_pattern
from searcher.query import dates, tree
from searcher.query.dates import Warn

_YEARS = lazy_pattern(r"y_(\d{1,3})|in the last (\d{1,3}) years?")

_TYPES = {
    "review": "review",
    "systematic": "systematic review",
    "systematic review": "systematic review",
    "systematicreview": "systematic review",
    "meta-analysis": "meta-analysis",
    "metaanalysis": "meta-analysis",
    "clinicaltrial": "clinical trial",
    "clinical trial": "clinical trial",
    "randomizedcontrolledtrial": "randomized controlled trial",
    "randomized controlled trial": "randomized controlled trial",
    "observationalstudy": "observational study",
    "observational study": "observational study",
    "casereports": "case reports",
    "case reports": "case reports",
    "letter": "letter",
    "editorial": "editorial",
    "comment": "comment",
    "guideline": "guideline",
    "practiceguideline": "practice guideline",
    "practice guideline": "practice guideline",
    "preprint": "preprint",
}
_LANGUAGES = {
    "chinese", "danish", "dutch", "english", "french", "german", "hungarian", "italian",
    "japanese", "korean", "norwegian", "polish", "portuguese", "russian", "spanish", "swedish",
    "turkish",
}  # fmt: skip
_HEADINGS = {
    "humans", "animals", "female", "male", "adult", "aged", "child", "infant", "adolescent",
}  # fmt: skip


def is_known(name: str) -> bool:
    """Whether records can tell what a filter of this name asks."""
    return " ".join(name.lower().split()) in {*_TYPES, *_LANGUAGES, *_HEADINGS, "hasabstract"}


def node(name: str, warn: Warn) -> tree.Node | None:
    """The node for a filter; None, with a warning, for one that records cannot tell."""
    plain = " ".join(name.lower().split())
    if found := _YEARS.fullmatch(plain):
        return dates.span(f"last {found.group(1) or found.group(2)} years", "date", warn)
    if plain in ("hasabstract", "fha"):
        return tree.Exists("abstract")
    if plain == "all":
        return tree.Everything()
    if plain in _TYPES:
        return tree.Phrase(_TYPES[plain], "type")
    if plain in _LANGUAGES:
        return tree.Word(plain, "language")
    if plain in _HEADINGS:
        return tree.Word(plain, "mh")
    warn(f"records do not tell what the filter “{name}” asks; it was left out")
    return None
