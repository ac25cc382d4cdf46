"""The interface for research: keys that open and keys that do not, files, and what is kept of each."""

import json
from collections.abc import Mapping
from contextvars import Context
from datetime import date, timedelta
from functools import partial
from hashlib import sha256

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from accounts import services
from accounts.models import Person, Role, Token
from accounts.queries import person, tokens_of
from figures.catalogue import IN_EDITIONS, RESEARCH
from figures.models import QueryLog
from figures.research.services import accept_terms
from figures.schema import TYPES
from foundation import clock, outbox
from foundation.database import db
from foundation.language import BOKMAL, LANGUAGES
from tests.builders.accounts import a_person, an_administrator
from tests.builders.figures import a_year
from tests.figuring import read_csv
from tests.querycount import asked
from tests.web import Web

LAST_DAY = date(2026, 6, 30)
NOT_MODIFIED = 304


def a_researcher() -> Person:
    researcher = person(a_person(Role.RESEARCHER, name="Roar Forsker").id)
    accept_terms(by=researcher, at=clock.now())
    return researcher


def a_key(researcher: Person, administrator: Person) -> str:
    return services.issue_token(
        researcher,
        purpose="Følgeforskning",
        expires_on=LAST_DAY,
        by=administrator,
        at=clock.now(),
    )


def ask(
    app: Flask, path: str, key: str | None = None, more: Mapping[str, str] | None = None
) -> TestResponse:
    """Ask as a program does: no cookies, a key in the head."""
    headers = {**({"Authorization": f"Bearer {key}"} if key else {}), **(more or {})}
    db.session.rollback()
    answer = Context().run(partial(app.test_client().get, f"/api/v1/{path}", headers=headers))
    db.session.expire_all()
    return answer


def refusal(answer: TestResponse) -> tuple[int, str]:
    told = json.loads(answer.data)
    assert told["message"]
    return answer.status_code, told["error"]


def test_a_key_opens_the_tables_and_each_fetch_is_kept(app: Flask) -> None:
    year = a_year()
    researcher, administrator = a_researcher(), an_administrator("Ada Administrator")
    key = a_key(researcher, administrator)
    answer = ask(app, "decisions", key)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    (decision,) = json.loads(answer.data)["data"]
    assert decision["granted_ore"] == year.grant.decision.amount
    log = db.session.scalars(select(QueryLog)).one()
    (token,) = tokens_of(researcher.id)
    assert (log.person_id, log.token_id) == (researcher.id, token.id)
    assert (log.what, log.format, log.filter) == ("decisions", "json", {"year": None})
    assert (log.rows, log.control_sum) == (1, year.grant.decision.amount)
    assert log.sha256 == sha256(answer.data).hexdigest() == answer.get_etag()[0]

    for path, head in (("payments?format=csv", {}), ("payments", {"Accept": "text/csv"})):
        answer = ask(app, path, key, head)
        assert answer.mimetype == "text/csv"
        (payment,) = read_csv(answer.text, ",")
        assert payment["amount_ore"] == str(year.grant.first().amount)
    assert json.loads(ask(app, "payments?year=2028", key).data)["data"] == []
    assert db.session.query(QueryLog).count() == 4


