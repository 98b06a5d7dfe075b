import { z } from 'zod'
import { success } from '../../src/shared/failure.ts'
import {
  type NoUpdates,
  UPDATE_CHANNELS,
  type UpdateChannel,
  type Updates,
  type UpdatesBridge,
  type UpdateState,
} from '../../src/shared/updates.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { StateFile } from '../storage/state-file.ts'
import { type UpdateEvent, nextUpdate } from './update-machine.ts'
import { updateFailureOf } from './update-problem.ts'
import { firstCheckDelay, mayInstallAtQuit, nextCheckDelay, type QuitForUpdate } from './update-schedule.ts'

/** Asks for new versions, and fetches and installs them. */
export interface Updater {
  /** The version that the feed names, if it is newer; null otherwise. Rejects with an error that has a code. */
  check(channel: UpdateChannel): Promise<{ readonly version: string; readonly notes: string } | null>
  /** Fetches what the last check found and compares it with its checksum. Until `install`, nothing of the app is changed. */
  download(onPercent: (percent: number) => void): Promise<void>
  /** Ends a running download and removes a finished one. */
  drop(): Promise<void>
  /** Replaces the app. Called while the app quits, so it is synchronous. With `andRestart` the new version starts. */
  install(andRestart: boolean): void
}

type UpdatesParts = {
  /** The installed version. */
  readonly version: string
  /** Null where this installation updates itself. */
  readonly off: NoUpdates | null
  /** Loads the updater, which takes tens of milliseconds, when it is needed first. */
  readonly load: () => Promise<Updater>
  readonly file: StateFile
  readonly now: () => number
  readonly random: () => number
  readonly after: (delayMs: number, run: () => void) => unknown
  /** Quits after naming what is unsent. `leaving` is called when the user doesn't cancel. */
  readonly quit: (leaving: () => void) => void
  readonly log: Log
}

export interface UpdateService {
  readonly bridge: UpdatesBridge
  /** Begins to check, some time after the first window is drawn, and then daily. */
  begin(): void
  /** Call it once, when the app quits for certain. Installs a ready update if it may. */
  quitting(quit: Omit<QuitForUpdate, 'isReady'>): void
}

/** Persisted: add freely; rename or remove only with a migration. */
const kept = z.object({ channel: z.enum(UPDATE_CHANNELS).catch('stable') })

export function makeUpdates(parts: UpdatesParts): UpdateService {
  const { version, off, load, file, now, random, after, quit, log } = parts
  let state: UpdateState = off === null ? { phase: 'idle' } : { phase: 'off', why: off }
  const stored = kept.safeParse(file.read())
  let channel: UpdateChannel = stored.success ? stored.data.channel : 'stable'
  let loaded: Promise<Updater> | null = null
  let updater: Updater | null = null
  /** Counts checks. What an earlier one reports is ignored. */
  let current = 0
  let restartWanted = false

  const updates = (): Updates => ({ state, channel, version })

  function happened(event: UpdateEvent, of = current): void {
    if (of !== current) return
    const step = nextUpdate(state, event)
    const isNewPhase = step.state.phase !== state.phase
    state = step.state
    if (isNewPhase) log('update', { phase: state.phase, ...(state.phase === 'failed' && { problem: state.problem }) })
    if (step.effect === 'check' || step.effect === 'restart-check') {
      current += 1
      void check(current, step.effect === 'restart-check')
    }
    if (step.effect === 'download') void download(current)
  }

  async function check(of: number, mustDrop: boolean): Promise<void> {
    try {
      updater = await (loaded ??= load())
      if (mustDrop) await updater.drop()
      const found = await updater.check(channel)
      happened(found === null ? { kind: 'nothing-newer', at: now() } : { kind: 'found', ...found }, of)
    } catch (error) {
      fail(error, of)
    }
  }

  async function download(of: number): Promise<void> {
    try {
      await updater?.download((percent) => happened({ kind: 'progress', percent }, of))
      happened({ kind: 'downloaded' }, of)
    } catch (error) {
      fail(error, of)
    }
  }

  function fail(error: unknown, of: number): void {
    if (of === current) log('update-failed', errorFactsOf(error))
    happened({ kind: 'failed', failure: updateFailureOf(error), at: now() }, of)
  }

  function checkDaily(delayMs: number): void {
    after(delayMs, () => {
      happened({ kind: 'check' })
      checkDaily(nextCheckDelay(random))
    })
  }

  return {
    bridge: {
      readUpdates: async () => success(updates()),
      checkForUpdates: async () => {
        happened({ kind: 'check' })
        return success(updates())
      },
      setUpdateChannel: async ({ channel: chosen }) => {
        if (chosen === channel) return success(updates())
        channel = chosen
        try {
          file.write({ channel })
        } catch (error) {
          // The choice lasts until the app quits.
          log('update-channel-not-kept', errorFactsOf(error))
        }
        happened({ kind: 'channel-changed' })
        return success(updates())
      },
      restartToUpdate: async () => {
        if (state.phase === 'ready') {
          quit(() => {
            restartWanted = true
          })
        }
        return success(null)
      },
    },
    begin() {
      if (off === null) checkDaily(firstCheckDelay(random))
    },
    quitting(how) {
      if (updater === null || !mayInstallAtQuit({ ...how, isReady: state.phase === 'ready' })) return
      try {
        updater.install(restartWanted)
        log('update-installed')
      } catch (error) {
        log('update-not-installed', errorFactsOf(error))
      }
    },
  }
}
