"""Which queues are called from now, as far as giving numbers must know. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hall.kernel.work import Work


@dataclass(frozen=True)
class Serving:
    """The queues of every open counter, its own queue among them."""

    counters: tuple[frozenset[str], ...]

    def serves(self, queue: str) -> bool:
        """Tell whether an open counter calls from a queue."""
        return any(queue in queues for queues in self.counters)

    def beside(self, queue: str) -> tuple[str, ...]:
        """Return the queues that some open counter weighs against this one, and this one itself."""
        weighed = (queues for queues in self.counters if queue in queues)
        return tuple(sorted({queue}.union(*weighed)))


AtWork = Callable[[Work], Serving]
"""How to find out; the counters' room knows."""
