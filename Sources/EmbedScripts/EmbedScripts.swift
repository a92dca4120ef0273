import PackagePlugin

/// Turns the scripts of the library into one Swift file, so that the program carries them inside itself.
@main
struct EmbedScripts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let scripts = target.sourceModule?.sourceFiles(withSuffix: "rep").map(\.url) else { return [] }
    let inputs = scripts.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "Scripts.swift")
    let program = """
      echo 'public let libraryScripts: [LibraryScript] = ['
      for script in "$@"; do
        printf 'LibraryScript(name: "%s", text: ###\"""\\n' "${script##*/}"; cat "$script"; printf '\\n\"""###),\\n'
      done
      echo ']'
      """
    return [
      .buildCommand(
        displayName: "Embed the library", executable: .init(filePath: "/bin/sh"),
        arguments: ["-c", "{ \(program)\n} > \"$0\"", output.path] + inputs.map(\.path), inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
