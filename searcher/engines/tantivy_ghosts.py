"""Ghosts: deleted records that still have a part in the statistics of a tantivy index.

tantivy's table tells how many records of each segment are deleted. A merge takes them out, and out
of the statistics by estimate, of which no table tells. So it is written down before each commit,
after which merges begin, how many ghosts there will be in all, and in which segments. What is
missing later has gone into segments that are new; a kill at any moment leaves that to be seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from searcher.engines.tantivy_storage import Segment, read_file, write_file
from searcher.frozen import frozen

_NAME = "ghosts.json"


@frozen
class Ghosts:
    """How many there are in all; by the name of each segment, how many of them have gone into its
    statistics by estimate."""

    total: int
    estimated: Mapping[str, int]


NONE = Ghosts(0, {})


def read_ghosts(directory: str, segments: Sequence[Segment]) -> Ghosts:
    """What is known of the ghosts in these segments of a commit: rather too many than too few."""
    noted = _read_note(directory)
    estimated = {each.id: noted.estimated.get(each.id, 0) for each in segments}
    deleted = sum(each.deleted for each in segments)
    missing = noted.total - deleted - sum(estimated.values())
    if missing > 0:
        new = [id for id in estimated if id not in noted.estimated]
        estimated.update(dict.fromkeys(new, missing))
    return Ghosts(deleted + sum(estimated.values()), estimated)


def after_commit(
    known: Ghosts, segments: Sequence[Segment], gone: Mapping[str, int], replaced: int
) -> Ghosts:
    """What there will be when a batch has been committed to these segments.

    gone: how many records it deletes, by the name of the segment that they were in when it began;
    replaced: how many of its own.
    """
    gone = dict(gone)
    total = replaced
    for each in segments:
        here = gone.pop(each.id, 0)
        if each.live > here:  # otherwise it goes as a whole
            total += each.deleted + here + known.estimated[each.id]
    return Ghosts(total + sum(gone.values()), known.estimated)


def write_ghosts(directory: str, ghosts: Ghosts) -> None:
    """Remember durably what `read_ghosts` is to know."""
    if not ghosts.total:
        ghosts = NONE  # then it does not matter which segments there are
    if ghosts != _read_note(directory):
        shape = {"total": ghosts.total, "estimated": ghosts.estimated}
        write_file(directory, _NAME, json.dumps(shape))


def _read_note(directory: str) -> Ghosts:
    try:
        shape: dict[str, Any] = json.loads(read_file(f"{directory}/{_NAME}"))
    except FileNotFoundError:
        return NONE
    return Ghosts(shape["total"], shape["estimated"])
