def sieve(n):
    open = [False]
    for i in range(1, n + 1):
        open.append(True)
    i = 2
    while i * i <= n:
        if open[i]:
            j = i * i
            while j <= n:
                open[j] = False
                j = j + i
        i = i + 1
    primes = 0
    for k in range(2, n + 1):
        if open[k]:
            primes = primes + 1
    return primes


print(sieve(6000000))
