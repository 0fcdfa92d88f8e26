"""The hall's own names in its further languages, beside the facts that stations are told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from hall.kernel.facts import HallFacts, LanguageFact, MatterFact
from hall.matters.names import MatterNames
from launch.settings.hall_schema import HallSettings, Language


def with_languages(
    facts: HallFacts, settings: HallSettings, names: Mapping[str, MatterNames]
) -> HallFacts:
    """Return the facts of a hall with its names in every further language.

    `names` are those of `load_names`: checked, so that none is missing.
    """
    languages = {one.id: _translated(facts, one, names[one.id]) for one in settings.languages}
    return structs.replace(facts, languages=languages)


def _translated(facts: HallFacts, language: Language, names: MatterNames) -> LanguageFact:
    groups = {one.id: one for one in names.groups}
    lines = {one.id: one.lines for one in names.matters}
    return LanguageFact(
        zone_name=language.zone_name,
        guide_desk=language.guide_desk,
        series=tuple(structs.replace(one, reading=language.series[one.id]) for one in facts.series),
        groups=tuple(
            structs.replace(one, name=groups[one.id].name, examples=groups[one.id].examples)
            for one in facts.groups
        ),
        matters=tuple(_matter(one, lines[one.id], names) for one in facts.matters),
        collecting=None
        if facts.collecting is None
        else structs.replace(
            facts.collecting, plain_name=language.collecting, plain_lines=(language.collecting,)
        ),
    )


def _matter(matter: MatterFact, lines: tuple[str, ...], names: MatterNames) -> MatterFact:
    return structs.replace(
        matter,
        plain_name=" ".join(lines),
        plain_lines=lines,
        materials=tuple(
            structs.replace(
                paper, plain=names.papers[paper.plain], note=names.notes.get(paper.note, "")
            )
            for paper in matter.materials
        ),
    )
