"""What everybody may read without signing in: awards, key figures and news. Nothing undecided is there."""

import csv
import io
import json
from datetime import timedelta

import pytest
from flask import Flask
from lxml import etree
from sqlalchemy import func, select, text

from accounts import audit
from accounts.models import AuditEntry
from accounts.queries import person_by_email
from applications.models import Partner, PartnerRole
from criteria.disclosure import Ground
from decisions.models import Decision
from figures.openness import services
from figures.openness.models import DocumentKind
from figures.public.again import LASTS, Again
from figures.public.awards import Grouping
from foundation import clock
from foundation.database import db, transaction
from foundation.language import Bilingual
from foundation.money import Ore, format_kroner
from tests.builders.applications import a_kommune
from tests.builders.decisions import NOW, Round, a_published_round, a_signed_round, make_documents
from tests.builders.grants import a_draft, terms
from tests.builders.openness import a_kept_journal, the_line
from tests.querycount import asked
from tests.web import Page, Web

EVERY = (
    "/tilskudd",
    "/tilskudd.csv",
    "/tilskudd.json",
    "/tall",
    "/tall/arbeid",
    "/nytt.atom",
    "/offentlig-journal",
)
MARKER = "Hemmelig fjordprosjekt"
ATOM = "{http://www.w3.org/2005/Atom}"
MOST_QUERIES = 7


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def granted() -> Ore:
    """Add up by SQL of its own what is granted, sent out, in force and not said no to."""
    return Ore(
        db.session.scalar(
            text(
                "SELECT sum(d.amount) FROM decision d LEFT JOIN acceptance a ON a.decision_id = d.id"
                " WHERE d.published_at IS NOT NULL AND d.outcome LIKE '%award'"
                " AND (a.id IS NULL OR a.accepted) AND NOT EXISTS (SELECT 1 FROM decision n WHERE"
                " n.supersedes_id = d.id AND n.published_at IS NOT NULL)"
            )
        )
        or 0
    )


def test_awards_add_up_to_the_ore_however_they_are_grouped(app: Flask, web: Web) -> None:
    del app
    a_published_round()
    whole = granted()
    assert whole > 0
    with asked() as heard:
        page = web.open("/tilskudd")
    assert heard.number <= MOST_QUERIES
    for grouping in Grouping:
        page = web.open(f"/tilskudd?group={grouping.value}")
        foot = page.select_one("tfoot")
        assert foot is not None
        assert format_kroner(whole) in foot.get_text()
    data = json.loads(web.get("/tilskudd.json").data)
    assert data["granted_ore"] == sum(one["granted_ore"] for one in data["awards"]) == whole
    rows = list(
        csv.DictReader(
            io.StringIO(web.get("/tilskudd.csv").data.decode("utf-8-sig")), delimiter=";"
        )
    )
    assert sum(int(row["Innvilget beløp"].replace(",", "")) for row in rows) == whole
    assert len(rows) == data["count"]
    first = data["awards"][0]
    found = json.loads(web.get(f"/tilskudd.json?kommune={first['participants'][0]}").data)
    assert found["count"] >= 1
    assert json.loads(web.get("/tilskudd.json?text=finnes+ikke").data)["count"] == 0
    assert "Ingen tilskudd passer" in words(web.open("/tilskudd?text=finnes+ikke"))
    page = web.open("/tall")
    foot = page.select_one("tfoot")
    assert foot is not None
    assert format_kroner(whole) in foot.get_text()
    links = page.select("tbody a[href^='/tilskudd?call=']")
    assert links
    for link in links:
        behind = json.loads(web.get(str(link["href"]).replace("?", ".json?")).data)
        assert link.get_text().split("\u00a0")[0].split(" ")[0] == str(behind["count"])


def test_the_tiles_count_for_every_kommune_the_awards_it_is_in(app: Flask, web: Web) -> None:
    del app
    made = a_published_round()
    untouched = a_kommune("Utvik", number="5699")
    with transaction():
        db.session.add(
            Partner(
                application_id=made.applications[0].id, organisation_id=untouched.id,
                role=PartnerRole.OBSERVER, invited_at=NOW,
            )
        )  # fmt: skip
    taking_part: dict[str, int] = dict(
        db.session.execute(
            text(
                "SELECT v.number, count(*) FROM decision d JOIN partner p"
                " ON p.application_id = d.application_id AND p.role IN ('lead', 'participant')"
                " AND p.declined_at IS NULL JOIN municipality_version v"
                " ON v.organisation_id = p.organisation_id LEFT JOIN acceptance a"
                " ON a.decision_id = d.id WHERE d.published_at IS NOT NULL AND d.outcome LIKE"
                " '%award' AND (a.id IS NULL OR a.accepted) AND NOT EXISTS (SELECT 1 FROM decision n"
                " WHERE n.supersedes_id = d.id AND n.published_at IS NOT NULL) GROUP BY v.number"
            )
        ).all()
    )
    page = web.open("/tilskudd")
    tiles = [one.get_text() for one in page.select("svg.chart rect > title")]
    all_kommuner = db.session.scalar(text("SELECT count(*) FROM municipality_version"))
    assert len(tiles) == all_kommuner > len(taking_part) > 0
    said = {one[:4]: int(one.rpartition(" ")[2]) for one in tiles if one[-1].isdigit()}
    assert said == taking_part
    rows = page.select("figure table tbody tr")
    assert sum(int(row.select("td")[1].get_text()) for row in rows) == len(taking_part)
    assert not web.open("/tilskudd?text=finnes+ikke").select("svg.chart")


def plant(made: Round) -> None:
    """Give what nobody may know of a title that cannot be mistaken."""
    with transaction():
        for one in made.applications:
            one.title = MARKER


