"""The questions of `scripts/bench tables`, asked of other programs on one thread: `python3 peers.py FOLDER`.

`python3 peers.py FOLDER both` only loads and prepares both tables with DuckDB, and prints the seconds.

Each keeps the counts that Rep keeps: how many rows a test holds for, and of how many it cannot be decided. A date is
the first and the last day that it could be. Prints, for each program, the seconds to load the table and prepare it, and
for each question its seconds (the median of five) and its answer.
"""

import calendar
import json
import re
import sqlite3
import statistics
import sys
import time
from datetime import date
from pathlib import Path

import duckdb
import pandas
import polars

folder = Path(sys.argv[1])
columns = ["id", "origin", "host", "opened", "closed", "outcome", "tactics", "targets", "source"]
limit = date(2018, 1, 1).toordinal()


def month(year, number, days):
    """A day of a month, the last where `days` is 31."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year, number, min(days, calendar.monthrange(year, number)[1])).toordinal()


def bounds(text):
    """The first and the last day that a date in EDTF could be, as Rep takes it; of a stretch the last day decides."""
    if "/" in text:
        first, last = text.split("/")
        return bounds(last)[1], bounds(last)[1]
    about, text = text.endswith("~"), text.rstrip("~?")
    season = re.fullmatch(r"(\d{4})-(2[1-4])", text)
    if season:
        year, number = int(season[1]), int(season[2])
        # Winter may be the one at the beginning of the year or at its end.
        return [(month(year, 3, 1), month(year, 5, 31)), (month(year, 6, 1), month(year, 8, 31)),
                (month(year, 9, 1), month(year, 11, 31)), (month(year, 0, 1), month(year, 14, 31))][number - 21]
    parts = text.split("-")
    year = int(parts[0])
    if len(parts) == 1:
        return month(year, 1, 1), month(year, 12, 31)
    if parts[1] == "XX":
        return month(year, 1, int(parts[2])), month(year, 12, int(parts[2]))
    number = int(parts[1])
    if len(parts) == 2:
        return month(year, number - about, 1), month(year, number + about, 31)
    return month(year, number, int(parts[2])), month(year, number, int(parts[2]))


def timed(question):
    times, answer = [], None
    for _ in range(5):
        begun = time.process_time()
        answer = question()
        times.append(time.process_time() - begun)
    return statistics.median(times), answer


def asking(connection):
    """Makes of a query a question that can be asked again."""
    return lambda sql: lambda: connection.execute(sql).fetchall()


def with_duckdb():
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    begun = time.process_time()
    connection.execute(f"create table cases as select * from read_csv('{folder}/cases.csv', all_varchar = true)")
    loaded = time.process_time() - begun
    texts = [text for (text,) in connection.execute("select distinct opened from cases where opened is not null").fetchall()]
    connection.execute("create table days (text varchar, low integer, high integer)")
    frame = pandas.DataFrame([(text, *bounds(text)) for text in texts], columns=["text", "low", "high"])
    connection.execute("insert into days select * from frame")
    connection.execute(
        "create table c as select cases.* replace (cast(targets as integer) as targets), low, high "
        "from cases left join days on opened = text")
    prepared = time.process_time() - begun

    ask = asking(connection)
    yes_and_open = "select count(*) filter (where p), count(*) filter (where p is null) from (select {} as p from c)"
    return loaded, prepared, {
        "filter": ask(yes_and_open.format("outcome = 'returned' and origin = 'China'")),
        "dates": ask(yes_and_open.format(f"case when high < {limit} then true when low >= {limit} then false end")),
        "share": ask(
            "select origin, count(*) filter (where outcome = 'returned'), count(*) filter (where outcome is null), count(*) "
            "from c group by origin order by origin"),
        "cross": ask("select origin, host, count(*) from c group by origin, host order by origin, host"),
        "top": ask("select id from c order by targets desc, id limit 10"),
        "distinct": ask("select count(*) from (select distinct origin, host from c)"),
    }


def tables_with_duckdb():
    """Both tables loaded and prepared, as `load to records` is held against; gives the seconds."""
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    begun = time.process_time()
    for name in ("cases", "events"):
        connection.execute(f"create table {name} as select * from read_csv('{folder}/{name}.csv', all_varchar = true)")
    texts = [text for (text,) in connection.execute(
        "select opened from cases union select closed from cases union select date from events").fetchall() if text]
    connection.execute("create table days (text varchar, low integer, high integer)")
    frame = pandas.DataFrame([(text, *bounds(text)) for text in texts], columns=["text", "low", "high"])
    connection.execute("insert into days select * from frame")
    connection.execute(
        "create table c as select cases.* replace (cast(targets as integer) as targets), opened.low, opened.high, "
        "closed.low as closed_low, closed.high as closed_high from cases "
        "left join days opened on opened = opened.text left join days closed on closed = closed.text")
    connection.execute("drop table cases")
    connection.execute(
        "create table e as select events.* replace (cast(events.days as integer) as days), low, high "
        "from events left join days on date = text")
    connection.execute("drop table events")
    return time.process_time() - begun


def with_polars():
    begun = time.process_time()
    table = polars.read_csv(folder / "cases.csv", infer_schema=False)
    loaded = time.process_time() - begun
    texts = [text for text in table["opened"].unique().to_list() if text]
    days = polars.DataFrame({"opened": texts, "low": [bounds(t)[0] for t in texts], "high": [bounds(t)[1] for t in texts]})
    table = table.join(days, on="opened", how="left").with_columns(polars.col("targets").cast(polars.Int32))
    prepared = time.process_time() - begun
    column = polars.col

    def truth(test):
        return lambda: table.select(p=test).select(column("p").sum(), open=column("p").is_null().sum()).rows()

    returned = column("outcome") == "returned"
    before = (
        polars.when(column("high") < limit).then(True).when(column("low") >= limit).then(False).otherwise(None))
    return loaded, prepared, {
        "filter": truth(returned & (column("origin") == "China")),
        "dates": truth(before),
        "share": lambda: table.group_by("origin").agg(
            returned.sum(), open=column("outcome").is_null().sum(), n=polars.len()).sort("origin").rows(),
        "cross": lambda: table.group_by("origin", "host").len().sort("origin", "host").rows(),
        "top": lambda: table.select("id", "targets").sort(["targets", "id"], descending=[True, False]).head(10)
        .select("id").rows(),
        "distinct": lambda: [(table.select("origin", "host").unique().height,)],
    }


def with_pandas():
    begun = time.process_time()
    table = pandas.read_csv(folder / "cases.csv", dtype=str, keep_default_na=False, na_values=[""])
    loaded = time.process_time() - begun
    texts = table["opened"].dropna().unique()
    known = {text: bounds(text) for text in texts}
    table["low"] = table["opened"].map({text: low for text, (low, _) in known.items()})
    table["high"] = table["opened"].map({text: high for text, (_, high) in known.items()})
    table["targets"] = table["targets"].astype(int)
    prepared = time.process_time() - begun

    def kleene():
        china = table["origin"] == "China"
        returned = table["outcome"] == "returned"
        return [(int((china & returned).sum()), int((china & table["outcome"].isna()).sum()))]

    def dates():
        yes, no = table["high"] < limit, table["low"] >= limit
        return [(int(yes.sum()), int((~yes & ~no).sum()))]

    def share():
        groups = table.assign(yes=table["outcome"] == "returned", open=table["outcome"].isna()).groupby("origin")
        return list(groups.agg(yes=("yes", "sum"), open=("open", "sum"), n=("yes", "size")).itertuples(name=None))

    return loaded, prepared, {
        "filter": kleene,
        "dates": dates,
        "share": share,
        "cross": lambda: [(*key, n) for key, n in table.groupby(["origin", "host"]).size().items()],
        "top": lambda: [(i,) for i in table.sort_values(["targets", "id"], ascending=[False, True]).head(10)["id"]],
        "distinct": lambda: [(len(table[["origin", "host"]].drop_duplicates()),)],
    }


def with_sqlite():
    connection = sqlite3.connect(":memory:")
    begun = time.process_time()
    import csv
    connection.execute(f"create table c ({', '.join(columns)}, low integer, high integer)")
    with open(folder / "cases.csv", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        known = {}

        def prepared_rows():
            for row in rows:
                if row[3] not in known:
                    known[row[3]] = bounds(row[3]) if row[3] else (None, None)
                row[7] = int(row[7])
                yield [cell if cell != "" else None for cell in row] + list(known[row[3]])

        connection.executemany(f"insert into c values ({', '.join('?' * 11)})", prepared_rows())
    prepared = time.process_time() - begun

    ask = asking(connection)
    yes_and_open = "select sum(p), sum(p is null) from (select {} as p from c)"
    return prepared, prepared, {
        "filter": ask(yes_and_open.format("outcome = 'returned' and origin = 'China'")),
        "dates": ask(yes_and_open.format(f"case when high < {limit} then 1 when low >= {limit} then 0 end")),
        "share": ask("select origin, sum(outcome = 'returned'), sum(outcome is null), count(*) from c group by 1 order by 1"),
        "cross": ask("select origin, host, count(*) from c group by 1, 2 order by 1, 2"),
        "top": ask("select id from c order by targets desc, id limit 10"),
        "distinct": ask("select count(*) from (select distinct origin, host from c)"),
    }


if sys.argv[2:] == ["both"]:
    print(tables_with_duckdb())
    sys.exit()
found = {}
for name, program in {"DuckDB": with_duckdb, "Polars": with_polars, "pandas": with_pandas, "SQLite": with_sqlite}.items():
    loaded, prepared, questions = program()
    found[name] = {"load": loaded, "prepared": prepared, "questions": {q: timed(ask) for q, ask in questions.items()}}
print(json.dumps(found, default=str))
