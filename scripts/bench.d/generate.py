"""Generates files of as many lines as wanted, the same at every run: case files for Rep, a ledger for Beancount."""


class Chance:
    """A sequence of numbers that looks like chance and is always the same."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % n

    def one(self, choices):
        return choices[self.below(len(choices))]


origins = ["China", "Russia", "Iran", "Türkiye", "Egypt", "Tajikistan", "Belarus", "Rwanda"]
hosts = ["Germany", "France", "Kazakhstan", "Thailand", "Canada", "Cambodia", "Serbia", "Kenya", "Japan", "Italy"]
acts = ["home_notice", "utility_cut", "defacement", "public_listing", "demand_return", "intimidation", "surveillance"]
relations = ["mother", "father", "sister", "brother", "spouse", "child"]


def cases(count):
    chance = Chance(42)
    lines = []
    for number in range(20):
        lines += [
            f'source s{number} "Report {number}" {{',
            f'  publisher: "Publisher {number % 7}"',
            f"  published: {2014 + number % 10}-{1 + number % 12:02}",
            f"  reliability: {'ABCD'[number % 4]}",
            "}",
            "",
        ]
    number = 0
    while len(lines) < count:
        number += 1
        source = f"s{chance.below(20)}"
        year = 2014 + chance.below(10)
        lines += [
            f'case c{number} "Case {number}" per {source} {{',
            f"  origin: {chance.one(origins)}",
            f"  host: {chance.one(hosts)}",
            f'  target {{ gender: {chance.one(["female", "male"])}, occupation: "{chance.one(["teacher", "writer"])}" }}',
            f"  relative {chance.one(relations)} {{ residence: {chance.one(origins)} }}",
        ]
        for _ in range(2 + chance.below(9)):
            date = chance.one(
                [
                    f"{year}-{1 + chance.below(12):02}-{1 + chance.below(28):02}",
                    f"{year}-{1 + chance.below(12):02}",
                    f"{year}-{1 + chance.below(12):02}~",
                    f"{year}-02..{year}-{3 + chance.below(9):02}",
                ]
            )
            stage = chance.one(["", "", "", "threatened ", "attempted "])
            remark = chance.one(["", "", f' "as told in interview {chance.below(1000)}"'])
            claim = chance.one(["", "", f" per s{chance.below(20)} p. {1 + chance.below(200)}", " as reported"])
            lines.append(f"  {date} {stage}{chance.one(acts)} by police on target{remark}{claim}")
        lines += [f'  outcome: {chance.one(["returned", "missing", "unknown (source_did_not_know)"])}', "}", ""]
    return "\n".join(lines) + "\n"


def ledger(count):
    chance = Chance(42)
    accounts = [f"Expenses:Group{number % 12}:Item{number}" for number in range(60)]
    lines = ["2014-01-01 open Assets:Bank:Current USD"] + [f"2014-01-01 open {name} USD" for name in accounts] + [""]
    number = 0
    while len(lines) < count - 4:
        number += 1
        day = f"{2014 + number * 10 // (count // 4 + 1)}-{1 + chance.below(12):02}-{1 + chance.below(28):02}"
        amount = f"{1 + chance.below(500)}.{chance.below(100):02}"
        lines += [
            f'{day} * "Payee {chance.below(200)}" "Narration {number}"',
            f"  {chance.one(accounts)}  {amount} USD",
            f"  Assets:Bank:Current  -{amount} USD",
            "",
        ]
    return "\n".join(lines) + "\n"
