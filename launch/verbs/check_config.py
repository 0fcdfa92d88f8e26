"""./run check-config."""

from __future__ import annotations

import argparse

from launch.check_config import advise, check
from launch.paths import CONFIG


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("paths", nargs="*", default=[str(CONFIG)], metavar="DIR|FILE")


def run(options: argparse.Namespace) -> int:
    """Print every finding and every warning; 1 when there is a finding."""
    findings = check(options.paths)
    warnings = advise(options.paths)
    for line in [*findings, *warnings]:
        print(line)
    if not findings and not warnings:
        print("all settings are in order")
    return 1 if findings else 0
