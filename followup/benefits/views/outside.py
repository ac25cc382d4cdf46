"""A project's register for those who carry it out: read by each kommune, chosen and judged by the lead."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from criteria.benefitwords import Actor, IndicatorKind
from followup.beginning import chosen_benefits
from followup.benefits import chain, queries, services
from followup.benefits.forms import (
    ChooseForm,
    DropForm,
    IndicatorForm,
    JudgeForm,
    OwnBenefitForm,
)
from followup.benefits.owed import owed_baselines, owed_measurements
from followup.benefits.views.forming import form_page
from followup.benefits.views.opening import chains_of, opened_led, opened_outside
from followup.views.blueprint import pages
from foundation import clock, locale
from foundation.forms import choices_of
from foundation.showing import show_text


@pages.route("/soknader/<int:application_id>/gevinster")
@requires(Permission.REPORT_WRITE)
def benefits(application_id: int) -> ResponseReturnValue:
    """Show what a project follows, with the figures that the reader may see."""
    found = opened_outside(application_id)
    chains = chains_of(found)
    return render_template(
        "followup/benefits/register.html",
        register=found,
        chains=chains,
        drawing=chain.benefit_map(chains, locale.language()),
        office=False,
        owed=owed_measurements(found, clock.today()),
        baselines=owed_baselines(found),
        signs=me().organisations_as(Role.SIGNATORY),
    )


@pages.route("/soknader/<int:application_id>/gevinster/velg", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def choose_benefits(application_id: int) -> ResponseReturnValue:
    """Pick from the catalogue; what the application spoke of is ticked."""
    application = opened_led(application_id)
    there = set(queries.codes_in(application_id))
    form = ChooseForm(
        codes=[one.code for one in chosen_benefits(application) if one.code not in there]
    )
    left = [one for one in queries.catalogue() if one.code not in there]
    form.codes.choices = [(one.code, f"{one.code} {show_text(one.name)}") for one in left]
    onward = url_for("followup.benefits", application_id=application_id)
    return form_page(
        form,
        lambda: services.choose_benefits(application, form.codes.data or (), by=me(), at=arrived()),
        done=_("Prosjektet følger gevinstene fra nå av. Registrer nullpunkt før dere endrer noe."),
        onward=onward,
        told={
            "title": _("Velg gevinster"),
            "intro": _("Gevinstene kommer med indikatorene sine. Dere kan legge til egne etterpå."),
            "press": _("Følg gevinstene"),
            "application": application,
            "nothing": _("Alle gevinstene i katalogen er valgt.") if not left else "",
        },
    )


@pages.route("/soknader/<int:application_id>/gevinster/egen", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def own_benefit(application_id: int) -> ResponseReturnValue:
    """Add a benefit of the project's own."""
    application = opened_led(application_id)
    form = OwnBenefitForm()
    form.offer_levels()
    form.actors.choices = choices_of(Actor)
    return form_page(
        form,
        lambda: services.add_own_benefit(application, form.own, by=me(), at=arrived()),
        done=_("Gevinsten er lagt til. Legg til indikatorer som viser om den kommer."),
        onward=url_for("followup.benefits", application_id=application_id),
        told={
            "title": _("Legg til en egen gevinst"),
            "intro": _(
                "En gevinst er en virkning som noen ser på som positiv, og som følger av prosjektet."
            ),
            "press": _("Legg til gevinsten"),
            "application": application,
            "first": ("name", "actors"),
        },
    )


@pages.route("/gevinster/<int:benefit_id>/vurder", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def judge_benefit(benefit_id: int) -> ResponseReturnValue:
    """Judge a benefit, so that the formula can place it."""
    benefit = queries.led_benefit(me(), benefit_id)
    form = JudgeForm(obj=benefit)
    form.offer_levels()
    return form_page(
        form,
        lambda: services.judge_benefit(benefit, form.judgement, by=me(), at=arrived()),
        done=_("Vurderingen er lagret."),
        onward=url_for("followup.benefits", application_id=benefit.application_id),
        told={
            "title": _("Vurder gevinsten %(code)s", code=benefit.code),
            "intro": show_text(benefit.name),
            "press": _("Lagre vurderingen"),
            "application": benefit.application,
        },
    )


@pages.route("/gevinster/<int:benefit_id>/ta-ut", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def drop_benefit(benefit_id: int) -> ResponseReturnValue:
    """Follow a benefit no longer."""
    benefit = queries.led_benefit(me(), benefit_id)
    form = DropForm()
    return form_page(
        form,
        lambda: services.drop_benefit(benefit, why=form.why.data or "", by=me(), at=arrived()),
        done=_("Gevinsten er tatt ut. Det som er registrert, er bevart."),
        onward=url_for("followup.benefits", application_id=benefit.application_id),
        told={
            "title": _("Ta ut gevinsten %(code)s", code=benefit.code),
            "intro": show_text(benefit.name),
            "press": _("Ta ut gevinsten"),
            "application": benefit.application,
        },
    )


@pages.route("/gevinster/<int:benefit_id>/indikator", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def add_indicator(benefit_id: int) -> ResponseReturnValue:
    """Add an indicator of the project's own."""
    benefit = queries.led_benefit(me(), benefit_id)
    form = IndicatorForm()
    form.kind.choices = choices_of(IndicatorKind)
    return form_page(
        form,
        lambda: services.add_indicator(
            benefit, kind=form.chosen, name=form.name.data or "", unit=form.unit.data or "",
            by=me(), at=arrived(),
        ),
        done=_("Indikatoren er lagt til."),
        onward=url_for("followup.benefits", application_id=benefit.application_id),
        told={
            "title": _("Legg til en indikator for %(code)s", code=benefit.code),
            "intro": show_text(benefit.name),
            "press": _("Legg til indikatoren"),
            "application": benefit.application,
        },
    )  # fmt: skip
