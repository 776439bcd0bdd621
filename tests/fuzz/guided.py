"""
The same targets for atheris, which sees what each input makes run and looks for more.

It is no dependency of ours: `pip install atheris`, then `python -m tests.fuzz.guided page
-max_total_time=600`; the arguments after the target are libFuzzer's.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["a11y_proxy"]):
    from hypothesis import given, settings

    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    test = settings(database=None, deadline=None)(given(target.inputs)(target.check))
    atheris.Setup(sys.argv, test.hypothesis.fuzz_one_input)  # type: ignore[attr-defined]
    atheris.Fuzz()
