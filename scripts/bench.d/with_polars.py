"""Questions of `scripts/bench tables` with Polars on one thread."""

import time

import polars
from polars import col

import edtf
import tables

limit = edtf.bounds("2018-01-01")[0]
names = ("starts_low", "starts_high", "ends_low", "ends_high")


def is_a(column, term):
    below, above = tables.around(term)
    return polars.when(column.is_in(below)).then(True).when(column.is_in(above)).then(None).otherwise(False)


def program(folder):
    begun = time.process_time()
    cases = polars.read_csv(folder / "cases.csv", infer_schema=False)
    events = polars.read_csv(folder / "events.csv", infer_schema=False)
    loaded = time.process_time() - begun
    texts = polars.concat([cases["opened"], cases["closed"], events["date"]]).unique().drop_nulls().to_list()
    days = polars.DataFrame([(text, *edtf.ends(text)) for text in texts], schema=["text", *names], orient="row")

    def with_days(table, field):
        own = days.rename({"text": field, **{name: f"{field}_{name}" for name in names}})
        return table.join(own, on=field, how="left", maintain_order="left")

    cases = with_days(with_days(cases, "opened"), "closed").with_columns(
        col("targets").cast(polars.Int32), col("tactics").str.split(";"))
    events = with_days(events, "date").with_columns(col("days").cast(polars.Int32)).with_row_index("n")
    prepared = time.process_time() - begun

    def counted(test, table=cases):
        return lambda: table.select(p=test).select(col("p").sum(), open=col("p").is_null().sum()).rows()

    returned = col("outcome") == "returned"
    pressure, above = tables.around("pressure")
    assert not above

    def percentile():
        known = cases.filter(col("opened").is_not_null() & col("closed").is_not_null())
        return known.select(
            (col("closed_starts_low") - col("opened_starts_high")).quantile(0.9, "linear"),
            high=(col("closed_starts_high") - col("opened_starts_low")).quantile(0.9, "linear")).rows()

    def joined(events):
        return events.join(cases.select("id", "origin", "host"), left_on="case", right_on="id")

    def join_tables():
        both = joined(events.filter(col("tactic") == "abduction")).filter(col("origin") == "China")
        return both.group_by("host").len().sort("host").rows()

    def join():
        both = joined(events).with_columns(p=is_a(col("tactic"), "abduction") & (col("origin") == "China"))
        both = both.filter(col("p") | col("p").is_null())
        return both.group_by("host").agg(col("p").sum(), open=col("p").is_null().sum()).sort("host").rows()

    def sequence():
        ordered = events.sort("date_starts_low", "date_ends_high", "n", nulls_last=True)
        lists = ordered.group_by("case", maintain_order=True).agg(col("tactic").str.join(";"))
        return [(lists["tactic"].n_unique(),)]

    return loaded, prepared, {
        "filter": counted(returned & (col("origin") == "China")),
        "dates": counted(polars.when(col("opened_ends_high") < limit).then(True)
                         .when(col("opened_ends_low") >= limit).then(False).otherwise(None)),
        "share": lambda: cases.group_by("origin").agg(
            returned.sum(), open=col("outcome").is_null().sum(), n=polars.len()).sort("origin").rows(),
        "cross": lambda: cases.group_by("origin", "host").len().sort("origin", "host").rows(),
        "top": lambda: cases.select("id", "targets").sort(["targets", "id"], descending=[True, False]).head(10)
        .select("id").rows(),
        "distinct": lambda: [(cases.select("origin", "host").unique().height,)],
        "percentile": percentile,
        "join tables": join_tables,
        "tree": counted(col("tactics").list.eval(polars.element().is_in(pressure)).list.any()),
        "tree of events": counted(is_a(col("tactic"), "abduction") | is_a(col("tactic"), "intimidation"), events),
        "join": join,
        "sequence": sequence,
    }
