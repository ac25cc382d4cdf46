"""Questions and answers between those who apply and the office, on the case, from draft to the end."""
