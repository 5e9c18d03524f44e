"""Words that no name of a person has."""

from __future__ import annotations

from searcher.formats.page.words.journals import CUT_WORDS
from searcher.formats.page.words.lists import words

NOT_NAMES = words(
    "university hospital department institute center centre school college of the in for with on "
    "from journal article articles abstract clinical medicine medical research disease syndrome "
    "treatment therapy cancer review reviews report reports case study studies home about issue "
    "issues online access open page pdf text full free current archives editorial board contact "
    "login log volume search advanced browse cited citation citations references figures tables "
    "author authors information supplementary data content main skip share twitter facebook email "
    "print export permissions metrics published received accepted original correspondence sections "
    "health care sciences science biology oncology surgery news events help subscribe submit "
)
"""Words of sites, places and sciences."""

_NAMES_TOO = words("am ann br bull can chin dev gen pak")
OF_JOURNALS = frozenset(map(str.lower, CUT_WORDS)) - _NAMES_TOO | words(
    "international european world nature communications disorders diseases techniques services "
    "methods engineering technology systems development analysis applications today academic "
    "environmental social family physician surgical nursing molecular biological human animal "
    "tissue cell cells drug drugs practice education policy insights materials spinal brain gut "
    "vet genome neuroscience clinics imaging connections"
)
"""Words that journals have in their names, whole or cut."""

OF_SCIENCES = (
    *("ology", "ological", "ologie", "ologia", "ología", "ologica", "ologic", "ologists"),
    *("iatry", "iatric", "iatrics", "iatrie", "iatria", "omics", "chemistry", "ophysics"),
    *("genetics", "ography", "erol", "immunol", "microbiol", "rmacol", "ations", "ineering"),
    *("physiol", "neurosci", "medicine", "surgery", "therapy", "urgical", "pathol"),
)
"""Endings of such words."""
