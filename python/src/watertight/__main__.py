"""The command: ``watertight ...`` or ``python -m watertight ...`` runs the program as it is."""

import os
import sys

from ._errors import WatertightError
from ._program import program


def main() -> None:
    """Becomes the program; does not return."""
    try:
        found = program()
        os.execv(found, [str(found), *sys.argv[1:]])
    except WatertightError as problem:
        print(f"watertight: {problem}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
