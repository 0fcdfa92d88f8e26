"""The tour's papers in A4, a certificate that is collected, and what the clerk reads of a case."""

from __future__ import annotations

from launch.demo.script import Tour, label_in


def papers_to_take_home(tour: Tour) -> None:
    """What to bring comes out in A4, and the guide of the matter with one more touch."""
    tour.touch("kiosk", "key.print_list")
    tour.kiosk.ask("await", key="key.print_guide", within_s=15)
    tour.settle()
    tour.journal.look("kiosk", "the list came out in A4", "kiosk_list")
    tour.touch("kiosk", "key.print_guide")
    tour.settle()


def a_certificate_is_collected(tour: Tour) -> None:
    """Whoever comes for a certificate has a short number one touch after the card."""
    tour.touch("kiosk", "key.collect")
    tour.kiosk.ask("await", key="key.no_card", within_s=5)
    tour.simulate("reader", "present_card", specimen="elder_66")
    tour.touch("kiosk", "key.continue")
    tour.simulate("reader", "take_card")
    tour.kiosk.ask("await", key="key.yes", within_s=5)
    tour.settle()
    tour.journal.look("kiosk", "come to collect: is that right?", "kiosk_collect")
    tour.touch("kiosk", "key.yes")
    tour.kiosk.ask("await", key="key.done", within_s=15)
    tour.settle()
    label_in(tour.journal.look("kiosk", "a number of the collecting row", "kiosk_collect_slip"))
    tour.touch("kiosk", "key.done")


def the_clerk_reads_the_papers(tour: Tour) -> None:
    """At the counter the papers stand as the guide left them; then the book of the medicine box."""
    tour.touch("console", "key_papers")
    tour.settle()
    tour.journal.look("console", "the papers of whoever is here", "console_papers")
    tour.touch("console", "key_back")
    tour.touch("guide", "area_books")
    tour.touch("guide", "area_box")
    tour.settle()
    tour.journal.look("guide", "what is in the medicine box, and until when", "guide_box")
