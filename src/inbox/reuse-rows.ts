/**
 * Which drawn row each of these is put into, by number: the one it has already, else one that nobody has any more. Putting other words
 * into a row takes a third of the time of making one, and another view or a turned wheel changes a screen of them.
 * @param names those to be drawn, from the top; each is there once
 */
export function reuseRows(before: ReadonlyMap<string, number>, names: readonly string[]): ReadonlyMap<string, number> {
  const wanted = new Set(names)
  // In the order in which they are drawn, so that a screen of others need not be put into another order.
  const free = [...before].filter(([name]) => !wanted.has(name)).map(([, row]) => row)
  const taken = new Set(before.values())
  let next = 0
  const makeRow = (): number => {
    while (taken.has(next)) next += 1
    taken.add(next)
    return next
  }
  return new Map(names.map((name) => [name, before.get(name) ?? free.shift() ?? makeRow()]))
}
