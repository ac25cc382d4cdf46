"""The administrator makes, changes and publishes a call, and looks after the scheme, in the browser."""

import pytest

from accounts.models import OrganisationKind, Person, Role
from foundation import clock
from foundation.money import kroner
from grants import queries, services
from grants.models import Call, RuleKey
from tests.builders.accounts import a_person, an_administrator, an_organisation
from tests.builders.grants import a_call, a_draft, a_scheme, changed_by_somebody_else, terms
from tests.formfilling import filled
from tests.querycount import asked
from tests.web import Page, Web

ROOT = "/forvaltning/utlysninger"


@pytest.fixture
def anne(web: Web) -> Person:
    person = an_administrator()
    a_scheme(person)
    web.log_in(person)
    return person


@pytest.fixture
def draft(anne: Person) -> Call:
    return a_draft(anne)


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def errors(page: Page) -> list[str]:
    return [one.get_text() for one in page.select(".error-summary li")]


def test_a_call_is_made_from_a_sheet_and_published(web: Web, anne: Person) -> None:
    del anne
    page = web.send(
        f"{ROOT}/ny",
        press="Lag utkastet",
        sheet="innforing-2027",
        code="innforing-2026",
        title_nb="Innføring 2026",
        title_nn="Innføring 2026",
        opens_on="2026-03-01",
        closes_on="15.04.2026",
        frame="55 000 000",
        first_year="2026",
        last_year="2028",
    )
    assert page.h1 is not None
    assert page.h1.get_text() == "Innføring 2026"
    call = queries.call_by_code("innforing-2026")
    assert call is not None
    assert "Innføring 2026" not in read(web.open("/utlysninger"))

    assert "Ingenting mangler." in read(web.open(f"{ROOT}/{call.id}/kunngjor"))
    page = web.send(f"{ROOT}/{call.id}/kunngjor", press="Kunngjør utlysningen")
    assert "Utlysningen er kunngjort. Alle kan lese den." in read(page)
    assert "Innføring 2026" in read(web.open("/utlysninger"))


def test_what_was_typed_stays_when_something_is_wrong(web: Web, draft: Call) -> None:
    page = web.send(
        f"{ROOT}/ny",
        press="Lag utkastet",
        sheet="innforing-2027",
        code=draft.code,
        title_nb="Tittelen min",
        opens_on="2026-03-01",
        closes_on="2026-04-15",
        frame="mange penger",
        first_year="2026",
        last_year="2028",
    )
    assert errors(page) == ["Ramme: Skriv beløpet i kroner, for eksempel 1 250 000."]
    values = {one["name"]: one.get("value") for one in page.select("input[name]")}
    assert (values["title_nb"], values["frame"]) == ("Tittelen min", "mange penger")

    page = web.send(
        f"{ROOT}/ny",
        press="Lag utkastet",
        sheet="innforing-2027",
        code=draft.code,
        opens_on="2026-03-01",
        closes_on="2026-04-15",
        frame="1 000",
        first_year="2026",
        last_year="2028",
    )
    assert errors(page) == [f"Det finnes allerede en utlysning med koden {draft.code}."]


def test_what_is_wrong_is_told_in_the_order_of_the_page(web: Web, draft: Call) -> None:
    nothing = dict.fromkeys(
        ("title_nb", "purpose_nb", "opens_on", "closes_on", "frame", "first_year", "last_year"), ""
    )
    pages = {
        f"{ROOT}/{draft.id}/grunnlag": ("Lagre endringene", nothing),
        f"{ROOT}/ny": ("Lag utkastet", {"sheet": "", "code": ""}),
    }
    for address, (press, typed) in pages.items():
        page = web.send(address, press=press, more=typed)
        told = [one["href"] for one in page.select(".error-summary a")]
        placed = [f"#{one['id']}" for one in page.select("main form [aria-invalid]")]
        assert told == placed
        assert len(told) >= 7


