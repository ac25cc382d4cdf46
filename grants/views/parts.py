"""Pages for the parts of a draft that are one form: basics, applicants, each rule, a section's title."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import OrganisationKind
from accounts.permissions import Permission, requires
from accounts.queries import organisations
from foundation import clock
from foundation.errors import NotFoundError
from grants import rows, services, shown
from grants.basis import RANKING_RULES
from grants.forms.basics import LEADING_KINDS, ApplicantsForm, BasicsForm, EditionForm
from grants.forms.draft import versioned
from grants.forms.questions import SectionForm
from grants.forms.rules import rule_form
from grants.purposes import ADDRESSES
from grants.rules import rules_in_order
from grants.views.blueprint import pages
from grants.views.drafting import draft_of, saved


@pages.route("/forvaltning/utlysninger/<int:call_id>/grunnlag", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def basics(call_id: int) -> ResponseReturnValue:
    """Change a draft's texts, dates, frame and years."""
    call = draft_of(call_id)
    kind = BasicsForm if call.first_id is None else EditionForm
    form = kind(
        **versioned(
            call,
            title=call.title,
            purpose=call.purpose,
            opens_on=call.opens_on,
            closes_on=call.closes_on,
            frame=call.frame,
            first_year=call.first_year,
            last_year=call.last_year,
            method=call.method.value,
            appeal_allowed=call.appeal_allowed,
            appeal_text=call.appeal_text,
        )
    )
    if isinstance(form, BasicsForm):
        form.offer_methods()
    if saved(
        form,
        call,
        lambda: services.change_basics(call, form.basics_of(call), by=me(), at=clock.now()),
    ):
        flash(_("Endringene er lagret."), "success")
        return redirect(url_for("grants.call", call_id=call.id))
    return render_template("grants/basics.html", call=call, form=form)


@pages.route("/forvaltning/utlysninger/<int:call_id>/sokere", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def applicants(call_id: int) -> ResponseReturnValue:
    """Say who may lead and who may take part."""
    call = draft_of(call_id)
    form = ApplicantsForm(
        **versioned(
            call,
            applicants=call.applicants,
            leads=[kind.kind.value for kind in call.kinds if kind.may_lead],
            partners=[kind.kind.value for kind in call.kinds],
            only_lead=str(call.only_lead_id or ""),
        )
    )
    able = organisations(frozenset(LEADING_KINDS), clock.today())
    form.offer(able)
    by_id = {str(one.id): one for one in able}
    if saved(
        form,
        call,
        lambda: services.change_applicants(
            call,
            form.both("applicants"),
            leads=frozenset(map(OrganisationKind, form.leads.data or [])),
            partners=frozenset(map(OrganisationKind, form.partners.data or [])),
            only_lead=by_id.get(form.only_lead.data or ""),
            by=me(),
            at=clock.now(),
        ),
    ):
        flash(_("Endringene er lagret."), "success")
        return redirect(url_for("grants.call", call_id=call.id))
    return render_template("grants/applicants.html", call=call, form=form)


@pages.route("/forvaltning/utlysninger/<int:call_id>/regler")
@requires(Permission.CALL_MANAGE)
def rules(call_id: int) -> ResponseReturnValue:
    """List a draft's rules with their notes."""
    call = draft_of(call_id)
    return render_template(
        "grants/rules.html",
        call=call,
        rules=[shown.show_rule(rule) for rule in rules_in_order(call)],
        fixed=RANKING_RULES if call.first_id else (),
    )


@pages.route("/forvaltning/utlysninger/<int:call_id>/regler/<int:rule_id>", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def rule(call_id: int, rule_id: int) -> ResponseReturnValue:
    """Set one rule: its value, its note, and whether the administrator chose it."""
    call = draft_of(call_id)
    found = rows.find(call.rules, rule_id)
    form = rule_form(call, found)
    if saved(
        form,
        call,
        lambda: services.change_rule(call, found, form.setting, by=me(), at=clock.now()),
    ):
        flash(_("Regelen er lagret."), "success")
        return redirect(url_for("grants.rules", call_id=call.id))
    return render_template("grants/rule.html", call=call, rule=found, form=form)


@pages.route("/forvaltning/utlysninger/<int:call_id>/deler/<int:number>", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def section(call_id: int, number: int) -> ResponseReturnValue:
    """Give a section of questions another title."""
    call, slug = draft_of(call_id), request.args.get("slug", "sporsmal")
    purpose = ADDRESSES.get(slug)
    if purpose is None:
        raise NotFoundError
    titles = [title for title, _questions in rows.sections(call.asking(purpose))]
    if number >= len(titles):
        raise NotFoundError
    form = SectionForm(**versioned(call, title=titles[number]))
    if saved(
        form,
        call,
        lambda: services.rename_section(
            call, titles[number], form.both("title"), purpose=purpose, by=me(), at=clock.now()
        ),
    ):
        flash(_("Tittelen er lagret."), "success")
        return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))
    return render_template("grants/section.html", call=call, form=form, slug=slug)
