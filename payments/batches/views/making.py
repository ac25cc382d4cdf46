"""Making a batch: what would be in it, what is left out and why, and attesting it."""

from datetime import date

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.forms import made
from foundation.locale import language
from payments import queries as money
from payments.batches import queries, services
from payments.batches.forms import AttestForm, RuleForm
from payments.batches.models import PaymentBatch
from payments.batches.overview import SHOWN, new_batch_view
from payments.batches.selecting import Rule
from payments.views.blueprint import pages


@pages.route("/okonomi/bunker/ny")
@requires(Permission.LEDGER_READ)
def new_batch() -> ResponseReturnValue:
    """Show what a batch would pay by the rule that is chosen, and what is left out with each reason."""
    filters = _rule_form()
    return _page(filters, filters.rule(clock.today()), AttestForm(execute_on=clock.today()))


@pages.route("/okonomi/bunker/ny/attester", methods=["POST"])
@requires(Permission.PAYMENT_ATTEST)
def attest_batch() -> ResponseReturnValue:
    """Make the batch that the page showed, and attest it."""
    filters, form = _rule_form(), AttestForm()
    rule = filters.rule(clock.today())
    day = form.execute_on.data if form.validate_on_submit() else None
    if day and (batch := made(form, lambda: _attested(rule, day))):
        flash(_("Bunken er laget og attestert. En annen må anvise den."), "success")
        return redirect(url_for("payments.batch", batch_id=batch.id), 303)
    return _page(filters, rule, form)


def _attested(rule: Rule, day: date) -> PaymentBatch:
    return services.attest_batch(rule, execute_on=day, by=me(), at=clock.now())


def _page(filters: RuleForm, rule: Rule, form: AttestForm) -> str:
    return render_template(
        "payments/batches/new.html",
        filters=filters,
        rule=rule,
        form=form,
        view=new_batch_view(rule, me(), at=clock.now()),
        payer=queries.payer(),
        shown=SHOWN,
    )


def _rule_form() -> RuleForm:
    """Read the rule from the address, where it rides along also when the batch is made."""
    form = RuleForm()
    form.today = clock.today()
    form.offer(queries.calls(), money.years(), language())
    return form
