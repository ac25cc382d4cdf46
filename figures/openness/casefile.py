"""A party's own file: every document of a case that the person may see (fvl. 1967 §§ 18 and 19).

What is internal is exempt (§§ 18 a to 18 c) and has no place among the documents at all. A letter belongs to
the organisation it was sent to, a complaint to the one that complained; the rest is for all who take part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accounts.models import Person
from applications.models import Application
from applications.queries import application_of
from applications.queries.one import ACTS_FOR
from figures.openness.papers import Paper, Part, paper_of
from figures.openness.sources import documents_in
from foundation.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The documents of a case, in the order they came and went."""

    application: Application
    papers: Sequence[Paper]

    @property
    def missing(self) -> list[Part]:
        """The files that should be there and are not: then nothing is handed out."""
        return [part for part in self.parts if part.held is None and part.is_missing]

    @property
    def parts(self) -> list[Part]:
        """All files, of all documents."""
        return [part for paper in self.papers for part in paper.parts]

    @property
    def name(self) -> str:
        """What the download is called."""
        return f"{(self.application.case_number or '').replace('/', '-')}.zip"

    def numbered(self) -> Iterator[tuple[int, Paper]]:
        """Give each document with its number in the file."""
        yield from enumerate(self.papers, start=1)


def case_file(person: Person, application_id: int) -> CaseFile:
    """Gather a case for a person whose organisation takes part in it and has not declined.

    Needs the memberships. Raises NotFoundError, also for a draft.
    """
    application = application_of(person, application_id)
    if not has_file(application, person):
        raise NotFoundError
    own = person.organisations_as(*ACTS_FOR)
    documents = [
        one for one in documents_in(application_id) if one.owner_id is None or one.owner_id in own
    ]
    return CaseFile(application, [paper_of(one, application) for one in documents])


def has_file(application: Application, person: Person) -> bool:
    """Tell whether there is a case, and the person acts for somebody who takes part and has not declined."""
    own = person.organisations_as(*ACTS_FOR)
    return application.submitted_at is not None and any(
        one.organisation_id in own and one.declined_at is None for one in application.partners
    )
