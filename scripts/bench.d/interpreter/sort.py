from functools import cmp_to_key


def numbers(n):
    xs = []
    x = 42
    for i in range(1, n + 1):
        x = (x * 1103515245 + 12345) % 2147483648
        xs.append(x)
    return xs


xs = sorted(numbers(500_000), key=cmp_to_key(lambda a, b: -1 if a < b else b < a))
print(xs[0])
print(xs[249_999])
print(xs[499_999])
