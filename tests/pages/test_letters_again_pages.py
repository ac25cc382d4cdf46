"""A letter that could not be made is tried again from its case, alone."""

import pytest

from applications.facts import lead_of
from criteria.steps import Step
from decisions import queries
from decisions.dispatch import put_saying
from decisions.letter.said import InterimReply
from decisions.models import LetterKind
from foundation import clock
from foundation.database import transaction
from foundation.errors import TilsagnError
from tests.builders.assessments import a_staffed_case
from tests.builders.decisions import NOW, make_documents
from tests.web import Page, Web


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split())


def _fails(*_: object) -> bytes:
    raise TilsagnError("tomt for blekk")


def test_a_receipt_and_a_letter_that_failed_are_made_again_from_the_case(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_staffed_case()
    application = case.again()
    assert application.step is Step.SUBMITTED
    lead = lead_of(application).organisation.name
    with transaction():
        put_saying(
            application, InterimReply(expected_on=NOW.date()), about="x:1", dated=NOW.date(), at=NOW
        )
    with monkeypatch.context() as patch:
        patch.setattr("decisions.printing.render", _fails)
        make_documents()
    assert queries.failed_documents(application.id) == [
        (LetterKind.RECEIPT, "TilsagnError: tomt for blekk")
    ]
    here = f"/saker/{application.id}"
    with clock.frozen(NOW):
        web.log_in(case.handler)
        page = web.open(here)
        assert "Dokumenter som ikke kunne lages" in text_of(page)
        assert text_of(page).count("tomt for blekk") == 2
        for what in ("Kvittering", f"Foreløpig svar, {lead}"):
            again = web.send(here, press=f"Prøv igjen – {what}")
            assert "Brevet blir forsøkt laget på nytt." in text_of(again)
    make_documents()
    assert queries.failed_documents(application.id) == []
    kinds = {one.kind for one in queries.letters_in_case(application.id) if one.made_at}
    assert kinds == {LetterKind.RECEIPT, LetterKind.INTERIM_REPLY}
