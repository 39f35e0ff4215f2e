"""Finds the program and runs it."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import Iterable, Iterator, List, Optional, Sequence

from ._errors import WatertightError

BUNDLE = Path(__file__).parent / "_bundle"
FINDINGS, UNDECIDED = 1, 3


def program() -> Path:
    """The program that is run.

    The one in the folder that the environment variable ``WATERTIGHT_HOME`` names (an unpacked archive or a checkout), else the
    one that came with this package, else the first ``watertight`` in ``PATH``.

    :raises WatertightError: if there is none
    """
    home = os.environ.get("WATERTIGHT_HOME")
    if home:
        for name in ("bin/watertight", "watertight"):
            found = Path(home, name)
            if _is_program(found):
                return found.absolute()
        raise WatertightError(
            f"WATERTIGHT_HOME is {home}, but there is no program watertight in it.",
            "let it name the folder of an unpacked archive, or unset it",
        )
    bundled = BUNDLE / "bin" / "watertight"
    if bundled.is_file():
        _restore_times(BUNDLE)
        return bundled
    for folder in os.get_exec_path():
        found = Path(folder, "watertight")
        if _is_program(found) and not _is_python(found):
            return found.absolute()
    raise WatertightError(
        "The program watertight is not here: this package came without it, and it is not in PATH.",
        "install the wheel for your platform, or unpack the archive and set WATERTIGHT_HOME to its folder",
    )


def run(arguments: Sequence[str], folder: Optional[Path] = None) -> int:
    """Runs the program to its end.

    :param arguments: what would be typed after its name
    :param folder: where it runs; by default here
    :return: its exit code: 0, 1 (findings) or 3 (not decided)
    :raises WatertightError: with the program's own words, if it says that something is wrong
    """
    try:
        process = subprocess.Popen(
            [str(program()), *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as failure:
        raise WatertightError(
            f"The program {program()} does not start: {failure.strerror}.",
            "install the wheel for your platform again; it runs on Linux with glibc",
        ) from failure
    try:
        _, said = process.communicate()
    except BaseException:  # a notebook's kernel is interrupted alone: the program must not go on without it
        process.send_signal(signal.SIGTERM)
        process.wait()
        raise
    if process.returncode in (0, FINDINGS, UNDECIDED):
        return process.returncode
    words = said.strip()
    if process.returncode < 0:
        name = signal.Signals(-process.returncode).name
        raise WatertightError(
            f"The program was ended by {name}." + (f"\n{words}" if words else ""),
            "there was not enough memory: give it less to do, or set memory='1GB'",
        )
    raise WatertightError(words or f"The program ended with code {process.returncode} and said nothing.")


def option(name: str, values: Iterable[object]) -> Iterator[str]:
    """``--name=value`` for each value; joined, so that a value may begin with a dash."""
    for value in values:
        yield f"--{name}={word(value)}"


def word(value: object) -> str:
    """A value as the command line takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def listed(values: object) -> List[object]:
    """One value or several, as several."""
    if values is None:
        return []
    if isinstance(values, (list, set, frozenset)):
        return list(values)
    return [values]


def _is_program(file: Path) -> bool:
    return file.is_file() and os.access(file, os.X_OK)


def _is_python(file: Path) -> bool:
    """Whether it is the command of this package, which would only come back here."""
    with open(file, "rb") as content:
        return b"python" in content.readline(200)


def _restore_times(bundle: Path) -> None:
    """Installers give files the time of the installation; Java then takes its class archive for that of other files, and starts slowly."""
    try:
        wanted = int((bundle / "time").read_text("ascii"))
        if int((bundle / "lib" / "watertight-app.jar").stat().st_mtime) != wanted:
            for file in [*(bundle / "lib").iterdir(), bundle / "runtime" / "lib" / "modules"]:
                os.utime(file, (wanted, wanted))
    except (OSError, ValueError):
        return  # a place that cannot be written: slower, but no worse
