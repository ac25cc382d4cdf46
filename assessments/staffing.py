"""How many each case takes."""

from assessments.models import Task

ASSESSORS = 2
"""How many read a case independently of each other (inv. 5, 175)."""

WANTED = {Task.HANDLE: 1, Task.ASSESS: ASSESSORS}
