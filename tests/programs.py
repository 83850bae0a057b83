"""Programs beyond pip that some tests need."""

import os
import shutil

import pytest


def find(*names):
    """Return the path of the first program that is there.

    Where none is, the test is skipped, and fails in CI, which has them all.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    missing = f"needs {' or '.join(names)}"
    if "CI" in os.environ:
        pytest.fail(missing)
    pytest.skip(missing)
