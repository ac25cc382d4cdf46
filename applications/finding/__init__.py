"""Finding each other: what kommuner plan, who fits whom, and groups that become applications."""
