"""The shell examples of the README do what the README says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import PROJECT, copy_seeds, environment

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS = re.compile(r"\d+\.\d+ s\b|\"seconds\": [\d.e-]+")


def examples(page: str) -> list[tuple[str, str]]:
    """(command, expected output) for each line that begins with $, of all console blocks."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall((PROJECT / page).read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more
            found.append((command, output))
    return found


def test_the_readme_has_examples() -> None:
    assert len(examples("README.md")) >= 5


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = copy_seeds(tmp_path_factory.mktemp("readme"))
    bin_folder = folder.parent / "bin"
    bin_folder.mkdir()
    script = bin_folder / "searcher"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m searcher "$@"\n')
    script.chmod(0o755)
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    return folder, environment(PATH=path, SEARCHER_ENGINE="whoosh")


@pytest.mark.first
def test_every_shell_example_of_the_readme_prints_what_it_says(
    project: tuple[Path, dict[str, str]],
) -> None:
    folder, env = project
    for command, expected in examples("README.md"):
        if command.startswith(("make ", "git ", "pip ", "python3 -m venv")):
            continue
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True
        )
        printed = SECONDS.sub("…", done.stdout + done.stderr)
        assert printed.strip() == SECONDS.sub("…", expected).strip(), command
