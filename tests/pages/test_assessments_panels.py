"""Later rooms show their part of a case on its page, without this room knowing them."""

import pytest
from flask import Flask
from flask_babel import lazy_gettext as _l
from jinja2 import ChoiceLoader, DictLoader

from accounts.permissions import Permission
from assessments import panels
from assessments.panels import Content, Panel
from tests.builders.assessments import Case, a_staffed_case
from tests.web import Web


@pytest.fixture
def case(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Case:
    letter = DictLoader({"a_later_room.html": "<p>Brev nummer {{ panel.number }}</p>"})
    own = app.jinja_env.loader
    assert own is not None
    monkeypatch.setattr(app.jinja_env, "loader", ChoiceLoader([letter, own]))
    monkeypatch.setattr(panels, "_PANELS", {})
    return a_staffed_case()


def a_panel(permission: Permission, content: Content | None) -> Panel:
    return Panel("brev", _l("Brev"), permission, 10, lambda _application_id: content)


def test_a_panel_is_drawn_with_what_its_room_gives(web: Web, case: Case) -> None:
    content = Content("a_later_room.html", {"number": case.application.id + 70})
    panels.register_panel(a_panel(Permission.CASE_READ, content))
    web.log_in(case.handler)
    page = web.open(f"/saker/{case.application.id}")
    section = page.find(id="brev")
    assert section is not None
    assert f"Brev nummer {case.application.id + 70}" in section.get_text()
    assert page.find("a", href="#brev") is not None


@pytest.mark.parametrize(
    ("permission", "content"),
    [
        (Permission.LEDGER_POST, Content("a_later_room.html", {"number": 1})),
        (Permission.CASE_READ, None),
    ],
)
def test_a_panel_without_permission_or_content_is_not_there(
    web: Web, case: Case, permission: Permission, content: Content | None
) -> None:
    panels.register_panel(a_panel(permission, content))
    web.log_in(case.handler)
    assert web.open(f"/saker/{case.application.id}").find(id="brev") is None
