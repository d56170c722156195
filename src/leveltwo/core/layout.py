"""Layout: what the rows and columns of a negotiation's table stand for.

Everything is put in alphabetical order of ids, so that no result depends on the order in
which a file is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from leveltwo.core.thresholds import Roll, Thresholds, compile_rule
from leveltwo.model.following import heard
from leveltwo.model.gate import Date, Gate
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import Vote, walk

MEMBERS = 9
"""Sub-blocs that stand for a bloc whose members differ."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing to choose: an issue and its options, or a move, not done or done."""

    key: str
    options: tuple[str, ...]
    first: int
    is_move: bool


@dataclass(frozen=True, slots=True)
class Bloc:
    """A constituency as of one stage: the moves that count at some gate."""

    constituency: str
    moves: frozenset[str]


@dataclass(frozen=True, slots=True)
class Voter:
    """A plain voter: a bloc's own vote, or one of the nine that share its votes."""

    bloc: int
    member: int | None = None


@dataclass(frozen=True, slots=True)
class CueLink:
    """A follower's bloc hears a leader's bloc."""

    leader: int
    follower: int
    path: str


@dataclass(frozen=True, slots=True)
class RedLineColumn:
    """A bloc refuses a column unless one of some moves is made."""

    bloc: int
    column: int
    lifters: tuple[int, ...]


@dataclass(frozen=True)
class GateRow:
    """A gate compiled.

    Parameters
    ----------
    side, key : str
        Where it stands in the case.
    nodes : range
        Its thresholds; the last decides it.
    implementation : bool
        Whether it concerns carrying the deal out.
    blocs : dict
        The bloc of each constituency it asks.
    seats : dict
        All voters of each constituency it asks: its own vote and its members.
    """

    side: str
    key: str
    nodes: range
    implementation: bool
    blocs: dict[str, int]
    seats: dict[str, tuple[int, ...]]

    @property
    def node(self) -> int:
        """The threshold that decides it."""
        return self.nodes[-1]


DONE = ("no", "yes")


