"""The tour's alarm: somebody is taken ill, and everybody on duty sees it at once."""

from __future__ import annotations

from launch.demo.script import Tour
from launch.words import words_of


def somebody_is_taken_ill(tour: Tour) -> None:
    """One touch on the red key: guide and clerk see where; the guide goes and notes each step."""
    staff = words_of("staff")
    tour.touch("kiosk", "emergency")
    for station in ("guide", "console"):
        tour.awaits(station, staff.get("alarm_title"), within_s=3)
    tour.settle()
    tour.journal.look("kiosk", "somebody feels ill at the kiosk", "kiosk_unwell")
    tour.journal.look("guide", "the alarm at the guide's desk", "guide_alarm")
    tour.journal.look("console", "the alarm at window 3", "console_alarm")
    tour.touch("console", "alarm_fold")
    tour.touch("guide", "alarm_going")
    tour.awaits("guide", staff.get("alarm_answered"))
    for step in ("kept_still", "called_120"):
        tour.touch("guide", f"alarm_{step}")
    tour.settle()
    tour.journal.look("guide", "what was done, and when", "guide_alarm_steps")
    tour.journal.look("console", "the clerk works on under a red line", "console_alarm_folded")
    tour.touch("guide", "alarm_finish")
    tour.touch("kiosk", "back")
