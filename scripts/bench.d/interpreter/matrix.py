def matrix(n, seed):
    rows = []
    for i in range(1, n + 1):
        row = []
        for j in range(1, n + 1):
            row.append((i * seed + j * j) % 17 / 2)
        rows.append(row)
    return rows


def product(a, b, n):
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            cell = 0.0
            for k in range(n):
                cell = cell + a[i][k] * b[k][j]
            row.append(cell)
        rows.append(row)
    return rows


n = 280
c = product(matrix(n, 3), matrix(n, 5), n)
print(round(c[0][0] * 4))
print(round(c[n - 1][n - 1] * 4))
print(round(c[99][36] * 4))