class Layout:
    """The structure of one negotiation's table: no numbers, only what they will stand for.

    Parameters
    ----------
    case : Negotiation
        The case.

    Attributes
    ----------
    variables : tuple of Variable
        Issues, then moves, each with its columns.
    blocs, voters, cues, red_lines, gates
        Rows of the table, in topological order of who follows whom.
    thresholds : Thresholds
        The compiled gates.
    """

    def __init__(self, case: Negotiation) -> None:
        self.case = case
        self.variables = _variables(case)
        self.columns = sum(len(v.options) for v in self.variables)
        self._rank = _ranks(case)
        self.blocs = self._blocs()
        self.bloc = {bloc: i for i, bloc in enumerate(self.blocs)}
        self.voters = self._voters()
        self._members = {
            bloc: [i for i, v in enumerate(self.voters) if v.bloc == bloc and v.member is not None]
            for bloc in range(len(self.blocs))
        }
        self.cues = self._cues()
        self.red_lines = self._red_lines()
        self.thresholds = Thresholds()
        self.gates = tuple(self._gate(side, key, gate) for side, key, gate in gates_of(case))

    @cached_property
    def index(self) -> dict[str, int]:
        """Number of the variable of each issue (``issue:id``) and move (``move:id``)."""
        return {_tag(v): i for i, v in enumerate(self.variables)}

    def stage(self, gate: Gate) -> frozenset[str]:
        """The moves that count at a gate."""
        return frozenset(
            key for key, move in self.case.moves.items() if counts(move.date, gate.date)
        )

    def report_bloc(self, constituency: str) -> int:
        """The bloc by which a constituency is reported: at the first gate it stands in."""
        gates = self.gates_asking(constituency)
        return gates[0].blocs[constituency] if gates else self.undated_bloc(constituency)

    def gates_asking(self, constituency: str) -> list[GateRow]:
        """The gates a constituency stands in, the one that it is reported by first."""
        order = sorted(gates_of(self.case), key=_first)
        place = {(side, key): i for i, (side, key, _) in enumerate(order)}
        asking = [gate for gate in self.gates if constituency in gate.blocs]
        return sorted(asking, key=lambda gate: place[gate.side, gate.key])

    def undated_bloc(self, constituency: str) -> int:
        """The bloc of a constituency for which every move counts."""
        return self.bloc[Bloc(constituency, frozenset(self.case.moves))]

    def _blocs(self) -> tuple[Bloc, ...]:
        wanted = {Bloc(c, frozenset(self.case.moves)) for c in self.case.constituencies}
        for _, _, gate in gates_of(self.case):
            stage = self.stage(gate)
            wanted |= {Bloc(c, stage) for member in gate.members for c in heard(self.case, member)}
        return tuple(
            sorted(
                wanted,
                key=lambda b: (
                    self._rank[b.constituency],
                    b.constituency,
                    len(b.moves),
                    sorted(b.moves),
                ),
            )
        )

    def _voters(self) -> tuple[Voter, ...]:
        own = [Voter(i) for i in range(len(self.blocs))]
        split = {
            self.bloc[Bloc(who, self.stage(gate))]
            for _, _, gate in gates_of(self.case)
            for _, part in walk(gate.rule)
            if isinstance(part, Vote)
            for who in part.votes
            if self.case.constituencies[who].spread.high > 0
        }
        return tuple(own + [Voter(b, m) for b in sorted(split) for m in range(MEMBERS)])

    def _cues(self) -> tuple[CueLink, ...]:
        links = []
        for i, bloc in enumerate(self.blocs):
            for leader in sorted(self.case.constituencies[bloc.constituency].follows):
                path = f"constituencies.{bloc.constituency}.follows.{leader}"
                links.append(CueLink(self.bloc[Bloc(leader, bloc.moves)], i, path))
        return tuple(links)

    def _red_lines(self) -> tuple[RedLineColumn, ...]:
        found = []
        for i, bloc in enumerate(self.blocs):
            for line in self.case.constituencies[bloc.constituency].red_lines:
                variable = self.variables[self.index[f"issue:{line.issue}"]]
                lifters = sorted(self.index[f"move:{m}"] for m in line.unless if m in bloc.moves)
                for option in line.options:
                    column = variable.first + variable.options.index(option)
                    found.append(RedLineColumn(i, column, tuple(lifters)))
        return tuple(found)

    def _gate(self, side: str, key: str, gate: Gate) -> GateRow:
        stage = self.stage(gate)
        own = {who: self.bloc[Bloc(who, stage)] for who in gate.members}
        seats = {who: self._members[bloc] or [bloc] for who, bloc in own.items()}
        start = len(self.thresholds.nodes)
        compile_rule(gate.rule, Roll(own, seats), self.thresholds)
        nodes = range(start, len(self.thresholds.nodes))
        everyone = {who: tuple({own[who]: 0, **dict.fromkeys(seats[who])}) for who in own}
        return GateRow(side, key, nodes, gate.implementation, own, everyone)


def counts(move: Date | None, gate: Date | None) -> bool:
    """Whether a move of one date counts at a gate of another."""
    return move is None or gate is None or move <= gate


def gates_of(case: Negotiation) -> list[tuple[str, str, Gate]]:
    """All gates with their side and id, in alphabetical order."""
    return [
        (side_id, gate_id, case.sides[side_id].gates[gate_id])
        for side_id in sorted(case.sides)
        for gate_id in sorted(case.sides[side_id].gates)
    ]


def _first(entry: tuple[str, str, Gate]) -> tuple[bool, bool, str, str, str]:
    side, key, gate = entry
    return gate.implementation, gate.date is None, str(gate.date), side, key


def _variables(case: Negotiation) -> tuple[Variable, ...]:
    found: list[Variable] = []
    first = 0
    for key in sorted(case.issues):
        issue = case.issues[key]
        options = issue.option_ids if issue.numeric else tuple(sorted(issue.option_ids))
        found.append(Variable(key, options, first, is_move=False))
        first += len(options)
    for key in sorted(case.moves):
        found.append(Variable(key, DONE, first, is_move=True))
        first += len(DONE)
    return tuple(found)


def _tag(variable: Variable) -> str:
    return f"{'move' if variable.is_move else 'issue'}:{variable.key}"


def _ranks(case: Negotiation) -> dict[str, int]:
    """How many links lead to the farthest leader above each constituency."""
    ranks: dict[str, int] = {}

    def rank(who: str) -> int:
        if who not in ranks:
            leaders = case.constituencies[who].follows
            ranks[who] = 1 + max((rank(leader) for leader in leaders), default=-1)
        return ranks[who]

    for who in case.constituencies:
        rank(who)
    return ranks
