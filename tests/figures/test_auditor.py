"""An auditor reads everything decided, takes part in nothing, and finds in the trail who did what."""

import re

from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry, Role
from accounts.permissions import ROLE_PERMISSIONS, TAKES_PART, Permission
from accounts.queries import person
from foundation.database import db
from payments.queries import EntryFilter, entry_page
from tests.builders.accounts import a_person
from tests.builders.figures import a_year
from tests.web import Web

CHANGES = frozenset(
    one for one in Permission if one.value.endswith((":edit", ":manage", ":post", ":sign", ":write"))
)


def test_an_auditor_holds_nothing_that_changes_a_case_or_the_ledger() -> None:
    assert {Permission.LEDGER_POST, Permission.DECISION_SIGN, Permission.PERSON_MANAGE} <= CHANGES
    assert not ROLE_PERMISSIONS[Role.AUDITOR] & (CHANGES | TAKES_PART)


def test_an_auditor_reads_what_is_decided_and_what_was_done(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(person(a_person(Role.AUDITOR, name="Rita Revisor").id))
    newest = entry_page(EntryFilter()).rows[0]
    for address in (
        "/okonomi", "/okonomi/hovedbok", f"/okonomi/hovedbok/{newest.id}", "/okonomi/rater",
        "/okonomi/aar/2026", "/eksport", "/revisjon", "/revisjon/bevis",
        f"/saker/{year.grant.application.id}",
    ):  # fmt: skip
        web.open(address)
    web.open(f"/soknader/{year.grant.application.id}", status=403)
    web.open(f"/okonomi/hovedbok/{newest.id}/motposter", status=403)
    for entry in db.session.scalars(select(AuditEntry)):
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", entry.act)
        assert re.match(r"[a-z_]+(:|$)", entry.subject), entry.subject
        by_somebody = entry.act.startswith(("case.", "ledger."))
        assert entry.person_id is not None or not by_somebody, entry.act
