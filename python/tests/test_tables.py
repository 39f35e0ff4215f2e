"""What becomes of tables of pandas, polars and Arrow: how they are handed over, and what the program says of them."""

import datetime
import decimal
import os
import subprocess
import sys
import warnings
from pathlib import Path

import numpy
import pandas
import polars
import pyarrow
import pyarrow.dataset
import pyarrow.parquet
import pytest

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("WATERTIGHT_HOME", str(ROOT))

import watertight  # noqa: E402
from watertight._tables import hand_over  # noqa: E402

WITH_PACKAGE = {**os.environ, "PYTHONPATH": str(ROOT / "python" / "src")}
CARDS = ROOT / "examples" / "credit-card-applications" / "applications.csv"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def handed(table, folder):
    (file,) = hand_over(table, folder, "data")
    return pyarrow.parquet.read_table(file)


def column(values, folder):
    return handed(pandas.DataFrame({"x": values}), folder)["x"]


class TestHandingOverPandas:
    def test_types_that_parquet_has_stay(self, tmp_path):
        frame = pandas.DataFrame(
            {
                "whole": [1, 2, 3],
                "real": [1.5, None, 3.5],
                "flag": [True, False, True],
                "word": ["a", None, "ü"],
                "day": pandas.to_datetime(["2024-01-01", None, "2024-01-03"]),
            }
        )
        types = {field.name: str(field.type) for field in handed(frame, tmp_path).schema}
        assert types["whole"] == "int64"
        assert types["real"] == "double"
        assert types["flag"] == "bool"
        assert types["word"] in ("string", "large_string")
        assert types["day"] == "timestamp[us]"
        assert handed(frame, tmp_path)["real"].null_count == 1

    @pytest.mark.parametrize(
        ("values", "wanted"),
        [
            (pandas.array([1, None, 3], dtype="Int64"), [1, None, 3]),
            (pandas.array([True, None], dtype="boolean"), [True, None]),
            (pandas.array(["a", None], dtype="string"), ["a", None]),
            (pandas.Categorical(["b", None, "a"]), ["b", None, "a"]),
            (pandas.Categorical([3, 1, 3]), [3, 1, 3]),
            (pandas.arrays.SparseArray([0.0, 0.0, 2.0]), [0.0, 0.0, 2.0]),
            (pandas.to_timedelta(["90s", None]), [90.0, None]),
            (numpy.array([0.5, 2], dtype="float16"), [0.5, 2.0]),
            ([decimal.Decimal("1.10"), None], [decimal.Decimal("1.10"), None]),
            ([datetime.date(2024, 2, 29), None], [datetime.date(2024, 2, 29), None]),
            (pandas.PeriodIndex(["2024-01", "2024-02"], freq="M"), [datetime.datetime(2024, 1, 1), datetime.datetime(2024, 2, 1)]),
            (pandas.arrays.IntervalArray.from_breaks([0, 1, 2]), ["(0, 1]", "(1, 2]"]),
            ([None, None], [None, None]),
        ],
    )
    def test_what_pandas_has_beyond_becomes_the_nearest(self, values, wanted, tmp_path):
        assert column(values, tmp_path).to_pylist() == wanted

    def test_time_zones_keep_the_instant(self, tmp_path):
        times = pandas.to_datetime(["2024-01-01 12:00"]).tz_localize("Europe/Berlin")
        (value,) = column(times, tmp_path).to_pylist()
        assert value == datetime.datetime(2024, 1, 1, 11, tzinfo=datetime.timezone.utc)

    def test_mixed_values_become_text_and_it_is_said(self, tmp_path):
        with pytest.warns(watertight.WatertightWarning, match="text in: x"):
            assert column([1, "b", None, 2.5], tmp_path).to_pylist() == ["1", "b", None, "2.5"]

    def test_objects_are_refused_by_name(self, tmp_path):
        with pytest.raises(watertight.WatertightError, match="'x' holds objects of the type PosixPath"):
            column([1, Path("a")], tmp_path)

    def test_an_index_is_left_out_and_a_named_one_is_mentioned(self, tmp_path):
        frame = pandas.DataFrame({"x": [1, 2]}, index=[7, 9])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert handed(frame, tmp_path).column_names == ["x"]
        with pytest.warns(watertight.WatertightWarning, match=r"The index \(patient\).*reset_index"):
            assert handed(frame.rename_axis("patient"), tmp_path).column_names == ["x"]

    @pytest.mark.parametrize("names", [[0, 1], [("a", "b"), ("a", "c")], [None, "x"]])
    def test_names_that_are_no_text_are_refused(self, names, tmp_path):
        frame = pandas.DataFrame([[1, 2]], columns=names)
        with pytest.raises(watertight.WatertightError, match=r"(?s)no text.*Maybe rename them: df\.columns"):
            handed(frame, tmp_path)

    def test_equal_names_are_refused(self, tmp_path):
        frame = pandas.DataFrame([[1, 2, 3]], columns=["a", "b", "a"])
        with pytest.raises(watertight.WatertightError, match=r"Several columns are called 'a'\."):
            handed(frame, tmp_path)

    def test_a_series_is_no_table(self, tmp_path):
        with pytest.raises(watertight.WatertightError, match="one column"):
            handed(pandas.Series([1], name="x"), tmp_path)

    def test_the_frame_itself_is_not_changed(self, tmp_path):
        frame = pandas.DataFrame({"c": pandas.Categorical(["a", "b"]), "d": pandas.to_timedelta([1, 2], unit="s")})
        copy = frame.copy(deep=True)
        handed(frame, tmp_path)
        pandas.testing.assert_frame_equal(frame, copy)


