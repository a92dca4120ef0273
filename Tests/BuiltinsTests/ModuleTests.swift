import Testing

@testable import Session

/// The modules of the library, which are there after `use NAME`.
struct ModuleTests {
  @Test(arguments: Module.all.map(\.name))
  func everyModuleIsTakenInByItself(_ name: String) {
    let session = Session(host: NoHost())
    let messages = session.enter("use \(name)") { _ in }
    #expect(messages.map(\.message).isEmpty)
  }

  @Test(arguments: Module.all.map(\.name))
  func everyModuleSaysWhatItIsFor(_ name: String) throws {
    let module = try #require(Module.named(name))
    #expect(module.documentation.summary.hasSuffix("."))
  }

  @Test func tabOffersModulesBehindUse() {
    let session = Session(host: NoHost())
    let all = session.completions(in: "use ", at: 4).words
    #expect(all.map(\.text) == Module.all.map(\.name).sorted())
    #expect(session.completions(in: "use typ", at: 7).words.map(\.text) == ["typologies"])
  }

  /// A record says nothing by which someone could be found or followed.
  @Test func noKindHasAFieldToFindSomeoneBy() {
    let session = Session(host: NoHost())
    for module in Module.all { _ = session.enter("use \(module.name)") { _ in } }
    let words = [
      "address", "street", "phone", "mail", "employer", "workplace", "school", "passport", "document", "plate",
    ]
    for kind in session.corpus.kinds.values {
      for field in kind.fields {
        #expect(!words.contains { field.name.contains($0) }, "\(kind.name).\(field.name)")
      }
    }
  }
}
