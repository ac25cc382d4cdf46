"""How well marks are given: agreement, drift by reading order, and spread, by criterion and officer.

It says something of the marking and nothing of an application, and never changes a score. The modules are
imported by name: statistics take a second to load.
"""
