"""Generates two tables, the same at every run: `cases.csv`, and `events.csv` with about four events a case.

Dates have every shape that people write, a quarter of the outcomes is unknown, a cell may hold several tactics, and
some of the 300 sources repeat another. `python3 tables.py FOLDER COUNT` writes them.
"""

import sys
from pathlib import Path

origins = ["China", "Russia", "Iran", "Türkiye", "Egypt", "Tajikistan", "Belarus", "Rwanda", "Eritrea", "Vietnam"]
hosts = ["Germany", "France", "Kazakhstan", "Thailand", "Canada", "Cambodia", "Serbia", "Kenya", "Japan", "Italy",
         "United States", "United Kingdom", "Sweden", "Poland", "Lebanon", "Malaysia", "Côte d'Ivoire", "Nepal"]
outcomes = ["returned", "returned_by_force", "stayed", "detained", "released", "killed"]
# A tree of three levels: its root, what stands below it, and what stands below that.
tactics = {
    "pressure": {"proxy_punishment": ["utility_cut", "school_refused", "relative_detained"],
                 "intimidation": ["threat_call", "home_notice", "public_listing"]},
    "movement": {"mobility": ["passport_refused", "exit_ban", "abused_notice"],
                 "taking": ["abduction", "forced_return", "extradition"]},
    "watching": {"digital": ["spyware", "account_taken", "harassment_online"],
                 "physical": ["followed", "informer", "post_abroad"]},
}
leaves = [leaf for group in tactics.values() for below in group.values() for leaf in below]
middles = [middle for group in tactics.values() for middle in group]


def around(term, terms=None, above=()):
    """The words that are a term, itself and those below it, and those above it, which may be it; nothing where it is not."""
    terms = tactics if terms is None else terms
    for name in terms:
        inner = terms[name] if isinstance(terms, dict) else []
        if name == term:
            below = [word for middle in inner for word in [middle, *(inner[middle] if isinstance(inner, dict) else [])]]
            return [name, *below], list(above)
        if found := around(term, inner, [*above, name]):
            return found
    return None


class Chance:
    """A sequence of numbers that looks like chance and is always the same."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % n

    def one(self, choices):
        return choices[self.below(len(choices))]


def date(chance, year):
    """A date in EDTF: mostly a day, often only a month or a year, sometimes rough, doubted, a stretch, or nothing."""
    month, day = 1 + chance.below(12), 1 + chance.below(28)
    shape = chance.below(20)
    if shape < 10:
        return f"{year}-{month:02}-{day:02}"
    if shape < 13:
        return f"{year}-{month:02}"
    if shape < 15:
        return f"{year}"
    if shape == 15:
        return f"{year}-{month:02}~"
    if shape == 16:
        return f"{year}-XX-{day:02}" if chance.below(2) else f"{year}?"
    if shape == 17:
        return f"{year}-{21 + chance.below(4)}"
    if shape == 18:
        return f"{year}-{month:02}/{year + 1}-{month:02}"
    return ""


def sources(chance):
    rows = ["id,publisher,reliability,after"]
    for number in range(300):
        after = f"s{chance.below(number)}" if number > 20 and chance.below(5) == 0 else ""
        rows.append(f"s{number},Publisher {number % 60},{chance.one(['A', 'B', 'C', 'D', 'E', 'F'])},{after}")
    return rows


def write(folder, count):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chance = Chance(7)
    (folder / "sources.csv").write_text("\n".join(sources(chance)) + "\n", encoding="utf-8")
    with open(folder / "cases.csv", "w", encoding="utf-8") as cases, \
            open(folder / "events.csv", "w", encoding="utf-8") as events:
        cases.write("id,origin,host,opened,closed,outcome,tactics,targets,source\n")
        events.write("case,date,tactic,stage,actor,days,source\n")
        for number in range(1, count + 1):
            year = 2010 + chance.below(14)
            outcome = "" if chance.below(4) == 0 else chance.one(outcomes)
            several = ";".join(chance.one(leaves) for _ in range(1 + chance.below(3)))
            closed = date(chance, year + chance.below(4)) if chance.below(2) else ""
            source = f"s{chance.below(300)}"
            cases.write(
                f"C{number:07},{chance.one(origins)},{chance.one(hosts)},{date(chance, year)},{closed},{outcome},"
                f"{several},{1 + chance.below(5)},{source}\n")
            for _ in range(1 + chance.below(7)):
                tactic = chance.one(leaves) if chance.below(10) else chance.one(middles)
                stage = chance.one(["", "", "", "threatened", "attempted"])
                actor = chance.one(["police", "embassy", "party_office", "relative", ""])
                events.write(
                    f"C{number:07},{date(chance, year + chance.below(3))},{tactic},{stage},{actor},"
                    f"{chance.below(400)},s{chance.below(300)}\n")


def tree(kind, terms, parent=None):
    """The words of the tables as terms of a kind, in Rep."""
    lines = []
    for term in terms:
        lines.append(f"{kind} {term} {f': {parent} ' if parent else ''}\"{term}\"")
        if isinstance(terms, dict):
            lines += tree(kind, terms[term], term)
    return lines


def records(folder):
    """A script that takes both tables in as records, every field a claim of the source that the row names."""
    folder = Path(folder)
    lines = ["kind method, methods : term {}", *tree("method", tactics), "kind end, ends : term {}", *tree("end", outcomes),
             "kind phase, phases : term {}", *tree("phase", ["threatened", "attempted"]), """
kind incident, incidents {
  origin:  jurisdiction    ## the state that reaches
  host:    jurisdiction    ## where
  opened:  date            ## when it began
  closed:  date            ## when it ended
  came_to: end             ## what became of it
  methods: list of method  ## what was used
  targets: number          ## how many people it was aimed at
  deeds:   list of deed    ## what was done
}
kind deed, deeds {
  date:   date    ## when
  method: method  ## what
  phase:  phase   ## how far it went
  by:     text    ## who did it
  days:   number  ## how long it went on
}"""]
    for row in (folder / "sources.csv").read_text(encoding="utf-8").splitlines()[1:]:
        name, publisher, reliability, after = row.split(",")
        repeats = f", after: {after}" if after else ""
        lines.append(f'source {name} {{ publisher: "{publisher}", reliability: {reliability}{repeats} }}')
    lines.append(f"""
let incidents_read = read "{folder}/cases.csv"
  | as incident {{ id: .id, origin: .origin, host: .host, opened: .opened, closed: .closed, came_to: .outcome,
      methods: .tactics, targets: .targets }} per .source
let deeds_read = read "{folder}/events.csv"
  | as deed {{ date: .date, method: .tactic, phase: .stage, by: .actor, days: .days }} of incident by .case per .source
""")
    return "\n".join(lines)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
