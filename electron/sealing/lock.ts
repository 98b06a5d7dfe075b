import { z } from 'zod'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import type { Lock, LockSettings, SealingBridge } from '../../src/shared/sealing.ts'
import type { Policy } from '../policy/policy.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { StateFormat } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'
import { text } from '../strings/text.ts'
import { type LockEvent, mustLock, mustWatchIdle } from './lock-policy.ts'

/** Persisted: add freely; rename or remove only with a migration. */
const storedLock = z.object({
  v: z.literal(1),
  afterIdleMinutes: z.number().int().min(1).nullable(),
  withSystem: z.boolean(),
  isLocked: z.boolean(),
})
type StoredLock = z.infer<typeof storedLock>

export const LOCK_FORMAT: StateFormat = { version: 1, isValid: (state) => storedLock.safeParse(state).success }

/** How often the idle time is read, ms. */
const IDLE_POLL_MS = 15_000
/** How long the page may take to save, ms. */
const RELOAD_LIMIT_MS = 5_000

/** The parts of the system that lock the app or ask for the user. */
export interface LockSystem {
  onSystemLocked(listener: () => void): void
  /** s */
  idleTime(): number
  canAskFingerprint(): boolean
  /** Rejects when the user cancels or the finger is unknown. */
  askFingerprint(): Promise<void>
  /** Returns a function that ends it. */
  every(intervalMs: number, run: () => void): () => void
  after(delayMs: number, run: () => void): () => void
}

/** What the lock closes. */
export interface LockedScreen {
  /** Withdraws what the app shows outside its window, and tells the page. */
  close(): void
  /** Ends the process of the page, whatever it does, and loads the page anew. */
  replacePage(): void
}

export interface AppLock extends Pick<
  SealingBridge,
  'readLock' | 'setLock' | 'lockApp' | 'lockedPageDone' | 'unlockApp'
> {
  isLocked(): boolean
  /** The page has started again, so nothing of the earlier one is left. */
  pageStarted(): void
}

/** A lock whose state cannot be read locks: the user opens it with a click. */
function readStored(file: StateFile): StoredLock {
  const read = storedLock.safeParse(file.read())
  if (read.success) return read.data
  const isUnknown = file.health === 'lost' || file.health === 'newer'
  return { v: 1, afterIdleMinutes: null, withSystem: false, isLocked: isUnknown }
}

export function makeAppLock(parts: {
  readonly file: StateFile
  readonly system: LockSystem
  readonly screen: LockedScreen
  /** The app was locked or unlocked. */
  readonly onChange?: () => void
  readonly policy: LockPolicy
  readonly log: Log
}): AppLock {
  const { file, system, screen, onChange, policy, log } = parts
  let state = { ...readStored(file), ...enforcedBy(policy) }
  let stopWatching: (() => void) | null = null
  let cancelReload: (() => void) | null = null
  let unlocking: Promise<boolean> | null = null

  /** A change that cannot be stored lasts until the app quits. */
  function change(next: Partial<StoredLock>): void {
    const wasLocked = state.isLocked
    state = { ...state, ...next }
    if (state.isLocked !== wasLocked) onChange?.()
    try {
      file.write(state)
    } catch (error) {
      log('lock-not-kept', errorFactsOf(error))
    }
    watch()
  }

  function watch(): void {
    const isWanted = mustWatchIdle(state)
    if (isWanted)
      stopWatching ??= system.every(IDLE_POLL_MS, () => happened({ kind: 'idle', idleS: system.idleTime() }))
    else {
      stopWatching?.()
      stopWatching = null
    }
  }

  function happened(event: LockEvent): void {
    if (!mustLock(state, event)) return
    log('locked', { by: event.kind })
    change({ isLocked: true })
    stopWaiting()
    cancelReload = system.after(RELOAD_LIMIT_MS, () => {
      cancelReload = null
      log('page-still-open')
      screen.replacePage()
    })
    screen.close()
  }

  function stopWaiting(): void {
    cancelReload?.()
    cancelReload = null
  }

  async function unlock(): Promise<boolean> {
    try {
      if (system.canAskFingerprint()) await system.askFingerprint()
    } catch {
      return false
    }
    change({ isLocked: false })
    return true
  }

  const read = (): Lock => {
    const { afterIdleMinutes, withSystem, isLocked } = state
    return { afterIdleMinutes, withSystem, isLocked, asks: system.canAskFingerprint() ? 'fingerprint' : 'nothing' }
  }

  watch()
  system.onSystemLocked(() => happened({ kind: 'system-locked' }))
  return {
    isLocked: () => state.isLocked,
    pageStarted: stopWaiting,
    readLock: async () => success(read()),
    setLock: async (settings) => {
      change(freeOf(settingsOf(settings), policy))
      return success(read())
    },
    lockApp: async () => {
      happened({ kind: 'asked' })
      return success(null)
    },
    lockedPageDone: async () => {
      if (!state.isLocked) return failed({ kind: 'refused', words: text('lock.open') })
      stopWaiting()
      screen.replacePage()
      return success(null)
    },
    unlockApp: async (): Promise<Result<boolean>> => {
      if (!state.isLocked) return success(true)
      // A second click must not ask for a second fingerprint.
      unlocking ??= unlock().finally(() => {
        unlocking = null
      })
      return success(await unlocking)
    },
  }
}

/** What the administrator decided. */
type LockPolicy = Pick<Policy, 'locked' | 'value'>

function enforcedBy({ value }: LockPolicy): Partial<LockSettings> {
  const [minutes, withSystem] = [value('lockAfterIdleMinutes'), value('lockWithSystem')]
  return {
    ...(minutes !== undefined && { afterIdleMinutes: minutes }),
    ...(withSystem !== undefined && { withSystem }),
  }
}

/** Without the fields that the user can't change. */
function freeOf(
  { afterIdleMinutes, withSystem }: Partial<LockSettings>,
  { locked }: LockPolicy,
): Partial<LockSettings> {
  return {
    ...(afterIdleMinutes !== undefined && !locked('lockAfterIdleMinutes') && { afterIdleMinutes }),
    ...(withSystem !== undefined && !locked('lockWithSystem') && { withSystem }),
  }
}

/** Absent fields stay. */
function settingsOf({ afterIdleMinutes, withSystem }: Partial<LockSettings>): Partial<StoredLock> {
  return {
    ...(afterIdleMinutes !== undefined && { afterIdleMinutes }),
    ...(withSystem !== undefined && { withSystem }),
  }
}
