import { describe, expect, it } from 'vitest'
import { makeRequestLog } from '../../../electron/api/request-log.ts'
import { type ExportSaver, makeExporter } from '../../../electron/exports/exporter.ts'
import { makeRequestReading } from '../../../electron/exports/request-export.ts'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'
import { makeMemoryFile } from '../memory-file.ts'

const NOW = Date.UTC(2024, 2, 15, 10, 30)

function begin({ path = '/home/jane/x.json', write }: { path?: string | null; write?: () => Promise<void> } = {}) {
  const workspaces = new WorkspaceStore(makeMemoryFile(), makeVault(makeKeyring()))
  const { id: workspaceId } = workspaces.add({ baseUrl: 'https://api.example.com', apiKey: 'sk_live_secret' })
  const requests = makeRequestLog()
  requests.note(workspaceId, {
    ...{ at: NOW, method: 'GET', intent: 'listConversations', offset: 0, ms: 42 },
    ...{ status: null, failure: 'unreachable', code: 'ENOTFOUND' },
  })
  const copied: string[] = []
  const saved: { name: string; text: string }[] = []
  const saver: ExportSaver = {
    async choose({ name }) {
      saved.push({ name, text: '' })
      return path
    },
    begin: async (place) => ({
      async append(text) {
        saved.push({ name: place, text: String(text) })
        await write?.()
      },
      keep: () => Promise.resolve(),
      drop: () => {},
    }),
  }
  const copy = async (text: string): Promise<number> => copied.push(text)
  const about = { appVersion: '1.2.3', platform: 'linux' }
  const reading = makeRequestReading({
    requests,
    workspaces,
    exporter: makeExporter(saver, () => {}),
    copy,
    about,
    now: () => NOW,
  })
  return { reading, workspaceId, copied, saved }
}

const EXPORTED = {
  app: 'Clarion',
  appVersion: '1.2.3',
  platform: 'linux',
  exportedAt: '2024-03-15T10:30:00.000Z',
  server: 'https://api.example.com',
  requests: [
    {
      at: '2024-03-15T10:30:00.000Z',
      method: 'GET',
      intent: 'listConversations',
      offset: 0,
      ms: 42,
      status: null,
      failure: 'unreachable',
      code: 'ENOTFOUND',
      number: 1,
    },
  ],
}

describe('exportRequests', () => {
  it('writes JSON to a file with a descriptive name', async () => {
    const { reading, workspaceId, saved } = begin()
    expect(await reading.exportRequests({ workspaceId, to: 'file' })).toEqual({ ok: true, value: true })
    expect(saved.map(({ name }) => name)).toEqual(['clarion-requests-2024-03-15.json', '/home/jane/x.json'])
    expect(JSON.parse(saved[1]?.text ?? '')).toEqual(EXPORTED)
  })

  it('writes the same JSON to the clipboard', async () => {
    const { reading, workspaceId, copied, saved } = begin()
    expect(await reading.exportRequests({ workspaceId, to: 'clipboard' })).toEqual({ ok: true, value: true })
    expect(copied.map((text) => JSON.parse(text))).toEqual([EXPORTED])
    expect(saved).toEqual([])
  })

  it('gives false when the user closes the dialog', async () => {
    const { reading, workspaceId } = begin({ path: null })
    expect(await reading.exportRequests({ workspaceId, to: 'file' })).toEqual({ ok: true, value: false })
  })

  it('gives a reason without a path when the disk fails', async () => {
    const { reading, workspaceId } = begin({
      async write() {
        throw Object.assign(new Error("EACCES: permission denied, open '/home/jane/x.json'"), { code: 'EACCES' })
      },
    })
    expect(await reading.exportRequests({ workspaceId, to: 'file' })).toEqual({
      ok: false,
      failure: { kind: 'refused', words: 'You don’t have permission to save here. Choose another folder.' },
    })
  })
})
