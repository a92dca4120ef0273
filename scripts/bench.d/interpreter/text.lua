local function described(n)
  local parts = {}
  for i = 1, n do
    parts[#parts + 1] = "case " .. i .. " of " .. n .. ": host " .. i % 97 .. ", " .. i * 31 % 12 .. " events"
  end
  return parts
end

local total = 0
for turn = 1, 4 do
  total = total + utf8.len(table.concat(described(100000), "; "))
end
print(total)
