"""The card reader driver: looks for cards in a worker of its own and reports each card once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from devices.host import Backoff, Worker
from devices.ports import CardEvent, CardReader, DeviceStatus
from devices.transport import Transport
from id_reader.sdt.plate_watch import PlateWatch, SdtOptions
from id_reader.sdt.sam_link import Timings
from id_reader.sdt.session import Session


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> CardReader:
    """Return a reader. Options: newest_address (true/false), removal ("address"/"find").

    Raises ValueError with a sentence for an option that does not exist or cannot be meant.
    """
    unknown = set(options) - {"newest_address", "removal", "timings", "backoff"}
    if unknown:
        raise ValueError(f"the sdt driver has no option '{min(unknown)}'")
    removal = options.get("removal", "address")
    if removal not in ("address", "find"):
        raise ValueError(f"removal = '{removal}' must be 'address' or 'find'")
    timings = options.get("timings", Timings())
    backoff = options.get("backoff", Backoff())
    if not isinstance(timings, Timings) or not isinstance(backoff, Backoff):
        raise ValueError("timings and backoff are set in code, not in a file")  # noqa: TRY004 - a setting is wrong, not a type
    return SdtCardReader(
        open_link,
        SdtOptions(
            newest_address=bool(options.get("newest_address", False)),
            removal="address" if removal == "address" else "find",
            timings=timings,
            backoff=backoff,
        ),
    )


class SdtCardReader:
    """A CardReader that speaks the SDT host protocol."""

    def __init__(
        self,
        open_link: Callable[[], Transport],
        options: SdtOptions,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_link = open_link
        self._options = options
        self._clock = clock
        self._session = Session()
        self._worker: Worker | None = None

    def start(
        self,
        on_card: Callable[[CardEvent], None],
        on_status: Callable[[DeviceStatus], None],
    ) -> None:
        """Begin to look for cards; see `devices.ports.CardReader`."""
        work = PlateWatch(self._open_link, self._options, self._session, on_card, self._clock)
        self._worker = Worker(
            "card-reader", work, on_status, backoff=self._options.backoff, clock=self._clock
        )
        self._worker.start()

    def new_session(self) -> int:
        """Forget whoever was here. Once it returns, no event of an older epoch is reported."""
        return self._session.begin()

    def stop(self) -> None:
        """Stop the worker and close the link; no event follows."""
        self._session.close()
        if self._worker is not None:
            self._worker.stop()
