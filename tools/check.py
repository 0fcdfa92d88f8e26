"""Every check of the project in order, ending with the tests: ``./run test [--fast] [PYTEST…]``.

All steps run even when an early one fails, so that one call shows everything; the exit code is 0
only when all of them passed.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent

USAGE = """\
usage: ./run test [--fast] [PYTEST ARGUMENT…]

Checks format, lint, types and the rules of the house, then runs the tests.
  --fast    leaves out the tests marked browser, postgresql or sound_server
Everything else goes to pytest: a path, -k WORD, -x, -m hardware for tests on real devices.
"""

# pytest markers of tests that need more than this machine's set-up gives.
HEAVY = {
    "browser": "a browser",
    "postgresql": "PostgreSQL",
    "sound_server": "a sound server",
}
# Never in a plain run: a real device must be on the desk.
DEVICE_MARKER = "hardware"

# import-linter has no ``python -m`` form, and its script's first line breaks when a checkout moves.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

PR_SET_PDEATHSIG = 1  # prctl(2): the signal a child gets when its parent dies


@dataclass(frozen=True)
class Step:
    """One check: the name people see and the arguments its interpreter gets."""

    name: str
    arguments: tuple[str, ...]


def heavy_markers() -> list[str]:
    """The heavy groups that tests of this checkout belong to; pytest refuses unknown markers."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    registered = settings["tool"]["pytest"]["ini_options"]["markers"]
    names = {marker.partition(":")[0].strip() for marker in registered}
    return [marker for marker in HEAVY if marker in names]


def marker_expression(left_out: Sequence[str]) -> str:
    """What pytest's ``-m`` gets; a later ``-m`` on the command line replaces it."""
    return " and ".join(f"not {marker}" for marker in (DEVICE_MARKER, *left_out))


def left_out_words(fast: bool, left_out: Sequence[str]) -> str:
    """One line for people: which tests do not run."""
    needed = ", ".join(["real devices", *(HEAVY[marker] for marker in left_out)])
    absent = [words for marker, words in HEAVY.items() if marker not in left_out]
    note = f"; no test here needs {' or '.join(absent)}" if fast and absent else ""
    return f"left out: tests that need {needed}{note}"


def from_here(argument: str, here: Path) -> str:
    """A test path given relative to the caller's directory, made absolute; other words as is."""
    path, separator, node = argument.partition("::")
    if path.startswith("-") or not (here / path).exists():
        return argument
    return f"{here / path}{separator}{node}"


def steps(left_out: Sequence[str], pytest_arguments: Sequence[str]) -> list[Step]:
    """All checks in the order of their price."""
    return [
        Step("format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
        Step("lint", ("-m", "ruff", "check", "--quiet", ".")),
        Step("types", ("-m", "mypy", "--no-error-summary", ".")),
        Step("imports", ("-c", LINT_IMPORTS, "--no-logo")),
        Step("tests", ("-m", "pytest", "-m", marker_expression(left_out), *pytest_arguments)),
    ]


def end_with_parent() -> None:
    """Runs in the child before its program starts: it must not outlive this process."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def run_step(step: Step) -> bool:
    """Run one step from the checkout's root and say whether it passed."""
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own arguments
        [sys.executable, *step.arguments],
        cwd=ROOT,
        env=environment,
        preexec_fn=end_with_parent,  # noqa: PLW1509 - this process has one thread
    )
    try:
        return child.wait() == 0
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()


def stop(_number: int, _frame: FrameType | None) -> None:
    """Leave through the ``finally`` blocks, so that the running step is stopped too."""
    sys.exit(128 + signal.SIGTERM)


def tell(sentence: str) -> None:
    """Write one line at once, in order with what the steps write."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str], here: Path) -> int:
    """Run every step; 0 when all passed, 1 when one failed, 130 when stopped from the keyboard."""
    if {"-h", "--help"} & set(arguments):
        tell(USAGE.rstrip())
        return 0
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGHUP, stop)
    fast = "--fast" in arguments
    rest = [from_here(word, here) for word in arguments if word != "--fast"]
    left_out = heavy_markers() if fast else []
    results: list[tuple[str, bool]] = []
    try:
        for step in steps(left_out, rest):
            tell(f"== {step.name}")
            if step.name == "tests":
                tell(left_out_words(fast, left_out))
            results.append((step.name, run_step(step)))
    except KeyboardInterrupt:
        tell("stopped")
        return 130
    tell(" · ".join(f"{name} {'ok' if passed else 'FAILED'}" for name, passed in results))
    return 0 if all(passed for _, passed in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
