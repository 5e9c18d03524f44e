"""Taking what is gone out of all scores, when the changes themselves are in the index already."""

from __future__ import annotations

from collections.abc import Callable

from searcher.storage.opening import EngineAt
from searcher.sync.reports import Progress

_INTERRUPTED = "all changes are in the index; the next run takes what is gone out of scores"


def tidy(
    engine: EngineAt,
    workers: int = 0,
    records: int = 0,
    progress: Callable[[Progress], None] | None = None,
) -> bool:
    """Let the engine do so, if anything is left to take out; whether there was.

    workers: as for Encoder; records: as for `Writer.tidy`. An interruption says that all else is
    done.
    """
    if not engine().ghosts():
        return False
    from searcher.sync.encoding import Encoder

    def told(done: int, total: int) -> None:
        if progress is not None:
            progress(Progress(rewritten=done, to_rewrite=total))

    writer = engine().writer(Encoder(engine, workers))
    try:
        writer.tidy(records, told)
    except KeyboardInterrupt as error:
        raise KeyboardInterrupt(_INTERRUPTED) from error
    finally:
        writer.close()
    return True
