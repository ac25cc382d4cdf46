"""What is offered: the scheme, its money, its calls and what they ask for."""
