import PackagePlugin

/// Turns the texts of a target into Swift, so that the program carries them inside itself: the scripts of the library,
/// its modules, and the chapters of the reference that `help` reads from.
@main
struct EmbedTexts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    func texts(_ suffix: String) -> [String] {
      (target.sourceModule?.sourceFiles(withSuffix: suffix).map(\.url.path) ?? []).sorted()
    }
    let scripts = texts("rep")
    let lists = [
      ("libraryScripts", "public let libraryScripts: [LibraryScript]", scripts.filter { !$0.contains("/modules/") }),
      ("libraryModules", "public let libraryModules: [LibraryScript]", scripts.filter { $0.contains("/modules/") }),
      ("chapters", "let chapters: [(name: String, text: String)]", texts("md")),
    ]
    return lists.filter { !$0.2.isEmpty }.map { name, declaration, files in
      let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
      let item = declaration.hasSuffix("[LibraryScript]") ? "LibraryScript" : ""
      let program = """
        echo '\(declaration) = ['
        for text in "$@"; do
          printf '\(item)(name: "%s", text: ###\"""\\n' "${text##*/}"; cat "$text"; printf '\\n\"""###),\\n'
        done
        echo ']'
        """
      return .buildCommand(
        displayName: "Embed \(name)", executable: .init(filePath: "/bin/sh"),
        arguments: ["-c", "{ \(program)\n} > \"$0\"", output.path] + files,
        inputFiles: files.map { .init(filePath: $0) }, outputFiles: [output])
    }
  }
}
