"""./run bench."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from launch.cli import Misused

if TYPE_CHECKING:
    from launch.bench.figure import Measure

BENCHMARKS: Mapping[str, str] = {
    "hall": "launch.bench.hall_speed",
    "press_to_100_screens": "launch.bench.fan_out",
    "alarm_to_screens": "launch.bench.alarm",
    "kiosk_first_page": "launch.bench.first_page",
    "press_to_painted": "launch.bench.painting",
    "page_change": "launch.bench.page_change",
    "card_to_print_job": "launch.bench.card_to_paper",
    "call_to_first_sample": "launch.bench.speaking",
    "paper": "launch.bench.paper",
    "document_camera": "launch.bench.document_camera",
    "checklist_to_mirror": "launch.bench.checklist_mirror",
    "memory": "launch.bench.memory",
    "year": "launch.bench.year.measure",
}
"""Benchmark -> the module whose `measure` yields its figures."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    known = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {known}; default: all")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller crowds")


def run(options: argparse.Namespace) -> int:
    """Print one JSON line a figure; the exit code never depends on how fast it was."""
    from launch.bench.figure import line

    for name in options.names:
        if name not in BENCHMARKS:
            raise Misused(f"there is no benchmark '{name}'; there are {', '.join(BENCHMARKS)}")
    for name in options.names or BENCHMARKS:
        measure: Measure = import_module(BENCHMARKS[name]).measure
        for figure in measure(options.quick):
            print(line(figure), flush=True)
    return 0
