"""What needs nothing but Python and the program: `python3 -m unittest discover -s python/tests -t python/tests -p test_plain.py`."""

import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python" / "src"))
os.environ.setdefault("WATERTIGHT_HOME", str(ROOT))

import watertight  # noqa: E402
from watertight._program import _restore_times, program  # noqa: E402
from watertight._report import Report  # noqa: E402

CARDS = ROOT / "examples" / "credit-card-applications" / "applications.csv"


class InAnEmptyFolder(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        self.folder = Path(made.name).resolve()
        os.chdir(self.folder)
        temporary = self.folder / "tmp"
        temporary.mkdir()
        self.temporary = temporary
        before = tempfile.tempdir
        self.addCleanup(setattr, tempfile, "tempdir", before)
        tempfile.tempdir = str(temporary)

    def leaves_nothing(self):
        self.assertEqual([], [name for name in os.listdir(self.temporary) if "python" in name])


class Auditing(InAnEmptyFolder):
    def test_a_path_is_audited_and_the_report_has_every_form(self):
        report = watertight.audit(CARDS, target="card", seed=7, threads=1)

        self.assertEqual("not-valid", report.verdict)
        self.assertEqual("strong-feature", report.records[0]["check"])
        self.assertEqual({"expenditure", "share"}, set(report.records[0]["columns"]))
        self.assertIn("known when you predict", report.questions[0]["text"])
        self.assertIn("NOT VALID", str(report))
        self.assertIn("1 error", repr(report))
        self.assertIn("<html", report.to_html())
        self.assertIn("srcdoc=", report._repr_html_())
        self.assertNotIn("<html", report._repr_html_())
        self.assertIn("expenditure", report.to_markdown())
        for ending in ("html", "json", "sarif", "xml", "md", "txt"):
            self.assertGreater(report.save(self.folder / f"report.{ending}").stat().st_size, 100)
        self.assertEqual(report.json, json.loads((self.folder / "report.json").read_text()))
        with self.assertRaises(watertight.WatertightError):
            report.save("report.doc")
        with self.assertRaises(watertight.LeakError) as raised:
            report.raise_if()
        self.assertEqual("strong-feature", raised.exception.findings[0]["check"])
        self.assertIs(report, report.raise_if("never"))
        with self.assertRaises(watertight.LeakError):
            report.raise_if("never", require_valid=True)
        with self.assertRaises(watertight.WatertightError):
            report.raise_if("eror")
        self.leaves_nothing()

    def test_what_a_baseline_knows_raises_nothing(self):
        watertight.audit(CARDS, "card", checks="strong-feature", write_baseline="leaks.txt")
        report = watertight.audit(CARDS, "card", checks=["strong-feature"], baseline="leaks.txt")

        self.assertTrue(report.records[0]["known"])
        self.assertIs(report, report.raise_if())

    def test_errors_are_the_programs_own_words(self):
        with self.assertRaisesRegex(watertight.WatertightError, r"(?s)no column 'crd'.*\nMaybe you mean 'card'\.$"):
            watertight.audit(CARDS, target="crd")
        with self.assertRaisesRegex(watertight.WatertightError, "Maybe"):
            watertight.audit("none.csv", target="y")
        with self.assertRaisesRegex(watertight.WatertightError, "--seed"):
            watertight.audit(CARDS, target="card", seed="soon")
        self.leaves_nothing()

    def test_what_is_no_table_is_refused_before_anything_runs(self):
        for thing in ({"a": [1]}, 3, [], object()):
            with self.assertRaisesRegex(watertight.WatertightError, "is no table"):
                watertight.audit(thing, target="y")
        with self.assertRaises(watertight.WatertightError):
            watertight.audit(CARDS, target="card", name="../x")
        with self.assertRaises(watertight.WatertightError):
            watertight.audit(CARDS, target="card", features="age")
        with self.assertRaises(watertight.WatertightError):
            watertight.audit(CARDS, target="card", features=["a\nb"])
        self.leaves_nothing()


class Reading(InAnEmptyFolder):
    def test_code_is_read(self):
        Path("train.py").write_text(
            "import pandas as pd\n"
            "from sklearn.preprocessing import StandardScaler\n"
            "from sklearn.model_selection import train_test_split\n"
            "df = pd.read_csv('a.csv')\n"
            "X = StandardScaler().fit_transform(df.drop(columns='y'))\n"
            "X_train, X_test, y_train, y_test = train_test_split(X, df.y)\n"
        )

        report = watertight.lint("train.py")

        self.assertEqual("leaks-found", report.verdict)
        self.assertEqual(("scaling-before-split", 5), (report.records[0]["check"], report.records[0]["line"]))
        with self.assertRaises(watertight.LeakError):
            report.raise_if("warning")
        self.assertEqual([], watertight.lint([Path("train.py")], skip="scaling-before-split").records)
        self.leaves_nothing()


class Finding(InAnEmptyFolder):
    def run_with(self, home=None, path=""):
        before = dict(os.environ)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        os.environ.pop("WATERTIGHT_HOME", None)
        if home is not None:
            os.environ["WATERTIGHT_HOME"] = str(home)
        os.environ["PATH"] = path
        return program()

    def executable(self, file, text):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return file

    def test_the_home_goes_before_the_path(self):
        here = self.executable(self.folder / "home" / "bin" / "watertight", "#!/bin/sh\n")
        self.executable(self.folder / "path" / "watertight", "#!/bin/sh\n")

        self.assertEqual(here, self.run_with(self.folder / "home", str(self.folder / "path")))

    def test_the_command_of_this_package_is_not_taken_for_the_program(self):
        self.executable(self.folder / "one" / "watertight", "#!/usr/bin/python3\n")
        other = self.executable(self.folder / "two" / "watertight", "#!/bin/sh\n")

        self.assertEqual(other, self.run_with(path=f"{self.folder / 'one'}{os.pathsep}{self.folder / 'two'}"))
        with self.assertRaisesRegex(watertight.WatertightError, "not in PATH"):
            self.run_with(path=str(self.folder / "one"))

    def test_a_wrong_home_is_named(self):
        with self.assertRaisesRegex(watertight.WatertightError, "WATERTIGHT_HOME is "):
            self.run_with(self.folder)

    def test_a_killed_program_is_an_error_that_says_so(self):
        self.executable(self.folder / "bin" / "watertight", "#!/bin/sh\nkill -9 $$\n")
        self.addCleanup(os.environ.__setitem__, "WATERTIGHT_HOME", os.environ["WATERTIGHT_HOME"])
        os.environ["WATERTIGHT_HOME"] = str(self.folder)

        with self.assertRaisesRegex(watertight.WatertightError, "(?s)SIGKILL.*Maybe there was not enough memory"):
            watertight.lint("x.py")
        self.leaves_nothing()

    def test_the_times_of_a_bundle_are_restored(self):
        jar = self.folder / "lib" / "watertight-app.jar"
        self.executable(jar, "")
        modules = self.folder / "runtime" / "lib" / "modules"
        self.executable(modules, "")
        (self.folder / "time").write_text("1000000000")

        _restore_times(self.folder)

        self.assertEqual((1000000000, 1000000000), (jar.stat().st_mtime, modules.stat().st_mtime))

    def test_the_command_is_the_program(self):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "python" / "src")}
        told = subprocess.run(
            [sys.executable, "-m", "watertight", "--version"], env=environment, capture_output=True, text=True, check=True
        )
        self.assertRegex(told.stdout, r"^watertight \d")


class Versions(unittest.TestCase):
    def test_reports_of_a_later_form_are_refused(self):
        with self.assertRaisesRegex(watertight.WatertightError, "version 2"):
            Report({"json": '{"version": 2}'})

    def test_the_package_has_the_version_of_the_program(self):
        pom = (ROOT / "pom.xml").read_text("utf-8").partition("<version>")[2].partition("<")[0]
        project = (ROOT / "python" / "pyproject.toml").read_text("utf-8")

        self.assertIn(f'version = "{pom.replace("-SNAPSHOT", ".dev0")}"', project)


if __name__ == "__main__":
    unittest.main()
