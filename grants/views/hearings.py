"""Hearings as applicants and everybody else meet them: the draft as sent out, what is said of it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import applicant_organisations, me
from accounts.permissions import Permission, public, requires
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import done
from foundation.pages import NavItem, register_navigation
from foundation.revalidation import revalidated
from grants.forms.hearings import CommentForm
from grants.hearings import queries, services
from grants.hearings.words import HearingRefusal
from grants.shown import hearings as shown
from grants.views.blueprint import pages

register_navigation(NavItem("grants.hearings", _l("Høringer"), Permission.APPLICATION_EDIT, 24, seldom=True))


@pages.route("/soknader/horinger")
@requires(Permission.APPLICATION_EDIT)
def hearings() -> ResponseReturnValue:
    """List the drafts that one may comment on, and those that were heard before."""
    rows = shown.show_hearings(queries.hearings(), clock.now())
    return render_template("grants/hearings.html", rows=rows)


@pages.route("/soknader/horinger/<int:hearing_id>")
@requires(Permission.APPLICATION_EDIT)
def hearing(hearing_id: int) -> ResponseReturnValue:
    """Read a draft point by point, with what one's own organisations have said."""
    found = queries.hearing(hearing_id)
    own = queries.own_comments_on(found, me())
    return render_template(
        "grants/hearing.html",
        hearing=found,
        open=shown.is_open(found, clock.now()),
        parts=shown.show_points(found, own),
        spoken=sum(one.withdrawn_at is None for one in own),
    )


@pages.route("/soknader/horinger/<int:hearing_id>/punkt/<int:position>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def comment(hearing_id: int, position: int) -> ResponseReturnValue:
    """Say something of a point, or of the draft as a whole."""
    at, found = clock.now(), queries.hearing(hearing_id)
    point = shown.point_at(found, position)
    if point is None and position != shown.WHOLE:
        raise NotFoundError
    if request.method == "GET" and not shown.is_open(found, at):
        raise RuleBrokenError(HearingRefusal.CLOSED)  # what is sent is refused on its form, and kept
    form = CommentForm()
    form.offer(applicant_organisations())
    if form.validate_on_submit():
        said = services.Said(form.organisation.data, point, form.text.data or "")
        if done(form, lambda: services.comment(found, said, by=me(), at=at)):
            flash(_("Innspillet er gitt. Dere kan trekke det så lenge høringen er åpen."), "success")
            return redirect(_own_page(hearing_id, position), 303)
    return render_template(
        "grants/hearing_comment.html", hearing=found, point=point, position=position, form=form
    )


@pages.route("/soknader/horinger/innspill/<int:comment_id>/trekk", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def withdraw_comment(comment_id: int) -> ResponseReturnValue:
    """Take back what one's organisation said."""
    at, given = clock.now(), queries.own_comment(me(), comment_id)
    services.withdraw_comment(given, by=me(), at=at)
    flash(_("Innspillet er trukket."), "success")
    return redirect(url_for("grants.hearing", hearing_id=given.hearing_id), 303)


@pages.route("/horinger")
@public
@revalidated
def public_hearings() -> ResponseReturnValue:
    """List the hearings that are over. One that is going on is told to those who may comment."""
    return render_template(
        "grants/public_hearings.html", found=queries.closed_hearings(clock.now())
    )


@pages.route("/horinger/<int:hearing_id>")
@public
@revalidated
def public_hearing(hearing_id: int) -> ResponseReturnValue:
    """Read what organisations said; once the call is published, also what was done with it."""
    found = queries.closed_hearing(hearing_id, clock.now())
    return render_template(
        "grants/public_hearing.html",
        hearing=found,
        answered=found.call.published_at is not None,
        parts=shown.show_points(found, queries.comments_on(found)),
    )


def _own_page(hearing_id: int, position: int) -> str:
    return url_for("grants.hearing", hearing_id=hearing_id, _anchor=f"punkt-{position}")
