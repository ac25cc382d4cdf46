"""A complaint in the browser: from the button on the case to what became of it, on both sides."""

from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import Tag

from accounts.queries import person
from criteria.appeal import Ruling
from decisions.appeals import queries as appeals
from foundation import clock
from tests.builders.appeals import GROUNDS, LATER, WANTED, an_appeal, who_signs
from tests.builders.decisions import NOW, Round, a_decision_maker, a_published_round
from tests.formfilling import filled
from tests.querycount import asked
from tests.web import Page, Web

MOST_QUERIES = 20
A_PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split())


def said(page: Page) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select(".flash")]


def begin(made: Round) -> str:
    """Give the words on the button: with whose complaint it is."""
    return f"Begynn på en klage – {made.first().application.partners[0].organisation.name}"


def case_of(made: Round) -> int:
    return made.first().application_id


def test_the_party_sees_its_time_and_sends_a_complaint(web: Web) -> None:
    made = a_published_round((5,))
    case = case_of(made)
    with clock.frozen(NOW + timedelta(days=1)):
        web.log_in(who_signs(made.first()))
        assert "Dere kan klage til og med 26. mai 2026." in text_of(web.open(f"/soknader/{case}"))
        right = web.open(f"/soknader/{case}/klage")
        assert "Vedtaket kom fram til dere 4. mai 2026." in text_of(right)
        assert "25. mai 2026 er en helligdag" in text_of(right)
        draft = web.send(f"/soknader/{case}/klage", press=begin(made))
        assert draft.h1 is not None
        here = draft.url
        web.send(here, press="Lagre", wanted=WANTED, grounds="")
        files = here.replace("skriv", "vedlegg")
        more = web.send(files, press="Legg ved", file=(BytesIO(A_PDF), "tall.pdf"))
        assert said(more) == ["Vedlegget er lagt ved."]
        send = here.replace("skriv", "send")
        refused = web.send(send, press="Send klagen", confirmed=True)
        assert "Skriv hvorfor dere mener at vedtaket bør endres." in text_of(refused)
        web.send(here, press="Lagre", wanted=WANTED, grounds=GROUNDS)
        done = web.send(send, press="Send klagen", confirmed=True)
        assert said(done) == ["Klagen er sendt. Dere har fått en kvittering på e-post."]
        assert "Ingenting betales i saken før klagen er avgjort." in text_of(done)
        assert "tall.pdf" in text_of(done)
        link = done.find("a", string="tall.pdf")
        assert isinstance(link, Tag)
        assert web.get(str(link["href"])).data == A_PDF
        assert "Mottatt" in text_of(web.open(f"/soknader/{case}"))


def test_the_draft_saves_itself(web: Web) -> None:
    made = a_published_round((5,))
    with clock.frozen(NOW + timedelta(days=1)):
        web.log_in(who_signs(made.first()))
        draft = web.send(f"/soknader/{case_of(made)}/klage", press=begin(made))
        page = web.open(draft.url)
        typed = filled(page, page.url, "Lagre", {"wanted": WANTED, "grounds": GROUNDS})
        assert web.ask(typed)["state"] == "saved"
        assert WANTED in text_of(web.open(draft.url))


def test_others_do_not_find_a_partys_complaint(web: Web) -> None:
    appeal = an_appeal((5,))
    number = appeal.complaint.id
    with clock.frozen(LATER):
        web.log_in(who_signs(appeal.round.first(), place=1))
        web.open(f"/klager/{number}", status=404)
        web.open(f"/klager/{number}/skriv", status=404)


def test_the_office_passes_the_gate_first(web: Web) -> None:
    appeal = an_appeal((5,))
    with clock.frozen(LATER):
        web.log_in(a_decision_maker("Nina Ny"))
        closed = web.open(f"/klager/sak/{appeal.complaint.id}")
    assert GROUNDS not in text_of(closed)
    assert "/klager/sak" not in closed.url


def test_an_officer_reverses_and_comes_to_the_new_decision(web: Web) -> None:
    appeal = an_appeal((5,))
    number = appeal.complaint.id
    with clock.frozen(LATER):
        web.log_in(appeal.officer)
        listed = web.open("/klager")
        assert "Mottatt" in text_of(listed)
        page = web.open(f"/klager/sak/{number}")
        assert GROUNDS in text_of(page)
        wrong = web.send(
            f"/klager/sak/{number}/konkluder", press="Lagre konklusjonen",
            ruling="reverse_in_part", amount="1", reason="Fordi.",
        )  # fmt: skip
        assert "Beløpet må være høyere enn det som er innvilget." in text_of(wrong)
        assert "Fordi." in text_of(wrong)
        drafted = web.send(
            f"/klager/sak/{number}/konkluder", press="Lagre konklusjonen", ruling="reverse",
            reason="Tallet var galt.",
        )  # fmt: skip
        assert said(drafted) == ["Utkastet til nytt vedtak er laget. Det må signeres."]
        assert "Tallet var galt." in text_of(drafted)
        assert "Omgjøring" in text_of(drafted)


def test_the_way_to_the_appeal_body_in_the_browser(web: Web) -> None:
    appeal = an_appeal((5,))
    number = appeal.complaint.id
    here = f"/klager/sak/{number}"
    with clock.frozen(LATER):
        appeal.rule(Ruling.UPHOLD)
        web.log_in(appeal.maker)
        done = web.send(here, press="Bekreft konklusjonen")
        assert said(done) == ["Konklusjonen er bekreftet, og parten har fått beskjed."]
        web.log_in(appeal.signatory)
        commented = web.send(f"/klager/{number}", press="Send uttalelsen", comment="Vi er uenige.")
        assert said(commented) == ["Uttalelsen er sendt."]
        web.log_in(appeal.officer)
        web.send(here, press="Registrer at klagen er sendt til klageinstansen")
        ended = web.send(
            f"{here}/resultat", press="Registrer resultatet", result="upheld",
            decided_on=LATER.date().isoformat(), text="Vedtaket står.",
        )  # fmt: skip
        assert "Stadfestet av klageinstansen" in text_of(ended)
        assert "Vi er uenige." in text_of(ended)
        web.log_in(appeal.signatory)
        assert "Vedtaket står." in text_of(web.open(f"/klager/{number}"))


def test_the_list_asks_as_much_of_three_as_of_one(web: Web) -> None:
    appeal = an_appeal((5,))
    with clock.frozen(LATER):
        web.log_in(appeal.officer)
        web.open("/klager")
        with asked() as heard:
            web.open("/klager")
        assert heard.number <= MOST_QUERIES


@pytest.mark.parametrize("place", ["ta-opp", "konkluder", "resultat", "nytt-vedtak"])
def test_a_decision_maker_prepares_nothing(web: Web, place: str) -> None:
    appeal = an_appeal((5,))
    with clock.frozen(LATER):
        web.log_in(person(appeal.maker.id))
        web.open(f"/klager/sak/{appeal.complaint.id}/{place}", status=403)
    assert appeals.complaint(appeal.complaint.id).rulings == []


def test_both_sides_have_their_dates(web: Web) -> None:
    appeal = an_appeal((5,))
    with clock.frozen(LATER):
        web.log_in(appeal.officer)
        office = web.open("/kalender")
        assert "Svar eller foreløpig svar på klage" in text_of(office)
        assert "Uke 22" in text_of(office)
        web.log_in(appeal.signatory)
        own = web.open("/frister")
        assert "26. mai 2026 Klagefrist" in text_of(own)
        assert "25. mai 2026 Frist for å akseptere" in text_of(own)
