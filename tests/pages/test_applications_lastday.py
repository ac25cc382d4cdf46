"""The last day is told where a draft is written, and who may sign where the reader may not."""

from datetime import datetime

import pytest

from applications.models import Application
from foundation import clock
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    an_editor,
    participants,
)
from tests.pages.test_applications_questions import read
from tests.web import Web

THE_DAY = datetime(2026, 4, 15, 23, 40, tzinfo=clock.OSLO)
THE_DAY_BEFORE = datetime(2026, 4, 14, 12, tzinfo=clock.OSLO)
ALARM = "I dag er siste dag. Send inn søknaden innen kl. 23:59."


@pytest.fixture
def together() -> Collaboration:
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def test_the_last_day_is_told_in_every_section(
    web: Web, together: Collaboration, draft: Application
) -> None:
    pages = [f"/soknader/{draft.id}{part}" for part in ("", "/grunnopplysninger", "/kontroll")]
    with clock.frozen(THE_DAY_BEFORE):
        web.log_in(together.signatory)
        shown = [read(web.open(one)) for one in pages]
        assert not any(ALARM in one for one in shown)
        assert all("15. april 2026, i morgen" in one for one in shown)
    with clock.frozen(THE_DAY):
        together.read(draft.id)
        web.log_in(together.signatory)
        assert all(ALARM in read(web.open(one)) for one in pages)


def test_who_may_sign_is_named_for_those_who_may_not(
    web: Web, together: Collaboration, draft: Application
) -> None:
    part = participants(draft)[0]
    web.log_in(an_editor(together.lead, "Egil Lillevik"))
    check = read(web.open(f"/soknader/{draft.id}/kontroll"))
    assert f"Disse har signaturrett: {together.signatory.name}." in check
    place = next(one for one in together.others if one.id == part.organisation_id)
    web.log_in(an_editor(place, "Even Storfjord"))
    own = read(web.open(f"/soknader/{draft.id}/deltakere/{part.id}/bekreft"))
    assert f"Disse har signaturrett: Signe {place.name}." in own
