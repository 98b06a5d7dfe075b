import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as { readonly version: string; readonly desktopName: string }
const builder = parse(read('electron-builder.yml')) as {
  readonly appId: string
  readonly protocols: readonly { readonly schemes: readonly string[] }[]
  readonly linux: {
    readonly category: string
    readonly executableName: string
    readonly synopsis: string
    readonly syncDesktopName: boolean
    readonly desktop: { readonly entry: Readonly<Record<string, string>> }
  }
}

/** The keys of version 1.5 of the Desktop Entry Specification that an application may have. */
const KEYS = [
  ...['Type', 'Version', 'Name', 'GenericName', 'NoDisplay', 'Comment', 'Icon', 'Hidden', 'OnlyShowIn', 'NotShowIn'],
  ...['DBusActivatable', 'TryExec', 'Exec', 'Path', 'Terminal', 'Actions', 'MimeType', 'Categories', 'Implements'],
  ...['Keywords', 'StartupNotify', 'StartupWMClass', 'PrefersNonDefaultGPU'],
]

describe('the desktop entry', () => {
  const [header, ...lines] = read('resources/linux/clarion.desktop').trimEnd().split('\n')
  const entry = new Map(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]))

  it('has only keys of the specification, each once', () => {
    expect(header).toBe('[Desktop Entry]')
    expect(entry.size).toBe(lines.length)
    for (const key of entry.keys()) expect(KEYS).toContain(key.replace(/\[(?:de|es)\]$/, ''))
  })

  it('starts the app with the link as its one argument', () => {
    expect(entry.get('Type')).toBe('Application')
    expect(entry.get('Exec')).toBe(`${builder.linux.executableName} %U`)
    expect(entry.get('MimeType')).toBe(`x-scheme-handler/${builder.protocols[0]?.schemes[0]};`)
    expect(entry.get('Terminal')).toBe('false')
  })

  it.each(['MimeType', 'Categories', 'Keywords'])('ends the list %s with a semicolon', (key) => {
    expect(entry.get(key)).toMatch(/^(?:[^;]+;)+$/)
  })

  // Electron names its windows after desktopName: on Wayland, and since version 41.6.1 on X11 too. Before, it used the name of the app.
  it('has the name of the windows', () => {
    expect(manifest.desktopName).toBe('clarion.desktop')
    expect(entry.get('StartupWMClass')).toBe('clarion')
  })

  it("agrees with electron-builder's for the AppImage and the .rpm", () => {
    expect(builder.linux.syncDesktopName).toBe(true)
    expect(`${builder.linux.category};`).toBe(entry.get('Categories'))
    expect(builder.linux.synopsis).toBe(entry.get('Comment'))
    for (const [key, value] of Object.entries(builder.linux.desktop.entry))
      expect([key, entry.get(key)]).toEqual([key, value])
  })
})

describe('the AppStream data', () => {
  const text = read('resources/linux/app.clarion.inbox.metainfo.xml')
  const valueOf = (tag: string): string | undefined => new RegExp(`<${tag}(?: [^>]*)?>([^<]+)</`).exec(text)?.[1]

  it('names the app, its desktop entry and its link handler', () => {
    expect(valueOf('id')).toBe(builder.appId)
    expect(valueOf('launchable')).toBe(manifest.desktopName)
    expect(valueOf('binary')).toBe(builder.linux.executableName)
    expect(valueOf('mediatype')).toBe(`x-scheme-handler/${builder.protocols[0]?.schemes[0]}`)
    // A summary is short and no sentence.
    expect(valueOf('summary')).toMatch(/^.{10,70}[^.]$/)
  })

  it('lists the version of package.json first', () => {
    expect(/<release version="([^"]+)" date="\d{4}-\d\d-\d\d"/.exec(text)?.[1]).toBe(manifest.version)
  })
})

describe('the icons', () => {
  const files = readdirSync(join(ROOT, 'resources/icons'))

  // Menus, panels and stores ask for these sizes of the icon theme.
  it('have the usual sizes', () => {
    const sizes = files.map((name) => Number.parseInt(name, 10)).toSorted((a, b) => a - b)
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256, 512])
  })

  it.each(files)('%s has the size of its name', (name) => {
    const bytes = readFileSync(join(ROOT, 'resources/icons', name))
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    // Width and height of a PNG, see its IHDR chunk.
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}.png`).toBe(name)
  })
})

describe('the AppArmor profile', () => {
  it('names the program of the .deb and allows its namespaces', () => {
    const text = read('resources/linux/apparmor-profile')
    expect(text).toMatch(/^profile clarion \/opt\/Clarion\/clarion flags=\(unconfined\) \{\n {2}userns,\n/m)
  })
})
