local function matrix(n, seed)
  local rows = {}
  for i = 1, n do
    local row = {}
    for j = 1, n do row[#row + 1] = (i * seed + j * j) % 17 / 2 end
    rows[#rows + 1] = row
  end
  return rows
end

local function product(a, b, n)
  local rows = {}
  for i = 1, n do
    local row = {}
    for j = 1, n do
      local cell = 0.0
      for k = 1, n do cell = cell + a[i][k] * b[k][j] end
      row[#row + 1] = cell
    end
    rows[#rows + 1] = row
  end
  return rows
end

local n = 280
local c = product(matrix(n, 3), matrix(n, 5), n)
print(math.floor(c[1][1] * 4))
print(math.floor(c[n][n] * 4))
print(math.floor(c[100][37] * 4))
