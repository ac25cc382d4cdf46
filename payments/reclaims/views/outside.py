"""The recipient's side: what is asked back and why, and what it has to say."""

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.queries import application_of
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from payments.interest.charges import charges_of
from payments.interest.queries import late_interest
from payments.reclaims import queries, services
from payments.reclaims.forms import CommentOnNoticeForm
from payments.reclaims.models import Reclaim
from payments.views.blueprint import pages


@pages.route(
    "/soknader/<int:application_id>/tilbakekreving/<int:reclaim_id>", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_READ)
def own_reclaim(application_id: int, reclaim_id: int) -> ResponseReturnValue:
    """Show those who take part what is asked back, and let the recipient comment before it is decided."""
    application = application_of(me(), application_id)
    found = queries.reclaim(reclaim_id)
    if found.application_id != application.id:
        raise NotFoundError
    form = CommentOnNoticeForm()
    may_comment = _may_comment(found)
    if may_comment and form.validate_on_submit():
        try:
            services.comment(found, form.comment.data or "", by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Uttalelsen er sendt."), "success")
            return redirect(
                url_for(
                    "payments.own_reclaim", application_id=application_id, reclaim_id=reclaim_id
                ),
                303,
            )
    view = queries.view_of(found)
    origin, shares = queries.shared_with(found)
    return render_template(
        "payments/reclaims/outside.html", application=application, form=form,
        view=view, late=late_interest(view), charges=charges_of(reclaim_id),
        may_comment=may_comment, origin=origin, shares=shares,
        link=partial(_address, application_id),
    )  # fmt: skip


def _address(application_id: int, reclaim_id: int) -> str:
    return url_for("payments.own_reclaim", application_id=application_id, reclaim_id=reclaim_id)


def _may_comment(found: Reclaim) -> bool:
    own = me().organisations_as(Role.EDITOR, Role.SIGNATORY)
    waits = found.decided_at is None and found.commented_at is None
    return waits and found.organisation_id in own
