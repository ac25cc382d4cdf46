"""Who wants to know when a call comes: registered by applicants, told when it is published."""
