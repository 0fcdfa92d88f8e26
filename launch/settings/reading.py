"""Reading one TOML file: parse, decode, and turn every fault into a finding with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path as FilePath
from typing import TypeVar

from hall.matters.rules import Broken
from launch.settings.decode import KEY_OF_FIELD, Decoder
from launch.settings.findings import Finding, Level, nearest
from launch.settings.positions import Path, Positions

T = TypeVar("T")

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class TomlFile:
    """One settings file and what was found wrong in it so far."""

    def __init__(self, path: FilePath) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self._positions = Positions("")
        self.decoder = Decoder(self.fault)

    def fault(self, path: Path, sentence: str, level: Level = "error") -> None:
        """Note a fault at a path of keys or of field names, such as ("counters", 2, "serves")."""
        keys = tuple(
            KEY_OF_FIELD.get(part, part) if isinstance(part, str) else part for part in path
        )
        dotted = ".".join(part for part in keys if isinstance(part, str))
        self._note(self._positions.line_of(keys), dotted or "-", sentence, level)

    def broken(self, rule: Broken, inside: Path = ()) -> None:
        """Note a broken rule; `inside` is the path at which the rule's own path begins."""
        hint = nearest(rule.word, rule.valid) if rule.valid else ""
        self.fault((*inside, *rule.path), rule.sentence + hint)

    def remark(self, rule: Broken) -> None:
        """Note what is no fault and still wants to be read."""
        self.fault(rule.path, rule.sentence, "warning")

    def decode(self, target: type[T]) -> T | None:
        """Return the typed content, or None when there is a fault; see `findings`."""
        text = self._text()
        if text is None:
            return None
        try:
            content = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            place = _PLACE.search(str(error))
            last = text.count("\n") + (not text.endswith("\n"))
            line = int(place[1]) if place and place[1] else max(last, 1)
            self._note(line, "-", f"this is not TOML: {_PLACE.sub('', str(error))}.")
            return None
        self._positions = Positions(text)
        return self.decoder.table(target, content)

    def _text(self) -> str | None:
        try:
            return self.path.read_text(encoding="utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = self.path.read_bytes()[: error.start].count(b"\n") + 1
            self._note(line, "-", "this is not UTF-8 text; save the file as UTF-8.")
        except FileNotFoundError:
            self._note(1, "-", "there is no such file.")
        except OSError as error:
            self._note(1, "-", f"the file cannot be read: {error.strerror}.")
        return None

    def _note(self, line: int, key: str, sentence: str, level: Level = "error") -> None:
        self.findings.append(Finding(str(self.path), line, key, sentence, level))
