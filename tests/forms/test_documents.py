"""The template of a form is the office's own where there is one, else the one that comes with the program."""

from pathlib import Path

import pytest

from generator.forms.documents import KINDS, own_template, template, template_bytes
from generator.forms.kr_form import KrContext
from generator.render.template import TemplateError

(KIND,) = [kind for kind in KINDS if kind.context is KrContext]


def test_without_an_own_template_the_shipped_one_is_used(tmp_path: Path) -> None:
    assert own_template(KIND, tmp_path) is None
    assert template(KIND, tmp_path) is template(KIND, tmp_path / "none")


def test_a_copy_of_the_shipped_one_is_no_own_template(tmp_path: Path) -> None:
    (tmp_path / KIND.template).write_bytes(template_bytes(KIND))
    assert own_template(KIND, tmp_path) is None


def test_an_own_template_is_found_and_used(tmp_path: Path) -> None:
    path = tmp_path / KIND.template
    path.write_bytes(b"no template")
    assert own_template(KIND, tmp_path) == path
    with pytest.raises(TemplateError):
        template(KIND, tmp_path)


def test_a_template_is_compiled_once_for_each_content(tmp_path: Path) -> None:
    assert template(KIND, tmp_path) is template(KIND, tmp_path)


def test_every_kind_has_a_template_a_context_and_a_form_of_its_own() -> None:
    assert len({kind.template for kind in KINDS}) == len({kind.form.kind for kind in KINDS}) == len(KINDS)
