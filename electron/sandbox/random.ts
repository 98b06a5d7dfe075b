import { invariant } from '../../src/shared/failure.ts'

/** Seeded random numbers: the same seed gives the same account on every machine and in every run. */
export type Random = {
  /** 0 ≤ x < 1 */
  fraction(): number
  /** Both ends included. */
  integer(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Mulberry32: small, fast, and good enough for a generated account. Do not use it for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    fraction,
    integer: (min, max) => min + Math.floor(fraction() * (max - min + 1)),
    chance: (probability) => fraction() < probability,
    pick: (list) => {
      const item = list[Math.floor(fraction() * list.length)]
      invariant(item !== undefined, 'nothing to pick from')
      return item
    },
  }
}

/** Picks an item with a probability proportional to its weight. */
export function pickWeighted<T extends { readonly weight: number }>(list: readonly T[], random: Random): T {
  let left = random.fraction() * list.reduce((sum, item) => sum + item.weight, 0)
  for (const item of list) {
    left -= item.weight
    if (left < 0) return item
  }
  return random.pick(list)
}

/** A bijection on 32 bits, so that different inputs never give the same result. */
export function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A separate seed for each part, so that a change to one part does not change another. */
export function seedOf(...parts: readonly number[]): number {
  return parts.reduce((seed, part) => scramble(seed ^ scramble(part + 0x9e3779b9)), 0)
}

/** An opaque id. Unique per prefix and seed for each pair of numbers below 2³², because `scramble` is one-to-one. */
export function makeId(prefix: string, seed: number, major: number, minor: number): string {
  const high = scramble(major ^ seedOf(seed, prefix.charCodeAt(0), prefix.charCodeAt(1)))
  const low = scramble(minor ^ high)
  return `${prefix}_${high.toString(36).padStart(7, '0')}${low.toString(36).padStart(7, '0')}`
}