class TestHandingOverPolarsAndArrow:
    def test_polars_needs_no_arrow(self, tmp_path):
        frame = polars.DataFrame(
            {"n": [1, None], "w": ["a", "b"], "d": [datetime.timedelta(seconds=90), None]},
        ).with_columns(polars.col("w").cast(polars.Categorical))
        table = handed(frame, tmp_path)
        assert table["n"].to_pylist() == [1, None]
        assert table["w"].to_pylist() == ["a", "b"]
        assert table["d"].to_pylist() == [90.0, None]
        assert handed(frame.lazy(), tmp_path).num_rows == 2

    def test_polars_objects_and_series_are_refused(self, tmp_path):
        with pytest.raises(watertight.WatertightError, match="Python objects"):
            handed(polars.DataFrame({"x": polars.Series([object()], dtype=polars.Object)}), tmp_path)
        with pytest.raises(watertight.WatertightError, match="one column"):
            handed(polars.Series("x", [1]), tmp_path)

    @pytest.mark.parametrize("form", ["table", "batch", "stream", "dataset"])
    def test_arrow_in_all_its_forms(self, form, tmp_path):
        table = pyarrow.table(
            {
                "w": pyarrow.array(["a", "b", None]).dictionary_encode(),
                "t": pyarrow.array([1_500, None, 0], pyarrow.duration("ms")),
            }
        )
        if form == "batch":
            given = table.to_batches()[0]
        elif form == "dataset":
            given = pyarrow.dataset.dataset(table)
        else:
            given = table if form == "table" else pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches())
        read = handed(given, tmp_path)
        assert read["w"].to_pylist() == ["a", "b", None]
        assert read["t"].to_pylist() == [1.5, None, 0.0]

    def test_arrow_with_equal_names_is_refused(self, tmp_path):
        table = pyarrow.table([pyarrow.array([1]), pyarrow.array([2])], names=["a", "a"])
        with pytest.raises(watertight.WatertightError, match="Several columns"):
            handed(table, tmp_path)


