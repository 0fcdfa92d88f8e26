"""./run form: every paper of the hall at the command line, with invented values."""

from __future__ import annotations

import pytest

from launch.cli import main
from tests.forms.papers.shelf import NAMES


def test_the_list_names_every_form_with_its_title(capsys):
    assert main(["form", "--list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(NAMES)
    assert any("一次性告知单" in line for line in listed)


@pytest.mark.parametrize("name", ["one_time_notice", "guide", "matter_list"])
def test_a_form_is_written_as_pdf(name, tmp_path, capsys):
    out = tmp_path / "paper.pdf"
    assert main(["form", name, "--sample", "--matter", "EL016", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert str(out) in capsys.readouterr().out


def test_a_blank_application_is_written(tmp_path):
    out = tmp_path / "blank.pdf"
    assert main(["form", "blank_form", "--blank", "--out", str(out)]) == 0
    assert out.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["gide", "--sample", "--out", "x.pdf"], "did you mean 'guide'?"),
        ([], "there is no form ''"),
        (["guide", "--out", "x.pdf"], "--sample, --longest or --blank"),
        (["guide", "--sample"], "--out F.pdf"),
        (["guide", "--sample", "--out", "x.pdf", "--matter", "EL999"], "no matter 'EL999'"),
        (["loan", "--blank", "--out", "x.pdf"], "only blank_form is"),
        (["loan", "--sample", "--out", "/no/such/folder/x.pdf"], "No such file"),
        (["loan", "--sample", "--out", "x.pdf", "--config", "/no/such"], "/no/such"),
    ],
)
def test_what_cannot_be_meant_gets_one_sentence_and_code_2(words, sentence, capsys):
    assert main(["form", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1
