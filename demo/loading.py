"""Playing the whole demonstration, round by round, with word of how far it has come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from accounts import queries as accounts
from accounts import registration
from accounts.models import MunicipalityVersion
from applications.queries import any_application
from demo import (
    applying,
    benefiting,
    changing,
    complaining,
    correcting,
    costing,
    deciding,
    doubting,
    evaluating,
    finding,
    following,
    helping,
    judging,
    learning,
    opening,
    partnering,
    passing,
    people,
    reclaiming,
    registering,
    researching,
    settling,
    supplementing,
    talking,
    wording,
)
from demo.applying import Stage
from demo.drawing import Draw, draws
from demo.hearing import hear_and_answer
from demo.limits import OPEN_LIMITS, THIRD_READING
from demo.people import Cast
from demo.plan import Round, rounds
from demo.plan import Stage as Reach
from foundation.database import db
from foundation.files import Store
from foundation.language import Bilingual
from grants import queries as grants
from grants import services, setting_up
from grants.catalogue import CALLS, REPORTS, SCHEME, load_call, load_report_questions
from grants.models import Call, RuleKey
from grants.services import CallTerms, RuleSetting

Tell = Callable[[str, int, int], None]
"""Told what is being played, how much of it is done, and how much there is."""

BEGINNING = datetime(2024, 1, 2, 7, 0, tzinfo=UTC)
TEN = time(9, 0, tzinfo=UTC)
APART = 4
"""The case that its two readers see quite differently."""
MORE_MONEY_AFTER = timedelta(days=115)
CORRECTED_AFTER = timedelta(days=130)
"""When the revised budget comes, from the day that the round was decided."""
WHERE_THEY_GATHER = "anskaffelse-2027"
HEARD_BEFORE = timedelta(days=30)
"""When the draft of that round was opened for comment, from the day it was published."""
SHEETS = {path.stem: path for path in CALLS}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a demonstration: its size, its chance, and the day it is played up to."""

    applications: int
    seed: int
    as_of: date


def load(wish: Wish, store: Store, tell: Tell) -> None:
    """Fill an empty database. The same wish gives the same data, to the letter."""
    tell("register", 0, 1)
    registration.load_register(at=BEGINNING)
    tell("people", 0, 1)
    cast = people.cast(seed=wish.seed, at=BEGINNING, on=wish.as_of)
    setting_up.set_up(by=cast.administrator, at=BEGINNING)
    kommuner = accounts.municipalities(wish.as_of)
    deciding.book_appropriations(cast, at=BEGINNING)
    reclaiming.set_interest(cast, at=BEGINNING)
    wording.word_letters(cast, at=BEGINNING)
    going_on = None
    for number, plan in enumerate(rounds(wish.as_of, wish.applications)):
        stage = Stage(plan, publish(plan, cast), cast, store, Random(wish.seed * 100 + number))
        _play(stage, kommuner, wish.as_of, tell)
        if plan.stage is Reach.FOLLOWED:
            going_on = stage.call  # the last of them
    reclaiming.claim_back(cast, wish.as_of)
    if going_on is not None:
        settling.settle(settling.Settling(cast, store, wish.as_of), going_on)
    costing.write_costs_down(cast, wish.as_of - timedelta(days=1))
    judging.keep_views(cast, at=_morning(wish.as_of - timedelta(days=1)))
    doubting.register_ties(cast, at=_morning(wish.as_of - timedelta(days=1)))
    last_day = _morning(wish.as_of - timedelta(days=1))
    registering.register(cast, at=last_day - timedelta(hours=3))
    benefiting.follow_benefits(cast, wish.as_of - timedelta(days=1), at=last_day)
    opening.open_up(cast, at=last_day + timedelta(hours=1))
    researching.let_research(cast, wish.as_of, at=last_day + timedelta(hours=2))
    evaluating.evaluate(cast, at=last_day + timedelta(hours=3))


def publish(plan: Round, cast: Cast) -> Call:
    """Draft, adjust and publish a round's call."""
    sheet = load_call(SHEETS[plan.sheet])
    by, at = cast.administrator, _morning(plan.opens_on) - timedelta(hours=1)
    drafted = services.draft_call(
        sheet,
        CallTerms(
            code=plan.code,
            opens_on=plan.opens_on,
            closes_on=plan.closes_on,
            frame=plan.frame,
            first_year=plan.first_year,
            last_year=plan.last_year,
            title=Bilingual(plan.title_nb, plan.title_nn),
        ),
        by=by,
        at=at,
    )
    call = grants.call(drafted.id)
    rules = {rule.key: rule for rule in call.rules}
    share = rules[RuleKey.SHARE_PERCENT]
    settings = {
        share: RuleSetting(str(plan.share_percent), share.note, share.chosen_by_administrator)
    }
    if plan.stage is Reach.OPEN:
        settings |= {rules[key]: setting for key, setting in OPEN_LIMITS.items()}
    if plan.stage is Reach.RECEIVED:
        settings |= {rules[key]: setting for key, setting in THIRD_READING.items()}
    for rule, setting in settings.items():
        services.change_rule(call, rule, setting, by=by, at=at)
    asked = load_report_questions(REPORTS, SCHEME)
    for purpose in sorted({one.purpose for one in asked}):
        call = grants.call(call.id)
        services.ask_from_template(call, asked, purpose, by=by, at=at)
    call = grants.call(call.id)
    if plan.sheet == WHERE_THEY_GATHER and plan.stage is Reach.OPEN:
        hear_and_answer(call, cast, at=at - HEARD_BEFORE)
    services.publish_call(call, by=by, at=at)
    return grants.call(call.id)


