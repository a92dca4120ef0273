local function sieve(n)
  local open = {}
  for i = 1, n do open[#open + 1] = true end
  local i = 2
  while i * i <= n do
    if open[i] then
      local j = i * i
      while j <= n do
        open[j] = false
        j = j + i
      end
    end
    i = i + 1
  end
  local primes = 0
  for k = 2, n do
    if open[k] then primes = primes + 1 end
  end
  return primes
end

print(sieve(6000000))
