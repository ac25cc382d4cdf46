"""A made-up year of cases, played through the acts themselves and marked as made up."""
