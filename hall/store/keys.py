"""Keys of a hall: files of its state directory that never go into a backup."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from hall.kernel.privacy import Keyring
from hall.kernel.sealing import KEY_BYTES


def load_keyring(state: Path) -> Keyring:
    """Load the hall's keys, made at the first start, readable by their owner only."""
    return Keyring(
        index_key=bytes.fromhex(keep_secret(state, "index.key")),
        days=DayKeyFiles(state),
    )


class DayKeyFiles:
    """One key file a day in the state directory."""

    def __init__(self, state: Path) -> None:
        self._state = state

    def of(self, day: str) -> bytes:
        """Return the key of a day, made when it is first asked for."""
        return bytes.fromhex(keep_secret(self._state, _name_of(day)))

    def kept(self, day: str) -> bytes | None:
        """Return the key of a day, None when there never was one or it is forgotten."""
        try:
            text = (_folder(self._state) / _name_of(day)).read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        return bytes.fromhex(text.strip())

    def forget(self, day: str) -> None:
        """Destroy the key of a day: written over, then removed."""
        path = _folder(self._state) / _name_of(day)
        try:
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
        except FileNotFoundError:
            return
        path.unlink()
        _settle(path.parent)


def keep_secret(state: Path, name: str) -> str:
    """Return a secret of the state directory as hex; makes it once, whole or not at all."""
    folder = _folder(state)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Write a new secret beside its place and link it there; whoever came first has made it."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    _settle(path.parent)


def _folder(state: Path) -> Path:
    return state / "keys"


def _name_of(day: str) -> str:
    return f"day-{day}.key"


def _settle(folder: Path) -> None:
    """Let a change of the folder itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
