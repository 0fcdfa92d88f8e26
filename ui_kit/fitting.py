"""Staff screens are drawn in units of their design and scaled to the window's real size.

A key's lip, radius and shadow are lengths of the theme. A theme whose millimetre is one unit of
the design lets a desk's keys keep their proportions in a window of any size.
"""

from __future__ import annotations

from ui_kit.panel import Panel
from ui_kit.theme import Theme


def theme_of_design(theme: Theme, width: float, height: float) -> Theme:
    """Return a theme with the same tokens, faces and pictures, measured in design units."""
    panel = panel_of_design(width, height, theme.panel.width_px, theme.panel.height_px)
    made = Theme(theme.tokens, panel, theme.fonts, theme.icons, theme.pictures, theme.guard)
    made.set_mode(theme.mode)
    return made


def panel_of_design(width: float, height: float, width_px: int, height_px: int) -> Panel:
    """Return the panel on which a design of `width` by `height` units fits a window whole.

    A window of another proportion is wider or higher in units; nothing is cut off.
    """
    scale = max(min(width_px / width, height_px / height), 0.01)
    return Panel(width_px / scale, height_px / scale, width_px, height_px)