def test_nothing_that_is_not_sent_out_is_anywhere(app: Flask, web: Web) -> None:
    del app
    made = a_signed_round()
    make_documents()
    title = made.applications[0].title
    administrator = person_by_email("anne.administrator@example.org")
    assert administrator is not None
    draft = a_draft(administrator, terms(code="kladd-2026"))
    with transaction():
        draft.title = Bilingual(MARKER, MARKER)
    for address in EVERY:
        shown = web.get(address).text
        assert MARKER not in shown, address
        assert title not in shown, address
    assert json.loads(web.get("/tilskudd.json").data)["count"] == 0
    assert "Ingen vedtak er sendt ut ennå." in words(web.open("/tall"))
    made.publish()
    assert title in web.get("/tilskudd").text
    assert title in web.get("/tilskudd.csv").data.decode()
    assert "Tilskudd er tildelt" in web.get("/nytt.atom").text


def test_a_screened_title_is_screened_here_too(app: Flask, web: Web) -> None:
    del app
    made = a_published_round()
    plant(made)
    a_kept_journal()
    for case in made.applications:
        services.mark(
            the_line(case.id, DocumentKind.APPLICATION), ground=Ground.PERSONAL, title="***",
            reason="Navngir en person.", by=made.drafter, at=NOW,
        )  # fmt: skip
    for address in EVERY:
        assert MARKER not in web.get(address).text, address
    assert json.loads(web.get(f"/tilskudd.json?text={MARKER[:8]}").data)["count"] == 0


def test_what_was_made_once_is_sent_again_with_the_askers_own_token(app: Flask, web: Web) -> None:
    made = a_published_round()
    first = web.get("/tilskudd")
    with asked() as heard:
        again = web.get("/tilskudd")
    assert heard.number == 1
    assert again.headers["ETag"] == first.headers["ETag"]
    unchanged = web.get("/tilskudd", status=304, headers={"If-None-Match": first.headers["ETag"]})
    assert unchanged.data == b""
    assert "no-cache" in first.headers["Cache-Control"]
    other = Web(app)
    assert other.get("/tilskudd").headers["ETag"] != first.headers["ETag"]
    switched = other.send(
        "/tilskudd", press="Nynorsk"
    )  # a token of another session would be refused
    assert switched.html is not None
    assert switched.html["lang"] == "nn"
    mine = web.open("/tilskudd").html
    assert mine is not None
    assert mine["lang"] == "nb"
    file = web.get("/tilskudd.json")
    assert file.headers["Cache-Control"] == "public, max-age=60"
    web.get("/tilskudd.json", status=304, headers={"If-None-Match": file.headers["ETag"]})
    signed_in = Web(app)
    signed_in.log_in(made.maker)
    assert made.maker.name in signed_in.open("/tilskudd").get_text()
    assert made.maker.name not in web.open("/tilskudd").get_text()


def test_an_act_makes_everything_anew(app: Flask, web: Web) -> None:
    del app
    made = a_signed_round()
    make_documents()
    before = web.get("/nytt.atom")
    numbers = db.session.scalar(select(func.max(AuditEntry.id)))
    made.publish()
    assert (db.session.scalar(select(func.max(AuditEntry.id))) or 0) > (numbers or 0)
    assert web.get("/nytt.atom").headers["ETag"] != before.headers["ETag"]


def test_the_feed_is_atom_with_addresses_that_lead_somewhere(app: Flask, web: Web) -> None:
    del app
    made = a_published_round()
    answer = web.get("/nytt.atom")
    assert answer.mimetype == "application/atom+xml"
    feed = etree.fromstring(answer.data)
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) == 2
    moments = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == moments[0]
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        web.open("/" + str(link.get("href")).split("/", 3)[3])
    awards = db.session.scalar(
        select(func.count(Decision.id)).where(
            Decision.published_at.is_not(None), Decision.amount > 0
        )
    )
    assert f"{awards} søknader fikk til sammen" in answer.text
    assert made.call.title.nb in answer.text


def test_the_same_question_is_answered_again_to_the_same_stranger_alone(
    app: Flask, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_published_round()
    monkeypatch.setattr(app, "wsgi_app", Again(app))
    other = Web(app)
    web.get("/tilskudd")
    web.get("/tilskudd")  # the cookie is whole with the second answer
    with clock.frozen(NOW + timedelta(days=40)):
        first = web.get("/tilskudd")
        with asked() as heard:
            again = web.get("/tilskudd")
        assert heard.number == 0
        assert (again.data, list(again.headers)) == (first.data, list(first.headers))
        for address, headers in (
            ("/tilskudd?year=2026", {}),
            ("/tilskudd", {"Accept-Language": "nn"}),
        ):
            with asked() as heard:
                assert web.get(address, headers=headers).data != first.data
            assert heard.number > 0
        assert other.get("/tilskudd").headers["ETag"] != first.headers["ETag"]
        web.get("/tilskudd", status=304, headers={"If-None-Match": first.headers["ETag"]})
        with transaction():
            audit.record("call.published", subject="call:1", by=None, at=clock.now())
        with asked() as heard:
            web.get("/tilskudd")
        assert heard.number > 1
    with clock.frozen(NOW + timedelta(days=40) + LASTS), asked() as heard:
        web.get("/tilskudd")
    assert heard.number == 1


def test_a_page_of_somebody_signed_in_is_never_sent_again(
    app: Flask, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = a_published_round()
    monkeypatch.setattr(app, "wsgi_app", Again(app))
    web.get("/tilskudd")
    web.get("/tilskudd")
    web.log_in(made.maker)
    for _ in range(2):
        with asked() as heard:
            assert made.maker.name in web.open("/tilskudd").get_text()
        assert heard.number > 2
    assert made.maker.name not in Web(app).open("/tilskudd").get_text()
