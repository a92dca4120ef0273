def chapter(n):
    parts = []
    x = 42
    for i in range(1, n + 1):
        x = (x * 1103515245 + 12345) % 2147483648
        parts.append(f"word{x // 65536 % 5000}")
    return " ".join(parts)


def tally(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


counts = tally(chapter(1_000_000))
print(counts.get("word17", 0))
print(counts.get("word4711", 0))
print(counts.get("word5000", 0))
