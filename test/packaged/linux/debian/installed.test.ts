import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../../electron/sandbox/server.ts'
import { makeDeb } from '../../../../scripts/deb/make-deb.mjs'
import { listDependencies } from '../../../../scripts/deb/private-system.mjs'
import { packagedExecutable, shareDisplay } from '../../../support/packaged-app.ts'
import { NOBODY, openPrivateSystem, type PrivateSystem } from '../../../support/private-system.ts'
import { chooseProtection } from '../../../support/profile-protection.ts'
import { removeFolder } from '../../../support/remove-folder.ts'
import { xdotool, xWindowOf } from '../../../support/x-keys.ts'

const KEY = 'sk_live_installed_0123456789'
const VERSION = '0.1.0'
const NEXT = '0.1.9'
/** Compression takes a minute and changes none of the files. */
const UNCOMPRESSED = ['-Znone']
/** dpkg doesn't wait for the disk: nothing of this system must survive a power cut. */
const INSTALL = ['dpkg', '--force-unsafe-io', '-i']

const PROFILE = '/etc/apparmor.d/clarion'
const PARSER_CALLS = '/var/tmp/apparmor-calls'

/** One story in the order of an installation's life; each test needs those before it. */
describe('the .deb', { concurrent: false }, () => {
  let system: PrivateSystem
  let server: Sandbox
  let folder: string
  let home: string
  let app: ChildProcess | undefined
  let debs: { readonly now: string; readonly next: string }
  const cleanUps: (() => Promise<void>)[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clarion-installed-'))
    cleanUps.push(() => removeFolder(folder))
    chmodSync(folder, 0o755)
    home = join(folder, 'home')
    debs = await makeBothDebs(folder)
    chooseProtection(profile())
    ownByNobody(home)
    server = await startSandbox({ conversations: 12, answers: false, key: KEY })
    cleanUps.push(server.close)
    shareDisplay()
    system = await openPrivateSystem()
    cleanUps.push(system.close)
    fakeAppArmor(system, { knowsProfile: true })
  })

  // Also after a beforeAll that failed half-way.
  afterAll(async () => {
    await quit()
    for (const cleanUp of cleanUps.toReversed()) await cleanUp()
  })

  const profile = (): string => join(home, '.config/Clarion')
  const session = (): Record<string, string> => ({
    HOME: home,
    DISPLAY: process.env['DISPLAY'] ?? '',
    XAUTHORITY: process.env['XAUTHORITY'] ?? '',
  })
  /** Starts the app as its menu entry does, and waits until it has read every conversation again. */
  const start = async (): Promise<ChildProcess> => {
    const before = server.journal.requests().length
    const env = { ...session(), CLARION_API_URL: server.url, CLARION_API_KEY: KEY }
    app = system.start(env, 'clarion', '--disable-gpu')
    await server.journal.until((journal) => journal.requests().length > before)
    await xWindowOf('Clarion')
    return app
  }
  const quit = async (): Promise<void> => {
    if (app === undefined) return
    const ended = once(app, 'close')
    app.kill()
    await ended
    app = undefined
  }
  const linkHandler = (): string =>
    system.runAsUser(session(), 'xdg-mime', 'query', 'default', 'x-scheme-handler/clarion').trim()

  it('installs with what it depends on, unchanged and with a sandbox helper that root owns', () => {
    expect(system.run(...INSTALL, ...listDependencies(), debs.now)).toMatchObject({ status: 0 })
    expect(system.run('dpkg', '--verify', 'clarion')).toEqual({ status: 0, output: '' })
    expect(system.run('stat', '-c', '%a %U:%G', '/opt/Clarion/chrome-sandbox').output).toBe('4755 root:root\n')
    expect(system.run('stat', '-c', '%a %U:%G', '/opt/Clarion/clarion').output).toBe('755 root:root\n')
    expect(system.run('cmp', '/opt/Clarion/resources/apparmor-profile', PROFILE)).toEqual({ status: 0, output: '' })
    expect(system.run('cat', PARSER_CALLS).output).toContain(`--replace --write-cache --skip-read-cache ${PROFILE}\n`)
  })

  it('depends on every library that it loads', () => {
    const owners = ownersOfLibraries(system, '/opt/Clarion/clarion')
    expect(owners.length).toBeGreaterThan(20)
    const installed = dependenciesOf(system, 'clarion')
    expect(owners.filter((owner) => !installed.has(owner))).toEqual([])
  })

  it('has a menu entry and store data that their validators accept, and opens clarion: links', () => {
    expect(system.run('desktop-file-validate', '/usr/share/applications/clarion.desktop')).toEqual({
      status: 0,
      output: '',
    })
    const metainfo = '/usr/share/metainfo/app.clarion.inbox.metainfo.xml'
    expect(system.run('appstreamcli', 'validate', '--no-net', metainfo)).toMatchObject({ status: 0 })
    expect(linkHandler()).toBe('clarion.desktop')
  })

  it('runs as an ordinary user with its sandbox, under the name of its menu entry', async () => {
    const { pid = 0 } = await start()
    const renderers = descendants(pid).filter((child) => commandLine(child).includes('--type=renderer'))
    expect(renderers).not.toEqual([])
    for (const renderer of renderers) {
      // A filter of system calls, a namespace of its own, and no way to see other processes: the whole sandbox.
      expect(statusOf(renderer, 'Seccomp')).toBe('2')
      expect(readlinkSync(`/proc/${renderer}/ns/user`)).not.toBe(readlinkSync('/proc/self/ns/user'))
      expect(readlinkSync(`/proc/${renderer}/ns/pid`)).not.toBe(readlinkSync('/proc/self/ns/pid'))
    }
    expect(statusOf(pid, 'Uid')).toBe(Array(4).fill(NOBODY).join('\t'))
    const entry = system.run('cat', '/usr/share/applications/clarion.desktop').output
    const name = /^StartupWMClass=(.+)$/m.exec(entry)?.[1]
    expect(xdotool('search', '--onlyvisible', '--classname', `^${name}$`)).toContain(await xWindowOf('Clarion'))
  })

  it('is replaced by the next version while it runs, which starts with the same data', async () => {
    const running = app?.pid ?? 0
    // As where AppArmor is older than the profile.
    fakeAppArmor(system, { knowsProfile: false })
    expect(system.run(...INSTALL, debs.next)).toMatchObject({ status: 0 })
    expect(readlinkSync(`/proc/${running}/exe`)).toBe('/opt/Clarion/clarion (deleted)')
    expect(system.run('ls', PROFILE).status).not.toBe(0)
    const before = server.journal.requests().length
    await server.journal.until((journal) => journal.requests().length > before)
    await quit()
    expect(startsIn(profile())).toEqual([VERSION])
    const workspaces = readFileSync(join(profile(), 'workspaces.json'), 'utf8')
    const { pid } = await start()
    expect(readlinkSync(`/proc/${pid}/exe`)).toBe('/opt/Clarion/clarion')
    expect(startsIn(profile())).toEqual([VERSION, NEXT])
    expect(readFileSync(join(profile(), 'workspaces.json'), 'utf8')).toBe(workspaces)
  })

  it('is removed and purged without touching the data of the user, and says so', async () => {
    await quit()
    const data = filesIn(profile())
    expect(data).toContain('workspaces.json')
    system.run('cp', '/opt/Clarion/resources/apparmor-profile', PROFILE)
    expect(system.run('dpkg', '-r', 'clarion')).toMatchObject({ status: 0 })
    expect(system.run('cat', PARSER_CALLS).output).toContain(`--remove ${PROFILE}\n`)
    expect(system.run('ls', PROFILE).status).not.toBe(0)
    expect(
      system.run('find', '/opt/Clarion', '/usr/bin/clarion', '/usr/share', '-name', '*larion*').output,
    ).not.toMatch(/^\//m)
    expect(linkHandler()).toBe('')
    const purge = system.run('dpkg', '-P', 'clarion')
    expect(purge).toMatchObject({ status: 0, output: expect.stringContaining('stays in ~/.config/Clarion') })
    expect(filesIn(profile())).toEqual(data)
  })
})

