import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import { countPending } from '../../src/shared/pending.ts'
import type { TotalUnsent } from '../op-backup/unsent-totals.ts'
import type { Policy } from '../policy/policy.ts'
import { type Quitter, relaunchOptions } from '../shell/quit/quit.ts'
import type { Log } from '../storage/log.ts'
import { makeStateFile } from '../storage/state-file.ts'
import type { UpdaterOptions } from './electron-updater.ts'
import { feedAddress, feedInBuild, updateWay } from './update-way.ts'
import { makeUpdates, type UpdateService } from './updates.ts'

/** The updates of this installation. Nothing is loaded and nothing is asked before `begin`. */
export function openUpdates(options: {
  /** What an administrator decided. */
  readonly policy: Policy['updateFeed']
  readonly quitter: Pick<Quitter, 'quitThen' | 'wasNamed'>
  readonly unsent: () => TotalUnsent
  readonly now: () => number
  readonly log: Log
}): UpdateService {
  const { policy, quitter, unsent, now, log } = options
  const { platform, env } = process
  const feed = feedAddress([
    policy === 'built-in' ? null : policy,
    feedOfBuild(),
    app.isPackaged ? null : (env['CLARION_UPDATE_FEED'] ?? null),
  ])
  const packageType = readResource('package-type').trim()
  const found = updateWay({
    platform,
    env,
    isPackaged: app.isPackaged,
    packageType,
    feed,
    isOffByPolicy: policy === 'none',
  })
  const service = makeUpdates({
    version: app.getVersion(),
    off: 'off' in found ? found.off : null,
    async load() {
      const { openUpdater } = await import('./electron-updater.ts')
      return openUpdater('way' in found ? updaterOptions(found.way, feed ?? '') : unreachable())
    },
    file: makeStateFile(join(app.getPath('userData'), 'updates.json'), now),
    ...{ now, log, random: Math.random },
    after: (delayMs, run) => setTimeout(run, delayMs).unref(),
    quit: quitter.quitThen,
  })
  let isSessionEnding = false
  void app.whenReady().then(() => {
    powerMonitor.on('shutdown', () => {
      isSessionEnding = true
    })
  })
  app.on('will-quit', () => {
    const { waiting, asking } = unsent()
    const unsentCount = countPending(waiting) + countPending(asking)
    service.quitting({ isSessionEnding, unsentCount, wasNamed: quitter.wasNamed() })
  })
  return service
}

function updaterOptions(way: UpdaterOptions['way'], feed: string): UpdaterOptions {
  return {
    ...{ way, feed, version: app.getVersion(), image: process.env['APPIMAGE'] ?? '' },
    profile: app.getPath('userData'),
    cacheFolder: cacheFolderOf(process.platform, process.env, homedir(), app.getPath('userData')),
    relaunch: () => app.relaunch(relaunchOptions(process.env)),
  }
}

/** The system's folder for files that can be fetched again. Electron doesn't name it. On macOS, Squirrel copies the file anyway. */
function cacheFolderOf(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  profile: string,
): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData/Local')
  return platform === 'darwin' ? profile : (env['XDG_CACHE_HOME'] ?? join(home, '.cache'))
}

function feedOfBuild(): string | null {
  return app.isPackaged ? feedInBuild(readResource('app-update.yml')) : null
}

/** A file that electron-builder puts beside the archive; '' when there is none. */
function readResource(name: string): string {
  if (!app.isPackaged) return ''
  try {
    return readFileSync(join(process.resourcesPath, name), 'utf8')
  } catch {
    return ''
  }
}

function unreachable(): never {
  throw new Error('an installation without updates loads no updater')
}
