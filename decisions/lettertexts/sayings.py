"""The values of the letters that are about no decision of their own.

Some are only there to let a part stand or fall; their text is not shown.
"""

from functools import singledispatch

from decisions.letter.parts import Complaint
from decisions.letter.said import (
    CarryOver,
    ChangeAnswer,
    ComplaintAnswer,
    ComplaintResult,
    Correction,
    Forwarding,
    InterestClaim,
    InterimReply,
    Occasion,
    Reclaim,
    ReclaimNotice,
    Reduction,
    ReductionNotice,
    Reminder,
    Saying,
)
from decisions.letterkinds import OF_DECISIONS, LetterKind
from foundation.language import Bilingual
from foundation.money import format_kroner
from foundation.wording import format_account, format_day

Values = dict[str, str]
_SO = "ja"
"""The value of a place that only lets a part stand."""

REMINDED_OF: dict[Occasion, Bilingual] = {
    Occasion.ACCEPTANCE: Bilingual("fristen for å akseptere tilskuddet", "fristen for å akseptere tilskotet"),
    Occasion.REPORT: Bilingual("rapporten som ikke er sendt", "rapporten som ikkje er send"),
    Occasion.DEFICIENCY: Bilingual("fristen for å rette søknaden", "fristen for å rette søknaden"),
}  # fmt: skip
RESULTS: dict[ComplaintResult, Bilingual] = {
    ComplaintResult.UPHELD: Bilingual("klagen er ikke tatt til følge", "klaga er ikkje teken til følgje"),
    ComplaintResult.PARTLY_REVERSED: Bilingual("dere har fått delvis medhold", "de har fått delvis medhald"),
    ComplaintResult.REVERSED: Bilingual("dere har fått medhold", "de har fått medhald"),
    ComplaintResult.REJECTED: Bilingual("klagen er avvist", "klaga er avvist"),
    ComplaintResult.SENT_BACK: Bilingual("vedtaket er opphevet", "vedtaket er oppheva"),
}  # fmt: skip
LETTERS: dict[LetterKind, Bilingual] = {
    LetterKind.AWARD: Bilingual("tilskuddsbrevet", "tilskotsbrevet"),
    LetterKind.PARTIAL_AWARD: Bilingual("tilskuddsbrevet", "tilskotsbrevet"),
    LetterKind.REFUSAL: Bilingual("avslaget", "avslaget"),
    LetterKind.REJECTION: Bilingual("vedtaket om avvisning", "vedtaket om avvising"),
    LetterKind.RECLAIM: Bilingual("vedtaket om tilbakebetaling", "vedtaket om tilbakebetaling"),
    LetterKind.REDUCTION: Bilingual("vedtaket om avkorting", "vedtaket om avkorting"),
    LetterKind.COMPLAINT_DECISION: Bilingual("avgjørelsen av klagen", "avgjerda av klaga"),
}
_OTHER_LETTER = Bilingual("brevet", "brevet")
_CHANGES = frozenset(
    (ComplaintResult.REVERSED, ComplaintResult.PARTLY_REVERSED, ComplaintResult.SENT_BACK)
)
_APPEAL_BODY = Bilingual("klageinstansen", "klageinstansen")
_OURSELVES = Bilingual("oss", "oss")


@singledispatch
def said_values(said: Saying, language: str, complaint: Complaint | None) -> Values:
    """Give the values of what a letter says, in one form of Norwegian."""
    raise TypeError(type(said).__name__, language, complaint)


@said_values.register
def _(said: InterimReply, language: str, complaint: Complaint | None) -> Values:
    del complaint
    found = {"svar_ventes": format_day(said.expected_on)}
    reason = Bilingual(said.reason_nb, said.reason_nn).in_(language)
    return found | ({"grunn": reason} if reason.strip() else {})


@said_values.register
def _(said: Reminder, language: str, complaint: Complaint | None) -> Values:
    del complaint
    what = {
        Occasion.ACCEPTANCE: "må_akseptere",
        Occasion.REPORT: "må_rapportere",
        Occasion.DEFICIENCY: "må_rette",
    }
    return {
        "påminnelse_om": REMINDED_OF[said.about].in_(language),
        "frist": format_day(said.due_on),
        "rapport": said.report,
        what[said.about]: _SO,
    }


@said_values.register
def _(said: ChangeAnswer, language: str, complaint: Complaint | None) -> Values:
    del complaint
    return {
        "søkt_endring_dato": format_day(said.asked_on),
        "endring": Bilingual(said.change, said.change_nn or said.change).in_(language),
        "begrunnelse": said.reason,
        "godkjent" if said.approved else "avslått": _SO,
    }


