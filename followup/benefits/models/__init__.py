"""The tables of benefits: the catalogue in versions, and the registers of projects."""

from followup.benefits.models.catalogue import (
    CataloguedBenefit,
    CataloguedIndicator,
    CataloguedPoint,
    Effect,
    PointKind,
)
from followup.benefits.models.handing import BenefitHandover, HandedBenefit, HandoverState
from followup.benefits.models.register import (
    BenefitQuestion,
    BenefitRisk,
    Measurement,
    Ownership,
    ProjectBenefit,
    ProjectIndicator,
)

__all__ = [
    "BenefitHandover",
    "BenefitQuestion",
    "BenefitRisk",
    "CataloguedBenefit",
    "CataloguedIndicator",
    "CataloguedPoint",
    "Effect",
    "HandedBenefit",
    "HandoverState",
    "Measurement",
    "Ownership",
    "PointKind",
    "ProjectBenefit",
    "ProjectIndicator",
]
