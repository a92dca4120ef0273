"""Measures Rep next to other programs and prints ratios.

Programs take turns, so that noise of the machine falls on all of them; each figure is the median of its runs.
A time is the processor time of the whole process, from its start to its end, in user and system mode: on a machine
that also does other things it says more than the clock. Start-up is by the clock, the shortest of many.
"""

import math
import os
import pty
import re
import select
import statistics
import subprocess
import sys
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
here = Path(__file__).resolve().parent
work = root / ".build-bench"
rep = root / ".build/release/rep"


def run(command, **options):
    """The output and the processor time of one run."""
    output, seconds, _ = run_with_memory(command, **options)
    return output, seconds


def run_with_memory(command, **options):
    """The output, the processor time and the most memory, in MB, of one run."""
    process = subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **options,
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{output.decode(errors='replace')}")
    return output, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def python():
    """CPython 3.11 where it is there, otherwise the one that runs this."""
    try:
        where = ["python3.11", "-c", "import sys; print(sys.executable)"]
        return subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return sys.executable


def interpreter(only):
    folder = here / "interpreter"
    names = only or ["fib", "loops", "sieve", "sort", "text", "words", "matrix", "closures"]
    cpython = python()
    version = subprocess.run([cpython, "--version"], capture_output=True, text=True).stdout.strip()
    print(f"{'':10}{'Rep':>8}{'Lua 5.4':>9}{'CPython':>9}{'/Lua':>8}{'/CPython':>10}   ({version})")
    to_lua, to_python = {}, {}
    for name in names:
        commands = {
            "rep": [rep, folder / f"{name}.rep"],
            "lua": ["lua5.4", folder / f"{name}.lua"],
            "python": [cpython, folder / f"{name}.py"],
        }
        times = {language: [] for language in commands}
        outputs = {}
        for _ in range(5):
            for language, command in commands.items():
                output, seconds = run(command)
                outputs[language] = output
                times[language].append(seconds)
        if len(set(outputs.values())) != 1:
            sys.exit(f"{name}: the outputs differ: {outputs}")
        r, l, p = (statistics.median(times[language]) for language in ("rep", "lua", "python"))
        to_lua[name], to_python[name] = r / l, r / p
        print(f"{name:10}{r:7.3f}s{l:8.3f}s{p:8.3f}s{r / l:8.2f}{r / p:10.2f}", flush=True)
    worst = max(to_lua, key=to_lua.get)
    print(f"{'geomean':36}{geomean(to_lua):8.2f}{geomean(to_python):10.2f}")
    print(f"{'worst':36}{to_lua[worst]:8.2f}  {worst}")


def geomean(ratios):
    return math.exp(statistics.mean(math.log(ratio) for ratio in ratios.values()))


def records(_):
    sys.path.insert(0, str(here))
    import generate

    work.mkdir(exist_ok=True)
    count = 100_000
    (work / "cases.rep").write_text(generate.cases(count), encoding="utf-8")
    (work / "ledger.beancount").write_text(generate.ledger(count), encoding="utf-8")
    checker = work / "venv/bin/bean-check"
    if not checker.exists():
        print("Installing beancount …", file=sys.stderr)
        subprocess.run([python(), "-m", "venv", work / "venv"], check=True)
        subprocess.run([work / "venv/bin/python", "-m", "pip", "install", "--quiet", "beancount"], check=True)
    commands = {
        "rep": [rep, "check", work / "cases.rep"],
        "beancount": [checker, "--no-cache", work / "ledger.beancount"],
    }
    times = {name: [] for name in commands}
    for _ in range(5):
        for name, command in commands.items():
            times[name].append(run(command)[1])
    r, b = (statistics.median(times[name]) for name in ("rep", "beancount"))
    print(f"{count} lines of records: rep check {r:.3f}s, bean-check {b:.3f}s, ratio {r / b:.2f}")


