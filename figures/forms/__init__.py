"""Forms of this room: what to take out, what to prove, and what the audit trail shows."""

from figures.forms.evidence import EvidenceForm
from figures.forms.export import ExportForm
from figures.forms.overlaps import OverlapFilter
from figures.forms.trail import TrailFilter

__all__ = ["EvidenceForm", "ExportForm", "OverlapFilter", "TrailFilter"]
