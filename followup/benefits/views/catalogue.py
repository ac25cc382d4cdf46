"""Pages of the catalogue of benefits: read by everybody who signs in, extended by administrators."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from criteria.benefitwords import Actor
from followup.benefits import chain, queries, services
from followup.benefits.sheet import load_catalogue
from followup.benefits.views.opening import ends
from followup.benefits.wording import FORMS, WordsForm, words_form
from followup.views.blueprint import pages
from foundation import clock, locale, words
from foundation.errors import RuleBrokenError
from foundation.forms import done
from foundation.pages import NavItem, register_navigation
from grants import queries as grants

register_navigation(
    NavItem("followup.benefit_catalogue", _l("Gevinster"), Permission.SCHEME_READ, order=47, seldom=True)
)


@pages.route("/gevinster/katalog")
@requires(Permission.PROFILE_READ)
def benefit_catalogue() -> ResponseReturnValue:
    """Show the benefits in the scheme's order, who they are of use to, and the map."""
    found = queries.catalogue()
    chains = chain.of_catalogue(found, ends()) if found else ()
    return render_template(
        "followup/benefits/catalogue.html",
        benefits=found,
        actors=list(Actor),
        effects=queries.effects(),
        needs=grants.needs(),
        chains=chains,
        drawing=chain.benefit_map(chains, locale.language()),
        may_change=is_allowed(Permission.SCHEME_MANAGE),
        may_pass_on=is_allowed(Permission.DECISION_SIGN),
        holding=queries.responsibility(None),
        today=clock.today(),
        handovers=queries.handovers_in(None) if is_allowed(Permission.CASE_READ) else [],
    )


@pages.route("/gevinster/katalog", methods=["POST"])
@requires(Permission.SCHEME_MANAGE)
def fill_benefits() -> ResponseReturnValue:
    """Take in the catalogue that comes with the program."""
    try:
        services.fill_benefits(load_catalogue(), by=me(), at=clock.now())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
    else:
        flash(_("Katalogen er hentet inn."), "success")
    return redirect(url_for("followup.benefit_catalogue"), 303)


@pages.route("/gevinster/katalog/<benefit_code>")
@requires(Permission.PROFILE_READ)
def catalogued_benefit(benefit_code: str) -> ResponseReturnValue:
    """Show the whole plan of a benefit, and its earlier versions."""
    newest, *earlier = queries.versions_of(benefit_code)
    return render_template(
        "followup/benefits/plan.html",
        benefit=newest,
        earlier=earlier,
        actors=[one for one in Actor if one.value in newest.actors.split()],
        tied=chain.of_catalogue([newest], ends())[0],
        needs=[one for one in grants.needs() if one.code in newest.needs.split()],
        effects=[one for one in queries.effects() if one.code in newest.effects.split()],
        may_change=is_allowed(Permission.SCHEME_MANAGE),
    )


@pages.route("/gevinster/katalog/ny", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def new_benefit() -> ResponseReturnValue:
    """Add a benefit to the catalogue."""
    return _words_page(words_form(None), _("Ny gevinst i katalogen"))


@pages.route("/gevinster/katalog/<benefit_code>/ny-versjon", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def word_benefit(benefit_code: str) -> ResponseReturnValue:
    """Say something anew of a benefit: a new version that holds from now on."""
    newest = queries.versions_of(benefit_code)[0]
    return _words_page(words_form(newest), _("Ny versjon av gevinsten %(code)s", code=newest.code))


def _words_page(form: WordsForm, title: str) -> ResponseReturnValue:
    if form.validate_on_submit() and done(
        form, lambda: services.publish_benefit(form.sheet, by=me(), at=clock.now())
    ):
        flash(_("Versjonen gjelder fra nå av. Prosjekter som har valgt en eldre, beholder den."))
        return redirect(url_for("followup.catalogued_benefit", benefit_code=form.sheet.code), 303)
    return render_template(
        "followup/benefits/words.html", form=form, title=title, forms=tuple(FORMS)
    )
