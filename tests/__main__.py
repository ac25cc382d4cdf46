"""Every check and every test: what `./tilsagn test` runs.

The checks run beside the tests, so that no core waits for the slowest of them. With arguments only pytest
runs, with them: `./tilsagn test tests/criteria -k frame`.

What Python compiles is kept beside the files, also where the machine says otherwise: the tests start some
hundred processes, and a third of the time to load the app goes to compile it.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS = {
    "ruff": ("ruff", "check", "--quiet"),
    "mypy": ("mypy",),
    "import-linter": ("lint-imports",),
}
EVERYTHING = ["-n", "2", "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run the checks and the tests, whatever the others say; 0 only when all is well."""
    if arguments:
        return tested(arguments)
    with ThreadPoolExecutor(max_workers=1) as beside:
        checks = {name: beside.submit(passes, name) for name in CHECKS}
        tests = tested(EVERYTHING)
    failed = [name for name, check in checks.items() if not check.result()]
    say(f"checks that failed: {', '.join(failed)}" if failed else f"{', '.join(CHECKS)}: clean")
    return tests or len(failed)


def tested(chosen: list[str]) -> int:
    """Run pytest, with its words on the terminal."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "pytest", *chosen], cwd=ROOT, env=kept, check=False
    ).returncode


def passes(name: str) -> bool:
    """Run one check, and say at once what it found; its words come together, among the tests' dots."""
    tool, *options = CHECKS[name]
    done = subprocess.run(
        [str(TOOLS / tool), *options], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if done.returncode:
        say(f"\n── {name}\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def say(text: str) -> None:
    """Write a line for whoever waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
