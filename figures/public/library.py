"""The experience library, open to everybody: what is published, and its documents."""

from collections.abc import Mapping

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length, Optional

from accounts.permissions import public
from applications.views.attachments import download
from criteria.experience import Subject
from figures.public.blueprint import pages
from figures.public.keeping import kept
from followup.experience import queries
from followup.experience.queries import LibraryFilter
from foundation.forms import FilterForm, choices_of
from foundation.language import Bilingual
from foundation.showing import show_text
from grants.registers import queries as registers

ANY_BYTES = "application/octet-stream"


class LibraryForm(FilterForm):
    """What somebody looks for."""

    text = StringField(
        _l("Søk"), [Optional(), Length(max=80)], description=_l("Ord i teksten, eller en kommune")
    )
    subject = SelectField(_l("Tema"), [Optional()])
    standard = SelectField(_l("Standard eller løsning"), [Optional()])

    def offer(self, standards: Mapping[str, Bilingual]) -> None:
        """Offer the subjects and the standards in the reader's language."""
        self.codes = frozenset(standards)
        every = ("", str(_l("Alle")))
        self.subject.choices = [every, *choices_of(Subject)]
        self.standard.choices = [every, *((code, show_text(title)) for code, title in standards.items())]

    def chosen(self, after: int | None) -> LibraryFilter:
        """Give what the address asks for; what is no choice is left out."""
        subject, standard = self.subject.data, self.standard.data
        return LibraryFilter(
            text=self.text.data or "",
            subject=Subject(subject) if subject in set(Subject) else None,
            standard=standard if standard in self.codes else "",
            after=after,
        )


@pages.route("/erfaringer")
@public
@kept
def library() -> ResponseReturnValue:
    """Search what projects have learnt, by words, subject and standard."""
    form = LibraryForm()
    titles = registers.titles()
    form.offer(titles)
    form.validate()
    page = queries.library(form.chosen(request.args.get("after", type=int)))
    return render_template("public/library.html", filters=form, page=page, titles=titles)


@pages.route("/erfaringer/<int:experience_id>")
@public
@kept
def library_account(experience_id: int) -> ResponseReturnValue:
    """Read what one project has learnt."""
    return render_template(
        "public/library_account.html",
        row=queries.published_experience(experience_id),
        titles=registers.titles(),
    )


@pages.route("/erfaringer/dokumenter/<int:document_id>")
@public
def library_document(document_id: int) -> ResponseReturnValue:
    """Hand out a document of a published account."""
    found = queries.published_document(document_id)
    return download(found.sha256, ANY_BYTES, found.filename)