def test_basics_and_applicants_are_changed(web: Web, draft: Call) -> None:
    web.send(
        f"{ROOT}/{draft.id}/grunnlag",
        press="Lagre endringene",
        title_nb="Ny tittel",
        frame="1 234 567,50",
        method="share_of_asked",
        appeal_allowed=False,
    )
    page = web.send(
        f"{ROOT}/{draft.id}/sokere",
        press="Lagre endringene",
        leads=["municipality", "county"],
        partners=[],
    )
    assert "Endringene er lagret." in read(page)
    found = queries.call(draft.id)
    assert (found.title.nb, found.frame) == ("Ny tittel", 123_456_750)
    assert not found.appeal_allowed
    assert {(kind.kind.value, kind.may_lead) for kind in found.kinds} == {
        ("municipality", True), ("county", True),
    }  # fmt: skip


def test_a_call_is_for_one_named_organisation_and_a_helseforetak_cannot_be_it(
    web: Web, draft: Call
) -> None:
    ks = an_organisation("KS", OrganisationKind.INTEREST_ORGANISATION, "KS")
    an_organisation("HF", OrganisationKind.HEALTH_TRUST, "Helse Fjord HF")
    address = f"{ROOT}/{draft.id}/sokere"
    page = web.open(address)
    offered = [one.get_text() for one in page.select("select[name=only_lead] option")]
    assert "KS" in offered
    assert "Helse Fjord HF" not in offered
    assert not page.select("input[name=leads][value=health_trust]")
    web.send(address, press="Lagre endringene", only_lead=str(ks.id))
    found = queries.call(draft.id)
    assert found.only_lead is not None
    assert found.only_lead.name == "KS"
    web.send(address, press="Lagre endringene", only_lead="")
    assert queries.call(draft.id).only_lead is None


def test_the_new_rules_are_set_with_a_note_where_the_administrator_chose(
    web: Web, draft: Call
) -> None:
    ids = {rule.key: rule.id for rule in draft.rules}
    typed = {
        RuleKey.MIN_POPULATION: "20 000",
        RuleKey.ENOUGH: "either",
        RuleKey.MAX_GRANT_PER_PARTNER: "1 000 000",
        RuleKey.MAX_MONTHS: "24",
    }
    for key, value in typed.items():
        page = web.send(f"{ROOT}/{draft.id}/regler/{ids[key]}", press="Lagre regelen", value=value)
    said = read(page)
    for shown in ("20 000 innbyggere", "Ett av kravene er nok", "1 000 000 kr", "24 måneder"):
        assert shown in said
    address = f"{ROOT}/{draft.id}/regler/{ids[RuleKey.MIN_GRANT_PER_PARTNER]}"
    refused = web.send(address, press="Lagre regelen", value="1 000 001")
    assert errors(refused) == ["Beløp: Det minste tilskuddet kan ikke være høyere enn det største."]
    refused = web.send(address, press="Lagre regelen", value="5", note_nb="")
    assert errors(refused) == ["Merknad (bokmål): Skriv hva regelen betyr."]


def test_a_rule_of_each_kind_is_changed(web: Web, draft: Call) -> None:
    ids = {rule.key: rule.id for rule in draft.rules}
    typed = {
        RuleKey.MIN_KOMMUNER: "5",
        RuleKey.MAX_GRANT: "",
        RuleKey.MIN_GRANT: "400 000",
        RuleKey.MIDT_NORGE: "undecided",
    }
    for key, value in typed.items():
        web.send(
            f"{ROOT}/{draft.id}/regler/{ids[key]}", press="Lagre regelen", value=value, chosen=True
        )
    values = {rule.key: rule.value for rule in queries.call(draft.id).rules}
    assert values[RuleKey.MIN_KOMMUNER] == "5"
    assert values[RuleKey.MAX_GRANT] == ""
    assert values[RuleKey.MIN_GRANT] == str(kroner(400_000))
    assert values[RuleKey.MIDT_NORGE] == "undecided"
    listed = read(web.open(f"{ROOT}/{draft.id}/regler"))
    assert "for denne utlysningen. Ingen grense Forvalteren har valgt" in listed
    assert "Det er ikke avklart om kommuner i helseregion Midt-Norge kan delta." in read(
        web.open(f"{ROOT}/{draft.id}/kunngjor")
    )
    refused = web.send(
        f"{ROOT}/{draft.id}/regler/{ids[RuleKey.OWN_SHARE_PERCENT]}",
        press="Lagre regelen",
        value="130",
    )
    assert errors(refused) == ["Verdi: Prosenten må være mellom 0 og 100."]


