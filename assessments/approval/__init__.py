"""What the officer approves of the budget, activity by activity."""
