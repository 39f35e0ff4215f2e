"""The two commands: an audit of a table, a reading of code."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from ._errors import WatertightError
from ._program import listed, option, run, word
from ._report import _ENDINGS, Report, fingerprints
from ._tables import hand_over

PathLike = Union[str, "os.PathLike[str]"]
Names = Union[str, Sequence[Union[str, Tuple[str, ...]]]]


def audit(
    data: Any = None,
    target: Optional[str] = None,
    *,
    test: Any = None,
    split: Optional[str] = None,
    id: Optional[Names] = None,
    group: Optional[Names] = None,
    time: Optional[Names] = None,
    predict_at: Optional[str] = None,
    horizon: Optional[str] = None,
    purpose: Optional[str] = None,
    known_at: Optional[Mapping[str, str]] = None,
    positive: Optional[object] = None,
    task: Optional[str] = None,
    weight: Optional[str] = None,
    features: Optional[Sequence[str]] = None,
    ignore: Optional[Names] = None,
    types: Optional[Mapping[str, str]] = None,
    dictionary: Optional[PathLike] = None,
    study: Optional[PathLike] = None,
    code: Union[PathLike, Sequence[PathLike], None] = None,
    price: bool = False,
    fit: Optional[str] = None,
    checks: Optional[Names] = None,
    skip: Optional[Names] = None,
    baseline: Optional[PathLike] = None,
    write_baseline: Optional[PathLike] = None,
    show_values: bool = False,
    delimiter: Optional[str] = None,
    header: Optional[bool] = None,
    budget: Optional[str] = None,
    memory: Optional[str] = None,
    threads: Optional[int] = None,
    seed: Optional[int] = None,
    name: str = "data",
) -> Report:
    """Says what leaks in a table, how sure that is, and what to do.

    :param data: a DataFrame of pandas or polars, a table of Arrow, the path of a file or a list of paths; without it, the study in
        ``study.yml``. The index of pandas is left out
    :param target: the column to predict
    :param test: the test set, if it is a table of its own: as ``data``
    :param split: the column that says which part a row is in
    :param id: what identifies a row. Here and below: a column, a list of them; a tuple is one key of several columns
    :param group: the entity a row belongs to
    :param time: what orders the rows
    :param predict_at: when you predict: a time column, perhaps some time later (``admitted+24h``)
    :param horizon: how long after that the outcome is awaited: ``30d``
    :param purpose: what the model is for: ``rows``, ``groups`` or ``future``
    :param known_at: when columns or patterns are known: ``{"lab_*": "event", "bill": "after-outcome"}``
    :param positive: the positive class of a target of two classes
    :param task: ``binary``, ``multiclass`` or ``regression``; by default inferred
    :param weight: the column of row weights
    :param features: audit only these columns
    :param ignore: columns or patterns to leave out
    :param types: read columns as ``number``, ``text``, ``time`` or ``boolean``
    :param dictionary: a data dictionary as CSV: column, meaning, known-at
    :param study: a study file other than ``./study.yml``
    :param code: scripts, notebooks or folders that make this study
    :param price: say what each finding with a fix is worth in score
    :param fit: price with a learner of your own: a command line
    :param checks: run only these checks
    :param skip: leave these checks out
    :param baseline: a file of findings that are known
    :param write_baseline: where to write today's findings
    :param show_values: show cell values
    :param delimiter: what separates fields of a text file
    :param header: whether the first line of a text file holds names
    :param budget: stop the second scan after about this long: ``60s``
    :param memory: of the engine: ``2GB``
    :param threads: at most
    :param seed: of samples, folds and learners
    :param name: what reports call a table that is no file
    :return: the report; findings raise nothing, see :meth:`Report.raise_if`
    :raises WatertightError: what is wrong with the call or the data, in the program's words
    """
    if not name or Path(name).name != name or name.startswith((".", "-")):
        raise WatertightError(f"name is {name!r}, which cannot be the name of a file.", "use letters, digits and dashes")
    with tempfile.TemporaryDirectory(prefix="watertight-python-") as made:  # mode 0700
        folder = Path(made)
        words: List[str] = []
        tables: List[str] = []
        if data is not None:
            tables = hand_over(data, folder, name)
        tests = [] if test is None else hand_over(test, folder, f"{name}-test" if name == "data" else f"{name} (test)")
        words += option("test", tests)
        single: Dict[str, object] = {
            "target": target, "split": split, "predict-at": predict_at, "horizon": horizon, "purpose": purpose,
            "positive": positive, "task": task, "weight": weight, "dictionary": dictionary, "study": study, "fit": fit,
            "baseline": baseline, "write-baseline": write_baseline, "delimiter": delimiter, "budget": budget,
            "memory": memory, "threads": threads, "seed": seed,
        }  # fmt: skip
        for key, value in single.items():
            words += option(key, [] if value is None else [value])
        several: Dict[str, object] = {"id": id, "group": group, "time": time, "ignore": ignore, "checks": checks, "skip": skip}
        for key, values in several.items():
            words += option(key, _keys(values))
        words += option("code", listed(code))
        words += option("known-at", _pairs(known_at))
        words += option("type", _pairs(types))
        if features is not None:
            words += option("features", [_name_file(features, folder)])
        words += [f"--{flag}" for flag, wanted in (("price", price), ("show-values", show_values)) if wanted]
        if header is not None:
            words.append("--header" if header else "--no-header")
        # A table of this process is nobody's file: what the program remembers of it for later commands would be of no use here. A ledger
        # is of use, and the program looks for it where it runs.
        written = any(Path(file).parent == folder for file in [*tables, *tests])
        away = written and not Path("watertight-ledger").is_dir()
        if away:
            words = [_absolute(item) for item in words]
            tables = [os.path.abspath(file) for file in tables]
        return _report(["audit", *words, *(["--", *tables] if tables else [])], folder, folder if away else None, baseline)


def lint(
    paths: Union[PathLike, Sequence[PathLike]],
    *,
    rules: Optional[Names] = None,
    skip: Optional[Names] = None,
    knowledge: Union[PathLike, Sequence[PathLike], None] = None,
    executed_order: bool = False,
    baseline: Optional[PathLike] = None,
    write_baseline: Optional[PathLike] = None,
    verbose: bool = False,
) -> Report:
    """Finds leaks in Python scripts and notebooks, without running anything.

    :param paths: files and folders
    :param rules: some rules only
    :param skip: all rules but these
    :param knowledge: files of yours that add to what is known of libraries
    :param executed_order: notebook cells in the order of their execution counts
    :param baseline: a file of findings that are known
    :param write_baseline: where to write today's findings
    :param verbose: name everything that was not analysed
    :return: the report; findings raise nothing, see :meth:`Report.raise_if`
    :raises WatertightError: what is wrong with the call, in the program's words
    """
    with tempfile.TemporaryDirectory(prefix="watertight-python-") as made:
        words = [*option("rules", _keys(rules)), *option("skip", _keys(skip)), *option("knowledge", listed(knowledge))]
        words += option("baseline", [] if baseline is None else [baseline])
        words += option("write-baseline", [] if write_baseline is None else [write_baseline])
        words += [f"--{flag}" for flag, wanted in (("executed-order", executed_order), ("verbose", verbose)) if wanted]
        files = [os.fspath(paths)] if isinstance(paths, (str, os.PathLike)) else [os.fspath(path) for path in paths]
        return _report(["lint", *words, "--", *files], Path(made), None, baseline)


def _report(command: List[str], folder: Path, where: Optional[Path], baseline: Optional[PathLike]) -> Report:
    reports = folder / "reports"
    reports.mkdir()
    formats = ",".join(_ENDINGS.values())
    run([command[0], "--quiet", "--fail-on=never", f"--format={formats}", f"--output={reports}", *command[1:]], where)
    here = os.path.join(os.getcwd(), "")
    texts = {}
    for file in reports.iterdir():
        # Where the table lay for a moment is nobody's business, and paths of here stay as they were given.
        text = file.read_text("utf-8").replace(os.path.join(folder, ""), "")
        texts[_ENDINGS[file.suffix]] = text.replace(here, "") if where is not None and here != os.sep else text
    return Report(texts, fingerprints(None if baseline is None else Path(baseline)))


def _keys(values: object) -> List[str]:
    return ["+".join(value) if isinstance(value, tuple) else word(value) for value in listed(values)]


def _pairs(pairs: Optional[Mapping[str, str]]) -> Iterable[str]:
    return [f"{key}={word(value)}" for key, value in (pairs or {}).items()]


def _name_file(names: Sequence[str], folder: Path) -> str:
    if isinstance(names, str):
        raise WatertightError(f"features is the text {names!r}.", "give a list of names")
    broken = [column for column in names if "\n" in column or column != column.strip()]
    if broken:
        raise WatertightError(f"features names {broken[0]!r}.", "rename that column: the program takes one name a line")
    file = folder / "features.txt"
    file.write_text("".join(f"{column}\n" for column in names), "utf-8")
    return str(file)


_FILES = ("--test=", "--dictionary=", "--study=", "--baseline=", "--write-baseline=", "--code=")


def _absolute(argument: str) -> str:
    """An option with a path of here, for a program that runs elsewhere."""
    key, _, value = argument.partition("=")
    return f"{key}={os.path.abspath(value)}" if argument.startswith(_FILES) else argument
