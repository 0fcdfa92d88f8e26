"""Fictional visitors, words and numbers for kiosk stories."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from devices.ports import DeviceStatus, IdCard, Ready
from forms.papers.loading import FormBook
from kiosk.reading import CardDesk
from kiosk.session import KioskTimes
from kiosk.setup import KioskSetup
from kiosk.surname import load_surname_rules
from kiosk.tongues import Tongue
from ui_kit.languages import base_of
from ui_kit.strings import load_room, load_strings

ROOT = Path(__file__).resolve().parents[2]
STRINGS = ROOT / "assets" / "strings"
WORDS = load_room(STRINGS, "kiosk")
KIT_WORDS = load_room(STRINGS, "ui_kit")
RULES = load_surname_rules(ROOT / "kiosk" / "surnames.toml")
MONDAY = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
FORMS = FormBook(ROOT / "assets" / "forms")
UNKNOWN_CHARACTER = "\U000f0000"


class PlainNumbers:
    """Numbers as they are written; how they are read is the voice's matter."""

    def label(self, number: str) -> str:
        return number

    def count(self, value: int) -> str:
        return str(value)


class QuietVoice:
    """A voice that says everything at once and remembers it."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.languages: list[str] = []
        self.volume = 1
        self.clicks = 0
        self.headphones = False

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        on_status(Ready())

    def stop(self) -> None:
        """Nothing runs."""

    def say(
        self,
        text: str,
        *,
        slow: bool,
        quiet: bool,
        on_ended: Callable[[bool], None],
        language: str = "",
        in_pieces: bool = False,
    ) -> None:
        self.said.append(text)
        self.languages.append(language)
        on_ended(True)

    def hush(self) -> None:
        """Nothing to stop."""

    def click(self) -> None:
        self.clicks += 1

    def set_volume(self, step: int) -> None:
        self.volume = step

    def use_headphones(self, wanted: bool) -> None:
        self.headphones = wanted


def card(
    name: str = "王守田",
    sex: int = 1,
    born: date = date(1951, 3, 2),
    valid_to: date | None = None,
    number: str = "410199195103020014",
) -> IdCard:
    """A fictional card; region 410199 is not assigned."""
    return IdCard(
        kind="resident",
        name=name,
        sex=sex,
        ethnicity="汉",
        birth_date=born,
        address="示例县示例村1号",
        id_number=number,
        issued_by="示例县公安局",
        valid_from=date(2010, 1, 1),
        valid_to=valid_to,
    )


def tongue(language: str, strings: Path = STRINGS) -> Tongue:
    """A language of the kiosk as it is installed; numbers are said as they are written."""
    base = base_of(strings, language)
    return Tongue(
        id=language,
        base=base,
        names=load_strings(strings / language / "language.toml"),
        words=load_room(strings, "kiosk", language),
        kit_words=load_room(strings, "ui_kit", language),
        slip_words=tomllib.loads((strings / base / "slip.toml").read_text(encoding="utf-8")),
        numbers=PlainNumbers(),
    )


OWN = tongue("zh-CN")


def setup(
    times: KioskTimes | None = None, tongues: tuple[Tongue, ...] | None = None, *,
    prints_a4: bool = False, camera_id: str = "",
) -> KioskSetup:  # fmt: skip
    """The setup of kiosk-1, with a printer for A4 papers and a camera where that is said."""
    return KioskSetup(
        station_id="kiosk-1",
        tongues=tongues or (OWN,),
        desk=CardDesk(RULES, lambda text: UNKNOWN_CHARACTER not in text),
        new_id=lambda: str(uuid.uuid4()),
        zone_name="老年人服务专区",
        times=times or KioskTimes(),
        papers_id="papers" if prints_a4 else "",
        forms=(lambda: FORMS) if prints_a4 else None,
        camera_id=camera_id,
    )