def test_what_is_unchanged_is_not_sent_again(app: Flask) -> None:
    a_year()
    key = a_key(a_researcher(), an_administrator("Ada Administrator"))
    first = ask(app, "applications", key)
    again = ask(app, "applications", key, {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (NOT_MODIFIED, b"")
    other = ask(app, "applications?year=2027", key, {"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_a_key_that_does_not_open_says_why(app: Flask) -> None:
    researcher, administrator = a_researcher(), an_administrator("Ada Administrator")
    key = a_key(researcher, administrator)
    missing = ask(app, "applications")
    assert refusal(missing) == (401, "missing")
    assert missing.headers["WWW-Authenticate"] == 'Bearer realm="Tilsagn"'
    for head in ("Bearer", "Basic abc", f"Token {key}"):
        answer = ask(app, "applications", more={"Authorization": head})
        assert refusal(answer) == (401, "missing")
    unknown = ask(app, "applications", f"{key}x")
    assert refusal(unknown) == (401, "unknown")
    assert 'error="invalid_token"' in unknown.headers["WWW-Authenticate"]

    midnight = clock.end_of_day(LAST_DAY)
    with clock.frozen(midnight - timedelta(seconds=1)):
        assert ask(app, "applications", key).status_code == 200
    with clock.frozen(midnight):
        assert refusal(ask(app, "applications", key)) == (401, "expired")

    services.revoke_token(the_token(researcher), by=administrator, at=clock.now())
    assert refusal(ask(app, "applications", key)) == (401, "revoked")

    another = a_key(researcher, administrator)
    (role,) = researcher.memberships
    services.end_role(role, by=administrator, at=clock.now())
    assert refusal(ask(app, "applications", another)) == (401, "closed")
    assert db.session.query(QueryLog).count() == 1


def test_nothing_opens_before_the_terms_are_accepted_nor_when_the_time_is_over(
    app: Flask, web: Web
) -> None:
    a_year()
    researcher = person(a_person(Role.RESEARCHER, name="Rita Forsker").id)
    web.log_in(researcher)
    web.get("/forskning/decisions.csv", status=409)
    key = a_key(researcher, an_administrator("Ada Administrator"))
    assert refusal(ask(app, "decisions", key)) == (403, "terms")
    web.get("/forskning/decisions.csv", status=409)
    page = web.send("/forskning", press="Godta vilkårene")
    assert "Du godtok vilkårene 2. mars 2026" in " ".join(page.get_text(" ").split())
    assert ask(app, "decisions", key).status_code == 200
    web.get("/forskning/decisions.csv")
    with clock.frozen(clock.end_of_day(LAST_DAY)):
        web.log_in(researcher)
        web.get("/forskning/decisions.csv", status=409)
        assert "utløpt" in web.open("/forskning").get_text()
    assert db.session.query(QueryLog).count() == 2


def test_an_edition_is_made_by_an_administrator_read_by_all_and_fetched_by_researchers(
    app: Flask, web: Web
) -> None:
    a_year()
    administrator = an_administrator("Ada Administrator")
    web.log_in(administrator)
    web.send("/data", press="Lag en ny utgave")
    outbox.work_until_empty(clock.now())
    assert "Utgave 1" in web.open("/data").get_text(" ")
    assert "Helsedirektoratet (2026)." in web.open("/data/1").get_text(" ")
    web.get("/data/1/payments.csv", status=403)
    researcher = a_researcher()
    key = a_key(researcher, administrator)
    web.log_in(researcher)
    page = web.open("/data/1")
    assert page.find("a", href="/data/1/payments.parquet") is not None
    by_page = web.get("/data/1/payments.csv")
    (listed,) = json.loads(ask(app, "snapshots").data)["snapshots"]
    sums = {one["name"]: one["sha256"] for one in listed["files"]}
    by_key = ask(app, "snapshots/1/payments.csv", key)
    assert sha256(by_page.data).hexdigest() == sha256(by_key.data).hexdigest()
    assert sha256(by_key.data).hexdigest() == sums["payments.csv"]
    same = {"If-None-Match": by_key.headers["ETag"]}
    assert ask(app, "snapshots/1/payments.csv", key, same).status_code == NOT_MODIFIED
    assert ask(app, "snapshots/1/payments.csv").status_code == 401
    assert ask(app, "snapshots/2/payments.csv", key).status_code == 404
    with asked() as heard:
        web.open("/data")
    assert heard.number <= 4
    logged = {(one.what, one.format, json.dumps(one.filter)) for one in db.session.query(QueryLog)}
    assert logged == {("payments", "csv", '{"edition": 1}')}
    assert "Utgave 1" in web.open("/forskning").get_text(" ")
    assert web.get("/data/1/datapackage.json").get_json()["version"] == "1"
    assert "dcat:Dataset" in web.get("/data/katalog.ttl").text
    assert web.get("/data/katalog.jsonld").mimetype == "application/ld+json"
    book = ask(app, "codebook.csv").text.splitlines()
    assert len(book) == 1 + sum(len(table.columns) for table in IN_EDITIONS)


def test_a_closed_account_closes_its_keys(app: Flask) -> None:
    researcher, administrator = a_researcher(), an_administrator("Ada Administrator")
    key = a_key(researcher, administrator)
    services.deactivate_person(researcher, by=administrator, at=clock.now())
    assert refusal(ask(app, "kommuner", key)) == (401, "closed")


def the_token(researcher: Person) -> Token:
    return tokens_of(researcher.id)[0]


def test_what_is_not_there_is_said_in_the_language_that_is_asked_for(app: Flask) -> None:
    key = a_key(a_researcher(), an_administrator("Ada Administrator"))
    assert refusal(ask(app, "persons", key)) == (404, "no_such_table")
    assert refusal(ask(app, "persons")) == (401, "missing")
    assert refusal(ask(app, "applications?year=1999", key)) == (400, "no_such_year")
    assert refusal(ask(app, "applications?year=x", key)) == (400, "no_such_year")
    assert refusal(ask(app, "applications?format=xml", key)) == (406, "no_such_format")
    wants_html = ask(app, "applications", key, {"Accept": "text/html"})
    assert refusal(wants_html) == (406, "no_such_format")
    anything = ask(app, "applications", key, {"Accept": "*/*"})
    assert anything.mimetype == "application/json"


def test_the_schema_describes_every_column_that_comes(app: Flask) -> None:
    key = a_key(a_researcher(), an_administrator("Ada Administrator"))
    described = ask(app, "schema")
    assert described.headers["Cache-Control"] == "public, max-age=3600"
    tables = {one["code"]: one for one in json.loads(described.data)["tables"]}
    assert set(tables) - {"spread"} == {one.code for one in RESEARCH}
    for code, table in tables.items():
        if code == "spread":
            continue  # only in editions
        names = [column["name"] for column in table["columns"]]
        assert ask(app, f"{code}?format=csv", key).text.splitlines()[0] == ",".join(names)
        assert table["control"] in names
        for column in table["columns"]:
            assert column["definition"]["nb"]
            assert column["definition"]["nn"]
            assert column["type"] in TYPES.values()


def test_the_page_for_programmers_tells_it_all_in_both_languages(app: Flask, web: Web) -> None:
    del app
    for language in LANGUAGES:
        page = web.open("/api")
        for table in RESEARCH:
            section = page.find(id=table.code)
            assert section is not None
            words = section.get_text(" ")
            for column in table.columns:
                assert column.machine_name in words
                assert column.definition.in_(language) in words
        web.send("/api", press="Nynorsk" if language == BOKMAL else "Bokmål")


def test_a_researcher_sees_keys_and_tables_and_fetches_by_hand(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    researcher, administrator = a_researcher(), an_administrator("Ada Administrator")
    a_key(researcher, administrator)
    web.log_in(researcher)
    page = web.open("/forskning")
    assert "Følgeforskning" in page.get_text()
    assert "Virker" in page.get_text()
    assert page.find("a", href="/forskning/kommuner.csv?year=2026") is not None
    answer = web.get("/forskning/decisions.json?year=2026")
    (decision,) = json.loads(answer.data)["data"]
    assert decision["case_number"] == year.grant.application.case_number
    log = db.session.scalars(select(QueryLog)).one()
    assert (log.person_id, log.token_id, log.sha256) == (
        researcher.id, None, sha256(answer.data).hexdigest()
    )  # fmt: skip
    with asked() as heard:
        page = web.open("/forskning")
    assert "Vedtak, JSON" in " ".join(page.get_text(" ").split())
    assert heard.number <= 6
    web.get("/forskning/persons.csv", status=409)
    web.get("/forskning/decisions.xlsx", status=404)


def test_only_researchers_see_the_page_for_research(app: Flask, web: Web) -> None:
    del app
    assert web.get("/forskning", status=302).location == "/logg-inn?next=/forskning"
    web.log_in(person(a_person(Role.CASE_OFFICER, name="Sigrid Saksbehandler").id))
    web.open("/forskning", status=403)
    web.get("/forskning/decisions.csv", status=403)
