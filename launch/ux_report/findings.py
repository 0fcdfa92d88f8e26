"""What was found: pages with their worst measures, checks beside the screens, all violations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from launch.ux_report.conditions import Condition
from launch.ux_report.inspection import PageResult
from launch.ux_report.rules import RULES, Measure
from launch.ux_report.specimens import PageName


@dataclass(frozen=True)
class Found:
    """A measure, and under which condition of which page it was taken."""

    measure: Measure
    where: str
    condition: Condition | None = None


@dataclass
class PageFindings:
    """One page over all conditions."""

    page: PageName
    looked_at: int = 0
    worst: dict[str, Found] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether every rule is kept."""
        return all(found.measure.ok for found in self.worst.values())

    def tightest(self, count: int) -> list[Found]:
        """Return the measures nearest to their limits, each at another place."""
        placed = [one for one in self.worst.values() if one.measure.box is not None]
        placed.sort(key=lambda one: one.measure.margin)
        return placed[:count]


@dataclass
class Findings:
    """Everything that was looked at."""

    pages: dict[str, PageFindings] = field(default_factory=dict)
    beside: dict[str, Found] = field(default_factory=dict)
    violations: list[Found] = field(default_factory=list)

    def add_page(self, result: PageResult) -> None:
        """Take what one look at one page gave."""
        name, where = result.page.full, result.condition.name
        page = self.pages.setdefault(name, PageFindings(result.page))
        page.looked_at += 1
        for measure in result.worst:
            known = page.worst.get(measure.rule)
            if known is None or measure.margin < known.measure.margin:
                page.worst[measure.rule] = Found(measure, where, result.condition)
        for measure in result.violations:
            found = Found(measure, f"{name}, {where}", result.condition)
            self.violations.append(found)

    def add_beside(self, where: str, measures: Iterable[Measure]) -> None:
        """Take measures of something that is no page."""
        for measure in measures:
            known = self.beside.get(measure.rule)
            if known is None or measure.margin < known.measure.margin:
                self.beside[measure.rule] = Found(measure, where)
            if not measure.ok:
                self.violations.append(Found(measure, where))

    def worst_of_all(self) -> list[Found]:
        """Return the worst measure of each rule over everything, in the order of the rules."""
        every = [found for page in self.pages.values() for found in page.worst.values()]
        every += self.beside.values()
        chosen: dict[str, Found] = {}
        for found in every:
            rule = found.measure.rule
            if rule not in chosen or found.measure.margin < chosen[rule].measure.margin:
                chosen[rule] = found
        return [chosen[rule] for rule in RULES if rule in chosen]


def violation_line(found: Found) -> str:
    """Say one violation: rule, page, panel, measured and required value."""
    measure, rule = found.measure, RULES[found.measure.rule]
    bound = "at most" if rule.at_most else "at least"
    return (
        f"{rule.id} ({rule.asks}): {found.where}: {measure.what}: "
        f"{measure.value:.2f} {rule.unit}, {bound} {measure.required:g}"
    )


def distinct(violations: Sequence[Found]) -> list[Found]:
    """Return one violation for each rule, page and thing: the worst of all conditions."""
    chosen: dict[tuple[str, str, str], Found] = {}
    for found in violations:
        key = (found.measure.rule, found.where.split(",")[0], found.measure.what)
        if key not in chosen or found.measure.margin < chosen[key].measure.margin:
            chosen[key] = found
    return list(chosen.values())
