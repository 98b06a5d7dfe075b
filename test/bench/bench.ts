import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, ElectronApplication, Page } from 'playwright-core'
import type { BenchOptions } from '../../scripts/bench/options.mjs'
import { launchApp } from '../support/app.ts'
import { FLOOR_APP } from './floor-window.ts'
import { searchBuilt, WATCH, watchFill } from './list-acts.ts'
import { prepareActs } from './page-acts.ts'
import { copyProfile, envOf, findProfile, type Profile } from './profile.ts'
import type { Measured } from './table.ts'

/** A window that is being measured. */
export type OpenWindow = {
  readonly app: ElectronApplication
  readonly page: Page
  /** With the domain Performance. */
  readonly devtools: CDPSession
  readonly userDataDir: string
  readonly close: () => Promise<void>
}

/** What the groups share. Windows that are opened here are closed at the end. */
export type Bench = {
  readonly options: BenchOptions
  /** Whether the row is to be measured. */
  readonly wants: (name: string) => boolean
  readonly record: (name: string, measured: Measured) => void
  readonly tell: (line: string) => void
  readonly profile: () => Promise<Profile>
  /** An empty folder that is removed at the end. */
  readonly folder: () => Promise<string>
  /** Starts the app with a profile, or with a copy of the one with the whole account. Its server does not answer. */
  readonly start: (userDataDir?: string) => Promise<OpenWindow>
  /** A window with all conversations in memory, whose search is being built. The same one each time. */
  readonly filled: () => Promise<OpenWindow>
  /** The same window, with nothing left to do. */
  readonly atRest: () => Promise<OpenWindow>
  /** The window of `floor/rows.html`. The same one each time. */
  readonly floor: () => Promise<OpenWindow>
  /** Starts an empty window. */
  readonly startEmpty: (userDataDir: string, args?: readonly string[]) => Promise<OpenWindow>
  readonly end: () => Promise<void>
}

export function makeBench(options: BenchOptions, record: Bench['record'], tell: Bench['tell']): Bench {
  const closing: (() => Promise<void>)[] = []
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | null = null
    return () => (made ??= make())
  }
  const kept = async (window: OpenWindow): Promise<OpenWindow> => {
    closing.unshift(window.close)
    await prepareActs(window.page)
    return window
  }
  const folder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'clarion-bench-'))
    closing.push(() => rm(path, { recursive: true, force: true }))
    return path
  }
  const profile = once(() => findProfile(options.conversations, tell))
  const start = async (userDataDir?: string): Promise<OpenWindow> => {
    const known = await profile()
    const path = userDataDir ?? join(await folder(), 'profile')
    if (userDataDir === undefined) await copyProfile(known, path)
    return openWindow(path, { env: envOf(known) })
  }
  const startEmpty: Bench['startEmpty'] = (userDataDir, args = []) =>
    openWindow(userDataDir, { folder: FLOOR_APP, args })
  const filled = once(async () => {
    const window = await kept(await start())
    await watchFill(window.page)
    return window
  })
  const atRest = once(async () => {
    const window = await filled()
    await searchBuilt(window.page)
    return window
  })
  const floor = once(async () => kept(await startEmpty(await folder(), ['--rows'])))
  const end = async (): Promise<void> => {
    for (const close of closing.splice(0)) await close()
  }
  const wants = (name: string): boolean => options.only.includes(name)
  return { options, wants, record, tell, profile, folder, start, filled, atRest, floor, startEmpty, end }
}

async function openWindow(
  userDataDir: string,
  how: { readonly env?: Readonly<Record<string, string>>; readonly folder?: string; readonly args?: readonly string[] },
): Promise<OpenWindow> {
  const { app, page, close } = await launchApp({ userDataDir, loader: WATCH, ...how })
  return { app, page, devtools: await watchPage(page), userDataDir, close }
}

/** Opens a session of the DevTools protocol that counts the page's work. */
export async function watchPage(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  return devtools
}
