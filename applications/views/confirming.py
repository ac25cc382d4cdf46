"""A partner's own part: seen by its people, confirmed or declined by its signatory."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications import facts, queries, services
from applications.budget_table import own_lines
from applications.forms import ConfirmForm
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from applications.views.room import arrived, pages
from criteria.confirmation import fingerprint
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.forms import refuse


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/bekreft", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_READ)
def confirm(application_id: int, partner_id: int) -> ResponseReturnValue:
    """See one's own part and say yes to it, with the authority one acts on."""
    application, own = _own_part(application_id, partner_id)
    form = ConfirmForm(seen=fingerprint(facts.part_of(application, own)))
    changed = False
    if form.validate_on_submit():
        try:
            services.confirm_part(
                own, authority=form.authority.data or "", by=me(), at=arrived(),
                seen=form.seen.data,
            )  # fmt: skip
        except StaleError:
            changed, form.seen.data = True, fingerprint(facts.part_of(application, own))
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Dere har bekreftet deres del av søknaden."))
            return redirect(url_for("applications.show", application_id=application.id), 303)
    return render_template(
        "applications/confirm.html",
        application=application,
        partner=own,
        form=form,
        changed=changed,
        lead=facts.lead_of(application),
        lines=own_lines(application, own),
        confirmed=facts.is_confirmed(application, own),
        signs=own.organisation_id in me().organisations_as(Role.SIGNATORY),
    )


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/takk-nei", methods=["POST"]
)
@requires(Permission.APPLICATION_SIGN)
def decline(application_id: int, partner_id: int) -> ResponseReturnValue:
    """Say no to taking part."""
    application, own = _own_part(application_id, partner_id)
    services.decline_part(own, by=me(), at=arrived())
    flash(_("Dere har takket nei til å delta. Hovedsøkeren ser det."))
    return redirect(url_for("applications.show", application_id=application.id), 303)


def _own_part(application_id: int, partner_id: int) -> tuple[Application, Partner]:
    """Find a part that the person acts for; another's is none of theirs. Raises NotFoundError."""
    application = queries.application_of(me(), application_id)
    own = queries.partner_of(application, partner_id)
    if own.organisation_id not in me().organisations_as(*ACTS_FOR):
        raise NotFoundError
    return application, own
