"""A small sound configuration that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

from launch.check_config import check

SAMPLE = Path(__file__).parent / "sample"
FILES = ("hall.toml", "kiosk.toml", "matters.toml")


class Folder:
    """A copy of the sample in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(SAMPLE, path, dirs_exist_ok=True)

    def lines(self, file: str) -> list[str]:
        return (self.path / file).read_text(encoding="utf-8").splitlines()

    def write(self, file: str, lines: list[str]) -> None:
        (self.path / file).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def spoil(self, file: str, old: str, new: str, nth: int = 1) -> int:
        """Replace the nth line that starts with `old`; return its number."""
        lines = self.lines(file)
        number = [n for n, line in enumerate(lines) if line.startswith(old)][nth - 1]
        lines[number] = new
        self.write(file, lines)
        return number + 1

    def check(self, file: str) -> list[str]:
        """Return what check-config says of one file, without the folder's name."""
        said = check([str(self.path / file)])
        return [line.replace(f"{self.path}/", "") for line in said]


def section_keys(lines: list[str]) -> list[tuple[int, str, str]]:
    """Return (index, header, key) of every line of a file that sets a key."""
    header, found = "", []
    for index, line in enumerate(lines):
        if line.startswith("["):
            header = line
        elif " = " in line:
            found.append((index, header, line.partition(" = ")[0]))
    return found
