"""Who is at the station that asks: what is done there is done by them, and stands so on record."""

from __future__ import annotations

from hall.kernel.hall import Hall
from hall.server.roles import FOR_A_PERSON
from hall.staff.rows import signed_in_at
from hall.store.credentials import Credential


class AtWork:
    """Whoever is signed in at the station of a credential, as of now."""

    def __init__(self, hall: Hall, credential: Credential) -> None:
        parts = hall.parts
        self._station_id = credential.station_id
        self._needed = parts.facts.sign_in_required and credential.role in FOR_A_PERSON
        self._staff_number: str | None = None
        if self._needed:
            with parts.engine.connect() as connection:
                self._staff_number = signed_in_at(
                    connection, parts.facts.hall_id, credential.station_id
                )

    @property
    def nobody(self) -> bool:
        """Whether somebody should be signed in here and nobody is."""
        return self._needed and self._staff_number is None

    @property
    def actor(self) -> str:
        """Who asks, for the audit chain: the station, and who is signed in there."""
        if self._staff_number is None:
            return self._station_id
        return f"{self._station_id}/{self._staff_number}"
