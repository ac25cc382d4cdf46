"""The office's pages of the register of solutions: declarations, controls and spot checks."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from criteria.conformity import check_fault
from foundation import clock
from foundation.forms import done, made
from foundation.pages import NavItem, register_navigation
from grants.forms.registers import (
    DeclareForm,
    DrawForm,
    SolutionFilterForm,
    SolutionForm,
    StepForm,
    SuspicionForm,
)
from grants.registers import queries, services
from grants.views.blueprint import pages

ROOT = "/registre/losninger"
ANY = "?"
"""A reason that is not written yet."""
CLAIMS = "/registre/erklaeringer"
register_navigation(
    NavItem("grants.solution_register", _l("Løsningsregister"), Permission.REGISTER_KEEP, 926, seldom=True)
)


@pages.route(ROOT)
@requires(Permission.REGISTER_KEEP)
def solution_register() -> ResponseReturnValue:
    """List the solutions with what is declared of them, and where that stands."""
    form = SolutionFilterForm()
    form.offer(queries.standards())
    form.validate()
    return render_template(
        "grants/registers/solutions.html", filters=form, found=queries.solutions(form.chosen),
        today=clock.today(),
    )  # fmt: skip


@pages.route(f"{ROOT}/ny", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def new_solution() -> ResponseReturnValue:
    """Register a solution in one version."""
    form = SolutionForm()
    if form.validate_on_submit():
        row = made(form, lambda: services.register_solution(form.name(), by=me(), at=clock.now()))
        if row is not None:
            flash(_("Løsningen er registrert. Registrer hva leverandøren har erklært."), "success")
            return redirect(url_for("grants.declare", solution_id=row.id), 303)
    return render_template("grants/registers/new_solution.html", form=form)


@pages.route(f"{ROOT}/<int:solution_id>/erklaering", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def declare(solution_id: int) -> ResponseReturnValue:
    """Register a declaration that came from the supplier."""
    found = queries.solution(solution_id)
    form = DeclareForm()
    form.offer_all(queries.standards_on(clock.today()))
    if form.validate_on_submit():
        row = made(
            form,
            lambda: services.declare(found, form.terms(), form.step(), by=me(), at=clock.now()),
        )
        if row is not None:
            flash(_("Erklæringen er registrert. En annen kan kontrollere den."), "success")
            return redirect(url_for("grants.claim", claim_id=row.id), 303)
    return render_template("grants/registers/declare.html", solution=found, form=form)


@pages.route(f"{CLAIMS}/<int:claim_id>", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def claim(claim_id: int) -> ResponseReturnValue:
    """See what has happened with a declaration, and register what happens next."""
    found = queries.claim(claim_id)
    form = StepForm()
    form.offer(found.last.standing)
    if form.validate_on_submit() and done(
        form, lambda: services.take_step(found, form.step(), by=me(), at=clock.now())
    ):
        flash(_("Statusen er registrert. Historikken står."), "success")
        return redirect(url_for("grants.claim", claim_id=claim_id), 303)
    fault = check_fault(
        found.mode, found.last.standing, is_open=found.open_check is not None, why=ANY
    )
    return render_template(
        "grants/registers/claim.html", claim=found, form=form, today=clock.today(),
        may_suspect=fault is None,
    )  # fmt: skip


@pages.route(f"{CLAIMS}/<int:claim_id>/mistanke", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def suspect(claim_id: int) -> ResponseReturnValue:
    """Open a spot check on suspicion."""
    found = queries.claim(claim_id)
    form = SuspicionForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.suspect(found, why=form.why.data or "", by=me(), at=clock.now()),
    ):
        flash(_("Stikkprøven er åpnet. Den lukkes når resultatet er registrert."), "success")
        return redirect(url_for("grants.claim", claim_id=claim_id), 303)
    return render_template("grants/registers/suspect.html", claim=found, form=form)


@pages.route("/registre/stikkprover", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def spot_checks() -> ResponseReturnValue:
    """Draw declarations for a spot check, and see what was drawn before."""
    form = DrawForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.draw_checks(
            seed=form.seed.data or "", seed_source=form.seed_source.data or "",
            size=form.size.data or 0, by=me(), at=clock.now(),
        ),
    ):  # fmt: skip
        flash(_("Stikkprøven er trukket."), "success")
        return redirect(url_for("grants.spot_checks"), 303)
    return render_template(
        "grants/registers/spot_checks.html", form=form, number=len(queries.open_claims()),
        draws=queries.draws(),
    )  # fmt: skip
