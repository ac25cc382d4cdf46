"""The tables of benefits: the catalogue in versions, and the registers of projects."""

from followup.benefits.models.catalogue import (
    CataloguedBenefit,
    CataloguedIndicator,
    CataloguedPoint,
    Effect,
    PointKind,
)
from followup.benefits.models.register import (
    BenefitQuestion,
    BenefitRisk,
    Measurement,
    Ownership,
    ProjectBenefit,
    ProjectIndicator,
)

__all__ = [
    "BenefitQuestion",
    "BenefitRisk",
    "CataloguedBenefit",
    "CataloguedIndicator",
    "CataloguedPoint",
    "Effect",
    "Measurement",
    "Ownership",
    "PointKind",
    "ProjectBenefit",
    "ProjectIndicator",
]
