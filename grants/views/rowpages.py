"""Pages for the parts of a draft that are lists: every list can be added to, changed and put in order."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.errors import NotFoundError, StaleError
from grants import services
from grants.editing import refuse_later_edition
from grants.models import Call
from grants.rows import Row
from grants.views.blueprint import pages
from grants.views.drafting import draft_of, saved
from grants.views.listparts import LIST_PARTS, OF_THE_ROUND, AnyPart

ROOT = "/forvaltning/utlysninger/<int:call_id>/rader/<slug>"
ACTS = {"opp": services.move_up, "ned": services.move_down, "fjern": services.remove_row}


@pages.route(ROOT)
@requires(Permission.CALL_MANAGE)
def list_rows(call_id: int, slug: str) -> ResponseReturnValue:
    """List the rows of a part in their groups."""
    call, part = _part(call_id, slug)
    return render_template(
        "grants/rows.html", call=call, part=part, slug=slug, groups=part.groups(call)
    )


@pages.route(f"{ROOT}/ny", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def add_row(call_id: int, slug: str) -> ResponseReturnValue:
    """Add a row."""
    call, part = _part(call_id, slug)
    form = part.form(call, None)
    if saved(form, call, lambda: part.add(call, form, me(), clock.now())):
        flash(_("Raden er lagt til."), "success")
        return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))
    return render_template(part.template, call=call, part=part, slug=slug, form=form, row=None)


@pages.route(f"{ROOT}/<int:row_id>", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def change_row(call_id: int, slug: str, row_id: int) -> ResponseReturnValue:
    """Change a row."""
    call, part = _part(call_id, slug)
    row = _row(call, part, row_id)
    form = part.form(call, row)
    if saved(form, call, lambda: part.change(call, row, form, me(), clock.now())):
        flash(_("Endringene er lagret."), "success")
        return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))
    return render_template(part.template, call=call, part=part, slug=slug, form=form, row=row)


@pages.route(f"{ROOT}/<int:row_id>/<any(opp, ned, fjern):act>", methods=["POST"])
@requires(Permission.CALL_MANAGE)
def act_on_row(call_id: int, slug: str, row_id: int, act: str) -> ResponseReturnValue:
    """Move a row up or down, or take it away."""
    call, part = _part(call_id, slug)
    row = _row(call, part, row_id)
    if request.form.get("version") != str(call.version):
        raise StaleError
    ACTS[act](call, row, by=me(), at=clock.now())
    return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))


def _part(call_id: int, slug: str) -> tuple[Call, AnyPart]:
    part = LIST_PARTS.get(slug)
    if part is None:
        raise NotFoundError
    call = draft_of(call_id)
    if part in OF_THE_ROUND:
        refuse_later_edition(call)
    return call, part


def _row(call: Call, part: AnyPart, row_id: int) -> Row:
    found: Row | None = next((row for row in part.rows(call) if row.id == row_id), None)
    if found is None:
        raise NotFoundError
    return found
