"""The tour's journal: what was done, what the windows said, which picture shows it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from launch.control_client import StationControl


@dataclass
class Journal:
    """Writes `journal.json` and `screens/*.png` under a folder; the texts come from the windows."""

    folder: Path
    controls: Mapping[str, StationControl]
    steps: list[dict[str, Any]] = field(default_factory=list)
    began_s: float = field(default_factory=time.monotonic)

    def look(self, station: str, did: str, name: str, window: str = "") -> list[str]:
        """Photograph a station and note what it shows; its main window where none is named."""
        control = self.controls[station]
        which = {"window": window} if window else {}
        picture = self.folder / "screens" / f"{len(self.steps) + 1:02d}_{name}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        control.ask("grab", path=str(picture), **which)
        texts: list[str] = control.ask("texts", **which)["texts"]
        self.note(station, did, texts=texts, picture=str(picture.relative_to(self.folder)))
        return texts

    def note(self, station: str, did: str, **more: object) -> None:
        """Note one step without a picture."""
        at_s = round(time.monotonic() - self.began_s, 2)
        self.steps.append(
            {"step": len(self.steps) + 1, "at_s": at_s, "station": station, "did": did, **more}
        )

    def write(self) -> Path:
        """Write the journal and return its path."""
        path = self.folder / "journal.json"
        text = json.dumps({"steps": self.steps}, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
        return path
