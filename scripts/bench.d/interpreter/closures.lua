local function adder(n) return function(x) return x + n end end
local function twice(f) return function(x) return f(f(x)) end end

local function map(xs, f)
  local ys = {}
  for i = 1, #xs do ys[i] = f(xs[i]) end
  return ys
end

local function fold(xs, start, f)
  local result = start
  for i = 1, #xs do result = f(result, xs[i]) end
  return result
end

local function numbers(n)
  local xs = {}
  for i = 1, n do xs[#xs + 1] = i end
  return xs
end

local xs = numbers(10000)
local total = 0
for turn = 1, 400 do
  local step = twice(adder(turn))
  total = total + fold(map(map(xs, step), function(x) return x % (turn + 1) end), 0, function(so_far, x) return so_far + x end)
end
print(total)
