"""The answer to a request for a document, for whoever has its secret address."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import public
from criteria.disclosure import PARAGRAPHS
from figures.openness import queries
from figures.openness.given import document_given
from figures.openness.keys import hash_of
from figures.openness.notices import ANSWERS
from figures.openness.views.blueprint import pages
from figures.openness.zipping import sent_as, zipped
from foundation.errors import NotFoundError


@pages.route(f"{ANSWERS}/<key>")
@public
def answer(key: str) -> ResponseReturnValue:
    """Read the answer, what was handed out, and how to complain of what was not."""
    request = queries.by_key(hash_of(key))
    paper = document_given(request)
    return render_template(
        "openness/answer.html",
        request=request,
        paper=paper,
        key=key,
        paragraph=PARAGRAPHS[request.ground] if request.ground else None,
    )


@pages.route(f"{ANSWERS}/<key>/dokument.zip")
@public
def given_document(key: str) -> ResponseReturnValue:
    """Fetch what was handed out."""
    request = queries.by_key(hash_of(key))
    paper = document_given(request)
    if not paper.parts or any(part.is_missing for part in paper.parts):
        raise NotFoundError
    application = request.line.application
    return sent_as("dokument.zip", zipped(application, paper.title, [paper]))
