"""The experience library: written by the kommune, published by the office, met as a duty."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from accounts.queries import person
from applications.refusals import Refusal as ApplicantRefusal
from criteria.experience import Subject
from followup.experience import queries, services
from followup.experience.queries import LibraryFilter
from followup.experience.refusals import Refusal
from followup.experience.states import ExperienceState, state_of
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from tests.builders.applications import an_editor
from tests.builders.decisions import NOW
from tests.builders.experience import (
    LESSON,
    TITLE,
    a_published_account,
    a_sent_account,
    an_account,
    experience_duty,
    newest,
)
from tests.builders.payments import Grant, an_accepted_grant, signatory_of
from tests.races import at_once

EVERYTHING = LibraryFilter()


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def in_the_library(chosen: LibraryFilter = EVERYTHING) -> list[str]:
    return [row.experience.title for row in queries.library(chosen).rows]


def answer(grant: Grant, *, publish: bool, text: str = "") -> None:
    services.answer_experience(
        queries.sent_experience(newest(grant).id), publish=publish, text=text,
        by=grant.round.drafter, at=NOW,
    )  # fmt: skip


def test_only_what_is_published_is_found_by_words_subject_and_standard(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    sent = a_sent_account(grant)
    assert in_the_library() == []
    with pytest.raises(NotFoundError):
        queries.published_experience(sent.id)
    with pytest.raises(NotFoundError):
        queries.published_document(sent.documents[0].id)
    answer(grant, publish=True)
    for chosen in (
        EVERYTHING, LibraryFilter(text="superbrukerne"), LibraryFilter(text="FJELL"),
        LibraryFilter(subject=Subject.TRAINING),
        LibraryFilter(standard="fhir", text="journal"),
    ):  # fmt: skip
        assert in_the_library(chosen) == [TITLE], chosen
    for chosen in (
        LibraryFilter(text="finnes ikke"), LibraryFilter(subject=Subject.PRIVACY),
        LibraryFilter(standard="openehr"), LibraryFilter(text="%"),
    ):  # fmt: skip
        assert in_the_library(chosen) == [], chosen
    assert queries.published_document(sent.documents[0].id).filename == "plan.pdf"
    services.withdraw_experience(
        newest(grant), why="Et navn sto der.", by=grant.round.drafter, at=NOW
    )
    assert in_the_library() == []
    with pytest.raises(NotFoundError):
        queries.published_document(sent.documents[0].id)
    assert experience_duty(grant).met_at is not None


def test_sending_meets_the_duty_and_a_return_makes_it_owed_again(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory, case = signatory_of(grant.application), grant.application.id
    lacking = replace(an_account(), failed="", subjects=())
    services.save_experience(case, lacking, by=signatory, at=NOW)
    assert refused(lambda: services.send_experience(case, by=signatory, at=NOW)) is (
        Refusal.INCOMPLETE
    )
    assert experience_duty(grant).met_at is None
    whole = replace(an_account(), seen=newest(grant).version)
    services.save_experience(case, whole, by=signatory, at=NOW)
    with pytest.raises(StaleError):
        services.save_experience(case, whole, by=signatory, at=NOW)
    services.send_experience(case, by=signatory, at=NOW)
    met = experience_duty(grant)
    assert (met.met_at, met.met_how) == (NOW, TITLE)
    assert refused(
        lambda: services.save_experience(case, an_account(), by=signatory, at=NOW)
    ) is Refusal.WITH_THE_OFFICE
    assert refused(lambda: answer(grant, publish=False, text=" ")) is Refusal.REASON_MISSING
    answer(grant, publish=False, text="Ta ut navnet.")
    assert experience_duty(grant).met_at is None
    assert state_of(newest(grant)) is ExperienceState.RETURNED


def test_the_old_account_stands_until_the_new_one_takes_its_place(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory, case = signatory_of(grant.application), grant.application.id
    first = a_published_account(grant)
    services.save_experience(case, replace(an_account(), title="Nytt"), by=signatory, at=NOW)
    draft = newest(grant)
    assert (draft.number, [one.filename for one in draft.documents]) == (2, ["plan.pdf"])
    services.remove_document(case, draft.documents[0].id, by=signatory, at=NOW)
    services.send_experience(case, by=signatory, at=NOW)
    assert in_the_library() == [TITLE]
    assert queries.published_experience(first.id).experience.worked == LESSON
    answer(grant, publish=True)
    assert in_the_library() == ["Nytt"]


def test_only_the_lead_writes_and_one_of_two_answers_counts(app: Flask) -> None:
    grant = an_accepted_grant()
    partner = next(one for one in grant.application.partners if one.role.value == "participant")
    stranger = an_editor(partner.organisation, "Didrik Deltaker")
    case = grant.application.id
    assert refused(
        lambda: services.save_experience(case, an_account(), by=stranger, at=NOW)
    ) is ApplicantRefusal.NOT_LEADS_EDITOR
    number, officer = a_sent_account(grant).id, grant.round.drafter.id

    def give(*, publish: bool) -> Callable[[], None]:
        def act() -> None:
            services.answer_experience(
                queries.sent_experience(number), publish=publish, text="Nei.",
                by=person(officer), at=NOW,
            )  # fmt: skip

        return act

    results = at_once(app, give(publish=True), give(publish=False))
    assert [type(one) for one in results if one is not None] == [RuleBrokenError]
