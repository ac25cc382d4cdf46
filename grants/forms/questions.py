"""What is typed about a question of a call: its words, and how the call asks it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from foundation.forms import choices_of
from foundation.language import Bilingual
from grants import rows
from grants.catalogue import QuestionSheet
from grants.forms.draft import (
    LONGEST_LINE,
    VersionedForm,
    bokmal_line,
    nynorsk_line,
    versioned,
)
from grants.forms.rows import code_field
from grants.forms.wording import WordsForm, filled_words
from grants.models import Call, Purpose, Question, Wording
from grants.questionwords import Change
from grants.shown import said
from grants.wordings import same_words, sheet_of

NEW_SECTION = "new"


class AskedForm(VersionedForm):
    """How a call asks a question. Its section is one of the call's or a new one."""

    section = SelectField(_l("Del av skjemaet"), [InputRequired(_l("Velg en del."))])
    section_nb = StringField(_l("Ny del (bokmål)"), [Length(max=LONGEST_LINE)])
    section_nn = StringField(_l("Ny del (nynorsk)"), [Length(max=LONGEST_LINE)])
    required = BooleanField(_l("Spørsmålet må besvares"))
    may_be_irrelevant = BooleanField(_l("Søkeren kan svare «Ikke relevant, fordi …»"))
    purpose = Purpose.APPLICATION
    """What the question is asked for; `offer_sections` says it."""

    def validate_section_nb(self, field: Field) -> None:
        """Ask for the title of a new section."""
        if self.section.data == NEW_SECTION and not field.data:
            raise ValidationError(gettext("Skriv tittelen på den nye delen."))

    def as_asked(self, words: QuestionSheet, call: Call) -> QuestionSheet:
        """Give some words as the call asks them. Only after validation."""
        return replace(
            words,
            purpose=self.purpose,
            section=self._section(call),
            required=self.required.data,
            may_be_irrelevant=self.may_be_irrelevant.data,
        )

    def offer_sections(self, call: Call, purpose: Purpose) -> None:
        """Offer the sections of what the call asks for a purpose, and a new one."""
        self.purpose = purpose
        sections = rows.sections(call.asking(purpose))
        self.section.choices = [
            *((str(n), title.nb) for n, (title, _of) in enumerate(sections)),
            (NEW_SECTION, gettext("Ny del")),
        ]

    def _section(self, call: Call) -> Bilingual:
        if self.section.data == NEW_SECTION:
            return self.both("section")
        title, _questions = rows.sections(call.asking(self.purpose))[int(self.section.data)]
        return title


class NewQuestionForm(AskedForm, WordsForm):
    """A question that no call has asked, under a code of its own."""

    code = code_field()

    def sheet(self, call: Call) -> QuestionSheet:
        """Give the question as it was typed. Only after validation."""
        return self.as_asked(self.words(self.code.data or ""), call)


class ChangedWordsForm(WordsForm):
    """Changed words. The one who changes them says whether the question still means the same."""

    change = RadioField(_l("Hva slags endring er det?"), [Optional()])
    new_code = StringField(
        _l("Ny kode"),
        [
            Optional(),
            Length(max=20),
            Regexp(r"^[\w.-]+$", message=_l("Bruk bokstaver, tall, punktum og bindestrek.")),
        ],
    )
    stands: QuestionSheet
    polishing = False
    """Whether the words are the draft's own, so that they may change without being told as a change."""

    def validate_change(self, field: Field) -> None:
        """Ask which change it is, when there is one."""
        # Optional() stops before this when nothing is chosen, so validate() asks instead.
        if field.data == Change.MEANING and not self.new_code.data:
            raise ValidationError(gettext("Skriv en ny kode for spørsmålet som betyr noe annet."))

    def validate_new_code(self, field: Field) -> None:
        """Take a new code only for a new meaning."""
        if field.data and self.change.data != Change.MEANING:
            raise ValidationError(
                gettext("Velg «Ny betydning» når spørsmålet skal ha ny kode, eller ta bort koden.")
            )

    def validate(self, extra_validators: object = None) -> bool:
        """Look at every field, and then ask which change it is when the words are others."""
        if not super().validate(extra_validators):
            return False
        if self.change.data or self.polishing or same_words(self.stands, self.words("")):
            return True
        self.change.errors = [
            *self.change.errors, gettext("Velg om det er ny ordlyd eller ny betydning.")
        ]  # fmt: skip
        return False

    def changed_words(self) -> QuestionSheet:
        """Give the words under the code that they belong to. Only after validation."""
        is_new = self.change.data == Change.MEANING
        return self.words((self.new_code.data if is_new else "") or self.stands.code)

    def let_change(self, stands: QuestionSheet, *, polishing: bool) -> None:
        """Say which words stand, and whether they may simply be polished."""
        self.stands, self.polishing = stands, polishing
        self.change.choices = choices_of(Change)


