"""The reconciliation, as a page and as a workbook."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, requires
from payments.batches.forms import PeriodForm
from payments.batches.overview import SHOWN, reconciliation_view
from payments.batches.reconciling import Period
from payments.batches.workbook import workbook
from payments.views.blueprint import pages

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.route("/okonomi/avstemming")
@requires(Permission.LEDGER_READ)
def reconciliation() -> ResponseReturnValue:
    """Hold what we have paid against what the bank has, as three lists whose sums add up."""
    form = PeriodForm()
    view = reconciliation_view(Period(*form.chosen()))
    return render_template(
        "payments/batches/reconciliation.html", form=form, view=view, shown=SHOWN
    )


@pages.route("/okonomi/avstemming/avstemming.xlsx")
@requires(Permission.LEDGER_READ)
def reconciliation_sheet() -> ResponseReturnValue:
    """Hand out the reconciliation with every row of the three lists."""
    view = reconciliation_view(Period(*PeriodForm().chosen()), shown=None)
    name = "attachment; filename=avstemming.xlsx"
    return Response(workbook(view), mimetype=XLSX, headers={"Content-Disposition": name})
