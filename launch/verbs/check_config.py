"""./run check-config."""

from __future__ import annotations

import argparse

from launch.check_config import check
from launch.paths import CONFIG


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("paths", nargs="*", default=[str(CONFIG)], metavar="DIR|FILE")


def run(options: argparse.Namespace) -> int:
    """Print every finding; 1 when there is any."""
    findings = check(options.paths)
    for line in findings:
        print(line)
    if not findings:
        print("all settings are in order")
    return 1 if findings else 0
