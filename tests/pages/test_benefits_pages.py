"""Benefits in the browser: the catalogue, the register, each kommune's figures, questions and answers."""

from flask import Flask

from criteria.benefitwords import ValueKind
from followup.benefits import queries, services
from foundation import clock
from tests.builders.accounts import an_administrator
from tests.builders.benefits import (
    BEFORE,
    a_followed_benefit,
    a_measured_benefit,
    given,
)
from tests.builders.decisions import NOW
from tests.builders.grants import a_scheme
from tests.querycount import asked
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join((page.main.get_text(" ") if page.main else "").split())


def test_an_administrator_takes_the_catalogue_in_and_words_a_benefit_anew(
    app: Flask, web: Web
) -> None:
    del app
    administrator = an_administrator("Gro Gevinst")
    a_scheme(administrator)
    with clock.frozen(NOW):
        web.log_in(administrator)
        page = web.send("/gevinster/katalog", press="Hent inn katalogen som følger med")
        assert "Katalogen er hentet inn." in words(page)
        assert "2 × potensial" in words(page)
        assert page.select("svg[aria-labelledby^=benefit-map]")
        text = {"new_name_nb": "Ventetid", "new_unit_nb": "dager"}
        page = web.send("/gevinster/katalog/G1/ny-versjon", None, text, changes_nb="Bare én linje")
        assert "Skriv like mange linjer på bokmål og nynorsk." in words(page)
        assert "Skriv hele indikatoren, eller la den stå tom." in words(page)
        new = {
            f"new_{name}_{form}": "dagar" for form in ("nb", "nn")
            for name in ("name", "unit", "target", "measured_by")
        }  # fmt: skip
        page = web.send(
            "/gevinster/katalog/G1/ny-versjon", None, new, name_nb="Færre feil", new_kind="benefit"
        )
        assert page.url == "/gevinster/katalog/G1"
        assert "G1 Færre feil" in words(page)
        assert "G1-G3" in words(page)
        assert "Versjon 1, fra" in words(page)
        page = web.send("/gevinster/katalog/ny", code="g 6")
        assert "Bruk store bokstaver og tall" in words(page)


def test_the_lead_chooses_judges_and_keeps_the_risks_in_the_browser(app: Flask, web: Web) -> None:
    del app
    followed = a_followed_benefit()
    case, kommune = followed.grant.application.id, followed.lead_kommune
    benefit, register = followed.benefit.id, f"/soknader/{case}/gevinster"
    with clock.frozen(NOW):
        web.log_in(followed.lead)
        page = web.send(f"{register}/velg", press="Følg gevinstene", codes=["G1"])
        assert "G1 Færre uønskede hendelser" in words(page)
        page = web.send(f"{register}/egen", press="Legg til gevinsten", name="")
        assert "Skriv hva gevinsten er." in words(page)
        levels = dict.fromkeys(
            ("potential", "strategy", "measurability", "causality", "risk"), "middle"
        )
        page = web.send(
            f"{register}/egen", "Legg til gevinsten", levels, name="Kortere ventetid",
            actors=["citizens"],
        )  # fmt: skip
        assert "P1 Kortere ventetid" in words(page)
        page = web.send(f"/gevinster/{benefit}/vurder", press="Lagre vurderingen", risk="low")
        assert "Vurderingen er lagret." in words(page)
        web.send(
            f"/gevinster/{benefit}/indikator", press="Legg til indikatoren",
            kind="benefit", name="Telefoner", unit="per dag",
        )  # fmt: skip
        page = web.send(
            f"/gevinster/{benefit}/risiko", press="Registrer risikoen", text="Lite brukt",
            probability="50", share_lost="40", mitigation="Opplæring", owner="Leder",
        )  # fmt: skip
        assert "Samlet ventet tap er 20 % av gevinsten." in words(page)
        page = web.send(register, press="Lukk – Lite brukt")
        assert "Samlet ventet tap" not in words(page)
        page = web.send(
            f"/gevinster/{benefit}/ansvar/{kommune}", press="Lagre ansvaret", owner="Kommunalsjef",
            how="Mer tid.",
        )  # fmt: skip
        assert page.select_one("#use[aria-invalid]"), "no use is promised unasked"
        page = web.send(
            f"/gevinster/{benefit}/ansvar/{kommune}", press="Lagre ansvaret",
            owner="Kommunalsjef helse", use="better_quality", how="Mer tid hos pasientene.",
        )  # fmt: skip
        assert "Kommunalsjef helse" in words(page)


