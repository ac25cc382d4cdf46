"""Step 7: decisions are drafted, signed by who has not judged, made into letters, and published."""

from playwright.sync_api import Page

from foundation import clock, outbox
from foundation.money import Ore, format_kroner
from tests.journeys.applying import ASKED, TITLE
from tests.journeys.browsing import (
    Visits,
    fetched,
    follow,
    follow_the_work,
    lacking,
    plain,
    press,
    printed,
    row,
    words,
)
from tests.journeys.handing_in import OTHER_TITLE, Case
from tests.journeys.marking import GOOD, POOR
from tests.journeys.people import LEAD, OTHERS, Cast, Somebody
from tests.journeys.proposing import GRANTED

BY_YEAR = {2026: Ore(1_119_676_00), 2027: Ore(756_324_00)}
"""1 876 000 kr spread as 1 400 000,50 to 945 678 is 1 119 676,43 and 756 323,57: in whole kroner."""

STATUTE = "forvaltningslov"


def decide(visits: Visits, cast: Cast, call_id: int) -> None:
    """Draft both decisions, and sign them as one who has declared impartiality in both cases."""
    with visits.of(cast.handler) as page:
        page.goto(f"/vedtak/{call_id}")
        press(page, "Lag utkast fra innstillingen")
        assert "2 utkast er laget." in words(page)
    with visits.of(cast.maker) as page:
        page.goto(f"/vedtak/{call_id}")
        follow(page, "Svar på om du er habil")
        press(page, "Meld deg habil i sakene med kryss")
        follow(page, "Les og signer")
        _reads(page)
        page.get_by_label("Dato på brevene").fill("2026-05-20")
        page.get_by_role("checkbox", name="Jeg har lest vedtakene").check()
        press(page, "Signer 2 vedtak")
        assert "2 signerte vedtak er ikke kunngjort." in words(page)


def sees_nothing_yet(visits: Visits, somebody: Somebody, case: Case) -> None:
    """See, as a party, no decision, no letter and no amount before the round is published."""
    with visits.of(somebody) as page:
        page.goto(f"/soknader/{case.id}")
        said = words(page)
        assert "Til behandling" in said
        assert "edtak" not in said
        assert plain(format_kroner(GRANTED)) not in said
        page.goto("/brev")
        assert "Kvittering" in words(page)
        assert "ilskuddsbrev" not in words(page)
        answer = page.goto(f"/soknader/{case.id}/vedtak")
        assert answer is not None
        assert answer.status == 404


def make_the_letters_and_publish(visits: Visits, cast: Cast, call_id: int) -> None:
    """Follow the worker's progress, and publish on the day that the letters bear."""
    with visits.of(cast.maker) as page:
        page.goto(f"/vedtak/{call_id}/brev")
        assert "0 av " in words(page)
        follow_the_work(page, lambda: outbox.work_until_empty(clock.now()))
        press(page, "Kunngjør vedtakene")
        page.goto(f"/vedtak/{call_id}")
        assert "Kunngjort" in words(row(page, "Vedtak i utlysningen", TITLE))
    outbox.work_until_empty(clock.now())


def read_the_award(visits: Visits, cast: Cast, case: Case) -> None:
    """Read the letter in nynorsk: the amount, each year's part, the law, the case and the grounds."""
    with visits.of(cast.signatory) as page:
        letter = _letter(page, case)
    assert lacking(
        letter,
        f"De får {_kr(GRANTED)} av {_kr(ASKED)} til «{TITLE}»", f"Saksnummer {case.number}",
        "20. mai 2026", f"{LEAD} kommune", "Tilskotsbrev", STATUTE, "§ 28", "kap. 701 post 60",
        "eit tilskot på inntil", *(_kr(amount) for amount in BY_YEAR.values()),
        *(sheet.reason for sheet in GOOD), cast.maker.name,
    ) == []  # fmt: skip
    assert "et tilskudd på" not in letter


def read_the_refusal(visits: Visits, signatory: Somebody, case: Case) -> None:
    """Read the letter in bokmål: that it is refused, why, and how to complain."""
    with visits.of(signatory) as page:
        letter = _letter(page, case)
    assert lacking(
        letter,
        f"Søknaden om tilskudd til «{OTHER_TITLE}» er avslått", f"Saksnummer {case.number}",
        "20. mai 2026", f"{OTHERS[0]} kommune", STATUTE, "§ 28", "§ 29",
        *(sheet.reason for sheet in POOR),
    ) == []  # fmt: skip
    assert _kr(GRANTED) not in letter


def _reads(page: Page) -> None:
    caption = "Vedtak du kan signere"
    assert _kr(GRANTED) in words(row(page, caption, TITLE))
    assert "Avslag" in words(row(page, caption, OTHER_TITLE))


def _letter(page: Page, case: Case) -> str:
    page.goto(f"/soknader/{case.id}/vedtak")
    return printed(fetched(page, "PDF"))


def _kr(amount: Ore) -> str:
    return plain(format_kroner(amount))
