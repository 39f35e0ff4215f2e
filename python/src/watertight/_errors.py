"""What goes wrong, in the program's words."""

from __future__ import annotations

from typing import Any, Dict, List, Optional


class WatertightError(Exception):
    """Something that a person can mend; the last line of its text begins with "Maybe" and says how."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem + (f"\nMaybe {remedy}." if remedy else ""))


class LeakError(WatertightError):
    """Raised by :meth:`watertight.Report.raise_if`: there are findings that must not be there.

    :ivar findings: these findings, as the report's JSON has them
    """

    def __init__(self, problem: str, remedy: str, findings: Optional[List[Dict[str, Any]]] = None) -> None:
        super().__init__(problem, remedy)
        self.findings = findings or []


class WatertightWarning(UserWarning):
    """What had to be changed or left out when a table was handed over."""
