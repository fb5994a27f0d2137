"""The lock files hold all that pyproject.toml asks for, each with a hash, and nothing about any machine."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock: Path) -> list[str]:
    """One text for each locked package: its line and the hashes that follow."""
    lines = [
        line for line in lock.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")
    ]
    return re.split(r"\n(?=\S)", "\n".join(lines))


def locked(name: str) -> dict[str, list[str]]:
    """The versions of each package in a lock file; several where Pythons need different ones."""
    versions: dict[str, list[str]] = {}
    for entry in entries(ROOT / "requirements" / f"{name}.lock"):
        package, version = re.match(r"([^=\[]+)(?:\[[^]]*\])?==(\S+)", entry).groups()  # type: ignore[union-attr]
        versions.setdefault(canonicalize_name(package), []).append(version)
    return versions


def asked() -> list[tuple[str, str]]:
    """Every dependency of the project with the lock file that must hold it."""
    extras = PROJECT["project"]["optional-dependencies"]
    direct = PROJECT["project"]["dependencies"] + extras["dev"]
    groups = {"dev": direct, "build": PROJECT["build-system"]["requires"]}
    pairs = [(name, wish) for name, wishes in groups.items() for wish in wishes]
    pairs += [(name, wish) for name, wishes in PROJECT["dependency-groups"].items() for wish in wishes]
    return pairs + [(extra, wish) for extra in extras if extra != "dev" for wish in extras[extra]]


@pytest.mark.parametrize(("name", "wish"), asked())
def test_what_the_project_asks_for_is_locked_in_a_version_that_it_allows(name: str, wish: str) -> None:
    requirement = Requirement(wish)
    versions = locked(name).get(canonicalize_name(requirement.name))
    assert versions, f"not in requirements/{name}.lock; run: make lock"
    assert all(requirement.specifier.contains(version) for version in versions), versions


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_locked_package_has_a_hash(lock: Path) -> None:
    without = [entry for entry in entries(lock) if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)]
    assert without == [] and len(entries(lock)) >= 1


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_host_and_no_folder(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|--trusted-host|(?:^|\s)[~.]?/", text, re.M)


def test_the_environment_is_made_from_the_locks_with_hashes_alone() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "$(INSTALL)" in line]
    unhashed = [line for line in installs if "--require-hashes" not in line]
    assert len(installs) >= 5 and [line.split("$(INSTALL) ")[1] for line in unhashed] == [
        "--no-deps --editable ."
    ]
    assert "pip install" not in makefile.replace(re.search(r"^INSTALL := .*$", makefile, re.M)[0], "")  # type: ignore[index]
