"""What the signature of a correction is bound to."""

from criteria.canonical import digest
from decisions.correcting.models import DecisionCorrection


def fingerprint(correction: DecisionCorrection) -> str:
    """Give the SHA-256 of what is corrected, in which decision, and why. Needs the decision."""
    return digest(
        {
            "decision": correction.decision_id,
            "signed": correction.decision.content_hash,
            "number": correction.number,
            "error": correction.error.value,
            "texts": {
                language: [one.wrong, one.right] for language, one in correction.texts.items()
            },
            "why": correction.why,
        }
    )
