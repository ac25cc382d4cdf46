"""How the members divide what they carry themselves (fordelingsnøkkel)."""

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries, services
from applications.costshares import choices_of_key
from applications.forms.costkey import CostKeyForm, cost_key_form
from applications.models import Application
from applications.views.filling import Section, filled_in
from applications.views.room import arrived, of_draft, pages, saved, section_page


@pages.route("/soknader/<int:application_id>/fordelingsnokkel", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def cost_key(application: Application) -> ResponseReturnValue:
    """Agree on a key, beside what each one would carry by inhabitants, equally, and as the budget is."""

    def save(form: CostKeyForm, *, auto: bool) -> None:
        services.set_cost_key(
            application, form.division, by=me(), at=arrived(), seen=form.seal, auto=auto
        )

    section = Section(
        application=application,
        key="budget",
        heading=_("Fordelingsnøkkel"),
        act="application.cost_key_saved",
        form=lambda sent: cost_key_form(application, sent),
        save=save,
    )
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        return saved(application, "budget", request.path)
    return section_page(
        "cost_key", application, "budget",
        form=filled.form, unsaved=filled.unsaved, choices=choices_of_key(application),
        last=queries.saved_last(application, section.act),
    )  # fmt: skip
