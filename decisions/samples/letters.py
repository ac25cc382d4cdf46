"""Sample letters that are about no decision of their own: one of each kind, and where all is long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from criteria.correcting import Corrected
from decisions.correcting.marking import Written, behind_another, body_of, marked
from decisions.letter import Complaint
from decisions.letter.case import CaseLetter
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
from decisions.letterkinds import LetterKind
from decisions.printing import as_html
from decisions.samples import texts
from decisions.samples.decisions import award, refusal
from decisions.samples.frame import Size, head
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore, kroner

WHY_LATER = Bilingual(
    "Det kom langt flere søknader enn vi hadde regnet med, og alle skal vurderes av to.",
    "Det kom langt fleire søknader enn vi hadde rekna med, og alle skal vurderast av to.",
)
CHANGE = Bilingual(
    "Oppstarten flyttes fra mars til august 2026, og opplæringen holdes samlet for alle kommunene.",
    "Oppstarten blir flytta frå mars til august 2026, og opplæringa blir halden samla for alle kommunane.",
)
CHANGE_REASON = Bilingual(
    "Leverandøren er forsinket, og målene kan fortsatt nås innen prosjektet er slutt.",
    "Leverandøren er forseinka, og måla kan framleis nåast innan prosjektet er slutt.",
)
CAUSE = Bilingual(
    "Regnskapet viser at deler av tilskuddet er brukt til innkjøp av selve journalløsningen. Etter vilkår "
    "V4 kan ikke tilskuddet brukes til det.",
    "Rekneskapen viser at delar av tilskotet er brukt til innkjøp av sjølve journalløysinga. Etter vilkår "
    "V4 kan ikkje tilskotet brukast til det.",
)
CARRIED_REASON = Bilingual(
    "Prosjektet ble forsinket fordi anskaffelsen ble klaget inn for nemnda. Planen for neste år er "
    "realistisk.",
    "Prosjektet vart forseinka fordi innkjøpet vart klaga inn for nemnda. Planen for neste år er realistisk.",
)
STATEMENT = Bilingual(
    "Vi har lagt samme terskel til grunn for alle søknadene. Klagen viser ikke til opplysninger som ikke var "
    "kjent da vi vurderte søknaden.",
    "Vi har lagt same terskel til grunn for alle søknadene. Klaga viser ikkje til opplysningar som ikkje var "
    "kjende då vi vurderte søknaden.",
)
REPORT = Bilingual("årsrapport med regnskap for 2026", "årsrapport med rekneskap for 2026")
WRONG = Bilingual(
    "Fristen for å akseptere er 9. mars 2025.", "Fristen for å akseptere er 9. mars 2025."
)
RIGHT = Bilingual(
    "Fristen for å akseptere er 9. mars 2026.", "Fristen for å akseptere er 9. mars 2026."
)
CLERICAL = Bilingual(
    "Vedtaket er gjort i 2026, og en frist kan ikke være ute før vedtaket er gjort.",
    "Vedtaket er gjort i 2026, og ein frist kan ikkje vere ute før vedtaket er gjort.",
)
DECIDED, EARLIER, LATER = date(2026, 1, 20), date(2026, 1, 28), date(2026, 3, 16)
ACCOUNT = "12345678903"
_KNOW_THE_APPEAL_BODY = {
    LetterKind.FORWARDING, LetterKind.COMPLAINT_DECISION, LetterKind.CORRECTION,
}  # fmt: skip


def case_letters(size: Size, language: str) -> Iterator[CaseLetter]:
    """Give each kind of letter; where all is long, with what only some letters have."""
    for said in _sayings(size, language):
        yield case_letter(said, size, language)


def case_letter(said: Saying, size: Size, language: str) -> CaseLetter:
    """Put what is said in the frame of a sample case."""
    decided, worst = refusal(size, language), size is Size.WORST
    return CaseLetter(
        head=head(size, language, copies=said.to_partners),
        subject=decided.subject,
        said=said,
        law=decided.law,
        complaint=Complaint(allowed=True, body=texts.APPEAL_BODY)
        if said.with_complaint or said.kind in _KNOW_THE_APPEAL_BODY
        else None,
        enclosed=_corrected(language) if said.kind is LetterKind.CORRECTION and worst else None,
    )


def _corrected(language: str) -> str:
    """Give a sample award as it reads after its deadline was corrected."""
    sent = replace(award(Size.NORMAL, language), accept_by=date(2025, 3, 9))
    written = Written(body_of(as_html(sent)), language)
    corrected = marked(written, Corrected("9. mars 2025", "9. mars 2026"))
    return behind_another(Written(corrected, language), sent.head.dated)


def name_of(said: Saying) -> str:
    """Name a sample: a kind, and what a reminder is about."""
    about = f"-{said.about}" if isinstance(said, Reminder) else ""
    return said.kind.value.replace("_", "-") + about


def _sayings(size: Size, language: str) -> tuple[Saying, ...]:
    worst = size is Size.WORST
    long = texts.LONG_REASON.in_(language)

    def told(short: Bilingual) -> str:
        return f"{short.in_(language)}\n\n{long}" if worst else short.in_(language)

    return (
        InterimReply(
            expected_on=LATER,
            reason_nb=told(WHY_LATER) if worst else "",
            reason_nn=told(WHY_LATER) if worst else "",
        ),
        *(
            Reminder(
                about=about,
                due_on=LATER,
                report=REPORT.in_(language) if about is Occasion.REPORT else "",
            )
            for about in Occasion
        ),
        ChangeAnswer(
            approved=not worst, asked_on=EARLIER, change=told(CHANGE), reason=told(CHANGE_REASON)
        ),
        ReclaimNotice(amount=kroner(98_765_432), cause=told(CAUSE), reply_by=LATER),
        Reclaim(
            amount=kroner(98_765_432),
            cause=told(CAUSE),
            pay_by=LATER,
            pay_to=ACCOUNT,
            noticed_on=EARLIER if worst else None,
            interest="forsinkelsesrenteloven § 3" if worst else None,
        ),
        ReductionNotice(amount=kroner(98_765_432), cause=told(CAUSE), reply_by=LATER),
        Reduction(
            amount=kroner(1_250_000),
            cause=told(CAUSE),
            cut=kroner(1_000_000) if worst else kroner(1_250_000),
            back=kroner(250_000) if worst else NOTHING,
            pay_by=LATER if worst else None,
            pay_to=ACCOUNT if worst else None,
            noticed_on=EARLIER,
            interest="forsinkelsesrenteloven § 3" if worst else None,
        ),
        InterestClaim(
            charged=Ore(986_30),
            first_on=EARLIER,
            last_on=LATER,
            source="forsinkelsesrenteloven § 3",
            principal=kroner(98_765_432) if worst else kroner(100_000),
            interest=Ore(1_234_567_89) if worst else Ore(986_30),
            pay_to=ACCOUNT,
        ),
        CarryOver(
            from_year=2025,
            unspent=kroner(1_250_000),
            carried=NOTHING if worst else kroner(1_000_000),
            reason=told(CARRIED_REASON),
            asked=kroner(1_150_000),
            to_return=kroner(900_000) if worst else kroner(150_000),
            lapsed=kroner(250_000) if worst else NOTHING,
            use_by=None if worst else LATER,
        ),
        Forwarding(
            complained_on=EARLIER, decided_on=DECIDED, statement=told(STATEMENT), comment_by=LATER
        ),
        ComplaintAnswer(
            complained_on=EARLIER,
            decided_on=DECIDED,
            result=ComplaintResult.UPHELD if worst else ComplaintResult.PARTLY_REVERSED,
            by_appeal_body=worst,
            reason=told(STATEMENT),
        ),
        Correction(
            wrong_in=LetterKind.AWARD,
            wrong_on=DECIDED,
            wrong=told(WRONG),
            right=told(RIGHT),
            why=told(CLERICAL) if worst else "",
        ),
    )
