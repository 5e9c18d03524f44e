"""Taking what is gone out of all scores, when the changes themselves are in the index already."""

from __future__ import annotations

from searcher.engines.base import Told
from searcher.storage.opening import EngineAt
from searcher.sync.reports import OnProgress, Progress

_INTERRUPTED = "all changes are in the index; the next run takes what is gone out of scores"


def tidy(
    engine: EngineAt,
    workers: int = 0,
    at_most: int | None = None,
    progress: OnProgress | None = None,
) -> tuple[int, int]:
    """Let the engine do so, if anything is left to take out; how many ghosts there were, and are.

    workers: as for Encoder; at_most: as for `Writer.tidy`. An interruption says that all else is
    done.
    """
    before = engine().ghosts()
    if not before:
        return 0, 0
    from searcher.sync.encoding import Encoder

    writer = engine().writer(Encoder(engine, workers))
    try:
        writer.tidy(at_most, telling(progress))
    except KeyboardInterrupt as error:
        raise KeyboardInterrupt(_INTERRUPTED) from error
    finally:
        writer.close()
    return before, engine().ghosts()


def telling(progress: OnProgress | None) -> Told:
    """What an engine is to call, for who wants to know how far it is."""

    def told(done: int, total: int) -> None:
        if progress is not None:
            progress(Progress(rewritten=done, to_rewrite=total))

    return told
