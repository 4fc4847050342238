"""What `make VERB` does, in Python alone, so that it is the same on Windows: `python make.py map`.

It needs nothing but Python 3.11 or later: it makes an environment in `.venv`, installs the project and goes on there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
ATLAS = "atlas.html"


def run(*command: str) -> None:
    """Run a program of the environment from the project's folder; leave with its exit code where it fails."""
    print("$", " ".join(command), flush=True)
    found = BIN / (command[0] + (".exe" if os.name == "nt" else ""))
    code = subprocess.run([str(found), *command[1:]], cwd=ROOT, check=False).returncode  # noqa: S603 - our own commands
    if code:
        sys.exit(code)


def install(extra: str = "") -> None:
    """Make the environment and install the project, once for each state of pyproject.toml."""
    if sys.version_info < (3, 11):  # noqa: UP036 - who runs this may have an older one
        sys.exit("forumgraph needs Python 3.11 or later; this is " + sys.version.split()[0] + ".")
    state = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + extra.encode()).hexdigest()
    stamp = ENVIRONMENT / f"installed{extra.replace('[', '-').replace(']', '')}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == state:
        return
    if not PYTHON.exists():
        make_environment()
    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", f".{extra}")
    stamp.write_text(state)


def make_environment() -> None:
    """Make the environment anew, whole or not at all: a half-made one would pass for a made one at the next run."""
    try:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
    except BaseException as error:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        if isinstance(error, subprocess.CalledProcessError):  # Debian and Ubuntu ship Python without ensurepip
            sys.exit("Python cannot make an environment here: install python3-venv (sudo apt install python3-venv).")
        raise


def main_job() -> None:
    """Validate and load the survey, print coverage and the company gaps, write the atlas."""
    install()
    run("forumgraph", "validate")
    run("forumgraph", "load")
    run("forumgraph", "coverage")
    run("forumgraph", "gaps", "--area", "companies")
    run("forumgraph", "atlas", "-o", ATLAS)
    print(f"Open {(ROOT / ATLAS).as_uri()} in a browser.")


def test() -> None:
    """Run what CI runs: lint, types, the currency of generated files, all tests."""
    lint()
    run("python", "-m", "pytest", *several(), *sys.argv[2:])


def several() -> tuple[str, ...]:
    """Return what has the tests run in a process for each processor, unless they have one server between them."""
    if os.environ.get("FORUMGRAPH_TEST_NEO4J"):
        return ()
    return ("--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")


def lint() -> None:
    """Check style, formatting, types and that generated pages are current."""
    install("[dev]")
    run("ruff", "check", ".")
    run("ruff", "format", "--check", ".")
    run("mypy")
    run("python", "docs/build.py", "--check")


def docs() -> None:
    """Write the generated pages and the schema anew."""
    install("[dev]")
    run("python", "docs/build.py")
    run("python", "docs/readings/compare.py")


def bench() -> None:
    """Measure beside the script that an analyst would write; not a test."""
    install("[dev]")
    run("python", "benchmarks/main_job.py")
    run("python", "benchmarks/overlap.py")


def bench_maps() -> None:
    """Measure the atlas in a browser beside pyvis as it comes; it needs a Chromium, and ten minutes."""
    install("[dev]")
    run("python", "benchmarks/maps.py")


def bench_server() -> None:
    """Measure the load of a server beside the raw driver and its peers; it needs Java and Maven, and half an hour."""
    install("[dev]")
    run("python", "benchmarks/server_load.py")


def clean() -> None:
    """Remove what was made here; the graph in the user's cache folder stays."""
    for made in (
        ENVIRONMENT,
        *(ROOT / name for name in (".pytest_cache", ".mypy_cache", ".ruff_cache", "build", "dist")),
    ):
        shutil.rmtree(made, ignore_errors=True)
    for ending in (".html", ".png", ".xlsx"):
        (ROOT / ATLAS).with_suffix(ending).unlink(missing_ok=True)


VERBS: dict[str, Callable[[], None]] = {
    "map": main_job,
    "test": test,
    "lint": lint,
    "docs": docs,
    "bench": bench,
    "bench-maps": bench_maps,
    "bench-server": bench_server,
    "clean": clean,
}

if __name__ == "__main__":
    verb = VERBS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if verb is None:
        sys.exit("usage: python make.py " + "|".join(VERBS))
    verb()
