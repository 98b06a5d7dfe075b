/** The largest number of moments, in order, within any period of this length. Both in ms. */
export function mostWithin(times: readonly number[], lengthMs: number): number {
  let most = 0
  let first = 0
  for (const [index, at] of times.entries()) {
    while (at - (times[first] ?? at) >= lengthMs) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
