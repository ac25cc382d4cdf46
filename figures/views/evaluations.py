"""The yearly evaluations as the office sees them: begun, written, signed, published and followed."""

from collections.abc import Callable
from io import BytesIO

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from decisions.making import PDF, made_up_notice
from figures.evaluations import document, queries, services
from figures.evaluations import words as evaluation_words
from figures.evaluations.catalogue import CATALOGUE, OF_CONTROLS, Figure
from figures.evaluations.filling import figures_of, paper_of
from figures.evaluations.gathering import number_of, rows_of
from figures.evaluations.models import Evaluation
from figures.evaluations.sealing import words_of
from figures.forms.evaluations import BeginForm
from figures.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import made
from foundation.language import BOKMAL, LANGUAGES
from foundation.locale import language
from foundation.words import say
from grants import queries as grants

__all__ = ["evaluation_words", "printed"]


@pages.route("/evaluering", methods=["GET", "POST"])
@requires(Permission.FIGURES_READ)
def evaluations() -> ResponseReturnValue:
    """List the evaluations, and begin one."""
    form, scheme = BeginForm(), grants.scheme()
    form.offer(
        [(one.id, f"{one.code} {one.name.in_(language())}") for one in scheme.measures],
        range(clock.today().year, scheme.first_year - 1, -1),
    )
    if is_allowed(Permission.REPORT_REVIEW) and form.validate_on_submit():
        chosen = next(one for one in scheme.measures if one.id == form.measure.data)
        begun = made(
            form, lambda: services.begin(chosen, form.year.data, by=me(), at=clock.now())
        )
        if begun is not None:
            return redirect(url_for("figures.evaluation", evaluation_id=begun.id), 303)
    return render_template(
        "figures/evaluations/list.html", form=form, found=queries.evaluations(),
        writes=is_allowed(Permission.REPORT_REVIEW),
    )  # fmt: skip


@pages.route("/evaluering/<int:evaluation_id>")
@requires(Permission.FIGURES_READ)
def evaluation(evaluation_id: int) -> ResponseReturnValue:
    """Show an evaluation: its figures, what was learnt, and what is proposed."""
    found = queries.evaluation(evaluation_id)
    reads_controls = is_allowed(Permission.CONTROL_READ)
    return render_template(
        "figures/evaluations/evaluation.html",
        one=found,
        figures=figures_of(found),
        closed=frozenset() if reads_controls else OF_CONTROLS,
        versions=queries.versions(found.measure_id, found.year),
        writes=is_allowed(Permission.REPORT_REVIEW),
        leads=is_allowed(Permission.DECISION_SIGN),
        forms=LANGUAGES,
        seen=words_of(found),
    )


@pages.route("/evaluering/<int:evaluation_id>/tall/<figure>")
@requires(Permission.FIGURES_READ)
def evaluation_rows(evaluation_id: int, figure: str) -> ResponseReturnValue:
    """Show what a figure is made of, as it is now."""
    found = queries.evaluation(evaluation_id)
    defined = next((one for one in CATALOGUE if one.figure == figure), None)
    if defined is None or (
        defined.figure in OF_CONTROLS and not is_allowed(Permission.CONTROL_READ)
    ):
        raise NotFoundError
    chosen = Figure(figure)
    rows = rows_of(chosen, found.measure_id, found.year)
    return render_template(
        "figures/evaluations/rows.html", one=found, defined=defined, rows=rows,
        number=number_of(chosen, rows),
        signed=found.figures.get(chosen.value) if found.figures else None,
    )  # fmt: skip


@pages.route("/evaluering/<int:evaluation_id>.pdf")
@requires(Permission.FIGURES_READ)
def evaluation_paper(evaluation_id: int) -> ResponseReturnValue:
    """Print a signed evaluation with all its figures."""
    return printed(queries.evaluation(evaluation_id), whole=True)


@pages.route("/evaluering/<int:evaluation_id>/signer", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def sign_evaluation(evaluation_id: int) -> ResponseReturnValue:
    """Sign an evaluation with the figures as they are now."""
    found = queries.evaluation(evaluation_id)
    return _back(
        evaluation_id,
        lambda: services.sign(found, seen=request.form.get("seen", ""), by=me(), at=clock.now()),
        _("Evalueringen er signert."),
    )


@pages.route("/evaluering/<int:evaluation_id>/publiser", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def publish_evaluation(evaluation_id: int) -> ResponseReturnValue:
    """Let everybody read a signed evaluation."""
    found = queries.evaluation(evaluation_id)
    return _back(
        evaluation_id, lambda: services.publish(found, by=me(), at=clock.now()),
        _("Evalueringen er offentlig."),
    )  # fmt: skip


@pages.route("/evaluering/forslag/<int:change_id>/fjern", methods=["POST"])
@requires(Permission.REPORT_REVIEW)
def drop_proposed(change_id: int) -> ResponseReturnValue:
    """Take a proposal out of an evaluation that is not signed."""
    found = queries.change(change_id)
    return _back(
        found.evaluation_id, lambda: services.drop_change(found, by=me(), at=clock.now()),
        _("Forslaget er fjernet."),
    )  # fmt: skip


def printed(found: Evaluation, *, whole: bool) -> ResponseReturnValue:
    """Hand an evaluation out as PDF, in the form of Norwegian that the address asks for."""
    form = request.args.get("malform", BOKMAL)
    if form not in LANGUAGES:
        raise NotFoundError
    content = paper_of(found, form, whole=whole, notice=made_up_notice(form))
    return send_file(
        BytesIO(document.render(content)),
        mimetype=PDF,
        as_attachment=True,
        download_name=f"evaluering-{found.measure.code}-{found.year}-{found.number}-{form}.pdf",
    )


def _back(evaluation_id: int, act: Callable[[], object], told: str) -> ResponseReturnValue:
    try:
        act()
    except RuleBrokenError as error:
        flash(say(error.reason, **error.values), "danger")
    else:
        flash(told, "success")
    return redirect(url_for("figures.evaluation", evaluation_id=evaluation_id), 303)
