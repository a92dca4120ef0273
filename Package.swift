// swift-tools-version: 6.0
import PackageDescription

// A target is a floor of the house: it imports the floors below it, never a neighbour.
let package = Package(
  name: "rep",
  products: [.executable(name: "rep", targets: ["rep"])],
  dependencies: [
    // Commands, flags, help pages and shell completion scripts of the program.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Floor 0: source text, places in it, and what is said about them · the key of a project. Hashing is not ours to
    // write: Nettle does it.
    .target(name: "Diagnostics"),
    .target(name: "Keys", dependencies: ["CNettle"]),
    .systemLibrary(name: "CNettle"),

    // Floor 1: text to tree · what a script can hold.
    .target(name: "Syntax", dependencies: ["Diagnostics"]),
    .target(name: "Values", dependencies: ["Diagnostics"]),

    // Floor 2: kinds, claims and the corpus · files of rows to tables.
    .target(name: "Records", dependencies: ["Diagnostics", "Values"]),
    .target(name: "Formats", dependencies: ["Diagnostics", "Values", "CZlib", "CExpat", "CXlsxWriter", "CSQLite"]),
    // Workbooks are zip archives of XML. Expat reads XML piece by piece while it is unpacked, and is on most machines
    // already; with Foundation's XMLParser, an empty program grows from 9 MB to 71 MB, and it wants the whole file at once.
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CExpat"),
    // Workbooks are written by libxlsxwriter, of which every cell of every version of Excel has been tried.
    .systemLibrary(name: "CXlsxWriter"),
    // Databases are read by SQLite itself, through a dozen of its functions; a wrapper such as GRDB takes 100 s to build.
    .systemLibrary(name: "CSQLite"),

    // Floor 3: names to slots, tree to executable nodes, calls, explanation.
    .target(name: "Evaluation", dependencies: ["Diagnostics", "Syntax", "Values", "Records"]),

    // Floor 4: what scripts can call, written in Swift and written in Rep.
    .target(name: "Builtins", dependencies: ["Diagnostics", "Keys", "Values", "Records", "Formats", "Evaluation"]),
    .target(name: "StandardLibrary", path: "stdlib", plugins: ["EmbedTexts"]),
    .plugin(name: "EmbedTexts", capability: .buildTool(), path: "Sources/EmbedTexts"),

    // Floor 5: the language put together.
    .target(
      name: "Session",
      dependencies: [
        "Diagnostics", "Syntax", "Values", "Records", "Formats", "Evaluation", "Builtins", "StandardLibrary",
      ],
      exclude: ["README.md", "functions.md", "grammar.md", "library.md", "program.md"].map {
        "Reference/Chapters/\($0)"
      },
      plugins: ["EmbedTexts"]),

    // Floor 6: the door to a person at a terminal.
    .target(name: "CEdit", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "Terminal", dependencies: ["Diagnostics", "Values", "Session", "CEdit", "Keys"]),

    // Floor 7: the program.
    .executableTarget(
      name: "rep",
      dependencies: [
        "Diagnostics", "Session", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "BuiltinsTests", dependencies: ["Builtins", "Diagnostics", "Session", "Syntax"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Diagnostics", "Syntax", "Values", "Records", "Evaluation", "StandardLibrary"]),
    .testTarget(name: "FormatsTests", dependencies: ["Diagnostics", "Values", "Formats"]),
    .testTarget(name: "KeysTests", dependencies: ["Keys"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Diagnostics", "Syntax"]),
    .testTarget(name: "ValuesTests", dependencies: ["Values"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Diagnostics", "Values", "Session", "Terminal", "CEdit", "rep"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["Diagnostics", "Session", "Keys"],
      exclude: ["Scripts", "Transcripts", "Examples"]),
    .testTarget(name: "TablesTests", dependencies: ["Builtins", "Diagnostics", "Values"]),
  ],
  swiftLanguageModes: [.v6]
)
