"""What every block of one paper is set with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forms.papers.form import CommonWords
from forms.papers.lines import Style
from forms.papers.measures import Sizes

PARAGRAPH_GAP_MM = 2.4
HEADING_GAP_MM = 4.5
ITEM_GAP_MM = 3.0
INDENT_MM = 11.0


@dataclass(frozen=True)
class Setting:
    """What every block is set with."""

    facts: Mapping[str, object]
    sizes: Sizes
    words: CommonWords
    signed_as: str = ""

    def style(self, em_mm: float, *, strong: bool = False) -> Style:
        """Return a style of text of this paper."""
        return Style(em_mm, "label" if strong else "body", self.words.wrap_rules)
