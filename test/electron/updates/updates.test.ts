import { expect, it } from 'vitest'
import { makeUpdates, type Updater } from '../../../electron/updates/updates.ts'
import type { NoUpdates, UpdateState } from '../../../src/shared/updates.ts'
import { makeMemoryFile } from '../memory-file.ts'

const QUIT = { isSessionEnding: false, unsentCount: 0, wasNamed: false }

function begin({ off = null as NoUpdates | null, found = '2.0.0' as string | null } = {}) {
  const done: string[] = []
  const timers: (() => void)[] = []
  const downloads: { resolve: () => void; reject: (error: Error) => void }[] = []
  let confirms = true
  const updater: Updater = {
    async check(channel) {
      done.push(`check ${channel}`)
      return found === null ? null : { version: found, notes: 'New' }
    },
    download(onPercent) {
      done.push('download')
      onPercent(50)
      return new Promise((resolve, reject) => downloads.push({ resolve, reject }))
    },
    async drop() {
      done.push('drop')
    },
    install: (andRestart) => void done.push(andRestart ? 'install and restart' : 'install'),
  }
  const file = makeMemoryFile()
  const service = makeUpdates({
    ...{ version: '1.0.0', off, file, now: () => 7, random: () => 0 },
    load: async () => {
      done.push('load')
      return updater
    },
    after: (_delayMs, run) => timers.push(run),
    quit(leaving) {
      done.push('quit')
      if (confirms) leaving()
    },
    log: () => {},
  })
  const state = async (): Promise<UpdateState | null> => {
    const read = await service.bridge.readUpdates({})
    return read.ok ? read.value.state : null
  }
  const refuse = (): void => {
    confirms = false
  }
  return { service, done, timers, downloads, file, state, refuse }
}

async function beginReady() {
  const app = begin()
  await app.service.bridge.checkForUpdates({})
  await expect.poll(() => app.downloads.length).toBe(1)
  app.downloads[0]?.resolve()
  await expect.poll(async () => (await app.state())?.phase).toBe('ready')
  return app
}

it('loads and asks nothing before its time, and then downloads by itself', async () => {
  const { service, done, timers, state } = begin()
  service.begin()
  expect(done).toEqual([])
  timers.shift()?.()
  await expect.poll(() => done).toEqual(['load', 'check stable', 'download'])
  expect(await state()).toMatchObject({ phase: 'downloading', percent: 50, version: '2.0.0' })
  expect(timers).toHaveLength(1)
})

it('is off without a timer, a request or an installation', async () => {
  const { service, done, timers, state } = begin({ off: 'policy' })
  service.begin()
  await service.bridge.checkForUpdates({})
  await service.bridge.setUpdateChannel({ channel: 'beta' })
  await service.bridge.restartToUpdate({})
  service.quitting(QUIT)
  expect(timers).toEqual([])
  expect(done).toEqual([])
  expect(await state()).toEqual({ phase: 'off', why: 'policy' })
})

it('says that the app is up to date', async () => {
  const { service, state } = begin({ found: null })
  await service.bridge.checkForUpdates({})
  await expect.poll(state).toEqual({ phase: 'current', at: 7 })
})

it('says why a download failed, and checks again when asked', async () => {
  const { service, downloads, done, state } = begin()
  await service.bridge.checkForUpdates({})
  await expect.poll(() => downloads.length).toBe(1)
  downloads[0]?.reject(Object.assign(new Error('x'), { code: 'ENOSPC' }))
  await expect.poll(state).toEqual({ phase: 'failed', problem: 'disk-full', at: 7 })
  service.quitting(QUIT)
  await service.bridge.checkForUpdates({})
  await expect.poll(() => downloads.length).toBe(2)
  expect(done).not.toContain('install')
})

it('installs a ready version at the quit, without a restart', async () => {
  const { service, done } = await beginReady()
  service.quitting(QUIT)
  expect(done.at(-1)).toBe('install')
})

it('doesn’t install over something unsent that wasn’t named, nor in the end of a session', async () => {
  const { service, done } = await beginReady()
  service.quitting({ ...QUIT, unsentCount: 1 })
  service.quitting({ ...QUIT, isSessionEnding: true })
  expect(done).not.toContain('install')
})

it('restarts when the user asks for it, but not after the user has cancelled that', async () => {
  const asked = await beginReady()
  await asked.service.bridge.restartToUpdate({})
  asked.service.quitting(QUIT)
  expect(asked.done.slice(-2)).toEqual(['quit', 'install and restart'])
  const cancelled = await beginReady()
  cancelled.refuse()
  await cancelled.service.bridge.restartToUpdate({})
  cancelled.service.quitting(QUIT)
  expect(cancelled.done.slice(-2)).toEqual(['quit', 'install'])
})

it('a change of the channel drops what is there, checks again and is kept', async () => {
  const { service, done, downloads, file, state } = await beginReady()
  await service.bridge.setUpdateChannel({ channel: 'beta' })
  await expect.poll(() => done.slice(-3)).toEqual(['drop', 'check beta', 'download'])
  service.quitting(QUIT)
  expect(done).not.toContain('install')
  expect(file.read()).toEqual({ channel: 'beta' })
  // What the earlier download reports is ignored.
  downloads[0]?.reject(new Error('cancelled'))
  expect((await state())?.phase).toBe('downloading')
})
