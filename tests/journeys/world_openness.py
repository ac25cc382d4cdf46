"""The journal of a world, with a request that waits and one that is answered."""

from accounts.models import Person
from criteria.disclosure import Ground
from figures.openness import queries, services
from figures.openness.models import DocumentKind
from tests.builders.decisions import NOW
from tests.builders.openness import a_kept_journal, the_line
from tests.journeys.worldmap import World


def open_the_journal(world: World, officer: Person) -> None:
    """Keep the journal, mark a document, and let a stranger ask for two."""
    a_kept_journal()
    case = int(world.ids["accepted"])
    line = the_line(case, DocumentKind.APPLICATION)
    services.mark(
        line, ground=Ground.BUSINESS, title="", reason="Tilbudspriser.", by=officer, at=NOW
    )
    waiting, answered = (
        services.ask_for_document(
            queries.line(line.id), name="", email=f"{name}@avis.example", said="Hei.", by=None,
            at=NOW,
        )
        for name in ("en", "to")
    )  # fmt: skip
    key = services.answer_request(
        queries.request(answered.id), given=["text"], held=["text", "letter"],
        ground=Ground.BUSINESS, answer="Prisene er tatt bort.", by=officer, at=NOW,
    )  # fmt: skip
    world.ids |= {"journal_line": line.id, "disclosure": waiting.id, "answer_key": key}