/** The .deb of the packed app, and that of a next version: the same app with another version inside. */
async function makeBothDebs(out: string): Promise<{ readonly now: string; readonly next: string }> {
  const unpacked = dirname(packagedExecutable())
  const options = { out, arch: process.arch, compress: UNCOMPRESSED }
  const now = await makeDeb({ ...options, unpacked, version: VERSION })
  const copy = join(out, 'next')
  execFileSync('cp', ['--archive', '--link', unpacked, copy])
  const archive = join(copy, 'resources/app.asar')
  const text = readFileSync(archive, 'latin1').replace(`"version": "${VERSION}"`, `"version": "${NEXT}"`)
  // The link to the packed app's own archive must not be written through.
  rmSync(archive)
  writeFileSync(archive, text, 'latin1')
  return { now, next: await makeDeb({ ...options, unpacked: copy, version: NEXT }) }
}

/** Few machines have AppArmor, and a test must not load a profile into the kernel of one that has it. */
function fakeAppArmor(system: PrivateSystem, { knowsProfile }: { readonly knowsProfile: boolean }): void {
  const parser = `echo "$*" >> ${PARSER_CALLS}; case "$*" in *--skip-kernel-load*) exit ${knowsProfile ? 0 : 1};; esac`
  system.run('mkdir', '-p', '/etc/apparmor.d')
  for (const [name, script] of Object.entries({ apparmor_parser: parser, 'aa-enabled': 'exit 0' })) {
    system.run(
      'sh',
      '-c',
      'printf "#!/bin/sh\\n%s\\n" "$1" > "$2" && chmod 755 "$2"',
      'sh',
      script,
      `/usr/sbin/${name}`,
    )
  }
}

