"""Questions of `scripts/bench tables` with pandas."""

import time

import pandas

import edtf
import tables

limit = edtf.bounds("2018-01-01")[0]
names = ("starts_low", "starts_high", "ends_low", "ends_high")


def program(folder):
    begun = time.process_time()
    cases = pandas.read_csv(folder / "cases.csv", dtype=str, keep_default_na=False, na_values=[""])
    events = pandas.read_csv(folder / "events.csv", dtype=str, keep_default_na=False, na_values=[""])
    loaded = time.process_time() - begun
    known = {}
    for table, field in ((cases, "opened"), (cases, "closed"), (events, "date")):
        for text in table[field].dropna().unique():
            if text not in known:
                known[text] = edtf.ends(text)
        for i, name in enumerate(names):
            table[f"{field}_{name}"] = table[field].map({text: four[i] for text, four in known.items()})
    cases["targets"] = cases["targets"].astype(int)
    events["days"] = events["days"].astype(int)
    prepared = time.process_time() - begun

    def kleene():
        china, returned = cases["origin"] == "China", cases["outcome"] == "returned"
        return [(int((china & returned).sum()), int((china & cases["outcome"].isna()).sum()))]

    def dates():
        yes, no = cases["opened_ends_high"] < limit, cases["opened_ends_low"] >= limit
        return [(int(yes.sum()), int((~yes & ~no).sum()))]

    def share():
        groups = cases.assign(yes=cases["outcome"] == "returned", open=cases["outcome"].isna()).groupby("origin")
        return list(groups.agg(yes=("yes", "sum"), open=("open", "sum"), n=("yes", "size")).itertuples(name=None))

    def percentile():
        low = (cases["closed_starts_low"] - cases["opened_starts_high"]).quantile(0.9)
        return [(low, (cases["closed_starts_high"] - cases["opened_starts_low"]).quantile(0.9))]

    def join_tables():
        both = events[events["tactic"] == "abduction"].merge(cases[cases["origin"] == "China"], left_on="case", right_on="id")
        return list(both.groupby("host").size().items())

    def tree_of_events():
        below, above = (set().union(*words) for words in zip(tables.around("abduction"), tables.around("intimidation")))
        yes = events["tactic"].isin(below)
        return [(int(yes.sum()), int((~yes & events["tactic"].isin(above)).sum()))]

    return loaded, prepared, {
        "filter": kleene,
        "dates": dates,
        "share": share,
        "cross": lambda: [(*key, n) for key, n in cases.groupby(["origin", "host"]).size().items()],
        "top": lambda: [(i,) for i in cases.sort_values(["targets", "id"], ascending=[False, True]).head(10)["id"]],
        "distinct": lambda: [(len(cases[["origin", "host"]].drop_duplicates()),)],
        "percentile": percentile,
        "join tables": join_tables,
        "tree of events": tree_of_events,
    }
