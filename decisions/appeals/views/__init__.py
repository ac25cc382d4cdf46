"""Pages of complaints. Importing a module puts its pages on the blueprint of decisions."""

from decisions.appeals.views import forwarding, judging, outside, panels, reasons, sending

__all__ = ["forwarding", "judging", "outside", "panels", "reasons", "sending"]