function ownByNobody(home: string): void {
  const paths = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name))
  for (const path of [home, ...paths]) chownSync(path, NOBODY, NOBODY)
}

/**
 * The packages that own the libraries that a program loads. dpkg knows some by their path before /usr was merged, or by the target of a link. A
 * library without an owner stands for itself.
 */
function ownersOfLibraries(system: PrivateSystem, program: string): readonly string[] {
  const loaded = [...system.run('ldd', program).output.matchAll(/=> (\/(?!opt\/)\S+)/g)].map(([, path = '']) => path)
  const names = loaded.map((path) => [path, realpathSync(path)].flatMap((name) => [name, name.replace(/^\/usr/, '')]))
  const { output } = system.run('dpkg-query', '--search', ...names.flat())
  const owners = new Map(
    [...output.matchAll(/^([\w.+-]+)(?::\w+)?: (\/.+)$/gm)].map(([, owner, path]) => [path, owner]),
  )
  return names.map(
    (known) => known.map((name) => owners.get(name)).find((owner) => owner !== undefined) ?? known[0] ?? '',
  )
}

/** The names of all packages that a package depends on, directly or not. */
function dependenciesOf(system: PrivateSystem, name: string): ReadonlySet<string> {
  const { output } = system.run('dpkg-query', '--show', '--showformat', '${Package}\t${Pre-Depends}, ${Depends}\n')
  const table = new Map(output.split('\n').map((line) => line.split('\t') as [string, string | undefined]))
  const found = new Set<string>()
  const waiting = [name]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...(table.get(next) ?? '').split(/[,|]/).map((entry) => entry.trim().split(/[ :(]/)[0] ?? ''))
  }
  return found
}

const commandLine = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
const statusOf = (pid: number, field: string): string | undefined =>
  new RegExp(`^${field}:\\s+(.+)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]

function descendants(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.map(Number).flatMap((child) => [child, ...descendants(child)])
}

/** The versions that were started, from the app's log. */
function startsIn(profile: string): readonly string[] {
  const log = readFileSync(join(profile, 'logs/main.log'), 'utf8')
  return [...log.matchAll(/"version":"([\d.]+)"/g)].map(([, version = '']) => version)
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
