"""The evaluations that are published, open to everybody."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import public
from figures.evaluations import queries
from figures.evaluations.filling import figures_of, for_everybody
from figures.public.blueprint import pages
from figures.public.keeping import kept
from figures.views.evaluations import printed
from foundation.language import LANGUAGES


@pages.route("/evalueringer")
@public
@kept
def evaluations() -> ResponseReturnValue:
    """List what each measure taught, year by year."""
    return render_template("public/evaluations.html", found=queries.all_published())


@pages.route("/evalueringer/<int:evaluation_id>")
@public
@kept
def evaluation(evaluation_id: int) -> ResponseReturnValue:
    """Read an evaluation as it was signed."""
    found = queries.published(evaluation_id)
    return render_template(
        "public/evaluation.html", one=found, figures=for_everybody(figures_of(found)),
        versions=[
            one for one in queries.versions(found.measure_id, found.year)
            if one.published_at is not None
        ],
        forms=LANGUAGES,
    )  # fmt: skip


@pages.route("/evalueringer/<int:evaluation_id>.pdf")
@public
def evaluation_paper(evaluation_id: int) -> ResponseReturnValue:
    """Print a published evaluation."""
    return printed(queries.published(evaluation_id), whole=False)
