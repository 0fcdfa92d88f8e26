"""The tour's question: after a service five faces stand at the counter, and one is touched."""

from __future__ import annotations

from launch.demo.script import Tour
from launch.words import words_of


def she_says_how_it_was(tour: Tour) -> None:
    """The clerk is done; the elder touches a face and is thanked."""
    words = words_of("display")
    tour.touch("console", "key_finish")
    tour.awaits("counter", words.get("feelings_title"), within_s=5)
    tour.journal.look("counter", "how was it? nobody has to say", "counter_faces")
    tour.touch("counter", "feeling_4")
    tour.awaits("counter", words.get("feelings_thanks"), within_s=3)
    tour.journal.look("counter", "the screen thanks her and goes on", "counter_thanks")
