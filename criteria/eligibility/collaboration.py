"""Rules on who applies together."""

from criteria.eligibility.facts import (
    MIDT_NORGE,
    NEVER_LEADS,
    PARTICIPANT,
    Facts,
    MidtNorge,
    PartnerFacts,
    Rules,
)
from criteria.eligibility.findings import Finding, Reason, Rule, met, unmet


def applicant_kind(facts: Facts, rules: Rules) -> Finding:
    """Ask for a lead that may apply, and partners that may take part (inv. 64, 70).

    A call for one named organisation is led by it and nobody else. A helseforetak never leads.
    """
    if not facts.leads:
        return unmet(Rule.APPLICANT_KIND, Reason.NO_LEAD)
    for lead in facts.leads:
        reason = _why_not_lead(lead, rules)
        if reason is not None:
            return unmet(Rule.APPLICANT_KIND, reason, ("kind", lead.kind))
    barred = _barred_partner_kinds(facts, rules)
    if barred:
        return unmet(
            Rule.APPLICANT_KIND, Reason.PARTNER_KIND_NOT_ELIGIBLE, ("kind", ", ".join(barred))
        )
    return met(Rule.APPLICANT_KIND, ("kind", facts.leads[0].kind))


def one_lead(facts: Facts) -> Finding:
    """Ask for exactly one organisation that answers towards the state (inv. 68)."""
    leads = len(facts.leads)
    if leads == 0:
        return unmet(Rule.ONE_LEAD, Reason.NO_LEAD, ("found", leads))
    if leads > 1:
        return unmet(Rule.ONE_LEAD, Reason.SEVERAL_LEADS, ("found", leads))
    return met(Rule.ONE_LEAD, ("found", leads))


def midt_norge(facts: Facts, rules: Rules) -> Finding:
    """Let kommuner in health region Midt-Norge in only where the call does (inv. 28, 84–85).

    While the question is open ("gjenstår å avklare") it is a warning and stops nobody.
    """
    found = len({one.organisation for one in facts.kommuner if one.health_region == MIDT_NORGE})
    values = ("found", found)
    if found == 0:
        return met(Rule.MIDT_NORGE, values)
    match rules.midt_norge:
        case MidtNorge.ALLOWED:
            return met(Rule.MIDT_NORGE, values)
        case MidtNorge.EXCLUDED:
            return unmet(Rule.MIDT_NORGE, Reason.MIDT_NORGE_EXCLUDED, values)
        case MidtNorge.UNDECIDED:
            return unmet(Rule.MIDT_NORGE, Reason.MIDT_NORGE_UNDECIDED, values)


def partners_confirmed(facts: Facts) -> Finding:
    """Ask every participant to have confirmed its part as it now stands (inv. 64).

    The lead confirms by handing in; an observer carries nothing and confirms nothing.
    """
    participants = [partner for partner in facts.partners if partner.role == PARTICIPANT]
    missing = sum(not partner.confirmed for partner in participants)
    values = (("required", len(participants)), ("found", len(participants) - missing))
    if missing:
        return unmet(Rule.PARTNERS_CONFIRMED, Reason.PARTNER_NOT_CONFIRMED, *values)
    return met(Rule.PARTNERS_CONFIRMED, *values)


def one_per_lead(facts: Facts) -> Finding:
    """Let an organisation lead one application in a call: one goal, one case (inv. 32–33)."""
    values = ("found", facts.other_applications_as_lead)
    if facts.other_applications_as_lead > 0:
        return unmet(Rule.ONE_PER_LEAD, Reason.LEADS_ANOTHER, values)
    return met(Rule.ONE_PER_LEAD, values)


def _why_not_lead(lead: PartnerFacts, rules: Rules) -> Reason | None:
    if lead.kind in NEVER_LEADS:
        return Reason.KIND_NOT_ELIGIBLE
    if rules.only_lead is not None:
        return None if lead.organisation == rules.only_lead else Reason.NOT_THE_NAMED
    return None if lead.kind in rules.eligible_kinds else Reason.KIND_NOT_ELIGIBLE


def _barred_partner_kinds(facts: Facts, rules: Rules) -> list[str]:
    if rules.partner_kinds is None:
        return []
    allowed = rules.partner_kinds | rules.eligible_kinds
    others = {member.kind for member in facts.members if member.role == PARTICIPANT}
    return sorted(others - allowed)
