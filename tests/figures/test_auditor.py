"""An auditor reads everything decided, and changes nothing: asked of every address there is."""

import re

from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry, Person, Role
from accounts.permissions import ROLE_PERMISSIONS, Permission
from accounts.queries import person
from foundation.database import db
from foundation.guards import PUBLIC
from payments.queries import EntryFilter, entry_page
from tests.builders.accounts import a_person
from tests.builders.figures import a_year
from tests.web import Web

OWN = {Permission.PROFILE_READ}
ASKS = {
    "figures.evidence", "figures.export", "figures.inspect",
}  # fmt: skip
"""What an auditor may ask for: files and checks, which leave everything as it was."""


def an_auditor() -> Person:
    return person(a_person(Role.AUDITOR, name="Rita Revisor").id)


def test_an_auditor_has_no_act_but_asking_for_files_and_checks(app: Flask) -> None:
    may = ROLE_PERMISSIONS[Role.AUDITOR] - OWN
    guards = {
        rule.endpoint: app.view_functions[rule.endpoint].__dict__.get("guard")
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ())
    }
    assert len(guards) > 50
    assert {name for name, guard in guards.items() if guard != PUBLIC and guard in may} == ASKS


def test_an_auditor_reads_what_is_decided_and_not_what_is_only_drafted(
    app: Flask, web: Web
) -> None:
    del app
    year = a_year()
    web.log_in(an_auditor())
    newest = entry_page(EntryFilter()).rows[0]
    for address in (
        "/okonomi", "/okonomi/hovedbok", f"/okonomi/hovedbok/{newest.id}", "/okonomi/rater",
        "/okonomi/aar/2026", "/eksport", "/revisjon", "/revisjon/bevis",
        f"/saker/{year.grant.application.id}",
    ):  # fmt: skip
        web.open(address)
    web.open(f"/soknader/{year.grant.application.id}", status=403)
    for entry in db.session.scalars(select(AuditEntry)):
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", entry.act)
        assert re.fullmatch(r"[a-z_]+:\S+", entry.subject), entry.subject
        done_by_somebody = entry.act.startswith(("case.", "ledger."))
        assert entry.person_id is not None or not done_by_somebody, entry.act
