local function chapter(n)
  local parts = {}
  local x = 42
  for i = 1, n do
    x = (x * 1103515245 + 12345) % 2147483648
    parts[#parts + 1] = "word" .. x // 65536 % 5000
  end
  return table.concat(parts, " ")
end

local function tally(text)
  local counts = {}
  for word in text:gmatch("%S+") do counts[word] = (counts[word] or 0) + 1 end
  return counts
end

local counts = tally(chapter(1000000))
print(counts["word17"] or 0)
print(counts["word4711"] or 0)
print(counts["word5000"] or 0)
