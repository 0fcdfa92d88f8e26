"""What lp, lpstat and cancel of CUPS say, read into values; asked in child processes.

Formats: CUPS 2.4, systemv/lp.c and systemv/lpstat.c, in the C locale. A line of a printer or a job
begins at the margin; what is said of it follows on lines that begin with a tab.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from devices.ports import (
    CoverOpen,
    DeviceStatus,
    Fault,
    Offline,
    PaperLow,
    PaperOut,
    Ready,
    UserError,
)

JobState = Literal["pending", "printing", "printed", "stopped", "gone"]

CHILD_WITHIN_S = 4.0
_REQUEST = re.compile(r"request id is (\S+) \(")
_SEVERITIES = ("-error", "-warning", "-report")
_DONE = "job-completed-successfully"

# printer-state-reasons (RFC 8011, 5.4.12, and the IANA registry), without their severity.
_STATUS_OF_REASON: tuple[tuple[tuple[str, ...], DeviceStatus], ...] = (
    (("media-empty", "media-needed", "input-tray-missing"), PaperOut()),
    (("cover-open", "door-open", "interlock-open"), CoverOpen()),
    (("media-jam",), UserError("paper_jam")),
    (("offline", "shutdown", "connecting-to-device", "timed-out"), Offline("printer_offline")),
    (("marker-supply-empty", "toner-empty"), Fault("toner_empty")),
    (("output-area-full",), UserError("output_full")),
    (("media-low",), PaperLow()),
)


class CupsFault(Exception):
    """CUPS did not do what it was asked; `status` is what people are told."""

    def __init__(self, status: DeviceStatus) -> None:
        super().__init__(repr(status))
        self.status = status


@dataclass(frozen=True)
class Cups:
    """One queue of CUPS. `search_path` replaces PATH for finding lp, lpstat and cancel."""

    queue: str
    search_path: str | None = None

    def status(self) -> DeviceStatus:
        """Return how the printer is. Raises CupsFault."""
        return printer_status(self._ask("lpstat", "-l", "-p", self.queue), self.queue)

    def send(self, title: str, pdf: bytes, copies: int) -> str:
        """Hand a PDF to the queue through a pipe, never through a file; return the job's id.

        Raises CupsFault.
        """
        said = self._ask(
            "lp", "-d", self.queue, "-n", str(copies), "-t", title,
            "-o", "media=A4", "-o", "sides=one-sided", "-o", "print-scaling=none", "-",
            given=pdf,
        )  # fmt: skip
        found = _REQUEST.search(said)
        if found is None:
            raise CupsFault(Fault("lp gave no request id"))
        return found[1]

    def job(self, job_id: str) -> JobState:
        """Return how far a job is. Raises CupsFault."""
        waiting = self._ask("lpstat", "-l", "-o", self.queue)
        if reasons_of_job(waiting, job_id) is not None:
            printer = self._ask("lpstat", "-l", "-p", self.queue)
            return "printing" if f" now printing {job_id}." in printer else "pending"
        done = reasons_of_job(
            self._ask("lpstat", "-W", "completed", "-l", "-o", self.queue), job_id
        )
        if done is None:
            return "gone"
        return "printed" if _DONE in done else "stopped"

    def cancel(self, job_id: str) -> None:
        """Take a job back; it never comes out later. Raises CupsFault."""
        self._ask("cancel", job_id)

    def _ask(self, program: str, *arguments: str, given: bytes = b"") -> str:
        found = shutil.which(program, path=self.search_path)
        if found is None:
            raise CupsFault(Fault(f"{program} is not installed; the package is cups-client"))
        try:
            child = subprocess.run(  # noqa: S603 - found on PATH, arguments are ours
                [found, *arguments],
                input=given,
                capture_output=True,
                timeout=CHILD_WITHIN_S,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except subprocess.TimeoutExpired as late:
            raise CupsFault(Offline(f"{program} does not answer")) from late
        if child.returncode != 0:
            raise CupsFault(_refusal(child.stderr.decode("utf-8", "replace"), self.queue))
        return child.stdout.decode("utf-8", "replace")


def printer_status(said: str, queue: str) -> DeviceStatus:
    """Return the status in what `lpstat -l -p QUEUE` says; the gravest reason counts."""
    for head, below in _entries(said):
        if not head.startswith(f"printer {queue} "):
            continue
        reasons = _alerts(below)
        for names, status in _STATUS_OF_REASON:
            if reasons & set(names):
                return status
        return Fault("queue_stopped") if f"{queue} disabled since" in head else Ready()
    return Fault(f"there is no queue {queue}")


def reasons_of_job(said: str, job_id: str) -> frozenset[str] | None:
    """Return the reasons `lpstat -l -o` gives for a job; None when the job is not listed."""
    for head, below in _entries(said):
        if head.split(maxsplit=1)[0] == job_id:
            return _alerts(below)
    return None


def _entries(said: str) -> Iterator[tuple[str, list[str]]]:
    head, below = "", list[str]()
    for line in said.splitlines():
        if line.startswith(("\t", " ")):
            below.append(line.strip())
        elif line:
            if head:
                yield head, below
            head, below = line, []
    if head:
        yield head, below


def _alerts(below: list[str]) -> frozenset[str]:
    words = [word for line in below if line.startswith("Alerts:") for word in line.split()[1:]]
    return frozenset(_without_severity(word) for word in words)


def _without_severity(reason: str) -> str:
    for severity in _SEVERITIES:
        if reason.endswith(severity):
            return reason.removesuffix(severity)
    return reason


def _refusal(complaint: str, queue: str) -> DeviceStatus:
    lowered = complaint.lower()
    if "invalid destination" in lowered or "does not exist" in lowered:
        return Fault(f"there is no queue {queue}")
    if "scheduler" in lowered or "not connected" in lowered or "bad file descriptor" in lowered:
        return Offline("cups does not answer")
    return Fault("cups refused")
