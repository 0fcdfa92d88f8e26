"""What the room of how it was does when something happened in another room: nothing.

Nobody is made to answer, and so no event causes a feeling. The register of what could not be done
reacts to `FeelingWasLow`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.kernel.messages import Command, Event

REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {}
