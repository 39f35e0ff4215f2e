"""What the program found, for people and for code."""

from __future__ import annotations

import html
import json as _json
import os
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional, Union

from ._errors import LeakError, WatertightError

_SEVERITIES = ("info", "warning", "error")
_ENDINGS = {".html": "html", ".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "text"}


class Report:
    """The report of an audit or of a reading of code. Immutable.

    In a notebook it shows itself as the program's page; ``print`` shows the text of the terminal.
    """

    def __init__(self, texts: Mapping[str, str], known: FrozenSet[str] = frozenset()) -> None:
        """Made by :func:`watertight.audit` and :func:`watertight.lint`.

        :param texts: the report by format
        :param known: fingerprints of findings that a baseline holds
        """
        self._texts = dict(texts)
        self._known = known
        self._json: Dict[str, Any] = _json.loads(texts["json"])
        if self._json.get("version") != 1:
            raise WatertightError(
                f"The program writes reports of version {self._json.get('version')}; this package reads version 1.",
                "install the two of one release",
            )

    @property
    def verdict(self) -> str:
        """``valid``, ``not-valid`` or ``no-leak-found`` of an audit; ``no-leak-found``, ``leaks-found`` or ``undecided`` of code."""
        return str(self._json["verdict"])

    @property
    def verdict_text(self) -> str:
        """The verdict as a sentence, with its scope."""
        return str(self._json["verdict_text"])

    @property
    def json(self) -> Dict[str, Any]:
        """The whole report; its form is described in the manual. A copy."""
        parsed: Dict[str, Any] = _json.loads(self._texts["json"])
        return parsed

    @property
    def questions(self) -> List[Dict[str, Any]]:
        """What only a person can say: ``text``, ``answers`` (options of the command line), ``columns``, ``fingerprint``."""
        questions: List[Dict[str, Any]] = self.json["questions"]
        return questions

    @property
    def records(self) -> List[Dict[str, Any]]:
        """One flat dictionary a finding, the surest first; the columns of :attr:`findings`."""
        return [_flat(finding, finding["fingerprint"] in self._known) for finding in self._json["findings"]]

    @property
    def findings(self) -> Any:
        """The findings as a table, the surest first.

        A pandas DataFrame where pandas is installed, else one of polars, else a list of dictionaries. Columns: check, title, severity,
        confidence, category, columns, message, fix, measure, value, threshold, file, cell, line, known, fingerprint.
        """
        rows = self.records
        try:
            import pandas
        except ImportError:
            pass
        else:
            return pandas.DataFrame(rows, columns=list(_flat(_EMPTY, False)))
        try:
            import polars
        except ImportError:
            return rows
        return polars.DataFrame(rows) if rows else polars.DataFrame(schema=list(_flat(_EMPTY, False)))

    def to_html(self) -> str:
        """One page that works offline."""
        return self._texts["html"]

    def to_markdown(self) -> str:
        """For a comment on a pull request."""
        return self._texts["markdown"]

    def save(self, path: Union[str, "os.PathLike[str]"]) -> Path:
        """Writes the report; the ending says how: .html, .json, .sarif, .xml (JUnit), .md or .txt.

        :raises WatertightError: if the ending says nothing, or the file cannot be written
        """
        file = Path(path)
        form = _ENDINGS.get(file.suffix)
        if form is None:
            raise WatertightError(f"'{file}' does not end in a format.", f"let it end in one of {', '.join(_ENDINGS)}")
        draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
        try:
            draft.write_text(self._texts[form], encoding="utf-8")
            os.replace(draft, file)
        except OSError as failure:
            draft.unlink(missing_ok=True)
            raise WatertightError(f"The report cannot be written to {file}: {failure.strerror}.", "name another place") from failure
        return file

    def raise_if(self, fail_on: str = "error", require_valid: bool = False) -> "Report":
        """Stops a pipeline, by the rules of the command line.

        Findings of low confidence, accepted ones and those in the baseline never count.

        :param fail_on: ``error``, ``warning``, ``info`` or ``never``
        :param require_valid: also unless the verdict is ``valid`` (of code: ``no-leak-found``)
        :return: this report
        :raises LeakError: if such findings are there
        """
        if fail_on not in (*_SEVERITIES, "never"):
            raise WatertightError(f"fail_on is '{fail_on}'.", "say error, warning, info or never")
        wanted = _SEVERITIES[_SEVERITIES.index(fail_on) :] if fail_on != "never" else ()
        failing = [
            finding
            for finding in self.json["findings"]
            if finding["severity"] in wanted and finding["confidence"] != "low" and finding["fingerprint"] not in self._known
        ]
        if failing:
            lines = [f"{finding['severity']} ({finding['confidence']}): {finding['message']}" for finding in failing]
            raise LeakError(
                f"{self.verdict_text}\n" + "\n".join(lines),
                "mend them; answer for those that are none: watertight accept",
                failing,
            )
        failed = [check["id"] for check in self._json["checks"] if check["status"] == "failed"]
        if failed:
            raise LeakError(f"Not decided: {', '.join(failed)} failed.", "report the fault; the report says what it was")
        if require_valid and self.verdict not in ("valid", "no-leak-found" if "files" in self._json else "valid"):
            raise LeakError(self.verdict_text, "answer the questions of the report; what was not checked stands in it too")
        return self

    def __str__(self) -> str:
        return self._texts["text"]

    def __repr__(self) -> str:
        counts = [
            f"{count} {severity}{'s' if count > 1 else ''}"
            for severity in reversed(_SEVERITIES)
            for count in [sum(finding["severity"] == severity for finding in self._json["findings"])]
            if count
        ]
        asked = len(self._json["questions"])
        return f"<watertight.Report {self.verdict}: {', '.join(counts) or 'no findings'}, {asked} question{'' if asked == 1 else 's'}>"

    def _repr_html_(self) -> str:
        """The page in a frame of its own: its styles and the notebook's do not meet."""
        page = html.escape(self.to_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="Watertight report" loading="lazy"'
            ' style="width: 100%; height: 600px; border: 1px solid #8884; border-radius: 4px"></iframe>'
        )


_EMPTY: Dict[str, Any] = {"columns": []}


def _flat(finding: Mapping[str, Any], known: bool) -> Dict[str, Any]:
    evidence = finding.get("evidence") or {}
    fix = finding.get("fix") or {}
    place = finding.get("subject") or {}
    return {
        "check": finding.get("check"),
        "title": finding.get("title"),
        "severity": finding.get("severity"),
        "confidence": finding.get("confidence"),
        "category": finding.get("category"),
        "columns": list(finding["columns"]),
        "message": finding.get("message"),
        "fix": fix.get("summary"),
        "measure": evidence.get("measure"),
        "value": evidence.get("value"),
        "threshold": evidence.get("threshold"),
        "file": place.get("file"),
        "cell": place.get("cell"),
        "line": place.get("line"),
        "known": known,
        "fingerprint": finding.get("fingerprint"),
    }


def fingerprints(baseline: Optional[Path]) -> FrozenSet[str]:
    """What a baseline file holds; the program has read it by then."""
    if baseline is None:
        return frozenset()
    lines = baseline.read_text("utf-8").splitlines()
    return frozenset(line.partition("#")[0].strip() for line in lines) - {""}
