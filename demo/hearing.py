"""Drafts that were heard before they became calls: one answered and published, one open for comment."""

from datetime import date, datetime, timedelta

from demo.people import Cast
from foundation.language import Bilingual
from grants.hearings import queries, services
from grants.hearings.models import Hearing, Outcome
from grants.models import Call

ASKED = Bilingual(
    "Er kriteriene og vektene riktige for kommuner av ulik størrelse? Er noe vanskelig å forstå? (Demodata)",
    "Er kriteria og vektene rette for kommunar av ulik storleik? Er noko vanskeleg å forstå? (Demodata)",
)
REASON = Bilingual(
    "Teksten er gjort tydeligere. Vekten er ikke endret, for den skal være den samme i alle rundene. "
    "(Demodata)",
    "Teksten er gjord tydelegare. Vekta er ikkje endra, for ho skal vere den same i alle rundane. "
    "(Demodata)",
)
SUMMARY = Bilingual(
    "Kommunene støttet kriteriene, og ba om tydeligere tekst og mindre vekt på størrelse. (Demodata)",
    "Kommunane støtta kriteria, og bad om tydelegare tekst og mindre vekt på storleik. (Demodata)",
)
SAID = (
    "Kriteriet bør ta hensyn til at små kommuner har få å sette av til prosjektet. (Demodata)",
    "Det er uklart hva som skal til for høyeste karakter. (Demodata)",
    "Utkastet er godt. Vi ønsker lengre søknadsfrist. (Demodata)",
)
OPEN_FOR = timedelta(days=21)


def hear(call: Call, cast: Cast, *, at: datetime) -> Hearing:
    """Open a draft for comment for three weeks, and let some kommuner comment."""
    closes_on: date = at.date() + OPEN_FOR
    made = services.open_hearing(
        call, asked=ASKED, closes_on=closes_on, by=cast.administrator, at=at
    )
    hearing = queries.hearing(made.id)
    spoken_of = (hearing.points[1], hearing.points[1], None)
    for number, (place, point, text) in enumerate(
        zip(sorted(cast.signatories), spoken_of, SAID, strict=False), start=1
    ):
        services.comment(
            hearing, services.Said(place, point, text), by=cast.signatories[place],
            at=at + timedelta(hours=number),
        )  # fmt: skip
    return hearing


def hear_and_answer(call: Call, cast: Cast, *, at: datetime) -> None:
    """Let a draft be heard, answered and summed up, ready to be published."""
    hearing = hear(call, cast, at=at)
    over, by = at + OPEN_FOR + timedelta(days=1), cast.administrator
    given = [one.id for one in queries.comments_on(hearing)]
    services.answer_comments(hearing, given[:2], Outcome.PARTLY, REASON, by=by, at=over)
    services.answer_comments(hearing, given[2:], Outcome.NOTED, REASON, by=by, at=over)
    services.sum_up(hearing, SUMMARY, by=by, at=over)
