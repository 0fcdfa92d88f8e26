"""The work of the verb `print-slip`: one slip on one printer, and one line that says how it went.

Composing the slip is for `forms`, opening the printer for the composition root.
"""

from __future__ import annotations

import json
import queue

from devices.ports import PrintOutcome, Slip, SlipPrinter, Unknown, status_word

ANSWER_WITHIN_S = 30.0


def print_one(
    printer: SlipPrinter, slip: Slip, answer_within_s: float = ANSWER_WITHIN_S
) -> PrintOutcome:
    """Start a printer, print one slip, stop it; `unknown` when no answer came in time."""
    answers: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    printer.start(lambda _status: None)
    try:
        printer.print(slip, answers.put)
        return answers.get(timeout=answer_within_s)
    except queue.Empty:
        return PrintOutcome("unknown", Unknown())
    finally:
        printer.stop()


def outcome_line(outcome: PrintOutcome) -> str:
    """Return the outcome as one line of JSON, for instance {"outcome":"printed","status":"ready"}.

    A status that says more carries it as `detail`.
    """
    line = {"outcome": outcome.outcome, "status": status_word(outcome.status)}
    detail = getattr(outcome.status, "what", None) or getattr(outcome.status, "why", None)
    if detail:
        line["detail"] = str(detail)
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))
