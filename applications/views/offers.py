"""Other figures for a partner's part: proposed by its people, accepted or answered by the lead."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import facts, queries, services
from applications.bar import open_offer_of
from applications.forms import RefuseOfferForm, offer_form
from applications.forms.parts import SectionForm
from applications.models import Application
from applications.offered import figures_in, would_change
from applications.views.room import arrived, of_draft, own_part, pages
from applications.words.changes import told_changes
from criteria.confirmation import fingerprint
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.forms import refuse


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/foresla", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_READ)
def offer(application_id: int, partner_id: int) -> ResponseReturnValue:
    """Propose other figures for one's own part, and say why."""
    application, own = own_part(application_id, partner_id)
    now = fingerprint(facts.part_of(application, own))
    form = offer_form(application, own, now, formdata=typed_here())
    changed = False
    if form.validate_on_submit():
        try:
            services.offer_figures(
                own, form.figures(), comment=form.comment.data or "", by=me(), at=arrived(),
                seen=form.seal,
            )  # fmt: skip
        except StaleError:
            changed, form.seen.data = True, now
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Forslaget er sendt til hovedsøkeren."))
            return redirect(_part(application_id, partner_id), 303)
    return render_template(
        "applications/offer.html", application=application, partner=own, form=form,
        changed=changed, lead=facts.lead_of(application),
    )  # fmt: skip


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/trekk-forslag", methods=["POST"]
)
@requires(Permission.APPLICATION_READ)
def withdraw_offer(application_id: int, partner_id: int) -> ResponseReturnValue:
    """Take one's own proposal back."""
    _application, own = own_part(application_id, partner_id)
    services.withdraw_offer(own, by=me(), at=arrived())
    flash(_("Forslaget er trukket."))
    return redirect(_part(application_id, partner_id), 303)


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/forslag", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_EDIT)
@of_draft
def answer_offer(application: Application, partner_id: int) -> ResponseReturnValue:
    """See what a partner proposes beside what stands; say why not."""
    own = queries.partner_of(application, partner_id)
    proposed = open_offer_of(own)
    if proposed is None:
        raise NotFoundError
    form = RefuseOfferForm(formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.refuse_offer(
                own, proposed.id, reason=form.reason.data or "", by=me(), at=arrived()
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Svaret er sendt til %(name)s.", name=own.organisation.name))
            return redirect(_partners(application), 303)
    changes = would_change(application, own, figures_in(proposed))
    return render_template(
        "applications/answer_offer.html", application=application, partner=own, form=form,
        offer=proposed, changes=told_changes(changes, application.call.activities),
        accepting=SectionForm(formdata=None, seen=fingerprint(facts.part_of(application, own))),
    )  # fmt: skip


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/forslag/<int:offer_id>/godta",
    methods=["POST"],
)
@requires(Permission.APPLICATION_EDIT)
@of_draft
def accept_offer(
    application: Application, partner_id: int, offer_id: int
) -> ResponseReturnValue:
    """Let the proposed figures stand in the application."""
    own = queries.partner_of(application, partner_id)
    form = SectionForm()
    try:
        services.accept_offer(own, offer_id, by=me(), at=arrived(), seen=form.seal)
    except StaleError:
        flash(_("Delen er endret siden du så forslaget. Se hva det gjelder nå."), "warning")
        return redirect(
            url_for(
                "applications.answer_offer", application_id=application.id, partner_id=partner_id
            ),
            303,
        )
    flash(_("Tallene til %(name)s står nå i søknaden.", name=own.organisation.name))
    return redirect(_partners(application), 303)


def _part(application_id: int, partner_id: int) -> str:
    return url_for("applications.confirm", application_id=application_id, partner_id=partner_id)


def _partners(application: Application) -> str:
    return url_for("applications.partners", application_id=application.id)
