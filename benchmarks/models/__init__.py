"""The same question as models for general solvers, each exact."""
