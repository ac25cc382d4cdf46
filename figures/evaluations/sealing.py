"""What is signed of an evaluation, as one checksum: whoever changes it afterwards is found out."""

import json
from collections.abc import Mapping
from hashlib import sha256

from figures.evaluations.models import Evaluation


def words_of(evaluation: Evaluation) -> str:
    """Give the checksum of what is written in an evaluation, without figures. Needs the proposals loaded."""
    return seal_of(evaluation, {})


def texts_of(evaluation: Evaluation) -> str:
    """Give the checksum (SHA-256) of the texts that are written at once, without the proposals."""
    texts = [
        evaluation.learnt.nb, evaluation.learnt.nn, evaluation.assessment.nb, evaluation.assessment.nn,
    ]  # fmt: skip
    return sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()


def seal_of(evaluation: Evaluation, figures: Mapping[str, int]) -> str:
    """Give the checksum (SHA-256) of everything a leader signs. Needs the proposals loaded."""
    signed = {
        "measure": evaluation.measure_id,
        "year": evaluation.year,
        "number": evaluation.number,
        "learnt": [evaluation.learnt.nb, evaluation.learnt.nn],
        "assessment": [evaluation.assessment.nb, evaluation.assessment.nn],
        "figures": dict(figures),
        "proposals": [
            [one.id, one.change.nb, one.change.nn, one.reason.nb, one.reason.nn]
            for one in evaluation.proposals
        ],
    }
    return sha256(json.dumps(signed, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
