import { invariant } from '../../src/shared/failure.ts'

/** Chance from a seed: the same seed gives the same account on every machine and in every run. */
export type Random = {
  /** 0 ≤ x < 1 */
  fraction(): number
  /** Both ends included. */
  integer(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Mulberry32: small, fast, and good enough for who writes what when. Never for secrets. */
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
    integer: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    chance: (probability) => fraction() < probability,
    pick: (list) => {
      const item = list[Math.floor(fraction() * list.length)]
      invariant(item !== undefined, 'nothing to pick from')
      return item
    },
  }
}

/** One item of the list, each as likely as its weight says. */
export function pickWeighted<T extends { readonly weight: number }>(list: readonly T[], random: Random): T {
  let left = random.fraction() * list.reduce((sum, item) => sum + item.weight, 0)
  for (const item of list) {
    left -= item.weight
    if (left < 0) return item
  }
  return random.pick(list)
}

/** One-to-one on 32 bits, so that two different inputs never meet. */
export function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A seed of its own for each part, so that building one part never shifts another. */
export function seedOf(...parts: readonly number[]): number {
  return parts.reduce((seed, part) => scramble(seed ^ scramble(part + 0x9e3779b9)), 0)
}

/** An opaque id. Unique per prefix and seed for each pair of numbers below 2³², because `scramble` is one-to-one. */
export function makeId(prefix: string, seed: number, major: number, minor: number): string {
  const high = scramble(major ^ seedOf(seed, prefix.charCodeAt(0), prefix.charCodeAt(1)))
  const low = scramble(minor ^ high)
  return `${prefix}_${high.toString(36).padStart(7, '0')}${low.toString(36).padStart(7, '0')}`
}
