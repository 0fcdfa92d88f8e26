"""A fault in a form is told with its file, its key and one sentence."""

from __future__ import annotations

import shutil

import pytest

from forms.papers.loading import FormBook, FormFault
from tests.forms.papers.shelf import FORMS


@pytest.fixture
def folder(tmp_path):
    for name in ("common", "loan", "blank_form", "filled_sample"):
        shutil.copy(FORMS / f"{name}.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title = ", "titel = ", "unknown field `titel`"),
        ('values = "LoanRecord"', 'values = "Loan"', 'values: there is no class of values "Loan"'),
        ('kind = "frame"', 'kind = "fram"', r"block\[1\].kind: Invalid value 'fram'"),
        ('key = "thing"', 'key = "thin"', r'block\[0\]: the values have no "thin"'),
        ("走以前还给我们就行", "{who}还给我们就行", r'block\[1\]: the values have no "who"'),
        ('source = "staff"', 'source = "clerk"', r"Invalid enum value 'clerk'"),
        ('retention = "paper"', "", "missing required field `retention`"),
        ('title = "借用登记"', 'title = "{thing}"', "title: stands in the file's properties"),
        ("借东西不收钱", "{what}不收钱", 'lead: the values have no "what"'),
        ("豫大数据局", "{version}", 'basis: the values have no "version"'),
        ("[sample]", "[sample", "this is not TOML"),
    ],
)
def test_a_fault_is_told_with_file_key_and_sentence(folder, old, new, told):
    path = folder / "loan.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormFault, match=told) as fault:
        FormBook(folder).form("loan")
    assert str(fault.value).startswith(f"{path}: ")
    assert "\n" not in str(fault.value)


def test_a_form_takes_the_blocks_of_another_and_says_when_there_is_none(folder):
    book = FormBook(folder)
    assert book.form("filled_sample").block == book.form("blank_form").block
    (folder / "blank_form.toml").unlink()
    with pytest.raises(FormFault, match="like"):
        FormBook(folder).form("filled_sample")


def test_a_list_that_the_values_do_not_have_is_refused(folder):
    path = folder / "blank_form.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('name = "{plain}"', 'name = "{plane}"'), encoding="utf-8")
    with pytest.raises(FormFault, match='the rows of "materials" have no "plane"'):
        FormBook(folder).form("blank_form")


def test_a_form_without_blocks_is_refused(folder):
    path = folder / "loan.toml"
    text = path.read_text(encoding="utf-8")
    before, sample = text.partition("[[block]]")[0], text.partition("[sample]")[2]
    path.write_text(f"{before}[sample]{sample}", encoding="utf-8")
    with pytest.raises(FormFault, match="block: a form needs at least one"):
        FormBook(folder).form("loan")


def test_a_form_nobody_wrote_is_a_key_error(folder):
    with pytest.raises(KeyError):
        FormBook(folder).form("lone")
