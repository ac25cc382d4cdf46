"""Groups: form one, see who is in, answer, invite more, and apply together."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.models import Organisation
from accounts.permissions import Permission, requires
from applications.finding import queries, services
from applications.finding.forms import ApplyForm, GroupForm, InviteForm
from applications.finding.models import Group, Reply
from applications.finding.queries.groups import is_partner
from applications.finding.views.room import arrived, measure_of, own_kommuner, pages
from foundation import clock, words
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from grants.queries import published_call


@pages.route("/samarbeid/grupper/ny", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def form_group() -> ResponseReturnValue:
    """Form a group with the kommuner that the address names."""
    own = _own_asked_for()
    measure = measure_of(request.args.get("tiltak", type=int))
    today = clock.today()
    chosen = queries.kommuner_by_id(set(request.args.getlist("med", type=int)) - {own.id}, today)
    form = GroupForm(formdata=typed_here(), data={"kommuner": [one.id for one in chosen]})
    form.offer(chosen, [one for one in queries.kommune_names(today) if one[0] != own.id])
    if form.validate_on_submit():
        invited = queries.kommuner_by_id(form.invited(), today)
        try:
            made = services.form_group(
                own, measure, invited, name=form.name.data or "",
                message=form.message.data or "", by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Gruppen er dannet, og kommunene er invitert."))
            return redirect(url_for("finding.group", group_id=made.id), 303)
    return render_template(
        "finding/form_group.html", form=form, own=own, measure=measure, chosen=chosen
    )


@pages.route("/samarbeid/grupper/<int:group_id>")
@requires(Permission.APPLICATION_READ)
def group(group_id: int) -> ResponseReturnValue:
    """See who is in a group, answer, and see which call it waits for."""
    return _group_page(queries.group_of(me(), group_id), InviteForm(formdata=None))


@pages.route("/samarbeid/grupper/<int:group_id>/inviter", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def invite(group_id: int) -> ResponseReturnValue:
    """Invite one more kommune."""
    found = queries.group_of(me(), group_id)
    form = InviteForm()
    form.offer(_names_outside(found))
    if form.validate():
        invited = queries.kommuner_by_id({form.kommune.data}, clock.today())
        try:
            services.invite(found, invited, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error, form.kommune)
        else:
            flash(_("%(name)s er invitert.", name=invited[0].name))
            return redirect(url_for("finding.group", group_id=found.id), 303)
    return _group_page(found, form)


@pages.route("/samarbeid/grupper/<int:group_id>/svar/<int:organisation_id>", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def answer(group_id: int, organisation_id: int) -> ResponseReturnValue:
    """Answer yes or no for one's own kommune."""
    found = queries.group_of(me(), group_id)
    if request.form.get("reply") not in set(Reply):
        raise NotFoundError
    reply = Reply(request.form["reply"])
    try:
        services.reply(found, organisation_id, reply, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
    else:
        flash(_("Svaret er lagret."))
    return redirect(url_for("finding.group", group_id=found.id), 303)


@pages.route("/samarbeid/grupper/<int:group_id>/soknad/<int:call_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def apply(group_id: int, call_id: int) -> ResponseReturnValue:
    """Begin the group's application, with everybody who said yes."""
    found = queries.group_of(me(), group_id)
    call = published_call(call_id)
    able = _able_to_lead(found)
    form = ApplyForm(data={"title": found.name})
    form.offer(able)
    if form.validate_on_submit():
        lead = next(one for one in able if one.id == form.lead.data)
        try:
            made = services.apply_together(
                found, call, lead, title=form.title.data or "", by=me(), at=arrived()
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            return redirect(url_for("applications.show", application_id=made.id), 303)
    return render_template(
        "finding/apply.html", form=form, group=found, call=call, able=able,
        joined=queries.joined(found),
    )  # fmt: skip


def _group_page(found: Group, form: InviteForm) -> ResponseReturnValue:
    own = {one.id for one in own_kommuner()}
    form.offer(_names_outside(found))
    joined = queries.joined(found)
    calls = queries.next_calls(found.measure_id, arrived())
    return render_template(
        "finding/group.html",
        group=found,
        form=form,
        own=[one for one in found.members if one.organisation_id in own],
        is_inside=any(one.organisation_id in own for one in joined),
        joined=joined,
        calls=calls,
        today=clock.today(),
        plans=queries.plans_by_kommune(
            found.measure_id, [one.organisation_id for one in found.members]
        ),
        sees_application=is_partner(me(), found.application_id),
    )


def _own_asked_for() -> Organisation:
    asked = request.args.get("kommune", type=int)
    found = next((one for one in own_kommuner() if one.id == asked), None)
    if found is None:
        raise NotFoundError
    return found


def _names_outside(found: Group) -> list[tuple[int, str]]:
    inside = {one.organisation_id for one in found.members}
    return [one for one in queries.kommune_names(clock.today()) if one[0] not in inside]


def _able_to_lead(found: Group) -> list[Organisation]:
    """List the person's own kommuner that have said yes. The act asks whether the call lets them."""
    inside = {one.organisation_id for one in queries.joined(found)}
    return [one for one in own_kommuner() if one.id in inside]
