"""What fills the places of a letter's texts: every value written out in the letter's form of Norwegian.

A value that a letter has not got is not here; a part that hangs on it is left out.
"""

from collections.abc import Callable
from functools import singledispatch

from applications.deficiency_letter import DeficiencyLetter
from applications.receipt import Receipt
from decisions.letter.case import CaseLetter
from decisions.letter.contents import AwardLetter, Decided, RefusalLetter, RejectionLetter
from decisions.letter.parts import Competition, Complaint, Subject
from decisions.lettertexts.sayings import said_values
from foundation.law import References
from foundation.letterhead import Letterhead
from foundation.money import Ore, format_kroner
from foundation.wording import format_account, format_day, format_number

Values = dict[str, str]
_PERIOD = " i perioden {first}–{last}"
"""The same in both forms of Norwegian."""


@singledispatch
def values_of(letter: object) -> Values:
    """Give the values of a letter's places."""
    raise TypeError(type(letter).__name__)


@values_of.register
def _(letter: AwardLetter) -> Values:
    found = _decided(letter) | {
        "innvilget": format_kroner(letter.granted),
        "søkt": format_kroner(letter.asked),
        "året": str(letter.years[0].year),
        "startår": str(letter.subject.first_year),
        "sats": str(letter.rate),
        "egenandel": format_kroner(letter.own_share),
        "standardvilkår": letter.standard_terms,
        "akseptfrist": format_day(letter.accept_by),
    }
    if letter.share is not None:
        found["andel"] = str(letter.share)
    if letter.account is not None:
        found["konto"] = format_account(letter.account)
    if letter.audit_from is not None:
        found["revisorgrense"] = format_kroner(letter.audit_from)
    return found | _competition(letter.competition)


@values_of.register
def _(letter: RefusalLetter) -> Values:
    over = Ore(max(letter.competition.asked - letter.competition.frame, 0))
    return (
        _decided(letter)
        | {"søkt": format_kroner(letter.asked), "søkt_over_rammen": format_kroner(over)}
        | _competition(letter.competition)
    )


@values_of.register
def _(letter: RejectionLetter) -> Values:
    found = _decided(letter) | {"søkt": format_kroner(letter.asked)}
    if letter.asked_to_mend_on and letter.mend_by:
        found["bedt_rette_dato"] = format_day(letter.asked_to_mend_on)
        found["rettefrist"] = format_day(letter.mend_by)
    return found


@values_of.register
def _(letter: Receipt) -> Values:
    found = _head(letter.head, letter.law) | {
        "prosjekt": letter.project,
        "ordning": letter.scheme,
        "utlysning": letter.call,
        "søker": letter.head.addressee.name,
        "søkt": format_kroner(letter.asked),
        "egenandel": format_kroner(letter.own_share),
        "året": str(letter.years[0].year),
        "antall_deltakere": str(len(letter.partners)),
        "antall_bekreftet": str(len(letter.confirmed)),
    }
    if letter.answer_expected_by:
        found["svar_ventes"] = format_day(letter.answer_expected_by)
    return found


@values_of.register
def _(letter: DeficiencyLetter) -> Values:
    return _head(letter.head, letter.law) | {
        "prosjekt": letter.project,
        "ordning": letter.scheme,
        "utlysning": letter.call,
        "søker": letter.head.addressee.name,
        "søknadsdato": format_day(letter.submitted_on),
        "svarfrist": format_day(letter.due_on),
    }


@values_of.register
def _(letter: CaseLetter) -> Values:
    found = _head(letter.head, letter.law) | _subject(letter.subject)
    found |= said_values(letter.said, letter.head.language, letter.complaint)
    found |= _correcting(letter)
    return found | _complaint(letter.complaint, letter.law, letter.head.language)


def _correcting(letter: CaseLetter) -> Values:
    """Give what a correction is made by, and whether the corrected decision comes with it."""
    by = {"paragraf_retting": letter.law.correction} if letter.law.correction else {"etter_praksis": "ja"}
    return by | ({"rettet_vedtak": "ja"} if letter.enclosed else {})


def _decided(letter: Decided) -> Values:
    return (
        _head(letter.head, letter.law)
        | _subject(letter.subject)
        | _complaint(letter.complaint, letter.law, letter.head.language)
        | {"vedtaksdato": format_day(letter.decided_on)}
    )


def _head(head: Letterhead, law: References) -> Values:
    return {
        "avsender": head.office.name,
        "saksnummer": head.case_number,
        "forvaltningsloven": law.act.in_(head.language),
        **{name: read(law) for name, read in _PARAGRAPHS.items()},
    }


_PARAGRAPHS: dict[str, Callable[[References], str]] = {
    "paragraf_veiledning": lambda law: law.guidance,
    "paragraf_foreløpig_svar": lambda law: law.interim_reply,
    "paragraf_mangler": lambda law: law.supplement,
    "paragraf_innsyn": lambda law: law.access,
    "paragraf_klageinstans": lambda law: law.complaint_body,
    "paragraf_klagefrist": lambda law: law.complaint_deadline,
    "paragraf_klageform": lambda law: law.complaint_form,
    "paragraf_utsetting": lambda law: law.deferral,
    "paragraf_sakskostnader": lambda law: law.costs,
    "paragraf_varsel": lambda law: law.advance_notice,
    "paragraf_for_sent": lambda law: law.complaint_late,
}


def _subject(subject: Subject) -> Values:
    several = subject.first_year != subject.last_year
    period = _PERIOD.format(first=subject.first_year, last=subject.last_year)
    return {
        "søker": subject.applicant,
        "prosjekt": subject.project,
        "ordning": subject.scheme,
        "utlysning": subject.call,
        "søknadsdato": format_day(subject.submitted_on),
        "periode": period if several else "",
        "regelverk": subject.regulation,
        "regelverk_fra": format_day(subject.regulation_from),
        "budsjettpost": subject.budget_line,
    }


def _complaint(complaint: Complaint | None, law: References, language: str) -> Values:
    if complaint is None or not complaint.allowed:
        return {}
    return {
        "klagefrist_uker": str(complaint.weeks),
        "klagefrist_fra": law.complaint_runs_from.in_(language),
        "klageinstans": complaint.body or "",
    }


def _competition(competition: Competition) -> Values:
    found = {
        "søknadsfrist": format_day(competition.deadline),
        "antall_søknader": format_number(competition.applications),
        "søkt_til_sammen": format_kroner(competition.asked),
        "ramme": format_kroner(competition.frame),
        "antall_vurdert": format_number(competition.assessed),
        "antall_innvilget": format_number(competition.awarded),
        "poeng": format_number(competition.points),
        "plass": format_number(competition.rank),
    }
    if competition.line is not None:
        found["laveste_poeng"] = format_number(competition.line)
    return found
