from __future__ import annotations

import re

from tests.architecture.tree import (
    ROOT,
    product_modules,
    project_files,
    pyproject,
    root_packages,
    told,
)

LONGEST_MODULE_LINES = 400


def test_every_top_level_package_is_a_room_the_linter_knows():
    assert root_packages() == sorted(pyproject()["tool"]["importlinter"]["root_packages"])


def test_every_room_and_every_capability_of_the_hall_has_its_place_in_the_layers():
    layers = next(
        c for c in pyproject()["tool"]["importlinter"]["contracts"] if c["id"] == "layers"
    )
    placed = {name for layer in layers["layers"] for name in re.split(r"[|:\s]+", layer)}
    capabilities = {f"hall.{path.parent.name}" for path in ROOT.glob("hall/*/__init__.py")}
    rooms = set(root_packages()) - {"hall"}
    assert rooms | capabilities == placed


def test_a_module_fits_in_the_head():
    modules = [p for p in project_files() if p.suffix == ".py"]
    assert modules, "no Python file found: the search is wrong"
    lines = {told(path): path.read_text(encoding="utf-8").count("\n") for path in modules}
    too_long = {name: n for name, n in lines.items() if n > LONGEST_MODULE_LINES}
    assert not too_long


def test_every_folder_of_a_room_that_holds_code_is_a_package():
    folders = {path.parent for path in product_modules()}
    assert not [told(folder) for folder in folders if not (folder / "__init__.py").exists()]
