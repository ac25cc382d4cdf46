"""Pages of reclaims and stops. Importing a module puts its pages on the blueprint of payments."""

from payments.reclaims import dates
from payments.reclaims.views import office, outside, panels, settling, stopping

__all__ = ["dates", "office", "outside", "panels", "settling", "stopping"]
