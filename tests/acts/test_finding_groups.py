"""A group: who is asked, who answers, and that it becomes one application."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import OrganisationKind
from accounts.queries import organisation, person
from applications import queries as applications
from applications.finding import services
from applications.finding.models import Group, Reply
from applications.finding.queries import group_of, invitations_of, joined, measures_by_code
from applications.finding.refusals import FindingRefusal
from applications.models import Application, PartnerRole
from applications.refusals import Refusal
from figures.checks import run, violations
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.money import kroner
from foundation.outbox import Mail
from grants.queries import published_call
from tests.builders.accounts import an_administrator, an_organisation
from tests.builders.applications import a_kommune, a_signatory, an_editor
from tests.builders.damage import planted
from tests.builders.finding import Neighbours, a_group, some_neighbours, the_measure
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.races import at_once


@pytest.fixture
def near(app: Flask) -> Neighbours:
    del app
    return some_neighbours()


def names(group: Group) -> list[str]:
    return [one.organisation.name for one in joined(group)]


def mails_to(*people: str) -> int:
    found = db.session.scalars(select(Mail.recipient)).all()
    return sum(one in people for one in found)


def test_who_forms_a_group_is_in_and_the_others_are_asked(near: Neighbours) -> None:
    group = a_group(near)
    assert names(group) == [near.kommuner[0].name]
    assert [len(invitations_of(one)) for one in near.people] == [0, 1, 1]
    assert mails_to(near.people[1].email, near.people[2].email) == 2
    assert mails_to(near.people[0].email) == 0


def test_an_invited_kommune_answers_and_the_others_are_told(near: Neighbours) -> None:
    group = a_group(near, 1)
    assert names(group) == [near.kommuner[0].name, near.kommuner[1].name]
    assert mails_to(near.people[0].email) == 1
    assert invitations_of(near.people[1]) == []


def test_an_answer_may_be_given_anew_and_the_same_again_is_nothing(near: Neighbours) -> None:
    group = a_group(near, 1)
    editor = an_editor(near.kommuner[1], "Egil Editor")
    for answer in (Reply.YES, Reply.NO, Reply.NO):
        services.reply(group, near.kommuner[1].id, answer, by=editor, at=clock.now())
    again = near.read(group.id)
    assert names(again) == [near.kommuner[0].name]
    assert mails_to(near.people[0].email) == 2


def test_nobody_answers_for_another(near: Neighbours) -> None:
    group = a_group(near)
    with pytest.raises(RuleBrokenError) as error:
        services.reply(
            group, near.kommuner[1].id, Reply.YES, by=near.people[0], at=clock.now()
        )
    assert error.value.reason is FindingRefusal.NOT_OWN_KOMMUNE
    stranger = a_kommune("Bortevik", number="4699")
    with pytest.raises(NotFoundError):
        services.reply(
            group, stranger.id, Reply.YES, by=a_signatory(stranger, "Bodil"), at=clock.now()
        )


def test_a_group_does_not_exist_for_those_outside(near: Neighbours) -> None:
    group = a_group(near)
    with pytest.raises(NotFoundError):
        group_of(a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik"), group.id)


@pytest.mark.parametrize(
    ("name", "invited", "reason"),
    [
        (" ", [1], FindingRefusal.NAME_MISSING),
        ("Fjord", [], FindingRefusal.NOBODY_INVITED),
        ("Fjord", [1, 1], FindingRefusal.ALREADY_INVITED),
        ("Fjord", [0], FindingRefusal.ALREADY_INVITED),
    ],
)
def test_a_group_has_a_name_and_others_in_it_once(
    near: Neighbours, name: str, invited: list[int], reason: FindingRefusal
) -> None:
    with pytest.raises(RuleBrokenError) as error:
        services.form_group(
            near.kommuner[0], the_measure(), [near.kommuner[one] for one in invited],
            name=name, message="", by=near.people[0], at=clock.now(),
        )  # fmt: skip
    assert error.value.reason is reason
    assert db.session.scalar(select(func.count(Group.id))) == 0


def test_only_kommuner_are_invited_and_only_to_what_they_apply_for(near: Neighbours) -> None:
    county = an_organisation("F-46", OrganisationKind.COUNTY, "Vestland fylkeskommune")
    networks = measures_by_code(frozenset({"T3"}))[0]
    for measure, invited, reason in (
        (the_measure(), county, FindingRefusal.NOT_A_KOMMUNE),
        (networks, near.kommuner[1], FindingRefusal.MEASURE_NOT_FOR_KOMMUNER),
    ):
        with pytest.raises(RuleBrokenError) as error:
            services.form_group(
                near.kommuner[0], measure, [invited], name="Fjord", message="",
                by=near.people[0], at=clock.now(),
            )  # fmt: skip
        assert error.value.reason is reason


def test_only_those_who_are_in_invite_more(near: Neighbours) -> None:
    group, more = a_group(near), a_kommune("Nyvik", number="4650")
    with pytest.raises(RuleBrokenError) as error:
        services.invite(near.read(group.id, 1), [more], by=near.people[1], at=clock.now())
    assert error.value.reason is FindingRefusal.NOT_IN_GROUP

    services.invite(near.read(group.id), [more], by=near.people[0], at=clock.now())
    asked = near.read(group.id).members[-1]
    assert (asked.organisation_id, asked.reply) == (more.id, None)


def test_two_kommuner_answer_at_once(app: Flask, near: Neighbours) -> None:
    group = a_group(near).id
    who = [(near.people[one].id, near.kommuner[one].id) for one in (1, 2)]

    def answer(person_id: int, kommune: int) -> None:
        by = person(person_id)
        services.reply(group_of(by, group), kommune, Reply.YES, by=by, at=clock.now())

    assert at_once(app, *(lambda one=one: answer(*one) for one in who)) == [None, None]
    assert names(near.read(group)) == [one.name for one in near.kommuner]
    assert list(violations()) == []


def test_a_group_becomes_an_application_with_all_who_said_yes(near: Neighbours) -> None:
    group = a_group(near, 1)
    application = services.apply_together(
        group, near.call, near.kommuner[0], title="Sammen", by=near.people[0], at=clock.now()
    )
    read = applications.led_by(person(near.people[0].id), application.id)
    assert [(one.organisation_id, one.role) for one in read.partners] == [
        (near.kommuner[0].id, PartnerRole.LEAD),
        (near.kommuner[1].id, PartnerRole.PARTICIPANT),
    ]
    assert (read.title, read.collaboration_name) == ("Sammen", "Fjordgruppen")
    assert near.read(group.id).application_id == application.id
    assert invitations_of(near.people[2]) == [], "who did not answer is not asked any more"


def test_the_check_notices_a_lead_that_is_not_in_the_group(near: Neighbours) -> None:
    group = a_group(near, 1)
    services.apply_together(
        group, near.call, near.kommuner[0], title="Sammen", by=near.people[0], at=clock.now()
    )
    assert list(violations()) == []
    with planted("UPDATE plan_group_member SET reply = 'no' WHERE reply = 'yes'"):
        assert list(run("groups")) == [
            f"group {group.id} has an application led by a kommune that is not in it"
        ]


def test_whoever_joined_may_lead_the_application(near: Neighbours) -> None:
    group = a_group(near, 1)
    application = services.apply_together(
        near.read(group.id, 1), near.call, near.kommuner[1], title="Sammen",
        by=near.people[1], at=clock.now(),
    )  # fmt: skip
    read = applications.led_by(person(near.people[1].id), application.id)
    assert [one.organisation_id for one in read.partners] == [
        near.kommuner[1].id, near.kommuner[0].id,
    ]  # fmt: skip


def test_a_group_applies_once_however_often_it_is_asked(app: Flask, near: Neighbours) -> None:
    group, call = a_group(near, 1, 2).id, near.call.id
    who = [(near.people[one].id, near.kommuner[one].id) for one in (0, 1, 2)]

    def apply(person_id: int, kommune: int) -> int:
        by = person(person_id)
        return services.apply_together(
            group_of(by, group), published_call(call), organisation(kommune),
            title="Sammen", by=by, at=clock.now(),
        ).id  # fmt: skip

    made = at_once(app, *(lambda one=one: apply(*one) for one in who))
    assert len(set(made)) == 1
    assert db.session.scalar(select(func.count(Application.id))) == 1
    assert near.read(group).application_id == made[0]


def test_after_that_nobody_answers_or_is_asked(near: Neighbours) -> None:
    group = a_group(near, 1)
    services.apply_together(
        group, near.call, near.kommuner[0], title="Sammen", by=near.people[0], at=clock.now()
    )
    group = near.read(group.id)
    with pytest.raises(RuleBrokenError) as error:
        services.reply(group, near.kommuner[2].id, Reply.YES, by=near.people[2], at=clock.now())
    assert error.value.reason is FindingRefusal.HAS_APPLIED
    with pytest.raises(RuleBrokenError) as error:
        services.invite(
            group, [a_kommune("Nyvik", number="4650")], by=near.people[0], at=clock.now()
        )
    assert error.value.reason is FindingRefusal.HAS_APPLIED


def test_one_alone_is_no_group(near: Neighbours) -> None:
    group = a_group(near)
    with pytest.raises(RuleBrokenError) as error:
        services.apply_together(
            group, near.call, near.kommuner[0], title="Sammen", by=near.people[0], at=clock.now()
        )
    assert error.value.reason is FindingRefusal.NOBODY_ELSE_JOINED


def test_who_has_not_said_yes_neither_begins_nor_leads(near: Neighbours) -> None:
    group = a_group(near, 1)
    for place, lead in ((2, 2), (0, 2)):
        with pytest.raises(RuleBrokenError) as error:
            services.apply_together(
                near.read(group.id, place), near.call, near.kommuner[lead], title="Sammen",
                by=near.people[place], at=clock.now(),
            )  # fmt: skip
        assert error.value.reason is FindingRefusal.NOT_IN_GROUP


def test_the_call_is_open_and_of_the_groups_own_measure(near: Neighbours) -> None:
    group, administrator = a_group(near, 1), an_administrator("Alma Andre")
    small = kroner(1_000_000)
    closed = terms(
        code="lukket", opens_on=date(2026, 5, 1), closes_on=date(2026, 6, 1), frame=small
    )
    other = terms(code="annet", frame=small)
    for call, reason in (
        (a_call(administrator, other, INTRODUCTION), FindingRefusal.OTHER_MEASURE),
        (a_call(administrator, closed), Refusal.CALL_NOT_OPEN),
    ):
        with pytest.raises(RuleBrokenError) as error:
            services.apply_together(
                near.read(group.id), call, near.kommuner[0], title="Sammen",
                by=near.people[0], at=clock.now(),
            )  # fmt: skip
        assert error.value.reason is reason
    assert near.read(group.id).application_id is None
