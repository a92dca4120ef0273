import Testing
import Values

@testable import Formats

/// Databases of SQLite are read and never changed, and SQLite opens no file for them.
@Suite struct DatabaseTests {
  @Test(arguments: [
    "delete from cases", "insert into cases(id) values (7)", "create table t(a)", "drop table cases", "vacuum",
    "pragma journal_mode", "attach 'other.sqlite' as other", "begin", "select 1; select 2",
    "select 1; drop table cases",
    "", "-- nothing", "select load_extension('x')", "select * from pragma_table_info('cases')", "vacuum into 'x'",
    "update cases set name = 'x' returning id",
  ])
  func refusesAllButOneSelect(_ query: String) throws {
    let said = fault(try Fixture.bytes("cases.sqlite"), "a.sqlite") { $0.query = query }
    #expect(said == "R731: a query of a.sqlite is one SELECT, which reads this database and changes nothing")
  }

  @Test func answersQueries() throws {
    let bytes = try Fixture.bytes("cases.sqlite")
    let read = try table(bytes, "a.sqlite") {
      $0.query =
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select i, i * 0.5 as i from n;"
    }
    #expect(read.columnNames == ["i", "i_2"])
    #expect(read.texts("i_2") == ["0.5", "1", "1.5"])
    let odd = try table(bytes, "a.sqlite") {
      $0.query = "select 9e999 as a, null as b, x'00' as c, '' as d, 'e' || char(769) as e"
    }
    #expect(odd.columnNames.flatMap { odd.texts($0) } == ["unknown", "unknown", "unknown", "", "é"])
  }

  /// What is sorted or grouped is kept in memory.
  @Test func sortsMuchWithoutFile() throws {
    let read = try table(try Fixture.bytes("cases.sqlite"), "a.sqlite") {
      $0.query =
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select hex(randomblob(200)) as t from n order by t"
    }
    #expect(read.count == 20_000)
  }

  /// A query without an end stops when somebody asks for it.
  @Test func stops() throws {
    var looks = 0
    let watch = Watch(isCancelled: {
      looks += 1
      return looks > 20
    })
    var options = ReadingOptions()
    options.query = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    var bytes = try Fixture.bytes("cases.sqlite")
    do throws(Fault) {
      _ = try readTable(&bytes, named: "a.sqlite", options, watch)
      Issue.record("it came to an end")
    } catch { #expect(error.isCancellation) }
  }

  @Test func namesWhatIsWrong() throws {
    let bytes = try Fixture.bytes("cases.sqlite")
    #expect(fault(bytes, "a.sqlite") == "R730: a.sqlite has 3 tables: `cases`, `sources`, `open_cases`")
    #expect(fault(bytes, "a.sqlite") { $0.table = "people" } == "R730: a.sqlite has no table `people`")
    #expect(fault(bytes, "a.sqlite") { $0.table = "x\"; drop table cases; --" }.hasPrefix("R730"))
    #expect(
      fault(bytes, "a.sqlite") { $0.query = "select x from cases" }
        == "R732: a.sqlite cannot answer the query: no such column: x")
    #expect(
      fault(bytes, "a.sqlite") { $0.query = "select 1 as a union all select cast(x'4AE9' as text)" }
        == "R734: a.sqlite, row 2: the text in `a` has the byte E9, which is no text in UTF-8")
    #expect(fault([], "a.sqlite") == "R730: a.sqlite has no table")
    #expect(fault(Array("a,b\n".utf8), "a.db").hasPrefix("R710: a.db is no database of SQLite by its first bytes"))
    #expect(fault(bytes, "a.csv") == "R710: a.csv is a database of SQLite, and not a file of rows")
  }

  @Test func refusesCutOff() throws {
    let bytes = try Fixture.bytes("cases.sqlite")
    for count in 16..<bytes.count {
      #expect(
        fault(Array(bytes[..<count]), "a.sqlite") { $0.table = "cases" } == "R733: a.sqlite is broken: it is cut off")
    }
  }

  @Test func survivesDamage() throws {
    let sound = try Fixture.bytes("cases.sqlite")
    var damage = Damage(seed: 5)
    for round in 0..<Damage.rounds(1500) {
      var bytes = damage.damaged(sound)
      bytes.replaceSubrange(0..<min(16, bytes.count), with: sound[0..<16])
      let said = fault(bytes, "a.sqlite") {
        if round % 2 == 0 { $0.table = "open_cases" } else { $0.query = "select * from cases natural join sources" }
      }
      #expect(said == "" || said.hasPrefix("R7"), "\(said)")
    }
  }
}
