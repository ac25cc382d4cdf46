"""What the migration on partners makes of confirmations that were there before it."""

from dataclasses import replace

from flask import Flask

from applications import contents, queries, services
from criteria.confirmation import fingerprint, read_part
from foundation import clock, schema
from foundation.database import db
from tests.builders.applications import a_collaboration, a_ready_draft, participants

BEFORE = "0005"


def test_old_confirmations_are_read_as_they_stand(app: Flask) -> None:
    del app
    together = a_collaboration()
    draft = a_ready_draft(together)
    first, second = participants(draft)
    more = replace(contents.terms_of(second), effort_hours=900)
    services.change_partner(second, more, by=together.signatory, at=clock.now())
    number = draft.id
    db.session.remove()

    schema.downgrade(db.engine, BEFORE)
    schema.upgrade(db.engine)

    together.read(number)
    standing, fallen = (
        one.confirmations[-1]
        for one in participants(queries.led_by(together.signatory, number))
    )
    assert standing.fell_at is None
    assert standing.covered is not None
    assert fingerprint(read_part(standing.covered)) == standing.fingerprint
    assert fallen.fell_at == fallen.confirmed_at
    assert (fallen.covered, first.invitation) == (None, "")
