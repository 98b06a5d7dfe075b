import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openUpdater } from '../../../../electron/updates/electron-updater.ts'
import { UPDATE_LIMITS } from '../../../../electron/updates/update-http.ts'
import { updateFailureOf } from '../../../../electron/updates/update-problem.ts'
import { removeFolder } from '../../../support/remove-folder.ts'
import { description, send, startUpdateServer } from '../../../support/update-server.ts'

const FILE = Buffer.alloc(3_000_000, 'the new version. ')

/** A disk of 1 MB in memory. */
function mountSmallDisk(folder: string): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', [folder]))
}

it.each(['cache', 'app'])(
  'an update leaves the old version and no remains when the disk of the %s is full',
  async (full) => {
    const server = await startUpdateServer({
      '/latest-linux.yml': send(description(FILE)),
      '/Clarion-2.0.0.AppImage': send(FILE),
    })
    const folder = mkdtempSync(join(tmpdir(), 'clarion-disk-'))
    onTestFinished(() => removeFolder(folder))
    const [app, cacheFolder] = [join(folder, 'app'), join(folder, 'cache')]
    mkdirSync(app)
    mountSmallDisk(join(folder, full))
    const image = join(app, 'Clarion.AppImage')
    writeFileSync(image, 'the old version')
    const before = process.env['APPIMAGE']
    process.env['APPIMAGE'] = image
    onTestFinished(() => {
      if (before === undefined) delete process.env['APPIMAGE']
      else process.env['APPIMAGE'] = before
    })
    const way = { way: 'app-image', feed: server.url, version: '1.0.0', image, relaunch: () => {}, fetch } as const
    const updater = openUpdater({ ...way, limits: UPDATE_LIMITS, profile: folder, cacheFolder })
    expect(await updater.check('stable')).toMatchObject({ version: '2.0.0' })
    const problem = await updater
      .download(() => {})
      .then(
        () => null,
        (error: unknown) => updateFailureOf(error).problem,
      )
    expect(problem).toBe('disk-full')
    expect(readFileSync(image, 'utf8')).toBe('the old version')
    expect(readdirSync(app)).toEqual(['Clarion.AppImage'])
    expect(readdirSync(join(cacheFolder, 'clarion-updater', 'pending'))).toEqual([])
  },
)
