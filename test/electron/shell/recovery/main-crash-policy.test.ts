import { expect, it } from 'vitest'
import { mainCrashPolicy, QUIET_MS } from '../../../../electron/shell/recovery/main-crash-policy.ts'

const NOW = 1_000_000
const RUNNING = { isStarted: true, isQuitting: false, isAsking: false, keptOpenAt: null, at: NOW }

it.each([
  ['asks while the app runs', RUNNING, 'ask'],
  ['ends a start that has no window yet', { ...RUNNING, isStarted: false }, 'refuse-start'],
  ['shows no second dialog', { ...RUNNING, isAsking: true }, 'log-only'],
  ['lets a quit go on', { ...RUNNING, isQuitting: true }, 'log-only'],
  ['lets a quit during the start go on', { ...RUNNING, isStarted: false, isQuitting: true }, 'log-only'],
  ['is quiet after the user kept the app open', { ...RUNNING, keptOpenAt: NOW - QUIET_MS + 1 }, 'log-only'],
  ['asks again a minute later', { ...RUNNING, keptOpenAt: NOW - QUIET_MS }, 'ask'],
  ['asks after the clock was set back', { ...RUNNING, keptOpenAt: NOW + 1 }, 'ask'],
] as const)('mainCrashPolicy %s', (_name, crash, decision) => expect(mainCrashPolicy(crash)).toBe(decision))
