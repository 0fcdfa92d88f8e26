"""A simulator behind the sim:// address of a device named on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from devices.catalog import Catalog, UnknownDriver
from devices.transport import BadAddress, Simulator


def simulators_for(
    url: str, driver: str, catalog: Catalog, options: Mapping[str, object]
) -> dict[str, Simulator]:
    """Return the simulator a sim:// address names; nothing for any other address.

    Raises BadAddress when the address has no name or no simulator speaks to the driver.
    """
    parts = urlsplit(url)
    if parts.scheme != "sim":
        return {}
    if not parts.netloc:
        raise BadAddress(f"'{url}' names no simulator; write for instance sim://{driver}")
    try:
        build = catalog.load("simulator", driver)
    except UnknownDriver as unknown:
        raise BadAddress(f"no simulator speaks to the driver '{driver}'") from unknown
    return {parts.netloc: build(options)}
