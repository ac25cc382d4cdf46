"""Forms of this room: what to take out, and what the audit trail shows."""

from figures.forms.export import ExportForm
from figures.forms.trail import TrailFilter

__all__ = ["ExportForm", "TrailFilter"]
