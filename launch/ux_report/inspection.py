"""Looks at every page under every condition, and keeps the worst of what it measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from launch.ux_report import check_keys, check_words, pixels
from launch.ux_report.conditions import GLASS, PIXEL_GLASS, Condition, Glass, Surface, conditions
from launch.ux_report.console_gallery import ConsoleGallery
from launch.ux_report.display_gallery import BoardGallery, CounterGallery
from launch.ux_report.drawn import Eye
from launch.ux_report.feelings_gallery import FeelingsGallery
from launch.ux_report.kiosk_gallery import KioskGallery
from launch.ux_report.mirror_gallery import MirrorGallery
from launch.ux_report.rules import Measure, worst
from launch.ux_report.showing import theme_on, windows_shown
from launch.ux_report.site import Site, languages_of
from launch.ux_report.specimens import Gallery, PageName
from launch.ux_report.staff_gallery import GuideGallery
from launch.ux_report.strokes import HeavyCharacters
from ui_kit.theme import Mode, Theme


@dataclass(frozen=True)
class PageResult:
    """One page under one condition: its worst measure of each rule, and all violations."""

    page: PageName
    condition: Condition
    worst: tuple[Measure, ...]
    violations: tuple[Measure, ...]


@dataclass(frozen=True)
class Plan:
    """How thoroughly to look. `thorough`: every matter by itself. Pixels of which panels."""

    thorough: bool = True
    geometry: bool = True
    pixel_glass: tuple[str, ...] | None = None

    def looks(self, page: PageName, condition: Condition) -> bool:
        """Tell whether a page is looked at: where things lie does not depend on colours.

        In high contrast the main pages are looked at, in light colours all; what is easy to show,
        and the rest in high contrast, on the two main panels.
        """
        main_glass = self.thorough and condition.glass in PIXEL_GLASS
        if condition.mode is Mode.LIGHT:
            return main_glass or not page.easy
        if self.thorough:
            plain = not condition.large and not condition.low
            return page.picture or (main_glass and plain)
        return self.pixels(page, condition)

    def pixels(self, page: PageName, condition: Condition) -> bool:
        """Tell whether pixels are measured.

        Colours do not depend on size and position: those are looked at together, and on the main
        pages only; so are other languages and panels.
        """
        glass = condition.glass
        if self.pixel_glass is not None and glass.name not in self.pixel_glass:
            return False
        plain = not condition.large and not condition.low
        own = condition.language == Condition.language
        if plain and own and (self.thorough and glass in PIXEL_GLASS):
            return True
        return page.picture and own and (plain or (condition.large and condition.low))


def gallery_of(surface: Surface, site: Site, theme: Theme, *, thorough: bool) -> Gallery:
    """Return all pages of one kind of screen."""
    if surface is Surface.KIOSK:
        return KioskGallery(site, theme, thorough)
    made: dict[Surface, Gallery] = {
        Surface.BOARD: BoardGallery(site),
        Surface.COUNTER: CounterGallery(site),
        Surface.CONSOLE: ConsoleGallery(site),
        Surface.GUIDE: GuideGallery(site),
        Surface.MIRROR: MirrorGallery(site),
        Surface.TOUCH: FeelingsGallery(site),
    }
    return made[surface]


def inspect_glass(
    surface: Surface, glass: Glass, site: Site, heavy: HeavyCharacters, plan: Plan
) -> Iterator[PageResult]:
    """Look at every page of one kind of screen on one panel."""
    theme = theme_on(glass)
    gallery = gallery_of(surface, site, theme, thorough=plan.thorough)
    place, eye = check_keys.SamePlace(), Eye(theme)
    for language in _languages(site, gallery):
        shower = gallery.shower(theme, language)
        for condition in conditions(surface, [glass], [language]):
            theme.set_mode(condition.mode)
            for page in gallery.pages():
                if not plan.looks(page, condition) or not gallery.is_there(page.name, condition):
                    continue
                window = shower.show(page.name, condition)
                drawn = eye.look_at(window)
                found: list[Measure] = []
                if plan.geometry:
                    found += check_words.measures(drawn, surface, condition, heavy)
                    found += check_keys.measures(drawn, surface, condition)
                    found += place.measures(drawn, condition)
                    found.append(Measure("F5", float(windows_shown()), 1.0, "windows"))
                if plan.pixels(page, condition):
                    found += pixels.measures(pixels.layers(window, theme), drawn)
                yield _result(page, condition, found)
        shower.close()


def _languages(site: Site, gallery: Gallery) -> tuple[str, ...]:
    """Return the languages of a screen: only a visitor at the kiosk can choose one."""
    found = languages_of(site.facts, gallery.room)
    return found if gallery.surface is Surface.KIOSK else found[:1]


def jobs(surfaces: Iterable[Surface] = tuple(Surface)) -> list[tuple[Surface, Glass]]:
    """Return what can be looked at side by side, the longest work first."""
    found = [(surface, glass) for surface in surfaces for glass in GLASS[surface]]
    return sorted(found, key=lambda job: -job[1].panel.width_px * (job[0] is Surface.KIOSK))


def _result(page: PageName, condition: Condition, measures: list[Measure]) -> PageResult:
    violations = tuple(one for one in measures if not one.ok)
    return PageResult(page, condition, tuple(worst(measures).values()), violations)
