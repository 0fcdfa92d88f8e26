"""What a tour leaves behind: slips, papers and sounds beside the journal."""

from __future__ import annotations

import shutil
from pathlib import Path

from forms.papers.compose import compose as compose_paper
from forms.papers.samples import sample_values
from forms.slip import compose
from forms.slip_sample import sample_ticket
from launch.facts import facts_of
from launch.papers import form_book, paper_renderer
from launch.paths import ASSETS, CONFIG
from launch.settings import load_hall
from launch.words import table_of
from led_strip.lamps import picture
from printer_drivers.fonts import FontBook
from printer_drivers.pdf import render_pdf

KEPT = {
    ".png": "slips",
    ".bin": "slips",
    ".pdf": "papers",
    ".wav": "voice",
    ".jsonl": "voice",
    ".txt": "strips",
}
"""Where the files of simulated outputs go, by their ending."""

STRIP_LAMPS = 192
"""Width of the demo's strip (config/demo/counter-3.toml)."""


def collect(prints: Path, folder: Path) -> None:
    """Bring the simulated outputs of every station together, named after station and device."""
    for name in set(KEPT.values()):
        (folder / name).mkdir(exist_ok=True)
    for path in sorted(prints.rglob("*")):
        if path.suffix in KEPT:
            named = "-".join(path.relative_to(prints).parts)
            shutil.copy(path, folder / KEPT[path.suffix] / named)


def draw_strips(folder: Path) -> None:
    """Draw every line the simulated strips have shown, as it is read from below."""
    for path in sorted((folder / "strips").glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            shown = picture(line, STRIP_LAMPS, ASSETS / "fonts" / "NotoSansSC-Medium.ttf")
            shown.save(path.with_name(f"{path.stem}-{number:02d}.png"))


def write_papers(folder: Path) -> None:
    """Write the sample slip as halls without a slip printer get it, and every paper."""
    words = table_of("slip")
    papers = folder / "papers"
    papers.mkdir(exist_ok=True)
    slip = compose(sample_ticket(words), words)
    (papers / "slip.pdf").write_bytes(render_pdf(slip, FontBook(ASSETS / "fonts")))
    book, render = form_book(), paper_renderer()
    hall = load_hall(CONFIG)
    facts = facts_of(hall.settings, hall.matters)
    for name in book.names():
        values = sample_values(book, name, facts, facts.matters[0])
        (papers / f"sample-{name}.pdf").write_bytes(render(compose_paper(book, name, values)))