def test_figures_are_recorded_corrected_and_asked_about_in_the_browser(
    app: Flask, web: Web
) -> None:
    del app
    followed = a_followed_benefit()
    case, kommune = followed.grant.application.id, followed.lead_kommune
    number, benefit = followed.indicator.id, followed.benefit.id
    figures = f"/gevinster/indikator/{number}/{kommune}"
    with clock.frozen(NOW):
        web.log_in(followed.lead)
        page = web.send(f"{figures}/maling", press="Registrer", value="50", valid_on="01.02.2026")
        assert "Skriv hvordan verdien er funnet." in words(page)
        found = {"method": "Stikkprøve", "grade": "measured"}
        page = web.send(
            f"{figures}/nullpunkt", "Registrer", found, value="52", valid_on="10.01.2026"
        )
        assert "Nullpunkt er registrert." in words(page)
        page = web.send(f"{figures}/mal", press="Registrer", value="32", valid_on="31.12.2026")
        assert "Mål er registrert." in words(page)
        today = f"{NOW.date():%d.%m.%Y}"
        page = web.send(f"{figures}/maling", "Registrer", found, value="60", valid_on=today)
        assert "Målingen ligger etter målet." in words(page)
        assert [one.get("value") for one in page.select("#value")] == ["60"]
        page = web.send(
            f"{figures}/maling", "Registrer", found, value="60", valid_on=today,
            explanation="Opplæringen kom sent.",
        )  # fmt: skip
        assert "Opplæringen kom sent." in words(page)
        assert page.select(f"svg[aria-labelledby^=course-{number}]")
        measured = next(one for one in queries.values_in(case) if one.kind is ValueKind.MEASURED)
        page = web.send(
            f"/gevinster/verdi/{measured.id}/rett",
            press="Registrer",
            value="50",
            reason="Feil uke.",
        )
        assert "Feil uke." in words(page)
        web.open(f"/gevinster/verdi/{measured.id}/rett", status=404)

        web.log_in(followed.grant.round.drafter)
        assert "Prosjektet følger G2." in words(web.open(f"/saker/{case}"))
        office = f"/saker/gevinster/{number}/{kommune}"
        page = web.send(f"{office}/sporsmal", press="Send spørsmålet", text="Hvor mange vakter?")
        assert "Kommunen har ikke svart ennå." in words(page)
        assert "Spørsmål venter" in words(web.open(f"/saker/{case}/gevinster"))
        web.log_in(followed.lead)
        (question,) = queries.questions_in(case)
        page = web.send(f"/gevinster/sporsmal/{question.id}", press="Send svaret", answer="Førti.")
        assert "Førti." in words(page)
        page = web.send(f"/gevinster/{benefit}/ta-ut", press="Ta ut gevinsten", why="Måles ikke.")
        assert "G2 Frigjort tid" not in words(page)


def test_a_partner_sees_only_its_own_figures_and_writes_only_them(app: Flask, web: Web) -> None:
    del app
    followed = a_measured_benefit()
    case, number = followed.grant.application.id, followed.indicator.id
    own, leads = followed.partner.organisation_id, followed.lead_kommune
    name = followed.partner.organisation.name
    services.record_value(
        followed.indicator, own, given(ValueKind.BASELINE, "71.5", BEFORE),
        by=followed.partners_signatory, at=NOW,
    )  # fmt: skip
    with clock.frozen(NOW):
        web.log_in(followed.partners_signatory)
        page = web.open(f"/soknader/{case}/gevinster")
        assert "71,5" in words(page)
        assert "51" not in words(page).replace("71,5", "")
        assert "Velg fra katalogen" not in words(page)
        web.open(f"/gevinster/indikator/{number}/{own}")
        for path in (
            f"/gevinster/indikator/{number}/{leads}",
            f"/gevinster/indikator/{number}/{leads}/maling",
            f"/gevinster/indikator/{number}/{own}/tull",
            f"/gevinster/{followed.benefit.id}/vurder",
            f"/gevinster/{followed.benefit.id}/ansvar/{leads}",
            f"/soknader/{case}/gevinster/velg",
        ):
            web.open(path, status=404)
        web.log_in(followed.lead)
        assert "71,5" in words(web.open(f"/soknader/{case}/gevinster"))
        page = web.open(f"/gevinster/indikator/{number}/{own}")
        assert name in words(page)
        assert "Registrer måling" not in words(page), (
            "the lead reads, and does not write for others"
        )
        web.open(f"/gevinster/indikator/{number}/{own}/maling", status=404)


def test_a_register_asks_no_more_for_many_benefits_than_for_few(app: Flask, web: Web) -> None:
    del app
    followed = a_measured_benefit()
    path = f"/soknader/{followed.grant.application.id}/gevinster"
    numbers = []
    with clock.frozen(NOW):
        web.log_in(followed.lead)
        for codes in ([], ["G1", "G3", "G4", "G5"]):
            if codes:
                services.choose_benefits(
                    followed.grant.application, codes, by=followed.lead, at=NOW
                )
            with asked() as heard:
                web.open(path)
            numbers.append(heard.number)
    assert numbers[0] == numbers[1]
