"""An extra frame in the browser: what is added to decided cases becomes decisions that the parties see."""

import pytest

from accounts.models import Role
from criteria.steps import Step
from decisions import queries
from foundation import clock
from foundation.money import kroner
from tests.builders.accounts import a_person
from tests.builders.appeals import who_signs
from tests.builders.decisions import Round, a_published_round, make_documents
from tests.builders.supplements import AFTERWARDS, an_extra_frame
from tests.scenes import scene
from tests.web import Page, Web

DRAFT = "Lag utkast til tilleggstildeling"


@scene
def an_extended_round() -> Round:
    """Publish three cases under two million, and choose an extra frame that two of them get of."""
    made = a_published_round((5, 4, 3), kroner(2_000_000))
    an_extra_frame(made)
    return made


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split())


def buttons(page: Page) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select("main button")]


def test_a_supplementary_round_is_held_from_the_reserve_list(web: Web) -> None:
    made = an_extended_round()
    here = f"/vedtak/{made.call.id}"
    with clock.frozen(AFTERWARDS):
        web.log_in(made.drafter)
        assert "En tilleggsramme har gitt mer til 2 saker som er avgjort." in text_of(web.open(here))
        drafted = web.send(here, press=DRAFT)
        assert "2 utkast er laget." in text_of(drafted)
        assert DRAFT not in buttons(drafted)
        assert "Tilleggstildeling" in text_of(drafted)

        web.log_in(made.maker)
        signed = web.send(f"{here}/signer", press="Signer 2 vedtak", confirmed=True)
        assert "2 vedtak er signert." in text_of(signed)
        refused = made.decisions()[2]
        lead = who_signs(refused)
        web.log_in(lead)
        outside = f"/soknader/{refused.application_id}"
        assert "Avslag" in text_of(web.open(outside))

        make_documents(AFTERWARDS)
        web.log_in(made.maker)
        web.send(f"{here}/brev", press="Kunngjør vedtakene")
        web.log_in(lead)
        assert "Det ble mer penger å fordele" in text_of(web.open(outside))
    found = queries.decision_in_force(refused.application_id)
    assert found is not None
    assert found.application.step is Step.AWARDED


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.AUDITOR])
def test_who_only_reads_has_no_button(web: Web, role: Role) -> None:
    made = an_extended_round()
    web.log_in(a_person(role))
    assert DRAFT not in buttons(web.open(f"/vedtak/{made.call.id}"))