class ChangeQuestionForm(AskedForm, ChangedWordsForm):
    """A question that a draft asks already."""

    def sheet(self, call: Call) -> QuestionSheet:
        """Give the question as it was typed; its condition stays. Only after validation."""
        asked = self.as_asked(self.changed_words(), call)
        return replace(asked, shown_when=self.stands.shown_when)


class FromCatalogueForm(AskedForm):
    """A question of the catalogue, and how the call asks it."""

    wording = RadioField(_l("Spørsmål"), [InputRequired(_l("Velg et spørsmål."))])

    def offer(self, wordings: Iterable[Wording]) -> None:
        """Offer wordings by code and version."""
        self.wording.choices = [
            (f"{one.code} {one.version}", f"{one.code} v{one.version}: {said(one.label)}")
            for one in wordings
        ]

    @property
    def chosen(self) -> tuple[str, int]:
        """The code and version that were chosen. Only after validation."""
        code, version = str(self.wording.data).split(" ")
        return code, int(version)


class SectionForm(VersionedForm):
    """The title of a section of questions."""

    title_nb = bokmal_line(_l("Tittel (bokmål)"), _l("Skriv en tittel."))
    title_nn = nynorsk_line(_l("Tittel (nynorsk)"))


def question_form(
    call: Call,
    row: Question | None,
    *,
    purpose: Purpose = Purpose.APPLICATION,
    polishing: bool = False,
) -> NewQuestionForm | ChangeQuestionForm:
    """Make the form of a question, with room for more choices; empty for a new one.

    `polishing`: the words are this draft's own, and may change without getting a new version.
    """
    sections = [title for title, _questions in rows.sections(call.asking(purpose))]
    form: NewQuestionForm | ChangeQuestionForm
    if row is None:
        form = NewQuestionForm(**versioned(call, kind="text", **asked_first(sections)))
    else:
        stands = sheet_of(row)
        form = ChangeQuestionForm(
            **versioned(call, **filled_words(stands), **_asked(sections, stands))
        )
        form.let_change(stands, polishing=polishing)
    form.offer_kinds()
    form.offer_sections(call, purpose)
    return form


def from_catalogue_form(
    call: Call, wordings: Sequence[Wording], purpose: Purpose = Purpose.APPLICATION
) -> FromCatalogueForm:
    """Make the form that draws a question from the catalogue: those whose code the call lacks."""
    sections = [title for title, _questions in rows.sections(call.asking(purpose))]
    form = FromCatalogueForm(**versioned(call, **asked_first(sections)))
    there = {question.code for question in call.asking(purpose)}
    form.offer(one for one in reversed(wordings) if one.code not in there)
    form.offer_sections(call, purpose)
    return form


def asked_first(sections: Sequence[Bilingual]) -> dict[str, object]:
    """Give how a question is asked until something else is said."""
    return {"required": True, "section": "0" if sections else NEW_SECTION}


def _asked(sections: Sequence[Bilingual], sheet: QuestionSheet) -> dict[str, object]:
    return {
        "section": str(sections.index(sheet.section)),
        "required": sheet.required,
        "may_be_irrelevant": sheet.may_be_irrelevant,
    }
