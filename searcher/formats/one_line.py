"""A RefWorks record that a browser shows on one line: "RT Journal Article T1 A title JF Wards"."""

from __future__ import annotations

import re

BEGIN = re.compile(r"RT [A-Z][A-Za-z, ]{2,40} T1 ")
_TAG = re.compile(r" (?=(?:SR|JF|JO|T2|FD|SP|OP|DO|VO|IS|A1|YR|UL|K1|PB|SN|LA|PM|PMID) \S)")
# "Objective To count wards.Design Survey": headings that have lost their lines.
_HEADING = re.compile(
    r"(?:^|(?<=[a-z\d)%][.?!]))(Importance|Background|Introduction|Context|Rationale"
    r"|Objectives?|Aims?|Purpose|Design|Settings?|Participants|Patients|Data [Ss]ources"
    r"|Interventions?|(?:Materials? (?:and|&) )?Methods|Study [Ss]election"
    r"|Data [Ee]xtraction(?: and [Ss]ynthesis)?"
    r"|(?:(?:Primary|Main)(?: and [Ss]econdary)? )?[Oo]utcomes?(?: and)?(?: [Mm]easures?)?"
    r"|Main [Oo]utcomes and [Mm]easures|Results|Findings|Interpretation|Discussion"
    r"|Conclusions?(?: and [Rr]elevance)?|Trial [Rr]egistration)\s(?=[A-Z\d])"
)


def break_again(text: str) -> str:
    """A record whose tags stand on one line, with a line for each; any other as it is."""
    first, end, rest = text.partition("\n")
    if not BEGIN.match(first):
        return text
    facts, label, abstract = first.replace(" T1 ", "\nT1 ", 1).partition(" AB ")
    abstract = _HEADING.sub(r" \1: ", abstract).strip()
    return _TAG.sub("\n", facts) + label.replace(" ", "\n", 1) + abstract + end + rest
