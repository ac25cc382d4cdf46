"""Pages where an administrator looks after the scheme: its level, whom to ask, its money."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import Form, refuse
from foundation.pages import NavItem, register_navigation
from grants import queries, services, setting_up, sheets, shown
from grants.forms.draft import present, versioned
from grants.forms.scheme import AppropriationForm, ContactForm, LevelForm, SenderForm
from grants.views.blueprint import pages

register_navigation(
    NavItem("grants.manage_scheme", _l("Forvalt ordningen"), Permission.SCHEME_MANAGE, 900)
)


@pages.route("/forvaltning/ordningen")
@requires(Permission.SCHEME_MANAGE)
def manage_scheme() -> ResponseReturnValue:
    """Show the scheme as its administrator looks after it; before there is one, how to get it."""
    if not queries.has_scheme():
        return render_template("grants/set_up.html", form=Form(), sheet=sheets.scheme_sheet())
    found = queries.scheme()
    return render_template(
        "grants/manage_scheme.html",
        scheme=found,
        sender=queries.sender(),
        level=queries.level_of(found),
        levels=shown.show_levels(found),
        money=shown.show_money(found),
    )


@pages.route("/forvaltning/ordningen/sett-opp", methods=["POST"])
@requires(Permission.SCHEME_MANAGE)
def set_up() -> ResponseReturnValue:
    """Set the scheme up from the sheet that lies with the code."""
    setting_up.set_up(by=me(), at=clock.now())
    flash(_("Ordningen er satt opp."), "success")
    return redirect(url_for("grants.manage_scheme"))


@pages.route("/forvaltning/ordningen/niva", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def choose_level() -> ResponseReturnValue:
    """Choose an ambition level, with what each would change shown beside it."""
    found = queries.scheme()
    form = LevelForm(**versioned(found, level=str(found.ambition_level)))
    form.level.choices = [
        (str(one.level), f"{one.level}. {shown.said(one.name)}") for one in found.levels
    ]
    if form.validate_on_submit():
        form.refuse_stale(found)
        services.choose_ambition_level(found, int(form.level.data), by=me(), at=clock.now())
        flash(_("Ordningen følger nå ambisjonsnivå %(level)s.", level=form.level.data), "success")
        return redirect(url_for("grants.manage_scheme"))
    return render_template(
        "grants/choose_level.html",
        form=form,
        scheme=found,
        changes=shown.show_changes(found, queries.calls()),
    )


@pages.route("/forvaltning/ordningen/kontakt", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def change_contact() -> ResponseReturnValue:
    """Say whom applicants can ask."""
    found = queries.scheme()
    form = ContactForm(**versioned(found, contact=found.contact))
    if form.validate_on_submit():
        form.refuse_stale(found)
        services.change_contact(found, form.both("contact"), by=me(), at=clock.now())
        flash(_("Kontakten er lagret."), "success")
        return redirect(url_for("grants.manage_scheme"))
    return render_template("grants/change_contact.html", form=form)


@pages.route("/forvaltning/ordningen/avsender", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def change_sender() -> ResponseReturnValue:
    """Change who sends the letters, from the next letter on."""
    found = queries.sender()
    form = SenderForm(**versioned(found, **shown.show_sender(found)))
    if form.validate_on_submit():
        form.refuse_stale(found)
        services.change_sender(found, form.sheet, by=me(), at=clock.now())
        flash(_("Avsenderen er lagret. Den gjelder fra neste brev."), "success")
        return redirect(url_for("grants.manage_scheme"))
    return render_template("grants/change_sender.html", form=form)


@pages.route("/forvaltning/bevilgninger", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def appropriations() -> ResponseReturnValue:
    """List every decision on money, and register another: nothing is overwritten."""
    found = queries.scheme()
    form = AppropriationForm()
    form.offer_posts((str(one.id), shown.post_name(one)) for one in found.posts)
    if form.validate_on_submit():
        try:
            services.register_appropriation(
                next(one for one in found.posts if str(one.id) == form.post.data),
                year=present(form.year.data),
                amount=form.change,
                authority=form.authority.data or "",
                decided_on=present(form.decided_on.data),
                by=me(),
                at=clock.now(),
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Bevilgningen er registrert."), "success")
            return redirect(url_for("grants.appropriations"))
    return render_template(
        "grants/appropriations.html", form=form, scheme=found, money=shown.show_money(found)
    )
