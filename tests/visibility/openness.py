"""The public journal of the world: a document that is kept from it, and two who ask for another."""

from criteria.disclosure import Ground
from figures.openness import queries, services
from figures.openness.given import document_behind
from figures.openness.models import DocumentKind, JournalLine
from foundation import clock
from tests.builders.openness import a_kept_journal, the_line
from tests.visibility.applying import KEPT_OUT
from tests.visibility.surroundings import HOUSE
from tests.visibility.viewers import ADMITTED, OFFICERS, Viewer
from tests.visibility.world import World

COMPLAINED = "refused"
REQUEST = "a request for the complaint"


def keep_a_journal(world: World) -> None:
    """Keep the journal; keep one document from it, and refuse to hand out another."""
    at, handler = clock.now(), world.who(Viewer.HANDLER)
    a_kept_journal(at)
    services.mark(
        _line(world, KEPT_OUT, DocumentKind.APPLICATION), ground=Ground.PERSONAL, title="Søknad",
        reason=world.secrets.plant("why kept out", KEPT_OUT, ADMITTED), by=handler, at=at,
    )  # fmt: skip
    line = _line(world, COMPLAINED, DocumentKind.COMPLAINT)
    said = world.secrets.plant("what was asked for", HOUSE, OFFICERS)
    asked = [
        services.ask_for_document(
            line, name="", email=f"{who}@avis.example", said=said, by=None, at=at
        )
        for who in ("en", "to")
    ]
    key = services.answer_request(
        queries.request(asked[0].id), given=(), held=document_behind(line).keys, ground=Ground.PERSONAL,
        answer="Dessverre.", by=handler, at=at,
    )  # fmt: skip
    there = world.places[COMPLAINED]
    there["line_id"] = line.id
    world.places[REQUEST] = {"application_id": there["application_id"], "request_id": asked[1].id}
    world.places["an answer to a request"] = {"key": key}


def _line(world: World, place: str, kind: DocumentKind) -> JournalLine:
    case = int(world.places[place]["application_id"])
    found = the_line(case, kind)
    return queries.line(found.id)
