"""The questions of `scripts/bench tables` in SQL, with DuckDB on one thread.

SQL's three truths are Rep's: what may be so is null. A term that stands above the one that is asked for leaves it open.
"""

import time

import duckdb

import edtf
import tables

limit = edtf.bounds("2018-01-01")[0]
ends = ("starts_low", "starts_high", "ends_low", "ends_high")


def words(names):
    return ", ".join(f"'{name}'" for name in names)


def is_a(column, term):
    """Whether what stands in a column is a term: it is, it may be, or it is not."""
    below, above = tables.around(term)
    return (f"case when {column} in ({words(below)}) then true "
            f"when {column} in ({words(above)}) then null when {column} is null then null else false end")


def has(column, term):
    """Whether one of a list is a term."""
    below, above = tables.around(term)
    maybe = f" when list_has_any({column}, [{words(above)}]) then null" if above else ""
    return f"case when list_has_any({column}, [{words(below)}]) then true{maybe} else false end"


def kleene_any(truth):
    """Whether something holds for a row of a group: where none does, one may."""
    return f"case when bool_or({truth}) then true when bool_or(({truth}) is null) then null else false end"


def load(folder):
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    begun = time.process_time()
    for name in ("cases", "events"):
        connection.execute(f"create table {name} as select * from read_csv('{folder}/{name}.csv', all_varchar = true)")
    loaded = time.process_time() - begun
    connection.execute(f"create table sources as select * from read_csv('{folder}/sources.csv', all_varchar = true)")
    texts = [text for (text,) in connection.execute(
        "select opened from cases union select closed from cases union select date from events").fetchall() if text]
    found = [edtf.ends(text) for text in texts]
    connection.execute(
        f"create table days as select unnest($1) as text, {', '.join(f'unnest(${i + 2}) as {end}' for i, end in enumerate(ends))}",
        [texts, *([four[i] for four in found] for i in range(4))])
    of_both = ", ".join(f"{field}.{end} as {field}_{end}" for field in ("opened", "closed") for end in ends)
    connection.execute(
        "create table c as select cases.* replace (cast(targets as integer) as targets, string_split(tactics, ';') as tactics), "
        f"{of_both} from cases left join days opened on opened = opened.text left join days closed on closed = closed.text")
    connection.execute("drop table cases")
    connection.execute(
        f"create table e as select \"case\" as k, events.* exclude (\"case\") replace (cast(events.days as integer) as days), "
        f"{', '.join(ends)}, n from (select *, row_number() over () as n from events) events left join days on date = text order by n")
    connection.execute("drop table events")
    return connection, loaded, time.process_time() - begun


def program(folder):
    connection, loaded, prepared = load(folder)

    def ask(sql):
        return lambda: connection.execute(sql).fetchall()

    def counted(truth, table="c"):
        return ask(f"select count(*) filter (where p), count(*) filter (where p is null) from (select {truth} as p from {table})")

    return loaded, prepared, {
        "filter": counted("outcome = 'returned' and origin = 'China'"),
        "dates": counted(f"case when opened_ends_high < {limit} then true when opened_ends_low >= {limit} then false end"),
        "share": ask(
            "select origin, count(*) filter (where outcome = 'returned'), count(*) filter (where outcome is null), count(*) "
            "from c group by origin order by origin"),
        "cross": ask("select origin, host, count(*) from c group by origin, host order by origin, host"),
        "top": ask("select id from c order by targets desc, id limit 10"),
        "distinct": ask("select count(*) from (select distinct origin, host from c)"),
        "percentile": ask(
            "select quantile_cont(closed_starts_low - opened_starts_high, 0.9), "
            "quantile_cont(closed_starts_high - opened_starts_low, 0.9) "
            "from c where opened is not null and closed is not null"),
        "join tables": ask(
            "select host, count(*) from e join c on e.k = c.id where tactic = 'abduction' and origin = 'China' "
            "group by host order by host"),
        "tree": counted(has("tactics", "pressure")),
        "tree of events": counted(f"{is_a('tactic', 'abduction')} or {is_a('tactic', 'intimidation')}", "e"),
        "join": ask(
            "select host, count(*) filter (where p), count(*) filter (where p is null) from "
            f"(select host, {is_a('tactic', 'abduction')} and origin = 'China' as p from e join c on e.k = c.id) "
            "where p or p is null group by host order by host"),
        "window": ask(window()),
        "sequence": ask(
            "select count(*) from (select distinct list(tactic order by starts_low nulls last, ends_high, n) from e group by e.k)"),
        "transitions": ask(transitions()),
        "standards": ask(standards()),
    }


