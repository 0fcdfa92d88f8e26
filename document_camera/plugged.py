"""Which cameras are plugged into this machine that no station file means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from devices.plugged import Plugged
from document_camera.attached import Attachment
from document_camera.offers import SCHEME, Offer, chosen, wanted_by

FIRST = (0, None)
"""A camera has further nodes for what it says of its pictures; they are no cameras."""


def unconfigured_cameras(
    configured: Iterable[str], attached: Mapping[str, Attachment]
) -> tuple[Plugged, ...]:
    """Return what no address of `configured` means, each by the name that lasts longest."""
    meant = [wanted_by(one) for one in configured if one.startswith(f"{SCHEME}:")]
    left = {node: at for node, at in attached.items() if at.index in FIRST}
    for wanted in meant:
        found = chosen((Offer(node, at.name, ()) for node, at in left.items()), wanted, dict(left))
        if found is not None:
            del left[found.id]
    return tuple(
        Plugged(f"{SCHEME}://{_lasting(node, at)}", f"camera {at.ids} {at.name}".strip())
        for node, at in left.items()
    )


def _lasting(node: str, at: Attachment) -> str:
    """Return the link by socket, then by number, then the node itself."""
    by_path = [link for link in at.links if "/by-path/" in link]
    return (*by_path, *at.links, node)[0]
