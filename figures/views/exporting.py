"""Where a controller takes a year out, and sees what has been taken out before."""

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from figures import services
from figures.asking import exported
from figures.catalogue import EXPORTED
from figures.extracts import Maker
from figures.forms import ExportForm
from figures.queries.log import log_page
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