def window():
    """Cases with an abduction within 180 days after the first threatening call.

    The first call has a date where all are dated, and one is surely not later than any other.
    """
    return f"""
        with calls as (
          select e.k, {is_a('tactic', 'threat_call')} as p, date, starts_low, starts_high, ends_low, ends_high, n
          from e where {is_a('tactic', 'threat_call')} is not false),
        firsts as (
          select calls.k, arg_min(struct_pack(date, starts_low, starts_high, ends_low, ends_high), (starts_low, ends_high, n))
            filter (where p) as first
          from calls group by calls.k having bool_and(date is not null)),
        sure as (
          select firsts.k, any_value(first) as first from firsts join calls using (k)
          where first is not null group by firsts.k
          having bool_and(calls.date = first.date or first.ends_high <= calls.starts_low)),
        called as (select calls.k, {kleene_any('p')} as p from calls group by calls.k),
        taken as (
          select e.k, {kleene_any(f'''{is_a('tactic', 'abduction')}
            and case when starts_low >= first.ends_high then true when starts_high < first.ends_low then false end
            and case when ends_high <= first.starts_low + 180 then true when ends_low > first.starts_high + 180 then false end''')} as p
          from e join called using (k) left join sure using (k) group by e.k)
        select count(*) filter (where p), count(*) filter (where p is null)
        from (select called.p and taken.p as p from called join taken using (k))"""


def transitions():
    """From what tactic to what in a case: surely, where nothing else can be the last before it, and perhaps."""
    return """
        with e as (
          select k, n, tactic, coalesce(starts_low, -1000000) as low, coalesce(ends_high, 10000000) as high from e),
        nearest as (
          select t.n, max(f.low) as nearest from e t join e f on f.k = t.k and f.high < t.low group by t.n),
        pairs as (
          select t.n, f.tactic as from_, t.tactic as to_, f.high < t.low as p from e t join e f on f.k = t.k and f.n <> t.n
          left join nearest on nearest.n = t.n
          where f.low < t.high and f.high >= coalesce(nearest, -1000000)),
        alone as (select from_, to_, p and count(*) over (partition by n) = 1 as p from pairs)
        select from_, to_, count(*) filter (where p), count(*) filter (where not p) from alone
        group by from_, to_ order by from_, to_"""


def standards():
    """Cases with an abduction by four standards: anybody's word, reliability D, reliability B, two independent sources.

    What falls short of a standard may be so. Sources are independent that have it from different places in the end.
    """
    return f"""
        with recursive roots(id, root) as (
          select id, id from sources where after is null
          union all select s.id, roots.root from sources s join roots on s.after = roots.id),
        said as (
          select said.source, min(reliability) <= 'D' as usable, min(reliability) <= 'B' as credible,
            count(distinct root) >= 2 as two
          from (select source, unnest(string_split(source, ';')) as one from (select distinct source from e)) said
          join sources on sources.id = one join roots on roots.id = one group by said.source),
        judged as (
          select e.k, {is_a('tactic', 'abduction')} as p, usable, credible, two from e join said using (source)),
        found as (
          select {', '.join(f'{kleene_any(truth)} as {name}' for name, truth in {
              'anybody': 'p', 'usable': 'case when usable then p end', 'credible': 'case when credible then p end',
              'two': 'case when two then p end'}.items())}
          from judged group by judged.k)
        select {', '.join(f'count(*) filter (where {name}), count(*) filter (where {name} is null)'
                          for name in ('anybody', 'usable', 'credible', 'two'))} from found"""
