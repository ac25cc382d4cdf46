"""The document behind a line of the journal: whole for the office, and as far as it was handed out."""

from dataclasses import replace

from applications.queries import any_application
from figures.openness import queries
from figures.openness.models import DisclosureRequest, JournalLine
from figures.openness.papers import Paper, paper_of
from figures.openness.sources import documents_in
from foundation.errors import NotFoundError


def document_behind(line: JournalLine) -> Paper:
    """Give the document of a line, whole. Who may have it is asked before. Raises NotFoundError."""
    application = any_application(line.application_id)
    for document in documents_in(line.application_id):
        if (document.kind, document.source_id) == (line.kind, line.source_id):
            return paper_of(document, application)
    raise NotFoundError


def document_given(request: DisclosureRequest) -> Paper:
    """Give the parts that an answer hands out, under the title that the public reads."""
    paper = document_behind(request.line)
    return replace(
        paper,
        title=queries.public_line(request.line_id).title,
        parts=[part for part in paper.parts if part.key in request.parts and part.held is None],
    )
