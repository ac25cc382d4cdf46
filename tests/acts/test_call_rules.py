"""The rules that an administrator sets: what a draft takes, and what they do to applications."""

from dataclasses import dataclass

import pytest
from flask import Flask

from accounts.models import Organisation, OrganisationKind, Person
from applications import services as applying
from applications.models import PartnerRole
from applications.refusals import Refusal
from applications.todo import broken_in
from criteria.eligibility import Enough, Reason
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.money import kroner
from grants import queries, services
from grants.models import Call, CallRule, RuleKey
from grants.services import RuleSetting
from grants.words import CallRefusal, Shortfall
from tests.builders.accounts import an_administrator, an_organisation
from tests.builders.applications import Collaboration, a_collaboration, a_ready_draft, a_signatory
from tests.builders.grants import a_draft


@dataclass
class Office:
    """An administrator and the draft of a call."""

    anne: Person
    call: Call

    def set(self, **values: str) -> None:
        for name, value in values.items():
            rule = self.rule(RuleKey(name))
            setting = RuleSetting(value, rule.note, chosen_by_administrator=True)
            services.change_rule(self.call, rule, setting, by=self.anne, at=clock.now())
            self.call = queries.call(self.call.id)

    def rule(self, key: RuleKey) -> CallRule:
        return next(one for one in self.call.rules if one.key is key)

    def name(self, organisation: Organisation, *leads: OrganisationKind) -> None:
        services.change_applicants(
            self.call,
            self.call.applicants,
            leads=frozenset(leads),
            partners=frozenset({OrganisationKind.MUNICIPALITY}),
            only_lead=organisation,
            by=self.anne,
            at=clock.now(),
        )
        self.call = queries.call(self.call.id)

    def publish(self) -> Call:
        services.publish_call(self.call, by=self.anne, at=clock.now())
        return queries.call(self.call.id)


@pytest.fixture
def office(app: Flask) -> Office:
    del app
    anne = an_administrator()
    return Office(anne, a_draft(anne))


def refused(act: object, *args: object, **values: object) -> object:
    assert callable(act)
    with pytest.raises(RuleBrokenError) as error:
        act(*args, **values)
    return error.value.reason


BROKEN = {
    Reason.TOO_FEW_INHABITANTS: {"min_population": "20000"},
    Reason.PARTNER_ASKS_TOO_MUCH: {"max_grant_per_partner": str(kroner(599_999))},
    Reason.PARTNER_ASKS_TOO_LITTLE: {"min_grant_per_partner": str(kroner(600_001))},
    Reason.TOO_LONG: {"max_months": "15"},
}


@pytest.mark.parametrize("reason", BROKEN)
def test_a_broken_rule_is_told_while_writing_and_stops_the_submission(
    office: Office, reason: Reason
) -> None:
    office.set(**BROKEN[reason])
    together = a_collaboration(office.publish())
    draft = a_ready_draft(together)
    assert [one.reason for one in broken_in(draft)] == [reason]
    by, at = together.signatory, clock.now()
    assert refused(applying.submit, draft.id, by=by, at=at) is Refusal.NOT_ELIGIBLE


def test_what_keeps_all_limits_goes_through(office: Office) -> None:
    office.set(
        min_population="12963",
        max_grant_per_partner=str(kroner(600_000)),
        min_grant_per_partner=str(kroner(600_000)),
        max_months="16",
    )
    together = a_collaboration(office.publish())
    draft = a_ready_draft(together)
    assert broken_in(draft) == ()
    assert applying.submit(draft.id, by=together.signatory, at=clock.now())


def test_enough_people_may_stand_in_for_enough_kommuner(office: Office) -> None:
    office.set(min_kommuner="5", min_population="10000", enough=Enough.EITHER)
    together = a_collaboration(office.publish())
    assert broken_in(a_ready_draft(together)) == ()


def test_a_call_cannot_offer_a_choice_between_one_thing(office: Office) -> None:
    office.set(enough=Enough.EITHER)
    reason = refused(services.publish_call, office.call, by=office.anne, at=clock.now())
    assert reason is Shortfall.EITHER_OF_ONE


def ks() -> Organisation:
    return an_organisation("KS", OrganisationKind.INTEREST_ORGANISATION, "KS")


def test_only_the_named_organisation_begins_an_application(office: Office) -> None:
    named = ks()
    office.set(min_kommuner="1")
    office.name(named)
    call = office.publish()
    together = a_collaboration(call)
    start = applying.start_application
    by, at = together.signatory, clock.now()
    assert refused(start, call, together.lead, title="Oss", by=by, at=at) is Refusal.NOT_THE_NAMED

    theirs = Collaboration(call, named, [], a_signatory(named, "Kari KS"))
    draft = theirs.begin("Nettverk")
    applying.add_partner(
        draft, together.lead, PartnerRole.PARTICIPANT, by=theirs.signatory, at=clock.now()
    )
    assert broken_in(theirs.read(draft.id)) == ()


@pytest.mark.parametrize(
    "kind", [OrganisationKind.HEALTH_TRUST, OrganisationKind.REGIONAL_HEALTH_AUTHORITY]
)
def test_a_helseforetak_is_never_named_nor_among_the_leads(
    office: Office, kind: OrganisationKind
) -> None:
    trust = an_organisation("HF-1", kind, "Helse Fjord HF")
    assert refused(office.name, trust) is CallRefusal.NEVER_LEADS
    assert refused(office.name, ks(), kind) is CallRefusal.NEVER_LEADS


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("enough", "kanskje", CallRefusal.VALUE_UNKNOWN),
        ("enough", "", CallRefusal.VALUE_UNKNOWN),
        ("max_months", "-1", CallRefusal.VALUE_NOT_A_NUMBER),
        ("min_population", "9" * 30, CallRefusal.VALUE_TOO_LARGE),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(
    office: Office, key: str, value: str, reason: CallRefusal
) -> None:
    assert refused(office.set, **{key: value}) is reason


def test_a_floor_for_each_partner_is_not_above_its_cap(office: Office) -> None:
    office.set(max_grant_per_partner=str(kroner(100)))
    floor = {"min_grant_per_partner": str(kroner(101))}
    assert refused(office.set, **floor) is CallRefusal.SMALLEST_ABOVE_LARGEST
