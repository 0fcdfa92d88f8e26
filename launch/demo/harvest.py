"""What a tour leaves behind: slips, papers and sounds beside the journal."""

from __future__ import annotations

import shutil
from pathlib import Path

from forms.slip import compose
from forms.slip_sample import sample_ticket
from launch.paths import ASSETS
from launch.words import table_of
from printer_drivers.fonts import FontBook
from printer_drivers.pdf import render_pdf

KEPT = {".png": "slips", ".bin": "slips", ".wav": "voice", ".jsonl": "voice"}
"""Where the files of simulated outputs go, by their ending."""


def collect(prints: Path, folder: Path) -> None:
    """Bring the simulated outputs of every station together, named after station and device."""
    for name in set(KEPT.values()):
        (folder / name).mkdir(exist_ok=True)
    for path in sorted(prints.rglob("*")):
        if path.suffix in KEPT:
            named = "-".join(path.relative_to(prints).parts)
            shutil.copy(path, folder / KEPT[path.suffix] / named)


def write_papers(folder: Path) -> None:
    """Write the sample slip as PDF, the way a hall without a slip printer gets it."""
    words = table_of("slip")
    papers = folder / "papers"
    papers.mkdir(exist_ok=True)
    slip = compose(sample_ticket(words), words)
    (papers / "slip.pdf").write_bytes(render_pdf(slip, FontBook(ASSETS / "fonts")))
