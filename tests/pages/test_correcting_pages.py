"""Correcting a clerical error on the pages: the officer, the decision maker, and the party who reads it."""


from decisions.correcting import queries
from foundation import clock
from foundation.database import db
from tests.builders.correcting import LATER, WHY, propose
from tests.builders.decisions import a_published_round, make_documents
from tests.builders.payments import signatory_of
from tests.querycount import asked
from tests.web import Page, Web

WRONG, RIGHT = "Felles journal i fjordkommunene", "Felles journal i fjordkommunane"


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split()).replace("\u00a0", " ")


def test_one_proposes_another_signs_and_the_party_reads_what_was_corrected(web: Web) -> None:
    made = a_published_round()
    decision = made.first()
    case, number = decision.application_id, str(decision.application.case_number)
    signatory = signatory_of(decision.application)
    here = f"/vedtak/sak/{decision.id}"
    with clock.frozen(LATER):
        web.log_in(made.drafter)
        assert "Rett en skrivefeil i brevet" in text_of(web.open(here))
        page = web.open(f"{here}/rett")
        assert "Det sto i brevet på nynorsk" not in text_of(page)
        assert "Beløpet og utfallet kan ikke rettes" in text_of(page)
        typed = {"error": "error_in_name", "wrong_nb": WRONG, "why": WHY}
        gone = web.send(f"{here}/rett", press="Foreslå rettingen", more={**typed, "right_nb": ""})
        assert "Skriv både hva som sto, og hva som skal stå." in text_of(gone)
        assert WRONG in gone.select("textarea[name=wrong_nb]")[0].get_text()
        money = {**typed, "wrong_nb": "inntil 1 620 000 kr", "right_nb": "inntil 1 800 000 kr"}
        refused = text_of(web.send(f"{here}/rett", press="Foreslå rettingen", more=money))
        assert "Et annet beløp er et nytt vedtak: omgjøring." in refused
        sent = web.send(f"{here}/rett", press="Foreslå rettingen", more={**typed, "right_nb": RIGHT})
        assert "Venter på signatur" in text_of(sent)
        assert "Les og signer" not in text_of(sent)
        (correction,) = queries.waiting_corrections()
        there = f"/vedtak/retting/{correction.id}"
        assert "Rett en skrivefeil" not in text_of(web.open(here))
        web.open(f"{there}/signer", status=403)

        web.log_in(made.maker)
        assert "Rettinger av vedtak som ikke er signert" in text_of(web.open("/"))
        assert number in text_of(web.open("/vedtak/rettinger"))
        assert "Les og signer rettingen" in text_of(web.open(there))
        unread = web.send(f"{there}/signer", press="Signer og send rettingen")
        assert "Du må bekrefte før du kan signere." in text_of(unread)
        done = web.send(f"{there}/signer", press="Signer og send rettingen", confirmed=True)
        assert "Rettet og sendt" in text_of(done)
        chain = text_of(web.open(here))
        assert "Retting 1 Rettet og sendt" in chain
        assert "Gjelder" in chain
        make_documents(LATER)

        web.log_in(signatory)
        read = text_of(web.open(f"/soknader/{case}/vedtak"))
        assert "Rettet i brevet om vedtaket" in read
        assert RIGHT in read
        assert read.count("Retting av feil i brev") == 1


def test_nobody_outside_knows_of_a_correction_that_is_not_signed(web: Web) -> None:
    made = a_published_round()
    decision = made.first()
    signatory = signatory_of(decision.application)
    with clock.frozen(LATER):
        web.log_in(made.drafter)
        web.send(
            f"/vedtak/sak/{decision.id}/rett", press="Foreslå rettingen", error="error_in_name",
            wrong_nb=WRONG, right_nb=RIGHT, why=WHY,
        )  # fmt: skip
        (correction,) = queries.waiting_corrections()
        web.log_in(signatory)
        assert "Rettet" not in text_of(web.open(f"/soknader/{decision.application_id}/vedtak"))
        web.open(f"/vedtak/retting/{correction.id}", status=403)
        web.log_in(made.drafter)
        back = web.send(f"/vedtak/retting/{correction.id}", press="Trekk forslaget")
        assert "Ingenting er rettet." in text_of(back)
    db.session.rollback()
    assert queries.waiting_corrections() == []


def test_the_list_asks_as_much_of_one_as_of_three(web: Web) -> None:
    made = a_published_round()
    numbers = [str(one.application.case_number) for one in made.decisions()]
    web.log_in(made.maker)
    web.open("/vedtak/rettinger")
    propose(made, made.first(), WRONG, RIGHT)
    with asked() as of_one:
        web.open("/vedtak/rettinger")
    for one in made.decisions()[1:]:
        propose(made, one, WRONG, RIGHT)
    with asked() as of_three:
        page = text_of(web.open("/vedtak/rettinger"))
    assert of_one.number == of_three.number
    assert all(one in page for one in numbers)
