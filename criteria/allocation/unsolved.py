"""Why no best combination was found. By themselves, for those who must say so without the solver."""


class OptimumError(ArithmeticError):
    """No combination could be found and proven."""


class ImpossibleBoundsError(OptimumError):
    """The floors cannot be met together within the frame and the ceilings."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the floors cannot be met together within the frame and the ceilings")


class UnprovenError(OptimumError):
    """The solver stopped before it could prove that its answer is good enough, or answered wrongly."""