@said_values.register
def _(said: ReclaimNotice, language: str, complaint: Complaint | None) -> Values:
    del language, complaint
    return {
        "krav": format_kroner(said.amount),
        "årsak": said.cause,
        "svarfrist": format_day(said.reply_by),
    }


@said_values.register
def _(said: Reclaim, language: str, complaint: Complaint | None) -> Values:
    del language, complaint
    found = {
        "krav": format_kroner(said.amount),
        "årsak": said.cause,
        "betalingsfrist": format_day(said.pay_by),
        "innbetaling_til": format_account(said.pay_to),
    }
    found |= _bears(said.interest)
    return found | ({"varslet": format_day(said.noticed_on)} if said.noticed_on else {})


@said_values.register
def _(said: ReductionNotice, language: str, complaint: Complaint | None) -> Values:
    del language, complaint
    return {
        "avkorting": format_kroner(said.amount),
        "årsak": said.cause,
        "svarfrist": format_day(said.reply_by),
    }


@said_values.register
def _(said: Reduction, language: str, complaint: Complaint | None) -> Values:
    del language, complaint
    found = {
        "avkorting": format_kroner(said.amount),
        "årsak": said.cause,
        "varslet": format_day(said.noticed_on),
    }
    if said.cut:
        found["ikke_utbetalt"] = format_kroner(said.cut)
    if said.back and said.pay_by and said.pay_to:
        found["krav"] = format_kroner(said.back)
        found["betalingsfrist"] = format_day(said.pay_by)
        found["innbetaling_til"] = format_account(said.pay_to)
        found |= _bears(said.interest)
    return found


@said_values.register
def _(said: InterestClaim, language: str, complaint: Complaint | None) -> Values:
    del language, complaint
    return {
        "renter": format_kroner(said.charged),
        "renter_fra": format_day(said.first_on),
        "renter_til": format_day(said.last_on),
        "rentegrunnlag": said.source,
        "hovedstol": format_kroner(said.principal),
        "ubetalte_renter": format_kroner(said.interest),
        "skyldig": format_kroner(said.owed),
        "innbetaling_til": format_account(said.pay_to),
    }


@said_values.register
def _(said: CarryOver, language: str, complaint: Complaint | None) -> Values:
    del language, complaint
    found = {
        "fra_år": str(said.from_year),
        "til_år": str(said.from_year + 1),
        "ubrukt": format_kroner(said.unspent),
        "søkt": format_kroner(said.wanted),
        "begrunnelse": said.reason,
    }
    if said.carried:
        found["overført"] = format_kroner(said.carried)
    else:
        found["ikke_overført"] = _SO
    if said.back:
        found["tilbake"] = format_kroner(said.back)
    if said.lapsed:
        found["bortfalt"] = format_kroner(said.lapsed)
    if said.use_by:
        found["sluttdato"] = format_day(said.use_by)
    return found


@said_values.register
def _(said: Forwarding, language: str, complaint: Complaint | None) -> Values:
    body = complaint.body if complaint else None
    return {
        "klageinstans": body or _APPEAL_BODY.in_(language),
        "klagedato": format_day(said.complained_on),
        "vedtaksdato": format_day(said.decided_on),
        "uttalelse": said.statement,
        "svarfrist": format_day(said.comment_by),
    }


@said_values.register
def _(said: ComplaintAnswer, language: str, complaint: Complaint | None) -> Values:
    body = (complaint.body if complaint else None) or _APPEAL_BODY.in_(language)
    found = {
        "klagedato": format_day(said.complained_on),
        "vedtaksdato": format_day(said.decided_on),
        "avgjort_av": body if said.by_appeal_body else _OURSELVES.in_(language),
        "klageresultat": RESULTS[said.result].in_(language),
        "begrunnelse": said.reason,
    }
    if said.result in _CHANGES:
        found["nytt_vedtak"] = _SO
    elif said.result is ComplaintResult.REJECTED and not said.by_appeal_body:
        found["kan_klage"] = _SO
    else:
        found["endelig"] = _SO
    return found


@said_values.register
def _(said: Correction, language: str, complaint: Complaint | None) -> Values:
    del complaint
    wrong, right = said.texts_in(language)
    found = {
        "feil_i": LETTERS.get(said.wrong_in, _OTHER_LETTER).in_(language),
        "feil_dato": format_day(said.wrong_on),
        "feil_tekst": wrong,
        "rett_tekst": right,
    }
    if said.why.strip():
        found["hvorfor"] = said.why
    return found | ({"gjelder_vedtak": _SO} if said.wrong_in in OF_DECISIONS else {})


def _bears(interest: str | None) -> Values:
    """Give the rule that what is paid late bears interest by; nothing where there is none."""
    return {"rentegrunnlag": interest} if interest else {}
