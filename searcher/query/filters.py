"""PubMed's filters and subsets, as far as records can tell: review[sb], english[filter]."""

from __future__ import annotations

from searcher.query import tree
from searcher.query.dates import Warn

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
    if plain == "hasabstract":
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
