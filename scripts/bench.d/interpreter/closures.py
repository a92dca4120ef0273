from functools import reduce


def adder(n):
    return lambda x: x + n


def twice(f):
    return lambda x: f(f(x))


def numbers(n):
    xs = []
    for i in range(1, n + 1):
        xs.append(i)
    return xs


xs = numbers(10_000)
total = 0
for turn in range(1, 401):
    step = twice(adder(turn))
    total = total + reduce(
        lambda so_far, x: so_far + x, map(lambda x: x % (turn + 1), map(step, xs)), 0
    )
print(total)
