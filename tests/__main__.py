"""Every check and every test: what `./tilsagn test` runs.

With arguments only pytest runs, with them: `./tilsagn test tests/criteria -k frame`.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS = {
    "ruff": ("ruff", "check", "--quiet"),
    "mypy": ("mypy",),
    "import-linter": ("lint-imports",),
}
TOLD = "CHECKS_THAT_FAILED"


def main(arguments: list[str]) -> int:
    """Run the checks, then the tests whatever the checks say; 0 only when all is well."""
    failed = [] if arguments else [name for name in CHECKS if not passes(name)]
    chosen = arguments or ["-n", "2", "--dist", "worksteal"]
    environment = {**os.environ, TOLD: ", ".join(failed)}
    tests = run([sys.executable, "-P", "-m", "pytest", *chosen], environment)
    return tests or len(failed)


def passes(name: str) -> bool:
    """Run one check and say how it went."""
    tool, *options = CHECKS[name]
    sys.stdout.write(f"── {name}\n")
    sys.stdout.flush()
    return run([str(TOOLS / tool), *options], dict(os.environ)) == 0


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run a command in the project's folder, with its words on the terminal."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
