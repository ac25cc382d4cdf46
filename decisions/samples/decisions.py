"""Sample decision letters."""

from datetime import date
from decimal import Decimal

from decisions.letter import (
    Activity,
    AwardLetter,
    Competition,
    Complaint,
    Condition,
    CriterionReason,
    Fault,
    Instalment,
    Participant,
    Reduction,
    RefusalLetter,
    RejectionLetter,
    ReportDuty,
    StartRate,
    Subject,
    YearAmount,
)
from decisions.samples import texts
from decisions.samples.frame import (
    BUDGET_LINE,
    DATED,
    DEADLINE,
    SCHEME,
    SUBMITTED_ON,
    Size,
    head,
    kommuner,
    lead,
    project,
)
from foundation.language import Bilingual
from foundation.law import ACT_OF_1967, ACT_OF_2025, References
from foundation.money import Ore, kroner

WEIGHTS = (Decimal(30), Decimal(30), Decimal(20), Decimal(20))
MARKS = (Decimal(5), Decimal(4), Decimal("3.5"), Decimal(4))
LOW_MARKS = (Decimal(3), Decimal(2), Decimal(2), Decimal("2.5"))
BEST = Decimal(5)
RATES = tuple(
    StartRate(year=year, percent=percent)
    for year, percent in ((2024, 100), (2025, 90), (2026, 80), (2027, 65), (2028, 50))
)

SHARE = 80
"""As much as the rate of 2026: a letter that says both."""


def award(size: Size, language: str) -> AwardLetter:
    """Give all that was asked for."""
    asked = _asked(size)
    return _award(size, language, tuple(zip(asked, asked, strict=True)), ())


