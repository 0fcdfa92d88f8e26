"""Where things are: the project's own files and the state directory of this machine."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ASSETS = PROJECT / "assets"
CONFIG = PROJECT / "config"
DEMO_CONFIG = CONFIG / "demo"


def default_state() -> Path:
    """Return the platform's data directory for this product."""
    from platformdirs import user_data_path

    return user_data_path("silverhall")