def test_a_row_of_every_list_is_added_and_changed(web: Web, draft: Call) -> None:
    rows = f"{ROOT}/{draft.id}/rader"
    web.send(
        f"{rows}/grupper/ny", press="Legg til", group="size_class:under_5000", least_cases="2",
        most_amount="9 000 000", note_nb="Små kommuner skal med.", note_nn="Små kommunar skal med.",
    )  # fmt: skip
    web.send(
        f"{rows}/aktiviteter/ny", press="Legg til", code="X1", support="unsupported",
        text_nb="Ikke dette", text_nn="Ikkje dette", reason_nb="Fordi", reason_nn="Fordi",
    )  # fmt: skip
    web.send(
        f"{rows}/vilkar/ny", press="Legg til", code="X1", title_nb="T", title_nn="T",
        text_nb="Vilkår", text_nn="Vilkår",
    )  # fmt: skip
    web.send(f"{rows}/vedlegg/ny", press="Legg til", code="x1", label_nb="Plan", label_nn="Plan")
    web.send(f"{rows}/utbetaling/ny", press="Legg til", percent="5", trigger="report_approved")
    web.send(
        f"{rows}/kriterier/ny", press="Legg til", code="X1", sort="gate", name_nb="K",
        name_nn="K", guidance_nb="V", guidance_nn="V",
    )  # fmt: skip
    web.send(
        f"{rows}/sporsmal/ny", press="Legg til", code="X-1", section="new", section_nb="Ny del",
        section_nn="Ny del", label_nb="Hva?", label_nn="Kva?", kind="choice",
        more={"choices-0-label_nb": "Ja, alle", "choices-0-label_nn": "Ja, alle",
              "choices-2-label_nb": "Nei", "choices-2-label_nn": "Nei"},
    )  # fmt: skip
    found = queries.call(draft.id)
    assert found.activities[-1].reason is not None
    assert found.conditions[-1].title.nb == "T"
    assert found.required_attachments[-1].code == "x1"
    assert found.plan_steps[-1].percent == 5
    bound = found.bounds[-1]
    assert (bound.least_cases, bound.most_cases, bound.most_amount) == (2, None, kroner(9_000_000))
    assert (found.criteria[-1].scored, found.criteria[-1].anchors) == (False, [])
    question, step = found.questions[-1], found.plan_steps[-1].id
    assert question.section.nb == "Ny del"
    assert [choice.value for choice in question.choices] == ["ja-alle", "nei"]

    page = web.send(f"{rows}/sporsmal/{question.id}", press="Lagre endringene", label_nb="Hvem?")
    assert "X-1 Hvem?" in read(page)
    page = web.send(f"{rows}/grupper/{bound.id}", press="Lagre endringene", least_cases="3")
    assert "under 5 000 innbyggere minst 3 saker, høyst 9 000 000 kr" in read(page)
    page = web.send(f"{rows}/utbetaling/{step}", press="Lagre endringene", percent="7")
    assert "7 prosent når rapporten for året er godkjent" in read(page)


