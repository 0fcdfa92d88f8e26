"""The areas of the desk. A new one is a module beside this one and a row here.

Its pages get their widgets in screens/pages.py.
"""

from __future__ import annotations

from guide_desk.areas import (
    agency,
    books,
    box,
    cases,
    feelings,
    find,
    follow_up,
    home_visits,
    lend,
    mail,
    not_done,
    take,
    tasks,
)
from guide_desk.areas.arrivals import ArrivalsArea
from guide_desk.areas.base import AreaRow
from guide_desk.areas.starting import StartingArea

AREAS: tuple[AreaRow, ...] = (
    AreaRow(take.ID, "ticket", "area_take", take.TakeArea),
    AreaRow("arrivals", "users-three", "area_arrivals", ArrivalsArea),
    AreaRow(tasks.ID, "hand-waving", "area_tasks", tasks.TasksArea),
    AreaRow(cases.ID, "clipboard-text", "area_cases", cases.CasesArea),
    AreaRow(find.ID, "magnifying-glass", "area_find", find.FindArea),
    AreaRow(books.ID, "notebook", "area_books", books.BooksArea),
    AreaRow(lend.ID, "umbrella", "area_lend", lend.LendArea, shelf=True),
    AreaRow(not_done.ID, "warning-circle", "area_not_done", not_done.NotDoneArea, shelf=True),
    AreaRow(agency.ID, "handshake", "area_agency", agency.AgencyArea, shelf=True),
    AreaRow(
        home_visits.ID, "house-line", "area_home_visits", home_visits.HomeVisitsArea, shelf=True
    ),
    AreaRow(mail.ID, "envelope", "area_mail", mail.MailArea, shelf=True),
    AreaRow(follow_up.ID, "phone", "area_follow_up", follow_up.FollowUpArea, shelf=True),
    AreaRow(box.ID, "first-aid-kit", "area_box", box.BoxArea, shelf=True),
    AreaRow(feelings.ID, "smiley", "area_feelings", feelings.FeelingsArea, shelf=True),
    AreaRow("starting", "plugs", "", StartingArea),
)
"""In the order of the rail (F1 from the left); the desk begins in the first. Six keys fit.

Those on the shelf follow the books, in the order of their page.
"""

HOME = AREAS[0].id
MOST_ON_RAIL = 6
