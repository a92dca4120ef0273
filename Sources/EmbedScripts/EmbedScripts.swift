import PackagePlugin

/// Turns the scripts of the library into one Swift file, so that the program carries them inside itself.
@main
struct EmbedScripts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let scripts = target.sourceModule?.sourceFiles(withSuffix: "rep").map(\.url) else { return [] }
    let inputs = scripts.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "Scripts.swift")
    let program = """
      embed() {
        echo "public let $1: [LibraryScript] = ["; shift
        for script in "$@"; do
          printf 'LibraryScript(name: "%s", text: ###\"""\\n' "${script##*/}"; cat "$script"; printf '\\n\"""###),\\n'
        done
        echo ']'
      }
      core=() modules=()
      for script in "$@"; do
        case $script in */modules/*) modules+=("$script") ;; *) core+=("$script") ;; esac
      done
      embed libraryScripts "${core[@]}"; embed libraryModules "${modules[@]}"
      """
    return [
      .buildCommand(
        displayName: "Embed the library", executable: .init(filePath: "/bin/bash"),
        arguments: ["-c", "{ \(program)\n} > \"$0\"", output.path] + inputs.map(\.path), inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