def _play(stage: Stage, kommuner: Sequence[MunicipalityVersion], as_of: date, tell: Tell) -> None:
    cases = _received(stage, kommuner, tell)
    if stage.plan.stage is Reach.OPEN:
        if stage.plan.sheet == WHERE_THEY_GATHER:
            finding.gather(stage, kommuner, at=_morning(stage.plan.opens_on + timedelta(days=3)))
        else:
            changing.change(stage, at=_morning(as_of - timedelta(days=1)))
        return
    if stage.plan.stage is Reach.RECEIVED:
        _half_controlled(stage, cases)
        return
    _assessed(stage, cases, tell)
    if stage.plan.stage is Reach.ASSESSED:
        deciding.leave_unpublished(stage, at=_morning(as_of - timedelta(days=2)))
        return
    deciding.decide(stage, at=_morning(stage.plan.decided_on), tell=tell)
    if stage.plan.complained_of:
        complaining.complain(stage, at=_morning(stage.plan.decided_on) + timedelta(hours=4))
    if stage.plan.supplement:
        more_at = _morning(stage.plan.decided_on + MORE_MONEY_AFTER)
        supplementing.supplement(stage, stage.plan.supplement, at=more_at)
    if stage.plan.complained_of:
        correcting.correct(stage, at=_morning(stage.plan.decided_on + CORRECTED_AFTER))
    following.follow(stage, as_of, tell)
    helping.help_projects(stage, as_of)
    passing.pass_points(stage, as_of)
    learning.learn(stage, as_of)


def _received(
    stage: Stage, kommuner: Sequence[MunicipalityVersion], tell: Tell
) -> list[tuple[int, Draw]]:
    drawn = draws(stage.plan, stage.call, kommuner, stage.rng)
    cases = []
    for number, draw in enumerate(drawn):
        tell(stage.plan.code, number, len(drawn))
        hand_in = number < stage.plan.applications
        at = next(_moments(stage.plan, number, len(drawn)))
        if hand_in:
            cases.append((applying.apply_for(stage, draw, at=at).id, draw))
        else:
            draft = applying.sketch(stage, draw, at=at)
            if number == stage.plan.applications:
                talking.ask_about_the_call(stage, draft, at=at + timedelta(hours=1))
                partnering.answer(stage, draft, at=at + timedelta(hours=2))
        db.session.expunge_all()
    return cases


def _moments(plan: Round, number: int, count: int) -> Iterator[datetime]:
    """Give the moment of the n-th application: two in five come on the last day, as they do."""
    last = datetime.combine(plan.closes_on, time(6, 0), tzinfo=UTC)
    if plan.stage is Reach.OPEN:
        yield _morning(plan.opens_on + timedelta(days=2 + number))
    elif number >= count * 3 // 5:
        yield last + timedelta(minutes=(number - count * 3 // 5) * 600 // count)
    else:
        first = _morning(plan.opens_on + timedelta(days=1))
        yield first + (last - first) * number / count


def _assessed(stage: Stage, cases: Sequence[tuple[int, Draw]], tell: Tell) -> None:
    begun = _morning(stage.plan.closes_on + timedelta(days=1))
    for number, (case_id, draw) in enumerate(cases):
        tell(f"{stage.plan.code}:assess", number, len(cases))
        case = any_application(case_id)
        judging.take_on(stage, case, number, at=begun)
        if judging.control(stage, case, number, at=begun + timedelta(days=2)):
            judging.mark(stage, case, draw, number, at=begun + timedelta(days=10))
        db.session.expunge_all()
    judging.propose(stage, at=_morning(stage.plan.decided_on - timedelta(days=3)))


def _half_controlled(stage: Stage, cases: Sequence[tuple[int, Draw]]) -> None:
    """Leave cases at every step between reception and a finished assessment."""
    begun = _morning(stage.plan.closes_on + timedelta(days=1))
    for number, (case_id, draw) in enumerate(cases):
        kind, case = number % 6, any_application(case_id)
        if kind:
            judging.take_on(stage, case, number, at=begun)
        if number == 0:
            talking.lose_the_contact(stage, case, at=begun)
        if kind == 1:
            judging.ask(stage, case, number, at=begun + timedelta(days=2))
        if number == 1:
            talking.talk_about_the_case(stage, case, number, at=begun + timedelta(days=3))
        if kind in (2, 3, 4) and judging.control(stage, case, number, at=begun + timedelta(days=2)):
            readers = kind - 2
            judging.mark(
                stage,
                case,
                draw,
                number,
                at=begun + timedelta(days=6),
                readers=readers,
                apart=number == APART,
            )
            judging.settle(stage, case_id, number, at=begun + timedelta(days=7))
        db.session.expunge_all()
    doubting.doubt(stage, [one for one, _ in cases], at=begun + timedelta(days=8))


def _morning(day: date) -> datetime:
    return datetime.combine(day, TEN)
