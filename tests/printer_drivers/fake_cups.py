"""lp, lpstat and cancel of a CUPS that is not installed: programs that speak its real words.

A desk is a folder: `bin` holds the three programs, `state.json` what the printer is and which jobs
there are. The words are those of CUPS 2.4 in the C locale.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

QUEUE = "papers"
SINCE = "Tue 24 Nov 2026 09:40:00 AM CST"
PROGRAMS = ("lp", "lpstat", "cancel")
_AT_REST: dict[str, Any] = {
    "alerts": [], "enabled": True, "scheduler": True, "holds": False, "jams": False, "jobs": {},
}  # fmt: skip


class CupsDesk:
    """A printer behind CUPS on the desk of a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "bin"
        self.programs.mkdir(parents=True)
        for name in PROGRAMS:
            script = self.programs / name
            script.write_text(
                f'#!/bin/sh\nexec "{sys.executable}" -S "{__file__}" "{folder}" {name} "$@"\n'
            )
            script.chmod(0o755)
        self._write(_AT_REST)

    def become(self, **changes: Any) -> None:
        """Change how the printer is: alerts, enabled, scheduler, holds (a job stays), jams."""
        self._write({**read(self.folder), **changes})

    def jobs(self) -> dict[str, dict[str, Any]]:
        """Every job that was handed over, by its id."""
        return dict(read(self.folder)["jobs"])

    def printed(self) -> list[dict[str, Any]]:
        """The jobs that came out."""
        return [job for job in self.jobs().values() if job["state"] == "printed"]

    def _write(self, state: dict[str, Any]) -> None:
        write(self.folder, state)


def read(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "state.json").read_text(encoding="utf-8")))


def write(folder: Path, state: dict[str, Any]) -> None:
    half = folder / f"state.{os.getpid()}"
    half.write_text(json.dumps(state), encoding="utf-8")
    half.replace(folder / "state.json")


def tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def lp(folder: Path, state: dict[str, Any], words: list[str]) -> int:
    queue = words[words.index("-d") + 1]
    if queue != QUEUE:
        complain(f'lp: Error - The printer or class does not exist. "{queue}"')
        return 1
    pdf = sys.stdin.buffer.read()
    job_id = f"{QUEUE}-{len(state['jobs']) + 12}"
    state["jobs"][job_id] = {
        "state": "pending",
        "title": words[words.index("-t") + 1],
        "copies": int(words[words.index("-n") + 1]),
        "options": [words[i + 1] for i, word in enumerate(words) if word == "-o"],
        "whole": pdf.startswith(b"%PDF") and pdf.rstrip().endswith(b"%%EOF"),
        "environment": os.environ.get("LC_ALL"),
    }
    write(folder, state)
    tell(f"request id is {job_id} (0 file(s))")
    return 0


def lpstat(folder: Path, state: dict[str, Any], words: list[str]) -> int:
    if "-p" in words:
        return _printer(state, words[-1])
    _go_on(folder, state)
    completed = "completed" in words
    for job_id, job in state["jobs"].items():
        if completed is (job["state"] in ("pending", "printing")):
            continue
        reason = {
            "printed": "job-completed-successfully",
            "stopped": "job-canceled-at-device",
            "cancelled": "job-canceled-by-user",
        }.get(job["state"], "job-printing" if job["state"] == "printing" else "none")
        tell(f"{job_id:<23} silver           81920   {SINCE}")
        tell(f"\tStatus: \n\tAlerts: {reason}\n\tqueued for {QUEUE}")
    return 0


def _printer(state: dict[str, Any], queue: str) -> int:
    if queue != QUEUE:
        complain(f'lpstat: Invalid destination name in list "{queue}".')
        return 1
    busy = [job_id for job_id, job in state["jobs"].items() if job["state"] == "printing"]
    if not state["enabled"]:
        tell(f"printer {QUEUE} disabled since {SINCE} -\n\tPaused")
    elif busy:
        tell(f"printer {QUEUE} now printing {busy[0]}.  enabled since {SINCE}")
    else:
        tell(f"printer {QUEUE} is idle.  enabled since {SINCE}")
    tell("\tForm mounted:\n\tContent types: any\n\tPrinter types: unknown")
    tell(f"\tDescription: {QUEUE}\n\tAlerts: {' '.join(state['alerts']) or 'none'}")
    tell("\tLocation: \n\tConnection: direct\n\tInterface: /etc/cups/ppd/papers.ppd")
    return 0


def _go_on(folder: Path, state: dict[str, Any]) -> None:
    """One look later every job is a step further, unless the printer holds or stands still."""
    if state["holds"] or not state["enabled"]:
        return
    for job in state["jobs"].values():
        if job["state"] == "printing":
            job["state"] = "stopped" if state["jams"] else "printed"
        elif job["state"] == "pending":
            job["state"] = "printing"
    write(folder, state)


def cancel(folder: Path, state: dict[str, Any], words: list[str]) -> int:
    state["jobs"][words[0]]["state"] = "cancelled"
    write(folder, state)
    return 0


def main(folder: Path, program: str, words: list[str]) -> int:
    state = read(folder)
    if not state["scheduler"]:
        complain(f"{program}: Error - scheduler not responding.")
        return 1
    return {"lp": lp, "lpstat": lpstat, "cancel": cancel}[program](folder, state, words)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