def test_a_criterion_is_weighed_and_the_sum_is_shown(web: Web, draft: Call) -> None:
    scored = next(one for one in draft.criteria if one.scored)
    page = web.send(
        f"{ROOT}/{draft.id}/rader/kriterier/{scored.id}", press="Lagre endringene", weight="21",
        more={"anchors-0-text_nb": "Ingenting"},
    )  # fmt: skip
    assert "Gir poeng – vektene er 101 prosent til sammen" in read(page)
    checklist = web.open(f"{ROOT}/{draft.id}/kunngjor")
    assert "Vektene er 101 prosent til sammen. De må være 100 prosent." in read(checklist)
    assert checklist.find("button", string="Kunngjør utlysningen") is None
    changed = next(one for one in queries.call(draft.id).criteria if one.id == scored.id)
    assert changed.anchors[0].text.nb == "Ingenting"


def test_rows_are_moved_and_removed_by_buttons(web: Web, draft: Call) -> None:
    address = f"{ROOT}/{draft.id}/rader/vilkar"
    names = [f"{one.code} {one.title.nb}" for one in draft.conditions]
    web.send(address, press=f"Ned – {names[0]}")
    web.send(address, press=f"Opp – {names[2]}")
    page = web.send(address, press=f"Fjern – {names[1]}")
    listed = [link.get_text() for link in page.select("th[scope=row] a")]
    assert listed == [names[2], names[0], *names[3:]]


def test_a_section_gets_another_title(web: Web, draft: Call) -> None:
    page = web.send(
        f"{ROOT}/{draft.id}/deler/0", press="Lagre tittelen", title_nb="Grunn", title_nn="Grunn"
    )
    assert page.find_all("h2")[0].get_text() == "Grunn"
    web.open(f"{ROOT}/{draft.id}/deler/99", status=404)


def test_the_preview_is_what_applicants_will_read(web: Web, draft: Call) -> None:
    asks = draft.questions[0].label.nb
    page = web.open(f"{ROOT}/{draft.id}/forhandsvis")
    assert asks in read(page)
    assert "Slik ser søkere utlysningen når den er kunngjort." in read(page)


def test_a_draft_is_thrown_away_after_a_question(web: Web, draft: Call) -> None:
    code = draft.code
    page = web.send(f"{ROOT}/{draft.id}/kast", press="Kast utkastet")
    assert "Utkastet er kastet." in read(page)
    assert queries.call_by_code(code) is None


def test_what_somebody_else_changed_is_not_overwritten(web: Web, draft: Call) -> None:
    title = draft.title
    page = web.open(f"{ROOT}/{draft.id}/grunnlag")
    changed_by_somebody_else(draft)
    form = filled(page, page.url, "Lagre endringene", {"title_nb": "Min lange tittel"})
    stale = web.post(form, status=409)
    assert "Min lange tittel" in read(stale)
    assert queries.call(draft.id).title == title


def test_a_published_call_is_not_changed_by_any_page(web: Web, anne: Person) -> None:
    call = a_call(anne)
    page = web.open(f"{ROOT}/{call.id}")
    assert "kan ikke endres" in read(page)
    assert page.find("a", href=f"{ROOT}/{call.id}/grunnlag") is None
    for part in ("grunnlag", "sokere", "regler", "rader/sporsmal", "kunngjor", "kast"):
        refused = web.open(f"{ROOT}/{call.id}/{part}", status=409)
        assert "Utlysningen er kunngjort og kan ikke endres." in read(refused)


def test_rows_of_another_call_are_not_there(web: Web, anne: Person, draft: Call) -> None:
    other = a_draft(anne, terms(code="annen"))
    row = other.conditions[0].id
    web.open(f"{ROOT}/{draft.id}/rader/vilkar/{row}", status=404)
    web.open(f"{ROOT}/{draft.id}/rader/tull", status=404)


def test_a_new_installation_sets_the_scheme_up_with_one_button(web: Web) -> None:
    web.log_in(an_administrator())
    page = web.send("/forvaltning/ordningen", press="Sett opp ordningen")
    assert "Ordningen er satt opp." in read(page)
    assert len(queries.scheme().measures) == 5
    assert "500 000 000 kr" in read(web.open("/ordningen"))


