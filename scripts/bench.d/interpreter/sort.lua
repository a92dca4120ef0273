local function numbers(n)
  local xs = {}
  local x = 42
  for i = 1, n do
    x = (x * 1103515245 + 12345) % 2147483648
    xs[#xs + 1] = x
  end
  return xs
end

local sorted = numbers(500000)
table.sort(sorted, function(a, b) return a < b end)
print(sorted[1])
print(sorted[250000])
print(sorted[500000])