def partial_award(size: Size, language: str) -> AwardLetter:
    """Give less than was asked for, with the reasons that add up to the difference."""
    asked = _asked(size)
    granted = tuple(Ore(amount * 3 // 5) for amount in asked)
    worst = size is Size.WORST
    missing = sum(asked) - sum(granted)
    by_rate = sum(asked) // 5 if worst else 0
    not_covered = missing // 3
    amounts = (not_covered, by_rate, missing - by_rate - not_covered)
    reductions = tuple(
        Reduction(amount=Ore(amount), reason=reason.in_(language))
        for amount, reason in zip(amounts, texts.REDUCTIONS, strict=True)
        if amount
    )
    return _award(size, language, tuple(zip(asked, granted, strict=True)), reductions)


def refusal(size: Size, language: str) -> RefusalLetter:
    """Give one under the line; in the worst case with a mark that is too low as well."""
    worst = size is Size.WORST
    reason = texts.BELOW_THRESHOLD if worst else texts.REFUSED
    return RefusalLetter(
        head=head(size, language, copies=True),
        subject=_subject(size, language),
        decided_on=DATED,
        asked=Ore(sum(_asked(size))),
        criteria=_criteria(size, language, LOW_MARKS),
        competition=_competition(LOW_MARKS, rank=148),
        reason=reason.in_(language),
        complaint=_complaint(size, language),
        law=_law(size),
    )


def rejection(size: Size, language: str) -> RejectionLetter:
    """Give too few kommuner and, in the worst case, much else that never came."""
    worst = size is Size.WORST
    faults = FAULTS if worst else FAULTS[:1]
    return RejectionLetter(
        head=head(size, language),
        subject=_subject(size, language),
        decided_on=DATED,
        asked=Ore(sum(_asked(size))),
        deadline=DEADLINE,
        faults=tuple(
            Fault(
                requirement=requirement.in_(language),
                finding=finding.in_(language),
                basis=basis.in_(language),
            )
            for requirement, finding, basis in faults
        ),
        complaint=_complaint(size, language),
        law=_law(size),
        asked_to_mend_on=date(2026, 1, 20) if worst else None,
        mend_by=date(2026, 2, 3) if worst else None,
    )


FAULTS = (
    (
        Bilingual("Minst fire kommuner i samarbeidet", "Minst fire kommunar i samarbeidet"),
        Bilingual(
            "Da søknadsfristen gikk ut, hadde to kommuner bekreftet at de deltar.",
            "Då søknadsfristen gjekk ut, hadde to kommunar stadfesta at dei deltek.",
        ),
        Bilingual("Utlysningen punkt 3", "Utlysinga punkt 3"),
    ),
    (
        Bilingual("Egenandel på minst 30 prosent", "Eigendel på minst 30 prosent"),
        Bilingual(
            "Egenandelen i budsjettet er 22,4 prosent, og den dekker ikke årene 2027 og 2028.",
            "Eigendelen i budsjettet er 22,4 prosent, og han dekkjer ikkje åra 2027 og 2028.",
        ),
        Bilingual("Regelverket § 5", "Regelverket § 5"),
    ),
    (
        Bilingual(
            "Signert av en med fullmakt til å forplikte kommunen",
            "Signert av nokon med fullmakt til å forplikte kommunen",
        ),
        Bilingual(
            "Søknaden er sendt av en prosjektmedarbeider. Fullmakt er ikke lagt ved.",
            "Søknaden er send av ein prosjektmedarbeidar. Fullmakt er ikkje lagd ved.",
        ),
        Bilingual("Regelverket § 4 andre ledd", "Regelverket § 4 andre ledd"),
    ),
    (
        Bilingual("Budsjett per år, partner og kilde", "Budsjett per år, partnar og kjelde"),
        Bilingual(
            "Budsjettet viser bare totalsummer. Vi kan ikke se hva den enkelte kommunen bruker.",
            "Budsjettet viser berre totalsummar. Vi kan ikkje sjå kva den enkelte kommunen bruker.",
        ),
        Bilingual("Utlysningen punkt 7", "Utlysinga punkt 7"),
    ),
)


def _award(
    size: Size,
    language: str,
    amounts: tuple[tuple[Ore, Ore], ...],
    reductions: tuple[Reduction, ...],
) -> AwardLetter:
    worst = size is Size.WORST
    granted = Ore(sum(granted for _, granted in amounts))
    return AwardLetter(
        head=head(size, language, copies=True),
        subject=_subject(size, language),
        decided_on=DATED,
        years=tuple(
            YearAmount(
                year=2026 + place,
                asked=asked,
                granted=given,
            )
            for place, (asked, given) in enumerate(amounts)
        ),
        purpose=texts.PURPOSE.in_(language),
        activities=tuple(
            Activity(name=name.in_(language), amount=kroner(400_000) if worst else None)
            for name in (texts.ACTIVITIES if worst else texts.ACTIVITIES[:2])
        ),
        exclusions=tuple(text.in_(language) for text in texts.EXCLUSIONS),
        participants=_participants(size, language),
        criteria=_criteria(size, language, MARKS),
        competition=_competition(MARKS, rank=12),
        reason=texts.AWARDED.in_(language),
        reductions=reductions,
        rates=RATES if worst and reductions else (),
        share=SHARE if worst and reductions else None,
        payment=texts.PAYMENT.in_(language),
        instalments=_instalments(language, granted),
        account="12345678911",
        conditions=_conditions(size, language),
        standard_terms=texts.STANDARD_TERMS.in_(language),
        accept_by=date(2026, 3, 9),
        reports=_reports(size, language),
        audit_from=kroner(200_000),
        complaint=_complaint(size, language),
        law=_law(size),
    )


def _asked(size: Size) -> tuple[Ore, ...]:
    if size is Size.NORMAL:
        return (kroner(1_250_000),)
    return (kroner(123_456_789), Ore(9_876_543_21), kroner(11_000_000))


def _subject(size: Size, language: str) -> Subject:
    return Subject(
        scheme=SCHEME,
        call=texts.CALL.in_(language),
        project=project(size, language),
        applicant=lead(size),
        submitted_on=SUBMITTED_ON,
        first_year=2026,
        last_year=2028 if size is Size.WORST else 2026,
        budget_line=BUDGET_LINE,
        regulation=texts.REGULATION.in_(language),
        regulation_from=date(2025, 12, 1),
    )


def _participants(size: Size, language: str) -> tuple[Participant, ...]:
    roles = (
        Bilingual("hovedsøker", "hovudsøkjar"),
        Bilingual("deltaker", "deltakar"),
        Bilingual("observatør", "observatør"),
    )
    members = kommuner(size)
    return tuple(
        Participant(
            name=f"{name} kommune",
            role=roles[0 if place == 0 else 2 if place == len(members) - 1 else 1].in_(language),
            organisation_number=number,
            own_share=kroner(0 if place == len(members) - 1 else 175_000 + 12_345 * place),
        )
        for place, (name, number) in enumerate(members)
    )


def _criteria(size: Size, language: str, marks: tuple[Decimal, ...]) -> tuple[CriterionReason, ...]:
    worst = size is Size.WORST
    low = marks is LOW_MARKS
    return tuple(
        CriterionReason(
            name=name.in_(language),
            weight=weight,
            mark=mark,
            best_mark=BEST,
            points=weight * mark / BEST,
            anchor=anchor.in_(language),
            reason=(texts.LONG_REASON if worst else reason).in_(language),
            threshold=Decimal(3) if worst and low and place == 1 else None,
        )
        for place, (name, weight, mark, anchor, reason) in enumerate(
            zip(texts.CRITERIA, WEIGHTS, marks, texts.ANCHORS, texts.REASONS, strict=True)
        )
    )


def _competition(marks: tuple[Decimal, ...], *, rank: int) -> Competition:
    points = sum((w * m / BEST for w, m in zip(WEIGHTS, marks, strict=True)), Decimal(0))
    return Competition(
        deadline=DEADLINE,
        applications=179,
        asked=kroner(331_600_000),
        frame=kroner(56_700_000),
        assessed=171,
        awarded=66,
        rank=rank,
        points=points,
        line=Decimal("71.3"),
    )


def _instalments(language: str, granted: Ore) -> tuple[Instalment, ...]:
    kept = granted // 4
    first = (granted - kept) // 2
    lines = (
        (Bilingual("1. rate", "1. rate"), first, Bilingual(
            "Når dere har akseptert tilskuddet", "Når de har akseptert tilskotet")),
        (Bilingual("2. rate", "2. rate"), granted - kept - first, Bilingual(
            "Når statusrapporten er godkjent", "Når statusrapporten er godkjend")),
        (Bilingual("Sluttrate", "Sluttrate"), kept, Bilingual(
            "Når sluttrapporten og regnskapet er godkjent",
            "Når sluttrapporten og rekneskapen er godkjende")),
    )  # fmt: skip
    return tuple(
        Instalment(name=name.in_(language), amount=Ore(amount), when=when.in_(language))
        for name, amount, when in lines
    )


def _conditions(size: Size, language: str) -> tuple[Condition, ...]:
    chosen = texts.CONDITIONS if size is Size.WORST else texts.CONDITIONS[:5]
    return tuple(
        Condition(
            reference=f"V{place}",
            text=text.in_(language),
            basis=f"{Bilingual('regelverket', 'regelverket').in_(language)} § {place + 3}",
            due_on=date(2026, 6, 1) if place in (4, 5, 6) else None,
        )
        for place, text in enumerate(chosen, start=1)
    )


def _reports(size: Size, language: str) -> tuple[ReportDuty, ...]:
    status = Bilingual("Statusrapport", "Statusrapport")
    yearly = Bilingual("Årsrapport med regnskap", "Årsrapport med rekneskap")
    final = Bilingual("Sluttrapport med regnskap", "Sluttrapport med rekneskap")
    whole = Bilingual("hele prosjektperioden", "heile prosjektperioden")
    duties: tuple[tuple[Bilingual, Bilingual, date], ...] = (
        (status, Bilingual("1. halvår 2026", "1. halvår 2026"), date(2026, 9, 1)),
        (yearly, Bilingual("2026", "2026"), date(2027, 4, 1)),
        (yearly, Bilingual("2027", "2027"), date(2028, 4, 1)),
        (final, whole, date(2029, 4, 1)),
    )
    if size is Size.NORMAL:
        duties = (duties[0], (final, whole, date(2027, 4, 1)))
    return tuple(
        ReportDuty(name=name.in_(language), period=period.in_(language), due_on=due)
        for name, period, due in duties
    )


def _complaint(size: Size, language: str) -> Complaint:
    if size is Size.WORST:
        return Complaint(allowed=False, explanation=texts.NO_COMPLAINT.in_(language))
    return Complaint(allowed=True, body=texts.APPEAL_BODY)


def _law(size: Size) -> References:
    return ACT_OF_2025 if size is Size.WORST else ACT_OF_1967
