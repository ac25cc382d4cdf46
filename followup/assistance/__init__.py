"""Help with ordering, using and adapting standards (T5, inv. 44): asked for, given and judged."""
