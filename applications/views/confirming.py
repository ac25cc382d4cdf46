"""A partner's own part: seen by its people, confirmed or declined by its signatory."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from accounts.queries import inhabitants_of, signatories_of
from applications import facts, queries, services
from applications.bar import open_offer_of
from applications.budget_table import own_lines
from applications.commitments import commitments_of
from applications.costshares import cost_shares
from applications.factsheets.models import FactSheet
from applications.factsheets.queries import newest_sheet
from applications.forms import ConfirmForm, DeclineForm, PersonsForm
from applications.models import Application, Partner
from applications.views.room import arrived, own_part, pages
from applications.words.changes import told_changes
from applications.words.promises import told_doubts
from criteria.confirmation import fingerprint
from foundation import clock
from foundation.errors import RuleBrokenError, StaleError
from foundation.forms import refuse


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/bekreft", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_READ)
def confirm(application_id: int, partner_id: int) -> ResponseReturnValue:
    """See one's own part and say yes to it, with whom to reach and the authority one acts on."""
    application, own = own_part(application_id, partner_id)
    now, changed = fingerprint(facts.part_of(application, own)), False
    newest = newest_sheet(own.organisation_id)
    sheet = newest if newest is not None and newest.holds(clock.today()) else None
    form = ConfirmForm.of(own, me(), sheet=sheet, seen=now, formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.confirm_part(
                own, authority=form.authority.data or "", persons=form.persons(), by=me(),
                at=arrived(), seen=form.seal,
            )  # fmt: skip
        except StaleError:
            changed, form.seen.data = True, now
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Dere har bekreftet deres del av søknaden."))
            return redirect(url_for("applications.show", application_id=application.id), 303)
    return _part_page(application, own, form, changed=changed, newest=newest, sheet=sheet)


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/takk-nei", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_SIGN)
def decline(application_id: int, partner_id: int) -> ResponseReturnValue:
    """Say no to taking part, with a reason if one likes."""
    application, own = own_part(application_id, partner_id)
    form = DeclineForm(formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.decline_part(own, reason=form.reason.data or "", by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Dere har takket nei til å delta. Hovedsøkeren får vite det."))
            return redirect(url_for("applications.show", application_id=application.id), 303)
    return render_template(
        "applications/decline.html", application=application, partner=own, form=form,
        lead=facts.lead_of(application),
    )  # fmt: skip


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/kontakt", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_READ)
def contacts(application_id: int, partner_id: int) -> ResponseReturnValue:
    """Say who answers for one's own part, also after it is confirmed or handed in."""
    application, own = own_part(application_id, partner_id)
    form = PersonsForm.of(own, me(), formdata=typed_here())
    if form.validate_on_submit():
        services.name_contacts(own, form.persons(), by=me(), at=arrived())
        done_here()
        flash(_("Kontaktpersonene er lagret."))
        return redirect(url_for("applications.show", application_id=application.id), 303)
    return render_template(
        "applications/contacts.html", application=application, partner=own, form=form
    )


def _part_page(
    application: Application,
    own: Partner,
    form: ConfirmForm,
    *,
    changed: bool,
    newest: FactSheet | None,
    sheet: FactSheet | None,
) -> ResponseReturnValue:
    last = own.confirmations[-1] if own.confirmations else None
    since = facts.changed_since(application, own, last) if last else ()
    found = commitments_of(
        own.organisation_id,
        queries.applications_with(own.organisation_id),
        newest.hours_a_year if newest else None,
    )
    signs = own.organisation_id in me().organisations_as(Role.SIGNATORY)
    titles = {one.application.id: one.application.title for one in found.rows}
    answered = [one for one in own.offers if one.answered_at is not None]
    return render_template(
        "applications/confirm.html",
        application=application,
        partner=own,
        form=form,
        changed=changed,
        sheet=sheet,
        lead=facts.lead_of(application),
        lines=own_lines(application, own),
        shares=cost_shares(application),
        inhabitants=inhabitants_of(own.organisation, application.call.closes_on.year),
        confirmed=facts.is_confirmed(application, own),
        since=told_changes(since, application.call.activities),
        overlaps=told_doubts(found.doubts_about(application.id), titles),
        offer=open_offer_of(own),
        answered=answered[-1] if answered else None,
        signs=signs,
        signatories=[] if signs else signatories_of(own.organisation_id),
    )
