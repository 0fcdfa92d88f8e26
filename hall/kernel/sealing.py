"""Sealing bytes: encrypted with the key of a day and bound to what they are and whose they are.

A sealed text is `algorithm (1 byte) ‖ nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes)`. The first
byte names the algorithm, so that a hall that must use another one can read what it has.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AES_256_GCM = 1
KEY_BYTES = 32
NONCE_BYTES = 12


class DayKeys(Protocol):
    """Data keys, one a day. Without its key nothing of a day can be read, in no backup either."""

    def of(self, day: str) -> bytes:
        """Return the key of a day (ISO date), made when it is first asked for."""
        ...

    def kept(self, day: str) -> bytes | None:
        """Return the key of a day, None when there never was one or it is forgotten."""
        ...

    def forget(self, day: str) -> None:
        """Destroy the key of a day; nothing happens when there is none."""
        ...


class MemoryDayKeys:
    """Keys that end with the process: a restart makes unreadable what was sealed before."""

    def __init__(self) -> None:
        self._keys: dict[str, bytes] = {}

    def of(self, day: str) -> bytes:
        """Return the key of a day."""
        return self._keys.setdefault(day, secrets.token_bytes(KEY_BYTES))

    def kept(self, day: str) -> bytes | None:
        """Return the key of a day, None when there is none."""
        return self._keys.get(day)

    def forget(self, day: str) -> None:
        """Destroy the key of a day."""
        self._keys.pop(day, None)


@dataclass(frozen=True)
class Label:
    """What a sealed text is. It is authenticated with it: swapped rows do not open."""

    hall_id: str
    blob_id: str
    kind: str
    day: str

    def told(self, algorithm: int) -> bytes:
        """Return the label as the bytes that are authenticated."""
        parts = (self.hall_id, self.blob_id, self.kind, self.day)
        return bytes([algorithm]) + b"\x00".join(part.encode() for part in parts)


class CannotUnseal(Exception):
    """The bytes are not what was sealed under this label and key."""


def seal(data: bytes, key: bytes, label: Label) -> bytes:
    """Encrypt bytes under a key and a label."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    told = label.told(AES_256_GCM)
    return bytes([AES_256_GCM]) + nonce + AESGCM(key).encrypt(nonce, data, told)


def unseal(sealed: bytes, key: bytes, label: Label) -> bytes:
    """Return what was sealed.

    Raises CannotUnseal for another key or label, a changed byte, an unknown algorithm.
    """
    if sealed[:1] != bytes([AES_256_GCM]):
        raise CannotUnseal("it is sealed by an algorithm this hall does not know")
    nonce, ciphertext = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, label.told(AES_256_GCM))
    except (InvalidTag, ValueError) as fault:
        raise CannotUnseal("it is not what was sealed") from fault
