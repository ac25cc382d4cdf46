"""What it took to apply, as the applicant says: beside what pages have measured (burden)."""
