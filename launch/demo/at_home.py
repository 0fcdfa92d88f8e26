"""The tour's visits at home: two homes agreed for the next working day, and all their papers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from hall.care.home_visits.messages import (
    AssignHomeVisit,
    BookHomeVisit,
    ConfirmHomeVisit,
    FindHomeSlots,
    HomeSlotsFound,
    HomeVisitBooked,
)
from hall.care.home_visits.model import Ground, Half
from hall.kernel.gateway import HallGateway
from hall.records.messages import Detail, KeepDetail
from hall.store.opening import random_id
from launch.demo.script import Tour
from launch.joining import Joining, join_hall
from launch.paths import DEMO_CONFIG
from launch.words import words_of

STATION = "guide-1"
_DETAILS: tuple[Detail, ...] = ("name", "phone", "address", "note")


class Home(msgspec.Struct, forbid_unknown_fields=True):
    """An invented home of people.toml."""

    matter: str
    half: Half
    grounds: tuple[Ground, ...]
    name: str
    phone: str
    address: str
    note: str


def homes_are_come_to(tour: Tour) -> None:
    """Tomorrow's way: the book, one home, and the day's papers in one stack."""
    site, words = tour.site, words_of("guide")
    desk = Joining("embedded", "guide", STATION, site.state, DEMO_CONFIG, shift_s=site.shift_s)
    _agree(join_hall(desk))
    tour.touch("guide", "area_books")
    tour.touch("guide", "area_home_visits")
    tour.awaits("guide", words.get("key_home_days"))
    tour.journal.look("guide", "whom the hall comes to", "guide_home_visits")
    tour.touch("guide", "home_days")
    tour.touch("guide", "home_day_1")
    tour.awaits("guide", words.get("key_paper_print"))
    tour.settle()
    tour.journal.look("guide", "the day's way, work orders and forms", "guide_home_visit_day")
    tour.touch("guide", "paper_print")
    tour.touch("guide", "area_take")


def _agree(hall: HallGateway) -> None:
    """Agree on the homes as the desk does, and say which two go."""
    found = hall.handle(FindHomeSlots(command_id=random_id(), station_id=STATION)).message
    if not isinstance(found, HomeSlotsFound):
        return
    day = found.slots[0].day
    for home in _homes():
        booked = hall.handle(
            BookHomeVisit(
                command_id=random_id(), station_id=STATION, matter_id=home.matter, day=day,
                half=home.half, channel="phone", grounds=home.grounds,
            )
        ).message  # fmt: skip
        if isinstance(booked, HomeVisitBooked):
            _prepare(hall, booked.home_visit.id, home)


def _prepare(hall: HallGateway, visit_id: str, home: Home) -> None:
    for detail in _DETAILS:
        blob_id = hall.seal(str(getattr(home, detail)).encode(), "detail")
        hall.handle(
            KeepDetail(
                command_id=random_id(), station_id=STATION, blob_id=blob_id, case_id=visit_id,
                detail=detail, basis="consent", purpose="home_visit",
            )
        )  # fmt: skip
    about = {"home_visit_id": visit_id, "station_id": STATION}
    hall.handle(AssignHomeVisit(command_id=random_id(), staff_numbers=("1001", "1002"), **about))
    hall.handle(ConfirmHomeVisit(command_id=random_id(), **about))


def _homes() -> list[Home]:
    table: dict[str, Any] = tomllib.loads(
        Path(__file__).with_name("people.toml").read_text(encoding="utf-8")
    )
    return msgspec.convert(table["home"], type=list[Home])
