"""Where a controller takes a year out, and sees what has been taken out before."""

from flask import Response, current_app, render_template, request
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from figures import services
from figures.asking import exported
from figures.catalogue import EXPORTED
from figures.extracts import Maker
from figures.extracts.slip import slip_of
from figures.forms import ExportForm
from figures.queries.log import log_line, log_page
from figures.queries.rows import scheme_years
from figures.sources import NAMES, WORKBOOK
from figures.views.answers import handed_out
from figures.views.blueprint import pages
from foundation import clock
from foundation.locale import language


@pages.route("/eksport", methods=["GET", "POST"])
@requires(Permission.FIGURES_EXPORT)
def export() -> ResponseReturnValue:
    """Choose a year and what of it; the file is made at once and kept in the log."""
    form = ExportForm(content=WORKBOOK)
    form.offer(scheme_years(), EXPORTED, language())
    if form.validate_on_submit():
        person, at = me(), clock.now()
        maker = Maker(person.name, at, made_up=current_app.config["TILSAGN_DEMO"])
        extract = exported(form.what, form.chosen, maker, language())
        services.keep_extract(extract, by=person, at=at)
        return handed_out(extract, to_keep=True)
    log = log_page(after=request.args.get("after", type=int))
    return render_template("figures/export.html", form=form, log=log, names=NAMES)


@pages.route("/eksport/<int:log_id>/folgeseddel.txt")
@requires(Permission.FIGURES_EXPORT)
def export_slip(log_id: int) -> ResponseReturnValue:
    """Hand out the slip of a file that was taken out, to lie beside it."""
    text = slip_of(log_line(log_id), language())
    name = f"attachment; filename=folgeseddel-{log_id}.txt"
    return Response(text, mimetype="text/plain", headers={"Content-Disposition": name})