def test_the_level_is_chosen_with_its_consequences_shown(web: Web, anne: Person) -> None:
    a_draft(anne)
    page = web.open("/forvaltning/ordningen/niva")
    first = read(page).split("1. Samordning av anskaffelser")[1].split("2. Samordning")[0]
    assert "T2 Tilskudd til innføring av journalløsninger" in first
    page = web.send("/forvaltning/ordningen/niva", press="Velg nivået", level="1")
    assert "Ordningen følger nå ambisjonsnivå 1." in read(page)
    assert queries.scheme().ambition_level == 1


def test_the_contact_is_changed(web: Web, anne: Person) -> None:
    del anne
    web.send(
        "/forvaltning/ordningen/kontakt", press="Lagre kontakten",
        contact_nb="Ring oss", contact_nn="Ring oss",
    )  # fmt: skip
    assert "Ring oss" in read(web.open("/ordningen"))


def test_the_sender_of_the_letters_is_changed(web: Web, anne: Person) -> None:
    del anne
    address = "/forvaltning/ordningen/avsender"
    page = web.send(address, press="Lagre avsenderen", organisation_number="123 456 789", phone="")
    assert errors(page) == [
        "Organisasjonsnummer: Organisasjonsnummeret er ikke gyldig. Det har ni sifre.",
        "Telefon: Skriv telefonnummeret.",
    ]
    page = web.send(
        address, press="Lagre avsenderen", name="Det nye direktoratet",
        organisation_number="983 544 622", address="Ny vei 1\r\n\r\n0001 Oslo",
    )  # fmt: skip
    assert "Avsenderen er lagret. Den gjelder fra neste brev." in read(page)
    assert "Det nye direktoratet Ny vei 1 0001 Oslo" in read(page)
    sender = queries.sender()
    assert (sender.organisation_number, sender.address) == ("983544622", "Ny vei 1\n0001 Oslo")
    assert sender.standard_terms.nn.startswith("Standardvilkår for tilskot")


def test_an_appropriation_is_added_and_one_too_many_is_refused(web: Web, anne: Person) -> None:
    del anne
    post = str(queries.post(701, 60).id)
    typed = {
        "post": post,
        "year": "2026",
        "authority": "Prop. 20 S (2025–2026)",
        "decided_on": "2025-12-01",
    }
    page = web.send(
        "/forvaltning/bevilgninger", press="Registrer bevilgningen", amount="11 400 000", more=typed
    )
    assert "Bevilgningen er registrert." in read(page)
    assert "2026 111 400 000 kr" in read(page)
    page = web.send(
        "/forvaltning/bevilgninger", press="Registrer bevilgningen", amount="200 000 000",
        direction="reduction", more=typed,
    )  # fmt: skip
    assert errors(page)[0].startswith("Reduksjonen er større enn det posten har for året")


@pytest.mark.parametrize("role", [Role.CASE_OFFICER, Role.CONTROLLER, Role.AUDITOR, Role.EDITOR])
def test_only_administrators_manage(web: Web, anne: Person, role: Role) -> None:
    draft = a_draft(anne)
    web.log_in(a_person(role, name="En Annen"))
    for page in (ROOT, f"{ROOT}/ny", f"{ROOT}/{draft.id}", "/forvaltning/ordningen"):
        web.open(page, status=403)


def test_the_list_asks_the_same_for_one_call_and_for_many(web: Web, anne: Person) -> None:
    a_draft(anne)
    web.open(ROOT)
    with asked() as few:
        web.open(ROOT)
    for code in ("to", "tre", "fire"):
        services.publish_call(
            a_draft(anne, terms(code=code, frame=kroner(1))), by=anne, at=clock.now()
        )
    with asked() as many:
        web.open(ROOT)
    assert few.number == many.number <= 5
