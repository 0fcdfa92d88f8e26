"""Joins the hall with the evaluation system of its province, where one is configured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hall.care.feelings.evaluation import EvaluationSystem
from hall.care.feelings.sending import FeelingSender
from hall.care.feelings.systems import FolderSystem, WebhookSystem
from hall.kernel.hall import Hall
from launch.settings.feelings_schema import Feelings


def evaluation_system(feelings: Feelings) -> EvaluationSystem | None:
    """Return the configured system, None where there is none. Raises OSError without its token."""
    if feelings.system == "folder":
        return FolderSystem(Path(feelings.folder))
    if feelings.system == "webhook":
        token = Path(feelings.token_file).read_text("utf-8") if feelings.token_file else ""
        return WebhookSystem(feelings.url, token.strip())
    return None


def tell_of_feelings(hall: Hall, system: EvaluationSystem | None) -> Callable[[], None]:
    """Begin to tell the system what people say; returns how to end that."""
    if system is None:
        return lambda: None
    sender = FeelingSender(hall, system)
    sender.start()
    return sender.stop
