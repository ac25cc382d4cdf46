"""The sections that may be opened after an application is handed in.

What partners have said yes to, the budget, the period and who takes part, is not among them: a change there
is no mending of the application but another one, which every partner would have to confirm.
"""

from criteria.completeness import Section

CORRECTABLE = (Section.ACTIVITIES, Section.QUESTIONS, Section.ATTACHMENTS)
