"""Regular expressions that are compiled when they are first used.

To compile one takes about 0.1 ms, a long one ten times that. Sixty of them were 5 ms of a cold
`searcher query`, which uses less than ten; seven hundred, half of the time of reading one page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _LazyPattern:
    """Has the methods of a compiled pattern; each is looked up once, and then its own."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name == "_compiled":
            self._compiled = re.compile(self._source, self._flags)
            return self._compiled
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:

    def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
        """A pattern that is compiled when one of its methods is first used."""

else:
    lazy_pattern = _LazyPattern
