"""Where each key of a TOML text stands. The standard parser forgets lines; people need them."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')[ \t]*(\.?)""")
_VALUE_PART = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'"
    r"|#[^\n]*|[\[{]|[\]}]|\n|[^\"'#\[\]{}\n]+|.",
    re.DOTALL,
)


class Positions:
    """Lines of the keys of one TOML text that the parser has accepted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        self._scan()

    def line_of(self, path: Path) -> int:
        """Return the line of a path, or of the nearest table around it; lines count from 1."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _scan(self) -> None:
        table: Path = ()
        at = self._skip_space(0)
        while at < len(self._text):
            line = self._text.count("\n", 0, at) + 1
            if self._text[at] == "[":
                table, at = self._header(at, line)
            else:
                names, at = self._key(at)
                for length in range(1, len(names) + 1):
                    self._lines.setdefault(table + names[:length], line)
                at = self._skip_value(at + 1)
            at = self._skip_space(at)

    def _skip_space(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _key(self, at: int) -> tuple[Path, int]:
        names: list[str] = []
        while found := _KEY_PART.match(self._text, at):
            names.append(found[1].strip("\"'"))
            at = found.end()
            if not found[2]:
                break
        return tuple(names), at

    def _header(self, at: int, line: int) -> tuple[Path, int]:
        is_array = self._text.startswith("[[", at)
        names, at = self._key(at + (2 if is_array else 1))
        table: Path = ()
        for name in names[:-1]:
            table = self._newest((*table, name))
        table += names[-1:]
        if is_array:
            self._lines.setdefault(table, line)
            self._counts[table] = self._counts.get(table, 0) + 1
            table = self._newest(table)
        self._lines.setdefault(table, line)
        end = self._text.find("\n", at)
        return table, end if end >= 0 else len(self._text)

    def _newest(self, table: Path) -> Path:
        count = self._counts.get(table, 0)
        return (*table, count - 1) if count else table

    def _skip_value(self, at: int) -> int:
        depth = 0
        while found := _VALUE_PART.match(self._text, at):
            at, part = found.end(), found[0]
            depth += (part in "[{") - (part in "]}")
            if part == "\n" and depth == 0:
                break
        return at
