"""Where an auditor has a pack of evidence made, follows it and fetches it."""

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from figures.evidence import queries, services
from figures.evidence.scope import Scope, name_of
from figures.forms import EvidenceForm
from figures.queries.rows import scheme_years
from figures.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import store
from foundation.forms import refuse
from foundation.locale import language
from grants.queries import published_calls


@pages.route("/revisjon/bevis", methods=["GET", "POST"])
@requires(Permission.AUDIT_READ)
def evidence() -> ResponseReturnValue:
    """Choose a case, a round or a year; the pack is made in the background."""
    form = EvidenceForm()
    rounds = published_calls(clock.today())
    form.offer(
        [(one.round_id, f"{one.code} {one.title.in_(language())}") for one in rounds],
        scheme_years(),
    )
    if form.validate_on_submit():
        chosen = form.chosen()
        if chosen is None:
            form.case.errors = [_("Det finnes ingen sak med dette nummeret.")]
        elif (pack_id := _asked(form, chosen)) is not None:
            return redirect(url_for("figures.evidence_pack", pack_id=pack_id), 303)
    shown = [(one, name_of(Scope(one.extent, one.about))) for one in queries.packs()]
    return render_template("figures/evidence/packs.html", form=form, packs=shown)


@pages.route("/revisjon/bevis/<int:pack_id>")
@requires(Permission.AUDIT_READ)
def evidence_pack(pack_id: int) -> ResponseReturnValue:
    """Follow a pack while it is made, and see what it is known by."""
    pack = queries.pack(pack_id)
    name = name_of(Scope(pack.extent, pack.about))
    return render_template("figures/evidence/pack.html", pack=pack, name=name)


@pages.route("/revisjon/bevis/<int:pack_id>.zip")
@requires(Permission.AUDIT_READ)
def evidence_file(pack_id: int) -> ResponseReturnValue:
    """Hand a pack out a piece at a time; the trail keeps who fetched it."""
    pack = queries.pack(pack_id)
    if pack.sha256 is None:
        raise NotFoundError
    services.keep_fetched(pack, by=me(), at=clock.now())
    name = name_of(Scope(pack.extent, pack.about)).replace("/", "-")
    answer = Response(store().pieces(pack.sha256), content_type="application/zip")
    answer.headers["Content-Length"] = str(pack.size)
    answer.headers["Content-Disposition"] = (
        f"attachment; filename=tilsagn-bevis-{pack.extent.value}-{name}.zip"
    )
    return answer


def _asked(form: EvidenceForm, chosen: Scope) -> int | None:
    try:
        return services.ask_for_pack(chosen, by=me(), at=clock.now()).id
    except RuleBrokenError as error:
        refuse(form, error)
        return None
