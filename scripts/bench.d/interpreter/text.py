def described(n):
    parts = []
    for i in range(1, n + 1):
        parts.append(f"case {i} of {n}: host {i % 97}, {i * 31 % 12} events")
    return parts


total = 0
for turn in range(4):
    total = total + len("; ".join(described(100_000)))
print(total)
