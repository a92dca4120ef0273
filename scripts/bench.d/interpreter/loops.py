def loops(n):
    total = 0
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            k = i
            while k < j:
                total = total + k * 2 - i
                k = k + 3
            if (i + j) % 7 == 0:
                total = total + 1
    return total


print(loops(760))
