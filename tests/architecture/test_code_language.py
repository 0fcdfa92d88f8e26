from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, product_modules, told

# Ideographs of the basic planes and beyond, their compatibility forms, and Chinese punctuation.
CHINESE = re.compile(
    "[\u3001\u3002\u300a-\u300d\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01\uff0c\uff1a\uff1b\uff1f\U00020000-\U000323af]+"
)
LONGEST_TERM_IN_A_DOCSTRING = 4  # a word of a protocol may be cited where it is explained


def docstrings(tree: ast.AST) -> set[ast.AST]:
    """The constants that are docstrings of a module, class or function."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = (node.body[0] for node in ast.walk(tree) if isinstance(node, owners) and node.body)
    return {s.value for s in first if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)}


def chinese_in(source: str) -> Iterator[str]:
    """Every Chinese literal or comment of a module, as `line: text`."""
    tree = ast.parse(source)
    explained = docstrings(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)):
            continue
        text = node.value if isinstance(node.value, str) else node.value.decode("utf-8", "ignore")
        for found in CHINESE.findall(text):
            if node not in explained or len(found) > LONGEST_TERM_IN_A_DOCSTRING:
                yield f"{node.lineno}: {found}"
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and CHINESE.search(token.string):
            yield f"{token.start[0]}: {token.string}"


def tools() -> list[Path]:
    return sorted((ROOT / "tools").glob("*.py"))


def test_the_words_people_read_and_hear_are_in_assets_not_in_code():
    found = {
        f"{told(path)}:{line}"
        for path in [*product_modules(), *tools()]
        for line in chinese_in(path.read_text(encoding="utf-8"))
    }
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        "title = '\u53eb\u53f7'",
        "title = '\\u53eb\\u53f7'",
        "# \u53eb\u53f7\n",
        "title = f'{1}\u53f7'",
        "name = '\U00020bb7'",
        "payload = b'\\xe5\\x8f\\xb7'",
        "'''\u8bf7\u5230\u4e09\u53f7\u7a97\u53e3\u3002'''",
    ],
)
def test_a_chinese_literal_would_be_found(source):
    assert list(chinese_in(source))
