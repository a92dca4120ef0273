"""Questions of `scripts/bench tables` with SQLite."""

import csv
import sqlite3
import time

import edtf
import tables

limit = edtf.bounds("2018-01-01")[0]


def is_a(column, term):
    below, above = (", ".join(f"'{word}'" for word in words) for words in tables.around(term))
    return f"case when {column} in ({below}) then 1 when {column} in ({above}) then null else 0 end"


def program(folder):
    connection = sqlite3.connect(":memory:")
    known = {"": (None,) * 4}

    def rows(name, dates):
        with open(folder / name, encoding="utf-8") as file:
            rows = csv.reader(file)
            next(rows)
            for row in rows:
                days = []
                for place in dates:
                    if row[place] not in known:
                        known[row[place]] = edtf.ends(row[place])
                    days += known[row[place]]
                yield [cell if cell != "" else None for cell in row] + days

    def four(field):
        return ", ".join(f"{field}_{end} integer" for end in ("starts_low", "starts_high", "ends_low", "ends_high"))

    begun = time.process_time()
    connection.execute(
        "create table c (id text primary key, origin, host, opened, closed, outcome, tactics, targets integer, source, "
        f"{four('opened')}, {four('closed')}) without rowid")
    connection.execute(f'create table e ("case", date, tactic, stage, actor, days integer, source, {four("date")})')
    connection.executemany(f"insert into c values ({', '.join('?' * 17)})", rows("cases.csv", (3, 4)))
    connection.executemany(f"insert into e values ({', '.join('?' * 11)})", rows("events.csv", (1,)))
    prepared = time.process_time() - begun

    def ask(sql):
        return lambda: connection.execute(sql).fetchall()

    def counted(truth, table="c"):
        return ask(f"select sum(p), sum(p is null) from (select {truth} as p from {table})")

    return prepared, prepared, {
        "filter": counted("outcome = 'returned' and origin = 'China'"),
        "dates": counted(f"case when opened_ends_high < {limit} then 1 when opened_ends_low >= {limit} then 0 end"),
        "share": ask("select origin, sum(outcome = 'returned'), sum(outcome is null), count(*) from c group by 1 order by 1"),
        "cross": ask("select origin, host, count(*) from c group by 1, 2 order by 1, 2"),
        "top": ask("select id from c order by targets desc, id limit 10"),
        "distinct": ask("select count(*) from (select distinct origin, host from c)"),
        "join tables": ask(
            "select host, count(*) from e join c on e.\"case\" = c.id where tactic = 'abduction' and origin = 'China' "
            "group by host order by host"),
        "tree of events": counted(f"{is_a('tactic', 'abduction')} or {is_a('tactic', 'intimidation')}", "e"),
    }
