local function loops(n)
  local total = 0
  for i = 1, n do
    for j = 1, n do
      local k = i
      while k < j do
        total = total + k * 2 - i
        k = k + 3
      end
      if (i + j) % 7 == 0 then total = total + 1 end
    end
  end
  return total
end

print(loops(760))
