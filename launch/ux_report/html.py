"""The report as a web page: each page's picture with its tightest measures marked on it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from launch.ux_report import pixels
from launch.ux_report.conditions import Condition
from launch.ux_report.findings import Findings, Found, PageFindings, distinct, violation_line
from launch.ux_report.inspection import gallery_of
from launch.ux_report.rules import RULES
from launch.ux_report.showing import theme_on
from launch.ux_report.site import Site
from launch.ux_report.specimens import Shower
from ui_kit.theme import Theme

MARKED = 3
_LONGEST_PX = 960
_KEPT, _BROKEN = QColor("#0050C8"), QColor("#D0008C")
STYLE = """
body { font: 16px/1.5 sans-serif; margin: 2rem; color: #14171a; background: #fffcf6 }
table { border-collapse: collapse } td, th { padding: .2rem .8rem; text-align: left;
border-bottom: 1px solid #d9d3c4; vertical-align: top } td.n { text-align: right }
figure { display: inline-block; margin: 1rem; vertical-align: top; max-width: 30rem }
figure img { max-width: 100%; border: 1px solid #85877d } .no { color: #ae1219; font-weight: bold }
"""


def write_report(findings: Findings, site: Site, folder: Path) -> Path:
    """Write index.html and the pictures; return the page. Needs an application."""
    pictures = folder / "pages"
    pictures.mkdir(parents=True, exist_ok=True)
    painter = MarkedPages(site)
    figures = [
        _figure(page, painter.save(page, pictures / f"{name}.png"))
        for name, page in findings.pages.items()
    ]
    painter.close()
    index = folder / "index.html"
    index.write_text("\n".join(_page(findings, figures)), encoding="utf-8")
    return index


class MarkedPages:
    """Paints pages once more, each under the condition where it is tightest."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._themes: dict[str, Theme] = {}
        self._showers: dict[tuple[str, str, str], Shower] = {}

    def save(self, page: PageFindings, path: Path) -> list[Found]:
        """Write a picture with its marks; return what is marked, the tightest first."""
        tightest = page.tightest(len(RULES))
        condition = tightest[0].condition if tightest else None
        if condition is None:
            return []
        marked = [one for one in tightest if one.condition == condition][:MARKED]
        window = self._shower(page, condition).show(page.page.name, condition)
        image = pixels.picture(window)
        _mark(image, marked)
        size = image.size().scaled(_LONGEST_PX, _LONGEST_PX, Qt.AspectRatioMode.KeepAspectRatio)
        smooth = Qt.TransformationMode.SmoothTransformation
        image.scaled(size, mode=smooth).save(str(path))
        return marked

    def close(self) -> None:
        """Close all windows."""
        for shower in self._showers.values():
            shower.close()

    def _shower(self, page: PageFindings, condition: Condition) -> Shower:
        surface, glass = page.page.surface, condition.glass
        theme = self._themes.get(glass.name)
        if theme is None:
            theme = self._themes[glass.name] = theme_on(glass)
        theme.set_mode(condition.mode)
        key = (surface.value, glass.name, condition.language)
        if key not in self._showers:
            gallery = gallery_of(surface, self._site, theme, thorough=True)
            self._showers[key] = gallery.shower(theme, condition.language)
        return self._showers[key]


def _mark(image: QImage, found: list[Found]) -> None:
    thick = max(3.0, image.width() / 320)
    painter = QPainter(image)
    for number, one in enumerate(found, 1):
        box = one.measure.box
        if box is None:
            continue
        colour = _KEPT if one.measure.ok else _BROKEN
        painter.setPen(QPen(colour, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(box.x, box.y, box.w, box.h).adjusted(-thick, -thick, thick, thick)
        painter.drawRect(frame)
        side = thick * 9
        label = QRectF(frame.left(), frame.top() - side / 2, side, side)
        painter.fillRect(label, colour)
        font = painter.font()
        font.setPixelSize(round(side * 0.8))
        painter.setFont(font)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()


def _page(findings: Findings, figures: list[str]) -> Iterator[str]:
    broken = distinct(findings.violations)
    yield "<!doctype html><html lang=en><meta charset=utf-8><title>What was measured</title>"
    yield f"<style>{STYLE}</style><h1>What was measured</h1>"
    yield f"<p>{len(findings.pages)} pages, {len(broken)} violations.</p>"
    if broken:
        yield "<ul class=no>" + "".join(f"<li>{_safe(violation_line(one))}" for one in broken)
        yield "</ul>"
    yield "<h2>The worst of each rule</h2><table><tr><th>rule<th>asks<th>worst<th>limit<th>where"
    for found in findings.worst_of_all():
        yield _row(found)
    yield "</table><h2>Pages</h2>"
    yield from figures


def _row(found: Found) -> str:
    measure, rule = found.measure, RULES[found.measure.rule]
    shade = "" if measure.ok else " class=no"
    bound = "at most" if rule.at_most else "at least"
    return (
        f"<tr{shade}><td>{rule.id}<td>{_safe(rule.asks)}<td class=n>{measure.value:.2f} "
        f"{_safe(rule.unit)}<td>{bound} {measure.required:g}"
        f"<td>{_safe(measure.what)} &middot; {_safe(found.where)}"
    )


def _figure(page: PageFindings, marked: list[Found]) -> str:
    name = page.page.full
    where = marked[0].where if marked else ""
    told = "".join(f"<li{'' if one.measure.ok else ' class=no'}>{_short(one)}" for one in marked)
    return (
        f"<figure id={_safe(name)}><img src=pages/{_safe(name)}.png loading=lazy "
        f"alt={_quoted(name)}><figcaption><b>{_safe(name)}</b>, {_safe(where)}"
        f"<ol>{told}</ol></figcaption></figure>"
    )


def _short(found: Found) -> str:
    measure, rule = found.measure, RULES[found.measure.rule]
    bound = "at most" if rule.at_most else "at least"
    return (
        f"{rule.id} {_safe(measure.what)}: {measure.value:.2f} {_safe(rule.unit)}, "
        f"{bound} {measure.required:g}"
    )


def _safe(text: str) -> str:
    return html.escape(text)


def _quoted(text: str) -> str:
    return f'"{html.escape(text)}"'