class TestAuditing:
    def test_every_library_gives_the_same_findings(self, tmp_path):
        frame = pandas.read_csv(CARDS)
        by_pandas = watertight.audit(frame, target="card", name="applications")
        by_polars = watertight.audit(polars.from_pandas(frame), target="card", name="applications")
        by_arrow = watertight.audit(pyarrow.Table.from_pandas(frame), target="card", name="applications")

        assert not list(tmp_path.iterdir()), "an audit of a frame leaves nothing in the working folder"
        by_path = watertight.audit(CARDS, target="card")

        wanted = [(row["check"], row["columns"], row["severity"], row["confidence"]) for row in by_path.records]
        assert ("strong-feature", ["expenditure", "share"], "error", "high") in wanted
        for report in (by_pandas, by_polars, by_arrow):
            assert [(row["check"], row["columns"], row["severity"], row["confidence"]) for row in report.records] == wanted
        assert isinstance(by_pandas.findings, pandas.DataFrame)
        assert by_pandas.findings.loc[0, "check"] == "strong-feature"
        for text in (by_pandas.to_html(), str(by_pandas), str(by_pandas.json)):
            assert "watertight-python-" not in text

    def test_every_keyword_is_an_option_of_the_program(self, tmp_path):
        generator = numpy.random.default_rng(7)
        rows = 400
        frame = pandas.DataFrame(
            {
                "row": numpy.arange(rows),
                "site": generator.integers(0, 5, rows),
                "patient": generator.integers(0, 40, rows),
                "day": pandas.Timestamp("2024-01-01") + pandas.to_timedelta(numpy.arange(rows), unit="D"),
                "x": generator.normal(size=rows),
                "note": generator.choice(["a", "b"], rows),
                "weight": generator.random(rows),
                "y": generator.integers(0, 2, rows).astype(bool),
            }
        )
        (tmp_path / "words.csv").write_text("column,meaning,known-at\nx,a number,always\n")
        (tmp_path / "train.py").write_text("print(1)\n")

        report = watertight.audit(
            frame[:300], "y", test=frame[300:], id="row", group=[("site", "patient")], time=["day"], predict_at="day",
            horizon="30d", purpose="groups", known_at={"x": "always", "note": "event"}, positive=True, task="binary",
            weight="weight", ignore="n*", types={"x": "number"}, dictionary="words.csv", code="train.py", skip="no-test-set",
            show_values=True, budget="60s", memory="1GB", threads=1, seed=3, name="visits",
        )  # fmt: skip

        study = report.json["study"]
        assert study["name"] == "visits.parquet"
        assert study["data"] == ["visits.parquet"]
        assert study["test"] == ["visits (test).parquet"]
        assert study["groups"] == [["site", "patient"]]
        assert study["purpose"] == "groups"
        assert study["target"]["classes"] == ["false", "true"]
        assert study["known_at"]["x"] == "always"
        assert report.json["values_shown"] is True
        assert str(tmp_path) not in report.to_html()

    def test_features_limit_the_audit(self):
        frame = pandas.read_csv(CARDS)
        report = watertight.audit(frame, "card", features=["age", "income"], price=False)
        roles = report.json["study"]["roles"]
        assert [name for name, role in roles.items() if role == "feature"] == ["age", "income"]

    def test_types_and_missing_values_arrive_as_pandas_has_them(self):
        frame = pandas.read_csv(CARDS, dtype={"reports": "Int64"})
        frame["card"] = pandas.Categorical(frame["card"])
        frame["code"] = [f"{row % 7:03d}" for row in range(len(frame))]
        frame["when"] = pandas.Timestamp("2024-01-01", tz="Europe/Berlin") + pandas.to_timedelta(range(len(frame)), unit="h")
        types = watertight.audit(frame, "card", checks="strong-feature").json["study"]["types"]
        assert (types["reports"], types["card"], types["code"], types["when"]) == ("number", "text", "text", "time")


class TestThePage:
    def test_its_examples_run_in_order(self, tmp_path, capsys):
        (tmp_path / "applications.csv").write_bytes(CARDS.read_bytes())
        page = (ROOT / "docs" / "python.md").read_text("utf-8")
        examples = [block.partition("```")[0] for block in page.split("```python\n")[1:]]
        names = {}
        for example in examples:
            exec(compile(example, "docs/python.md", "exec"), names)
        printed = capsys.readouterr().out
        assert len(examples) == 4
        assert "known when you predict?" in printed
        assert "Maybe you mean 'card'." in printed
        assert "expenditure" in printed
        assert (tmp_path / "applications.html").stat().st_size > 10_000


class TestWithoutLibraries:
    @pytest.mark.parametrize("module", ["pyarrow"])
    def test_pandas_without_pyarrow_is_told_what_to_do(self, module, tmp_path):
        script = (
            f"import sys; sys.modules[{module!r}] = None\n"
            "import pandas, watertight\n"
            "try: watertight.audit(pandas.DataFrame({'y': [0, 1]}), target='y')\n"
            "except watertight.WatertightError as problem: print(problem)\n"
        )
        told = subprocess.run([sys.executable, "-c", script], env=WITH_PACKAGE, capture_output=True, text=True, check=True)
        assert "needs pyarrow" in told.stdout
        assert "Maybe install it: pip install pyarrow." in told.stdout

    def test_findings_come_as_polars_or_as_dictionaries(self, tmp_path):
        script = (
            "import sys; sys.modules['pandas'] = None\n"
            "import watertight\n"
            f"report = watertight.audit({str(CARDS)!r}, target='card', checks='strong-feature')\n"
            "print(type(report.findings).__module__.split('.')[0])\n"
            "sys.modules['polars'] = None\n"
            "print(type(report.findings).__name__)\n"
        )
        told = subprocess.run([sys.executable, "-c", script], env=WITH_PACKAGE, capture_output=True, text=True, check=True)
        assert told.stdout.split() == ["polars", "list"]
