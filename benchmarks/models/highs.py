"""HiGHS on the mixed-integer program."""

from __future__ import annotations

import time
from pathlib import Path

import highspy
import numpy as np

from benchmarks.models.answer import Answer
from benchmarks.models.linear import ROUNDING, Linear, linear
from benchmarks.models.plain import Plain
from leveltwo.core.arrays import BoolArray

THREADS = 2


def attempt(asked: Plain, counted: BoolArray, seconds: float) -> Answer:
    """The best plan that HiGHS finds, and its bound; losses count in some draws."""
    began = time.monotonic()
    program = linear(asked, counted)
    solver = load(program)
    solver.setOptionValue("threads", THREADS)
    solver.setOptionValue("parallel", "on")
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("mip_rel_gap", 0.0)
    ready = time.monotonic()
    solver.run()
    ended = time.monotonic()
    info = solver.getInfo()
    any_ = info.primal_solution_status == highspy.kSolutionStatusFeasible
    picked = np.zeros(len(asked.price), dtype=np.bool_)
    if any_:
        values = np.array(solver.getSolution().col_value)
        picked[program.picked] = values[: len(program.picked)] > 0.5
    return Answer(
        proved=solver.getModelStatus() == highspy.HighsModelStatus.kOptimal,
        chosen=asked.chosen(picked) if any_ else None,
        claimed=-info.objective_function_value if any_ else -np.inf,
        bound=-info.mip_dual_bound,
        building=ready - began,
        seconds=ended - ready,
        rounding=ROUNDING,
    )


def load(program: Linear) -> highspy.Highs:
    """A silent solver that holds the program, turned into a minimum."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.worth), len(program.low)
    lp.col_cost_ = -np.array(program.worth)
    lp.col_lower_, lp.col_upper_ = np.array(program.least), np.array(program.most)
    lp.row_lower_, lp.row_upper_ = np.array(program.low), np.array(program.high)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = program.starts
    lp.a_matrix_.index_, lp.a_matrix_.value_ = program.flat()
    kinds = {True: highspy.HighsVarType.kInteger, False: highspy.HighsVarType.kContinuous}
    lp.integrality_ = [kinds[whole] for whole in program.whole]
    lp.col_names_ = [f"c{i}" for i in range(len(program.worth))]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(lp)
    return solver


def write(program: Linear, path: Path) -> None:
    """Write the program as an MPS file, which other solvers read."""
    load(program).writeModel(str(path))
