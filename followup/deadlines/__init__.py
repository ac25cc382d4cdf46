"""The days by which reports are due: reminded of by rule, and put off on request."""