def lights(_):
    """What asking in another light costs: the time of a question in it by that of the plain one.

    At the prompt, loading left aside: the first question that is asked at all, and the same once more. As a script that
    loads the records and asks once: all of it. Of `under each standard` the time of one standard.
    """
    sys.path.insert(0, str(here))
    import generate

    work.mkdir(exist_ok=True)
    (work / "lights_cases.rep").write_text(generate.cases(100_000), encoding="utf-8")
    load = 'use "lights_cases.rep"'
    question = "cases | where .outcome is returned and any(.events, .act is proxy_punishment and .date after 2018) | count"
    # Each with what it must answer.
    asked = {
        "plain": (question, ["1094–4019 cases"]),
        "under two_origins": (f"under two_origins {{ {question} }}", ["0–7106 cases"]),
        "under each standard": (
            f"under each standard {{ {question} }}",
            ["any_source   1094–4019", "two_origins     0–7106", "examined        0–7106", "in_court        0–7106"],
        ),
        "known by 2020": (f"known by 2020 {{ {question} }}", ["666–3989 cases"]),
        "without s3, s4": (f"without s3, s4 {{ {question} }}", ["968–3808 cases"]),
        "suppose": (f"suppose c4.outcome is returned {{ {question} }}", ["1095–4019 cases"]),
    }
    first, again, whole = ({name: [] for name in asked} for _ in range(3))
    for _ in range(11):
        for name, (text, answer) in asked.items():
            prompt = Prompt([rep], work)
            prompt.enter(load, [])
            first[name].append(prompt.enter(text, answer))
            again[name].append(prompt.enter(text, answer))
            prompt.close()
    script = work / "lights.rep"
    for _ in range(5):
        for name, (text, answer) in asked.items():
            script.write_text(f"{load}\n{text}\n", encoding="utf-8")
            output, seconds = run([rep, script])
            if not holds(output.decode(), answer):
                sys.exit(f"{name}: not {answer}, but {output.decode()}")
            whole[name].append(seconds)
    print(f"{'':22}{'first':>9}{'/plain':>8}{'again':>9}{'/plain':>8}{'loading and asking':>21}{'/plain':>8}")
    for name in asked:
        standards = len(asked[name][1])
        line = f"{name:22}"
        for times in (first, again, whole):
            plain, seconds = statistics.median(times["plain"]), statistics.median(times[name])
            # Loading is done once, however many standards are asked about.
            if times is whole:
                seconds = plain + (seconds - plain) / standards
                line += f"{seconds * 1000:18.1f} ms{seconds / plain:8.2f}"
            else:
                seconds /= standards
                line += f"{seconds * 1000:6.1f} ms{seconds / plain:8.2f}"
        print(line)


def holds(text, answer):
    """Whether all parts of an answer stand in a text, in their order."""
    start = 0
    for part in answer:
        start = text.find(part, start)
        if start < 0:
            return False
        start += len(part)
    return True


def tables(sizes):
    sys.path.insert(0, str(here))
    import questions

    work.mkdir(exist_ok=True)
    questions.bench(sizes, work, rep, python)


def startup(_):
    empty = work / "empty"
    (empty / "Sources").mkdir(parents=True, exist_ok=True)
    (empty / "Package.swift").write_text(
        "// swift-tools-version: 6.0\nimport PackageDescription\n"
        'let package = Package(name: "empty", targets: [.executableTarget(name: "empty", path: "Sources")])\n'
    )
    (empty / "Sources/main.swift").write_text('print("1")\n')
    subprocess.run(
        ["swift", "build", "--package-path", empty, "-c", "release", "--static-swift-stdlib"],
        check=True,
        capture_output=True,
    )
    nothing = empty / ".build/release/empty"
    times = {"empty": [], "expression": [], "prompt": []}
    for _ in range(41):
        times["empty"].append(until_exit([nothing]))
        times["expression"].append(until_exit([rep, "-e", "1"]))
        times["prompt"].append(until_prompt([rep]))
    e, x, p = (1000 * min(times[name]) for name in times)
    print(f"an empty program {e:.1f} ms · rep -e 1 {x:.1f} ms (+{x - e:.1f}) · prompt ready {p:.1f} ms (+{p - e:.1f})")


def until_exit(command):
    begun = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def until_prompt(command):
    """Seconds until the program, at a terminal of its own, has written its prompt."""
    begun = time.perf_counter()
    prompt = Prompt(command, work)
    seconds = time.perf_counter() - begun
    prompt.close()
    return seconds


class Prompt:
    """A program at a terminal of its own, once it has written its prompt."""

    def __init__(self, command, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ["TERM"] = "xterm-256color"
            os.environ["HOME"] = str(folder)
            os.chdir(folder)
            os.execv(command[0], [str(part) for part in command])
        self.read(lambda seen: "> " in seen)

    def enter(self, line, answer):
        """The processor time from the end of the line that is entered to the prompt behind its answer."""
        os.write(self.terminal, line.encode())
        # The last of the line is on the screen before it is entered.
        self.read(lambda seen: seen.rstrip().endswith(line[-4:]))
        begun = self.spent()
        os.write(self.terminal, b"\r")
        seen = self.read(lambda seen: holds(seen, answer) and "> " in seen.rpartition("\n")[2])
        return self.spent() - begun

    def spent(self):
        """The seconds for which its threads have run so far."""
        tasks = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def read(self, is_enough):
        seen = b""
        while True:
            ready, _, _ = select.select([self.terminal], [], [], 20)
            try:
                part = os.read(self.terminal, 4096) if ready else b""
            except OSError:
                part = b""
            if not part:
                sys.exit(f"this is not what should have come: {seen.decode(errors='replace')}")
            seen += part
            text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode(errors="replace"))
            if is_enough(text):
                return text

    def close(self):
        os.write(self.terminal, b"\x04")
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def names(only):
    sys.path.insert(0, str(here))
    import candidates

    candidates.candidates(only, work, rep, run_with_memory, python)


benches = {
    "interpreter": interpreter,
    "records": records,
    "lights": lights,
    "tables": tables,
    "candidates": names,
    "startup": startup,
}
chosen = sys.argv[1] if len(sys.argv) > 1 else None
if chosen and chosen not in benches:
    sys.exit("usage: scripts/bench [interpreter|records|lights|tables|candidates|startup] [PROGRAM, SET or SIZE…]")
for name, bench in benches.items():
    if chosen in (None, name):
        bench(sys.argv[2:])
