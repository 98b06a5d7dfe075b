import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = join(ROOT, 'resources/flatpak')

type Source = {
  readonly type: string
  readonly path?: string
  readonly dest?: string
  readonly 'dest-filename'?: string
}
type Manifest = {
  readonly [key: string]: unknown
  readonly id: string
  readonly command: string
  readonly 'runtime-version': string
  readonly 'base-version': string
  readonly 'finish-args': readonly string[]
  readonly 'rename-desktop-file': string
  readonly modules: readonly { readonly 'build-commands': readonly string[]; readonly sources: readonly Source[] }[]
}
const manifest = parse(readFileSync(join(FOLDER, 'app.clarion.inbox.yaml'), 'utf8')) as Manifest
const [module] = manifest.modules
const { appId } = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as { readonly appId: string }

describe('the Flatpak manifest', () => {
  // flatpak-manifest(5)
  it('has the required keys and only known ones', () => {
    const known = [
      ...['id', 'runtime', 'runtime-version', 'sdk', 'base', 'base-version', 'command', 'rename-desktop-file'],
      ...['rename-icon', 'separate-locales', 'finish-args', 'modules'],
    ]
    expect(Object.keys(manifest).toSorted()).toEqual(known.toSorted())
    expect(manifest.id).toBe(appId)
    // The libraries of Electron's base must be those of the runtime.
    expect(manifest['base-version']).toBe(manifest['runtime-version'])
  })

  it('shares no files of the user, no session bus and no devices but the graphics card', () => {
    const args = manifest['finish-args']
    expect(args.filter((arg) => /--(filesystem|persist|socket=(session-bus|system-bus))/.test(arg))).toEqual([])
    expect(args.filter((arg) => arg.startsWith('--device='))).toEqual(['--device=dri'])
    expect(args.filter((arg) => arg.startsWith('--own-name') || arg.endsWith('*'))).toEqual([])
  })

  it('takes its files from the repository, and the app from where it is packed', () => {
    const paths = (module?.sources ?? []).flatMap(({ path }) => (path === undefined ? [] : [path]))
    expect(paths).toContain('../../dist/linux-unpacked')
    for (const path of paths.filter((path) => !path.includes('/dist/')))
      expect(existsSync(join(FOLDER, path))).toBe(true)
  })

  it('installs only what it has, and starts it by its command', () => {
    const names = (module?.sources ?? []).map(
      (source) => source.dest ?? source['dest-filename'] ?? source.path?.split('/').at(-1) ?? '',
    )
    const commands = (module?.['build-commands'] ?? []).map((command) => command.split(' '))
    const used = commands.filter(([program]) => program !== 'rm').map((words) => words[2] ?? '')
    expect(new Set(used)).toEqual(new Set(names))
    expect(used).toHaveLength(names.length)
    expect(commands.map((words) => words.at(-1))).toContain(`/app/bin/${manifest.command}`)
    expect(names).toContain(manifest['rename-desktop-file'])
  })
})
