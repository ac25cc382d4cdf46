"""What came of it: report duties, reports and the follow-up document."""
