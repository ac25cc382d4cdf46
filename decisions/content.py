"""What a signature is bound to: the decision's content as canonical JSON, and its SHA-256.

A signed decision whose content no longer gives the same hash is not what was signed, and is not
published.
"""

from criteria.canonical import Fact, digest
from decisions.grounds import Grounds
from decisions.models import Decision, DecisionKind


def content_of(decision: Decision, grounds: Grounds) -> dict[str, Fact]:
    """Write down outcome, amounts, years and reasons.

    Needs the decision with its application, its years and its proposal line with the proposal.
    """
    told: dict[str, Fact] = {
        "application": decision.application_id,
        "case_number": decision.application.case_number,
        "number": decision.number,
        "outcome": decision.outcome.value,
        "amount": decision.amount,
        "years": {str(one.year): one.amount for one in decision.years},
        "reason": decision.reason,
        "line": _line(decision),
        "criteria": [
            {
                "code": one.code,
                "mean": str(one.mean),
                "points": str(one.points),
                "reasons": list(one.reasons),
            }
            for one in grounds.criteria
        ],
        "findings": [
            {"rule": one.rule.value, "reason": one.reason.value, "values": dict(one.values)}
            for one in grounds.findings
        ],
    }
    return told | _of_kind(decision)


def _of_kind(decision: Decision) -> dict[str, Fact]:
    """Write down what is not so of most decisions, so that those signed before it could be stay as signed."""
    told: dict[str, Fact] = {}
    if decision.kind is not DecisionKind.ORIGINAL:
        told["kind"] = decision.kind.value
    if decision.reasons_left_out:
        told["reasons_left_out"] = 1
    return told


def fingerprint(decision: Decision, grounds: Grounds) -> str:
    """Give the SHA-256 of the content as hex."""
    return digest(content_of(decision, grounds))


def _line(decision: Decision) -> dict[str, Fact] | None:
    line = decision.proposal_line
    if line is None:
        return None
    return {
        "proposal": line.proposal_id,
        "inputs": line.proposal.inputs_hash,
        "place": line.place,
        "score": f"{line.score:.2f}",
        "asked": line.asked,
        "rate_percent": line.rate_percent,
        "amount": line.amount,
        "reason": line.reason.value,
    }
