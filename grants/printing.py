"""A call's rows turned into the papers that say it. Needs the call whole."""

from datetime import date

from flask_babel import force_locale
from flask_babel import gettext as _

from foundation import clock
from foundation.files import ALLOWED, LARGEST_UPLOAD
from foundation.language import Bilingual
from foundation.letterhead import SheetHead
from foundation.wording import format_moment
from grants import document, rows, shown, states
from grants.document import CallDocument, Heading, RuleSheet
from grants.letterhead import office_of
from grants.limits import MOST_ATTACHMENTS
from grants.models import Call, Criterion, Question, Sender
from grants.rulesheet import chapters_of

DRAFT = Bilingual(
    "UTKAST – utlysningen er ikke kunngjort, og kan bli endret.",
    "UTKAST – utlysinga er ikkje kunngjord, og kan bli endra.",
)
EXAMPLE = Bilingual(
    "Eksempel med oppdiktede opplysninger.",
    "Døme med oppdikta opplysningar.",
)
_MEGABYTE = 1024 * 1024


def rule_sheet(call: Call, sender: Sender, language: str, notice: str | None = None) -> RuleSheet:
    """Fill a call's rule sheet in one form of Norwegian."""
    return RuleSheet(
        heading=_heading(call, sender, language, notice), chapters=chapters_of(call, language)
    )


def whole_call(
    call: Call, sender: Sender, language: str, notice: str | None = None
) -> CallDocument:
    """Fill a whole call in one form of Norwegian: rules, questions, documents, criteria, conditions."""
    with force_locale(language):
        return CallDocument(
            heading=_heading(call, sender, language, notice),
            chapters=chapters_of(call, language),
            sections=_sections(call, language),
            attachment_limits=attachment_limits(),
            attachments=tuple(one.label.in_(language) for one in call.required_attachments),
            criteria=tuple(_criterion(one, language) for one in call.criteria if one.scored),
            conditions=tuple(
                document.Condition(
                    code=one.code, title=one.title.in_(language), text=one.text.in_(language)
                )
                for one in call.conditions
            ),
        )


def attachment_limits() -> str:
    """Say how many documents there is room for, how large each may be and of which types."""
    types = ", ".join(sorted(ending.removeprefix(".").upper() for ending in ALLOWED.values()))
    return str(_(
        "En søknad kan ha %(most)s vedlegg. Hver fil kan være på inntil %(size)s MB og må være av en av "
        "disse typene: %(types)s.",
        most=MOST_ATTACHMENTS, size=LARGEST_UPLOAD // _MEGABYTE, types=types,
    ))  # fmt: skip


def _heading(call: Call, sender: Sender, language: str, notice: str | None) -> Heading:
    draft = None if call.published_at else DRAFT.in_(language)
    return Heading(
        head=SheetHead(
            language=language,
            office=office_of(sender, call.scheme.contact, language),
            code=_code(call),
            dated=_dated(call),
            notice=notice or draft,
        ),
        call=call.title.in_(language),
        scheme=call.scheme.name.in_(language),
        purpose=call.purpose.in_(language),
        regulation=call.regulation.title.in_(language),
        deadline=format_moment(states.last_moment(call)),
        contact=call.scheme.contact.in_(language),
    )


def _code(call: Call) -> str:
    """Give the round's code, with the edition when there is more than one."""
    return call.code if call.edition in (None, 1) else f"{call.code}, v{call.edition}"


def _dated(call: Call) -> date:
    """Give the day of publication; a draft is of today."""
    return clock.in_oslo(call.published_at).date() if call.published_at else clock.today()


def _sections(call: Call, language: str) -> tuple[document.QuestionSection, ...]:
    conditions = shown.conditions(call.questions)
    return tuple(
        document.QuestionSection(
            title=title.in_(language),
            questions=tuple(
                _question(one, conditions.get(one.code), language) for one in questions
            ),
        )
        for title, questions in rows.sections(call.questions)
    )


def _question(question: Question, condition: str | None, language: str) -> document.Question:
    notes = [shown.how(question), _("må besvares") if question.required else _("kan stå tomt")]
    if question.may_be_irrelevant:
        notes.append(_("«ikke relevant, fordi …» er også et svar"))
    return document.Question(
        code=f"{question.code} v{question.code_version}",
        label=question.label.in_(language),
        how=". ".join(note[:1].upper() + note[1:] for note in map(str, notes)) + ".",
        help=question.help.in_(language) if question.help else None,
        condition=condition,
        choices=tuple(one.label.in_(language).rstrip(".") for one in question.choices),
    )


def _criterion(criterion: Criterion, language: str) -> document.Criterion:
    return document.Criterion(
        name=criterion.name.in_(language),
        weight=criterion.weight,
        guidance=criterion.guidance.in_(language),
        anchors=tuple(
            document.Anchor(mark=str(one.mark), text=one.text.in_(language))
            for one in criterion.anchors
        ),
    )
