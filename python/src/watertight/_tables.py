"""Hands tables over as Parquet, which keeps types: a CSV would make other columns of them, and other findings."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any, List, Sequence

from ._errors import WatertightError, WatertightWarning


def hand_over(table: Any, folder: Path, name: str) -> List[str]:
    """Where the program finds a table: the path itself, or a Parquet file written for it.

    :param table: a path, several paths, or a table of pandas, polars or Arrow
    :param folder: where a file may be written
    :param name: of the file, without an ending
    """
    if isinstance(table, (str, os.PathLike)):
        return [os.fspath(table)]
    if isinstance(table, (list, tuple)) and table and all(isinstance(item, (str, os.PathLike)) for item in table):
        return [os.fspath(item) for item in table]
    file = folder / f"{name}.parquet"
    package = type(table).__module__.partition(".")[0]
    try:
        if package == "polars":
            _write_polars(table, file)
        elif package == "pandas":
            _write_arrow(_from_pandas(table), file)
        elif hasattr(table, "__arrow_c_stream__") or package == "pyarrow":
            _write_arrow(_from_arrow(table), file)
        else:
            raise WatertightError(
                f"A {type(table).__name__} is no table.",
                "give a pandas or polars DataFrame, an Arrow table, or the path of a file",
            )
    except OSError as failure:
        raise WatertightError(
            f"The table cannot be handed over in {folder}: {failure}.", "make room there, or set TMPDIR to another folder"
        ) from failure
    return [str(file)]


def _write_polars(table: Any, file: Path) -> None:
    import polars

    frame = table.collect() if isinstance(table, polars.LazyFrame) else table
    if isinstance(frame, polars.Series):
        raise WatertightError("A Series is one column, not a table.", "give the frame that holds it, with the target")
    _refuse_names(frame.columns)
    changed = []
    for column, kind in frame.schema.items():
        if kind == polars.Duration:
            changed.append(polars.col(column).dt.total_microseconds() / 1e6)
        elif kind == polars.Object:
            raise WatertightError(
                f"The column '{column}' holds Python objects.", "convert it to text or numbers, or drop it"
            )
    frame.with_columns(changed).write_parquet(file, compression="zstd", compression_level=1)


def _from_pandas(frame: Any) -> Any:
    import pandas

    if not isinstance(frame, pandas.DataFrame):
        raise WatertightError(
            f"A {type(frame).__name__} is one column, not a table.", "give the frame that holds it, with the target"
        )
    _refuse_names(list(frame.columns))
    arrow = _pyarrow("pandas frames")
    if any(name is not None for name in frame.index.names):
        names = ", ".join(str(name) for name in frame.index.names)
        warnings.warn(
            f"The index ({names}) is not audited; rows are numbered by position. Maybe call reset_index() first.",
            WatertightWarning,
            stacklevel=5,
        )
    columns = []
    mixed: List[str] = []
    for position, name in enumerate(frame.columns):
        values = _plain(frame.iloc[:, position], pandas)
        try:
            column = arrow.Array.from_pandas(values)
        except (arrow.ArrowInvalid, arrow.ArrowTypeError, arrow.ArrowNotImplementedError, OverflowError):
            column = arrow.array(_as_words(values, name, pandas), arrow.string())
            mixed.append(name)
        columns.append(column)
    if mixed:
        warnings.warn(
            f"Values of several types are handed over as text in: {', '.join(mixed)}.", WatertightWarning, stacklevel=5
        )
    return arrow.table(columns, names=list(frame.columns)) if columns else arrow.table({})


def _plain(values: Any, pandas: Any) -> Any:
    """Types that Parquet lacks, as the nearest that it has."""
    kind = values.dtype
    if isinstance(kind, pandas.CategoricalDtype):
        return values.astype(values.cat.categories.dtype if values.notna().all() else object)
    if isinstance(kind, pandas.PeriodDtype):
        return values.dt.to_timestamp()
    if isinstance(kind, pandas.IntervalDtype):
        return values.astype(str).where(values.notna(), None)
    if isinstance(kind, pandas.SparseDtype):
        return values.sparse.to_dense()
    if kind.kind == "m":
        return values.dt.total_seconds()
    if str(kind) == "float16":
        return values.astype("float32")
    return values


def _as_words(values: Any, name: str, pandas: Any) -> List[Any]:
    import datetime
    import decimal
    import numbers

    scalar = (str, numbers.Number, decimal.Decimal, datetime.date, datetime.time, datetime.timedelta, pandas.Period)
    words: List[Any] = []
    for value in values:
        if isinstance(value, scalar) or pandas.api.types.is_scalar(value):
            words.append(None if pandas.isna(value) else str(value))
        else:
            raise WatertightError(
                f"The column '{name}' holds objects of the type {type(value).__name__}.",
                "convert it to text or numbers, or drop it",
            )
    return words


def _from_arrow(table: Any) -> Any:
    arrow = _pyarrow("Arrow tables")
    if isinstance(table, arrow.RecordBatch):
        table = arrow.Table.from_batches([table])
    elif not isinstance(table, arrow.Table):
        table = table.to_table() if hasattr(table, "to_table") else arrow.table(table)
    _refuse_names(table.column_names)
    return table


def _write_arrow(table: Any, file: Path) -> None:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    columns = []
    for field, column in zip(table.schema, table.columns):
        if arrow.types.is_duration(field.type):  # would be a bare number without its unit
            scale = {"s": 1, "ms": 1e3, "us": 1e6, "ns": 1e9}[field.type.unit]
            whole = column.cast(arrow.int64())
            column = arrow.compute.divide(whole.cast(arrow.float64(), safe=False), scale)
        elif arrow.types.is_dictionary(field.type):
            column = column.cast(field.type.value_type)
        elif arrow.types.is_float16(field.type):
            column = column.cast(arrow.float32())
        columns.append(column)
    # Without the schema of Arrow, which means nothing to the reader and can hold the index of pandas.
    plain = arrow.table(columns, names=table.column_names) if columns else table
    parquet.write_table(
        plain, file, compression="zstd", compression_level=1, coerce_timestamps="us", allow_truncated_timestamps=True, store_schema=False
    )


def _refuse_names(names: Sequence[Any]) -> None:
    strange = [name for name in names if not isinstance(name, str)]
    if strange:
        raise WatertightError(
            f"Columns are called {', '.join(repr(name) for name in strange[:5])}, which is no text.",
            "rename them: df.columns = df.columns.map(str)",
        )
    twice = sorted({name for name in names if list(names).count(name) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise WatertightError(
            f"Several columns are called {', '.join(repr(name) for name in twice[:5])}.",
            "rename or drop all but one of each",
        )
    if not names:
        raise WatertightError("The table has no columns.", "give the whole frame")


def _pyarrow(what: str) -> Any:
    try:
        import pyarrow
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError as missing:
        raise WatertightError(
            f"{what[0].upper()}{what[1:]} are handed over as Parquet, which needs pyarrow.",
            "install it: pip install pyarrow. A CSV would lose the types, so none is written; you can give the path of one yourself",
        ) from missing
    return pyarrow
