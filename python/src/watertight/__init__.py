"""Finds what a model could not have known at prediction time.

    import watertight
    report = watertight.audit(df, target="card")
    report.verdict, report.findings, report.questions
"""

from ._errors import LeakError, WatertightError, WatertightWarning
from ._program import program
from ._report import Report
from ._run import audit, lint

__all__ = ["LeakError", "Report", "WatertightError", "WatertightWarning", "audit", "lint", "program"]
