"""The yearly evaluation in the browser: written, signed, made public and read by everybody."""

from accounts.queries import person
from figures.evaluations import queries
from grants import queries as grants
from tests.acts.test_evaluations import measure_of
from tests.builders.benefits import a_followed_benefit
from tests.builders.decisions import NOW
from tests.builders.evaluations import a_published_one, a_written_one
from tests.formfilling import filled
from tests.querycount import asked
from tests.web import Page, Web

MOST_QUERIES = 14


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def test_an_evaluation_goes_from_the_first_word_to_everybody(web: Web) -> None:
    grant = a_followed_benefit().grant
    officer, leader = person(grant.round.drafter.id), person(grant.round.maker.id)
    measure = measure_of(grant)
    chosen = {"measure": str(measure.id), "year": str(NOW.year)}
    web.log_in(officer)
    page = web.send("/evaluering", press="Begynn evalueringen", more=chosen)
    (begun,) = queries.evaluations()
    assert "Under arbeid" in read(page)
    at = f"/evaluering/{begun.id}"
    page = web.send("/evaluering", press="Begynn evalueringen", more=chosen)
    assert "En versjon av denne evalueringen er ikke signert ennå." in read(page)
    texts = {"learnt_nb": "Lærdom.", "learnt_nn": "Lærdom.", "assessment_nb": "Bra."}
    page = web.send(f"{at}/skriv", press="Lagre", more=texts, assessment_nn="")
    assert "Skriv vurderingen på nynorsk." in read(page)
    assert "Lærdom." in read(page)
    web.send(f"{at}/skriv", press="Lagre", more=texts, assessment_nn="Bra.")
    web.send(
        f"{at}/forslag", press="Lagre", change_nb="Krev plan.", change_nn="Krev plan.",
        reason_nb="Mangler.", reason_nn="Manglar.",
    )  # fmt: skip
    page = web.open(f"{at}/tall/prosjekter")
    assert str(grant.application.case_number) in read(page)
    web.open(f"{at}/tall/funn", status=404)
    web.open(f"{at}.pdf", status=404)
    web.log_in(leader)
    assert "Krev plan." in read(web.send(at, press="Signer evalueringen"))
    web.open(f"/evalueringer/{begun.id}", status=404)
    web.send(at, press="Gjør evalueringen offentlig")
    page = web.open(f"/evalueringer/{begun.id}")
    assert "Lærdom." in read(page)
    assert "Funn i kontroller" not in read(page)
    assert measure.name.nb in read(web.open("/evalueringer"))


def test_a_year_of_the_scheme_can_be_evaluated_from_the_first(web: Web) -> None:
    grant = a_followed_benefit().grant
    web.log_in(person(grant.round.drafter.id))
    offered = [one["value"] for one in web.open("/evaluering").select("select[name=year] option")]
    assert offered[-1] == str(grants.scheme().first_year)
    assert offered[0] == str(NOW.year)


def test_who_writes_later_does_not_wipe_out_who_wrote_first(web: Web) -> None:
    grant = a_followed_benefit().grant
    officer = person(grant.round.drafter.id)
    at = f"/evaluering/{a_written_one(measure_of(grant), officer).id}/skriv"
    web.log_in(officer)
    form = filled(web.open(at), at, "Lagre", {"learnt_nb": "Mine ord."})
    web.send(at, press="Lagre", learnt_nb="En kollegas ord.")
    told = web.post(form, status=409)
    assert "Mine ord." in read(told), "what was typed is shown, so that it can be fetched"
    assert "En kollegas ord." in read(web.open(at))


def test_reading_asks_no_more_than_it_must(web: Web) -> None:
    grant = a_followed_benefit().grant
    officer, leader = person(grant.round.drafter.id), person(grant.round.maker.id)
    one = a_published_one(measure_of(grant), officer, leader)
    web.log_in(leader)
    for path in ("/evaluering", f"/evaluering/{one.id}", f"/evalueringer/{one.id}", "/evalueringer"):
        with asked() as statements:
            web.open(path)
        assert statements.number <= MOST_QUERIES, path
