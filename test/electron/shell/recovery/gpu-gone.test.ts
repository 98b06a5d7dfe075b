import { expect, it, vi } from 'vitest'
import { gpuGonePolicy, LOOP_COUNT, LOOP_MS } from '../../../../electron/shell/recovery/gpu-gone.ts'

vi.mock('electron', () => ({ app: {} }))

const NOW = 1_000_000
const times = (count: number, at: number): readonly number[] => Array.from({ length: count }, () => at)

it.each([
  ['leaves Chromium’s fallback to software alone', { earlier: times(20, NOW), isSoftware: false }, 'nothing'],
  ['lifts the limit at the first end in software', { earlier: [], isSoftware: true }, 'lift-limit'],
  ['goes on below a loop', { earlier: times(LOOP_COUNT - 2, NOW), isSoftware: true }, 'lift-limit'],
  ['asks in a loop', { earlier: times(LOOP_COUNT - 1, NOW), isSoftware: true }, 'ask'],
  ['forgets older ends', { earlier: times(50, NOW - LOOP_MS), isSoftware: true }, 'lift-limit'],
  ['ignores a clock that was set back', { earlier: times(50, NOW + 1), isSoftware: true }, 'lift-limit'],
] as const)('gpuGonePolicy %s', (_name, ends, decision) => expect(gpuGonePolicy({ at: NOW, ...ends })).toBe(decision))
