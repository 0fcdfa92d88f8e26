"""Keys of a hall: files of its state directory that never go into a backup."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from hall.kernel.privacy import Keyring

KEY_BYTES = 32


def load_keyring(state: Path) -> Keyring:
    """Load the hall's keys, made at the first start, readable by their owner only."""
    return Keyring(index_key=bytes.fromhex(keep_secret(state, "index.key")))


def keep_secret(state: Path, name: str) -> str:
    """Return a secret of the state directory as hex; makes it once."""
    folder = state / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text(encoding="ascii").strip()
