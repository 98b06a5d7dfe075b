import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CancellationToken } from 'builder-util-runtime'
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater, type UpdateInfo } from 'electron-updater'
import { plainNotes } from './plain-notes.ts'
import { dropStaged, installStaged, stageImage } from './staged-image.ts'
import { type SendRequest, UPDATE_LIMITS, UpdateHttp, type UpdateLimits } from './update-http.ts'
import type { UpdateWay } from './update-way.ts'
import type { Updater } from './updates.ts'

type AppAdapter = NonNullable<ConstructorParameters<typeof AppImageUpdater>[1]>

export type UpdaterOptions = {
  readonly way: UpdateWay
  readonly feed: string
  readonly version: string
  /** The profile. electron-updater keeps a random number there, for staged roll-outs; it is never sent. */
  readonly profile: string
  /** Downloads are kept in a folder below it. */
  readonly cacheFolder: string
  /** The path of the running AppImage; '' for the other ways. */
  readonly image: string
  /** Starts the app again after it has quit. */
  readonly relaunch: () => void
  readonly limits?: UpdateLimits
  readonly send?: SendRequest
}

const CACHE_NAME = 'clarion-updater'
/** The names of the feed's files: `latest.yml`, `beta.yml`. */
const FEED_CHANNELS = { stable: 'latest', beta: 'beta' } as const

/** An Updater by electron-updater, which reads the feed, compares checksums and runs the system's installer. */
export function openUpdater(options: UpdaterOptions): Updater {
  const { way, feed, image, cacheFolder, relaunch } = options
  const updater = makeUpdater(options)
  let info: UpdateInfo | null = null
  let token: CancellationToken | null = null
  if (way === 'app-image') dropStaged(image)

  return {
    async check(channel) {
      updater.channel = FEED_CHANNELS[channel]
      // Setting a channel allows it. An older version couldn't read what this one has stored.
      updater.allowDowngrade = false
      // The address may have been replaced with a channel's client.
      updater.setFeedURL({ provider: 'generic', url: feed })
      const result = await updater.checkForUpdates()
      info = result?.isUpdateAvailable === true ? result.updateInfo : null
      return info === null ? null : { version: info.version, notes: plainNotes(info.releaseNotes) }
    },
    async download(onPercent) {
      const found = info
      if (found === null) return
      token = new CancellationToken()
      const report = ({ percent }: { readonly percent: number }): void => onPercent(percent)
      updater.on('download-progress', report)
      try {
        const [file = ''] = await updater.downloadUpdate(token)
        if (way === 'app-image') await stageImage(file, image, sha512Of(found, file))
      } catch (error) {
        await clearDownloads(cacheFolder)
        throw error
      } finally {
        updater.off('download-progress', report)
      }
    },
    async drop() {
      token?.cancel()
      info = null
      if (way === 'app-image') dropStaged(image)
    },
    install(andRestart) {
      if (way === 'app-image') {
        installStaged(image)
        if (andRestart) relaunch()
      } else if (way === 'nsis') installNsis(updater, andRestart)
      // Squirrel has installed it already; it asks only for the restart.
      else if (andRestart) updater.quitAndInstall()
    },
  }
}

function makeUpdater(options: UpdaterOptions): AppUpdater {
  const { way, feed, limits = UPDATE_LIMITS, send } = options
  const updater = way === 'mac' ? new MacUpdater(undefined, adapterOf(options)) : makeBaseUpdater(options)
  updater.logger = null
  updater.autoDownload = false
  // On other systems the app decides when it quits.
  updater.autoInstallOnAppQuit = way === 'mac'
  // Whole files only: their checksum is the one that the feed names.
  updater.disableDifferentialDownload = true
  updater.disableWebInstaller = true
  // Not in the types. Both are read at each check; without them, the updater opens Chromium's network and looks for a file.
  const cache = Promise.resolve({ updaterCacheDirName: CACHE_NAME })
  Object.assign(updater, { httpExecutor: new UpdateHttp(feed, limits, send), configOnDisk: { value: cache } })
  return updater
}

function makeBaseUpdater(options: UpdaterOptions): AppImageUpdater | NsisUpdater {
  return options.way === 'nsis'
    ? new NsisUpdater(null, adapterOf(options))
    : new AppImageUpdater(null, adapterOf(options))
}

function adapterOf({ version, profile, cacheFolder, relaunch }: UpdaterOptions): AppAdapter {
  const nothing = (): void => {}
  return {
    ...{ version, name: CACHE_NAME, isPackaged: true, appUpdateConfigPath: '' },
    ...{ userDataPath: profile, baseCachePath: cacheFolder, relaunch },
    whenReady: () => Promise.resolve(),
    // The app quits by itself, and calls `install` as it does.
    ...{ quit: nothing, onQuit: nothing },
  }
}

/** Silent, because the user has seen everything in Settings. */
function installNsis(updater: AppUpdater, andRestart: boolean): void {
  if (updater instanceof NsisUpdater) updater.install(true, andRestart)
}

function sha512Of({ files, sha512 }: UpdateInfo, downloaded: string): string {
  const name = downloaded.split(/[\\/]/).at(-1) ?? ''
  return files.find(({ url }) => decodeURIComponent(url).endsWith(name))?.sha512 ?? sha512
}

/** What a failed download left. electron-updater removes the file of a finished one only. */
async function clearDownloads(cacheFolder: string): Promise<void> {
  const folder = join(cacheFolder, CACHE_NAME, 'pending')
  const names = await readdir(folder).catch(() => [])
  await Promise.allSettled(names.map((name) => rm(join(folder, name), { force: true, recursive: true })))
}
