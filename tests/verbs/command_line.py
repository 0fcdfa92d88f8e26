"""The real command line in a process of its own, as ./run starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path, within_s: float = 60.0) -> subprocess.CompletedProcess[str]:
    """Run one verb to its end and return its exit code and what it wrote."""
    with begin(*arguments) as process:
        out, err = process.communicate(timeout=within_s)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@contextmanager
def begin(*arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Start one verb; it is ended with the block if it has not ended before."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own arguments
        [sys.executable, "-m", "launch", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
