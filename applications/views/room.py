"""What the pages of this room share: the moment a request arrived, the draft, the section's page."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission
from applications import queries, words
from applications.bar import bar_of
from applications.corrections.opening import open_sections
from applications.facts import lead_of
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from applications.todo import todo_of
from applications.views.filling import F, Section, correcting, filled_in, own_todo
from criteria.completeness import Section as Part
from criteria.steps import Step
from foundation import clock
from foundation.errors import NotFoundError
from foundation.pages import NavItem, register_navigation

P = ParamSpec("P")
pages = Blueprint("applications", __name__)

register_navigation(
    NavItem("applications.index", _l("Søknader"), Permission.APPLICATION_READ, order=20)
)
__all__ = [
    "arrived", "filled_page", "may_fill", "of_draft", "of_section", "of_shared_draft", "own_part",
    "pages", "saved",
    "section_page", "words",
]  # fmt: skip


@pages.before_app_request
def _note_arrival() -> None:
    g.arrived_at = clock.now()


def arrived() -> datetime:
    """Tell when this request reached the server: a deadline is judged by it, however long we take."""
    moment: datetime = g.arrived_at
    return moment


def of_draft(
    view: Callable[Concatenate[Application, P], ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Hand the view the draft that the person edits for its lead; any other does not exist.

    What is no draft any more is shown as the case it has become. Stands under `@requires`.
    """
    return of_section(None)(view)


def of_section(
    section: Part | None,
) -> Callable[
    [Callable[Concatenate[Application, P], ResponseReturnValue]], Callable[..., ResponseReturnValue]
]:
    """Do as `of_draft`, also in a case where the office has opened the section for correction."""

    def handing(
        view: Callable[Concatenate[Application, P], ResponseReturnValue],
    ) -> Callable[..., ResponseReturnValue]:
        @wraps(view)
        def with_draft(
            application_id: int, *args: P.args, **kwargs: P.kwargs
        ) -> ResponseReturnValue:
            application = queries.led_by(me(), application_id)
            if section in open_sections(application):
                return view(application, *args, **kwargs)
            return _draft_or_case(view, application, *args, **kwargs)

        return with_draft

    return handing


def own_part(application_id: int, partner_id: int) -> tuple[Application, Partner]:
    """Find a part that the person acts for; another's is none of theirs. Raises NotFoundError."""
    application = queries.application_of(me(), application_id)
    own = queries.partner_of(application, partner_id)
    if own.organisation_id not in me().organisations_as(*ACTS_FOR):
        raise NotFoundError
    return application, own


def may_fill(application: Application, partner: Partner) -> bool:
    """Tell whether the person fills in a part: the lead's people all, a partner's people their own."""
    own = me().organisations_as(*ACTS_FOR)
    return lead_of(application).organisation_id in own or partner.organisation_id in own


def of_shared_draft(
    view: Callable[Concatenate[Application, P], ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Hand the view a draft that one of the person's organisations takes part in. As `of_draft`."""

    @wraps(view)
    def with_draft(
        application_id: int, *args: P.args, **kwargs: P.kwargs
    ) -> ResponseReturnValue:
        return _draft_or_case(view, queries.application_of(me(), application_id), *args, **kwargs)

    return with_draft


def _draft_or_case(
    view: Callable[Concatenate[Application, P], ResponseReturnValue],
    application: Application,
    *args: P.args,
    **kwargs: P.kwargs,
) -> ResponseReturnValue:
    if application.step is not Step.DRAFT and request.method == "GET":
        return redirect(url_for("applications.show", application_id=application.id))
    return view(application, *args, **kwargs)


def section_page(
    template: str, application: Application, current: str, **shown: object
) -> ResponseReturnValue:
    """Show a section of a draft beside the list of what is missing."""
    return render_template(
        f"applications/{template}.html",
        application=application,
        todo=own_todo(application),
        deficiency=correcting(application),
        bar=bar_of(application),
        current=current,
        **shown,
    )


def filled_page(template: str, section: Section[F], **shown: object) -> ResponseReturnValue:
    """Show a section to be filled in, or save it and stay or go on."""
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        return saved(section.application, section.key, request.path)
    return section_page(
        template, section.application, section.key,
        form=filled.form, unsaved=filled.unsaved,
        last=queries.saved_last(section.application, section.act),
        **shown,
    )  # fmt: skip


def saved(
    application: Application, current: str, stay: str, onward: str | None = None
) -> ResponseReturnValue:
    """Say when it was saved, and stay; or go on, to the next section or where the view says."""
    flash(_("Lagret kl. %(time)s.", time=f"{clock.in_oslo(clock.now()):%H:%M}"))
    if request.form.get("then") == "next":
        return redirect(onward or _after(application, current), 303)
    return redirect(stay, 303)


def _after(application: Application, current: str) -> str:
    opened = open_sections(application)
    parts = todo_of(application, opened or None).parts
    place = [part.key for part in parts].index(current) + 1
    if place < len(parts):
        return parts[place].href
    if opened:
        return url_for("applications.show", application_id=application.id)
    return url_for("applications.check", application_id=application.id)
