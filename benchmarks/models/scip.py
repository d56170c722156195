"""SCIP on the same mixed-integer program, which it reads from a file that HiGHS writes."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import pyscipopt

from benchmarks.models.answer import Answer
from benchmarks.models.highs import write
from benchmarks.models.linear import ROUNDING, linear
from benchmarks.models.plain import Plain
from leveltwo.core.arrays import BoolArray

THREADS = 2


def attempt(asked: Plain, counted: BoolArray, seconds: float) -> Answer:
    """The best plan that SCIP finds, and its bound; losses count in some draws."""
    began = time.monotonic()
    program = linear(asked, counted)
    solver = pyscipopt.Model()
    solver.hideOutput()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "question.mps")
        write(program, path)
        solver.readProblem(str(path))
    solver.setParam("limits/time", seconds)
    solver.setParam("parallel/maxnthreads", THREADS)
    ready = time.monotonic()
    solver.solveConcurrent()
    ended = time.monotonic()
    any_ = solver.getNSols() > 0
    picked = np.zeros(len(asked.price), dtype=np.bool_)
    if any_:
        best = solver.getBestSol()
        at = {variable.name: variable for variable in solver.getVars()}
        values = [solver.getSolVal(best, at[f"c{i}"]) for i in range(len(program.picked))]
        picked[program.picked] = np.array(values) > 0.5
    return Answer(
        proved=solver.getStatus() == "optimal",
        chosen=asked.chosen(picked) if any_ else None,
        claimed=-solver.getObjVal() if any_ else -np.inf,
        bound=-solver.getDualbound(),
        building=ready - began,
        seconds=ended - ready,
        rounding=ROUNDING,
    )
