"""Which paragraphs a letter cites, before and after the new Public Administration Act.

Paragraphs are read from the two acts themselves: LOV-1967-02-10 and LOV-2025-06-20-81 (not in
force when this was written, § 99). A case decided before the day of the change is judged by the
act of 1967.
"""

from dataclasses import dataclass
from datetime import date

from foundation.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Impartiality:
    """What an act says of impartiality (habilitet): its paragraphs, and how far partiality reaches."""

    absolute: str
    """Who is always partial."""
    discretionary: str
    """Who is partial when trust in them is weakened."""
    derived: str
    """Direct subordinates of a partial leader."""
    barred_subordinates: frozenset[str]
    """The stages of a case that they are barred from, as `criteria.impartiality.Stage` names them."""
    who_decides: str
    """The person, and the nearest leader."""
    first_instance: str | None
    """Who decided in first instance is partial in the appeal; None where the act has no such rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """The paragraphs of forvaltningsloven that letters and the rules of impartiality cite."""

    act: Bilingual
    """The act's name with its date, as it stands in a sentence."""
    guidance: str
    interim_reply: str
    supplement: str
    """The duty to point out what is missing (mangler)."""
    grounds: str
    access: str
    complaint_body: str
    complaint_deadline: str
    complaint_runs_from: Bilingual
    """What the weeks are counted from, as the end of «fra»."""
    complaint_form: str
    complaint_late: str
    """When a complaint that came too late may be taken up, and the year after which it may not."""
    complaint_first: str
    """What the body that decided does with a complaint."""
    complaint_decided: str
    """What the appeal body may do."""
    grounds_later: str
    """When the reasons may be left out, and asked for."""
    deferral: str
    costs: str
    reversal: str
    correction: str | None
    """Correcting a clerical error in a decision; None where the act is silent, and practice does."""
    advance_notice: str
    impartiality: Impartiality


ACT_OF_1967 = References(
    act=Bilingual("forvaltningsloven av 10. februar 1967", "forvaltningslova av 10. februar 1967"),
    guidance="§ 11",
    interim_reply="§ 11 a",
    supplement="§ 11",
    grounds="§§ 24 og 25",
    access="§§ 18 og 19",
    complaint_body="§ 28",
    complaint_deadline="§ 29",
    complaint_runs_from=Bilingual("brevet kom fram til dere", "brevet kom fram til dykk"),
    complaint_form="§ 32",
    complaint_late="§ 31",
    complaint_first="§ 33",
    complaint_decided="§ 34",
    grounds_later="§ 24",
    deferral="§ 42",
    costs="§ 36",
    reversal="§ 35",
    correction=None,
    advance_notice="§ 16",
    impartiality=Impartiality(
        absolute="§ 6 første ledd",
        discretionary="§ 6 andre ledd",
        derived="§ 6 tredje ledd",
        barred_subordinates=frozenset({"decide"}),
        who_decides="§ 8 første ledd",
        first_instance=None,
    ),
)

ACT_OF_2025 = References(
    act=Bilingual("forvaltningsloven av 20. juni 2025", "forvaltningslova av 20. juni 2025"),
    guidance="§ 14",
    interim_reply="§ 17",
    supplement="§ 16",
    grounds="§§ 56 og 57",
    access="§§ 46 til 53",
    complaint_body="§ 62",
    complaint_deadline="§ 63",
    complaint_runs_from=Bilingual("vi varslet dere om brevet", "vi varsla dykk om brevet"),
    complaint_form="§ 66",
    complaint_late="§ 65",
    complaint_first="§ 67",
    complaint_decided="§ 68",
    grounds_later="§ 56",
    deferral="§ 76",
    costs="§ 69",
    reversal="§ 71",
    correction="§ 70",
    advance_notice="§ 42",
    impartiality=Impartiality(
        absolute="§ 26",
        discretionary="§ 27",
        derived="§ 25 andre ledd",
        barred_subordinates=frozenset({"decide"}),
        who_decides="§ 29",
        first_instance="§ 26 fjerde ledd",
    ),
)


def references_on(day: date, new_act_from: date | None) -> References:
    """Give the paragraphs in force on the day of a decision.

    `new_act_from` is the first day of the act of 2025; None while the King has not decided it.
    """
    if new_act_from is not None and day >= new_act_from:
        return ACT_OF_2025
    return ACT_OF_1967
