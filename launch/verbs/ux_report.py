"""./run ux-report."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from launch.cli import Misused

if TYPE_CHECKING:
    from launch.ux_report.conditions import Surface
    from launch.ux_report.findings import Findings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--json", action="store_true", help="write one JSON object instead")
    parser.add_argument(
        "--html", type=Path, metavar="DIR", help="write each page with its tightest measures marked"
    )
    parser.add_argument(
        "--only",
        metavar="SCREENS",
        help="kiosk, board, counter, guide, console, mirror, touch; with commas",
    )
    parser.add_argument(
        "--accept-pictures",
        action="store_true",
        help="measure nothing; take the pages as they look now as the new reference pictures",
    )
    parser.epilog = (
        "Builds every page without a display at each panel, in both colours, sizes, positions and "
        "languages, and measures it against docs/proof.md. Ends with 1 when a rule is broken."
    )


def run(options: argparse.Namespace) -> int:
    """Look at everything and tell what was found."""
    if options.accept_pictures:
        return _accept()
    from PySide6 import __version__ as qt_version

    from launch.ux_report import telling
    from launch.ux_report.collecting import collect
    from launch.ux_report.inspection import Plan

    findings = collect(Plan(), _surfaces(options.only))
    broken = telling.violations(findings)
    if options.html is not None:
        _write_html(options.html, findings)
    if options.json:
        print(telling.as_json(findings, qt_version).decode())
    else:
        for line in telling.table(findings):
            print(line)
        print(f"\n{len(findings.pages)} pages, {len(broken)} violations")
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


def _surfaces(only: str | None) -> tuple[Surface, ...]:
    from launch.ux_report.conditions import Surface

    if only is None:
        return tuple(Surface)
    known = {surface.value: surface for surface in Surface}
    wanted = only.split(",")
    for name in wanted:
        if name not in known:
            raise Misused(f"there is no screen '{name}'; there are {', '.join(known)}")
    return tuple(known[name] for name in wanted)


def _write_html(folder: Path, findings: Findings) -> None:
    from launch.ux_report.html import write_report
    from launch.ux_report.showing import off_screen
    from launch.ux_report.site import load_site

    with off_screen():
        index = write_report(findings, load_site(), folder)
    print(f"the pictures are in {index}", file=sys.stderr)


def _accept() -> int:
    from launch.ux_report.references import REFERENCES, accept, shots
    from launch.ux_report.showing import off_screen
    from launch.ux_report.site import load_site

    with off_screen():
        changed = accept(REFERENCES, shots(load_site()))
    for name in changed:
        print(name)
    print(f"{len(changed)} reference pictures changed")
    return 0
