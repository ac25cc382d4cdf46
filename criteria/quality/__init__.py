"""How well marks are given: agreement, drift by reading order, and spread, by criterion and officer.

It says something of the marking and nothing of an application, and never changes a score. What is found is
described in `measures` and `reported`; the modules that work it out load statistics for a second and are
reached through `report.report`, by those who need it.
"""
