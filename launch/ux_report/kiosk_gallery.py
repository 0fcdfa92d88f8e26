"""The kiosk's pages, shown in its own window from its own views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import msgspec
from PySide6.QtWidgets import QWidget

from kiosk.every_page import view_of
from kiosk.presenter import Presenter
from kiosk.reading import CardDesk
from kiosk.scene import Scene
from kiosk.screens.window import KioskWindow
from kiosk.session import Comfort
from kiosk.setup import KioskSetup
from kiosk.surname import load_surname_rules
from kiosk.tongues import Tongue
from kiosk.views import View
from launch.paths import PROJECT
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.kiosk_scenes import KioskScene, kiosk_scenes
from launch.ux_report.showing import shown_off_screen
from launch.ux_report.site import STATION, Site, languages_of
from launch.ux_report.specimens import PageName
from ui_kit.theme import Mode, Theme


class WrittenNumbers:
    """Numbers as they are written: nothing is spoken here."""

    def label(self, number: str) -> str:
        """Return the label itself."""
        return number

    def count(self, value: int) -> str:
        """Return the figure itself."""
        return str(value)


@dataclass
class KioskGallery:
    """All pages of the kiosk of one hall; `theme` knows which characters can be drawn.

    `thorough` shows every matter by itself, else only those that are hardest to show.
    """

    site: Site
    theme: Theme
    thorough: bool = True
    surface: Surface = Surface.KIOSK
    room: str = "kiosk"
    _scenes: dict[str, dict[str, KioskScene]] = field(default_factory=dict)

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        return [
            PageName(self.surface, name, scene.picture, self._easy(scene))
            for name, scene in self._by_name("zh-CN").items()
        ]

    def _easy(self, scene: KioskScene) -> bool:
        matter = scene.session.matter
        by_itself = scene.name.endswith(f"-{matter.id}") if matter is not None else False
        return by_itself and matter is not None and matter.id not in self._hardest

    @cached_property
    def _hardest(self) -> frozenset[str]:
        return frozenset(one.id for one in self.site.hardest_matters())

    def is_there(self, name: str, condition: Condition) -> bool:
        """Tell whether a list is so long that it has this leaf."""
        comfort = Comfort(large=condition.large, low=condition.low)
        return self._by_name(condition.language)[name].turns(self.site, comfort)

    def shower(self, theme: Theme, language: str) -> KioskShower:
        """Return what shows them on a theme."""
        return KioskShower(self.site, theme, language, self._by_name(language))

    def _by_name(self, language: str) -> dict[str, KioskScene]:
        if language not in self._scenes:
            self._scenes[language] = self._made(language)
        return self._scenes[language]

    def _made(self, language: str) -> dict[str, KioskScene]:
        words = self.site.words("kiosk", language)
        site = replace(self.site, facts=self.site.facts_in(language))
        everyone = site.facts.matters
        matters = [one for one in everyone if self.thorough or one.id in self._hardest]
        scenes = kiosk_scenes(site, card_desk(self.theme), words, matters)
        return {scene.name: scene for scene in scenes}


class KioskShower:
    """One window of the kiosk."""

    def __init__(
        self, site: Site, theme: Theme, language: str, scenes: dict[str, KioskScene]
    ) -> None:
        self._site, self._theme, self._scenes = site, theme, scenes
        tongue = tongue_in(site, language)
        zone_name = tongue.kit_words.get("zone_name")
        setup = KioskSetup(
            station_id=STATION,
            tongues=(tongue, *others_than(site, language)),
            desk=card_desk(theme),
            new_id=lambda: "id",
            zone_name=zone_name,
        )
        presenter = Presenter(setup)
        board = msgspec.structs.replace(presenter.board, facts=site.facts)
        presenter.board_changed(board)
        self._base = presenter.scene()
        self._page_no = 0
        kit_words = {one.id: one.kit_words for one in setup.tongues}
        self._window = KioskWindow(theme, kit_words, zone_name)
        self._window.show_time(site.local)

    @property
    def window(self) -> KioskWindow:
        """The kiosk's own window."""
        return self._window

    def show(self, name: str, condition: Condition) -> QWidget:
        """Return the window that shows a page."""
        self._window.show_view(self.view(name, condition))
        shown_off_screen(self._window)
        return self._window

    def view(self, name: str, condition: Condition) -> View:
        """Return what the window is to show for a page."""
        self._page_no += 1
        return view_of(self.scene(name, condition), self._page_no)

    def scene(self, name: str, condition: Condition) -> Scene:
        """Return what a page is made from."""
        contrast = condition.mode is Mode.HIGH_CONTRAST
        comfort = Comfort(large=condition.large, low=condition.low, contrast=contrast)
        return self._scenes[name].laid_over(self._base, self._site, comfort)

    def close(self) -> None:
        """Close the window."""
        self._window.close()
        self._window.deleteLater()


def card_desk(theme: Theme) -> CardDesk:
    """Return what reads the fictional cards."""
    rules = load_surname_rules(PROJECT / "kiosk" / "surnames.toml")
    return CardDesk(rules, theme.fonts.drawable)


def tongue_in(site: Site, language: str) -> Tongue:
    """Return a language as the kiosk is handed it."""
    return Tongue(
        id=language,
        base=language,
        names=site.words("language", language),
        words=site.words("kiosk", language),
        kit_words=site.words("ui_kit", language),
        slip_words={},
        numbers=WrittenNumbers(),
    )


def others_than(site: Site, language: str) -> tuple[Tongue, ...]:
    """Return the languages a visitor may change to."""
    found = languages_of(site.facts, "kiosk")
    return tuple(tongue_in(site, one) for one in found if one != language)
