import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readLogTail } from '../../../electron/report/log-tail.ts'
import { MAX_DEFECTS, MAX_LOG_LINES, reportText } from '../../../electron/report/report-text.ts'
import { REPORT_URL, reportActionOf, withReportPage } from '../../../electron/report/report-page.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const WORKSPACE: Workspace = {
  id: 'w-canary-id',
  name: 'Canary Dental',
  kind: 'api',
  baseUrl: 'https://canary-dental.example',
  databaseName: 'clarion-canary',
  key: 'sealed',
  isTest: false,
}
const PARTS = {
  at: Date.UTC(2026, 10, 28),
  versions: { clarion: '0.1.0', electron: '25.1.1' },
  settings: { theme: 'dark', lockAfterMinutes: null },
  workspaces: [
    {
      workspace: WORKSPACE,
      requests: [
        {
          ...({
            number: 1,
            at: Date.UTC(2026, 10, 28),
            method: 'GET',
            intent: 'listConversations',
            offset: 100,
          } as const),
          ...({ ms: 42, status: null, failure: 'unreachable', code: 'ENOTFOUND' } as const),
        },
      ],
    },
  ],
  logLines: ['{"at":"2026-11-28T03:15:36.123Z","event":"window-gone","note":"canary-dental.example"}', 'not a line'],
  names: ['Canary Dental', 'canary-dental.example'],
}

it('reportText holds versions, settings, requests and the log', () => {
  const report = reportText(PARTS)
  for (const part of [
    'clarion: 0.1.0',
    'theme: dark',
    '2026-11-28T00:00:00.000Z · GET · listConversations · offset 100 · 42 ms · unreachable · ENOTFOUND',
    '"event":"window-gone"',
    'unreadable-lines: 1',
    'encrypted: true',
  ])
    expect(report).toContain(part)
})

it('reportText names no workspace, no server, no database and no id', () => {
  expect(reportText(PARTS)).not.toMatch(/canary/i)
})

it('reportText has the newest lines of a long log', () => {
  const logLines = Array.from({ length: MAX_LOG_LINES + 5 }, (_, index) => `{"event":"e","line":${index}}`)
  const report = reportText({ ...PARTS, logLines })
  expect(report).toContain(`"line":${MAX_LOG_LINES + 4}}`)
  expect(report).not.toContain('"line":4}')
})

it.each(['uncaught', 'unhandled', 'not-started'])('reportText has a defect above the newest lines: %s', (event) => {
  const defect = `{"at":"2026-11-27T03:15:36.123Z","event":"${event}","name":"TypeError","where":"main/main.cjs:1:2"}`
  const newer = Array.from({ length: MAX_LOG_LINES }, (_, index) => `{"event":"e","line":${index}}`)
  const report = reportText({ ...PARTS, logLines: [defect, ...newer] })
  expect(report.split('\n')).toContain(defect)
  expect(report.indexOf('[defects]')).toBeLessThan(report.indexOf('[log]'))
})

it('reportText has the newest defects, redacted, and no heading without one', () => {
  expect(reportText(PARTS)).not.toContain('[defects]')
  const logLines = Array.from(
    { length: MAX_DEFECTS + MAX_LOG_LINES },
    (_, index) => `{"event":"unhandled","line":${index},"name":"Canary Dental"}`,
  )
  const [before = ''] = reportText({ ...PARTS, logLines }).split('[log]')
  expect(before.match(/"event":"unhandled"/g)).toHaveLength(MAX_DEFECTS)
  expect(before).toContain(`"line":${logLines.length - 1},`)
  expect(before).not.toMatch(/canary/i)
})

it('readLogTail reads the older file first, drops a cut line, and reads nothing of a file that is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-log-'))
  onTestFinished(() => removeFolder(folder))
  const file = join(folder, 'main.log')
  expect(readLogTail(file)).toEqual([])
  writeFileSync(`${file}.old`, `${'x'.repeat(200_000)}\nold\n`)
  writeFileSync(file, 'new\nnewest\n')
  expect(readLogTail(file)).toEqual(['old', 'new', 'newest'])
})

it('the page of a report shows all of it as text, without scripts, and only while there is one', async () => {
  const content = '<script>alert(1)</script> & "all" of it'
  let shown: { content: string; outcome: string | null } | null = { content, outcome: null }
  const handler = withReportPage(
    async () => new Response('', { status: 404 }),
    () => shown,
  )
  const response = await handler({ method: 'GET', url: REPORT_URL })
  const html = await response.text()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;all&quot; of it')
  expect(html).not.toMatch(/<script/)
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect([...html.matchAll(/href="([^"]+)"/g)].map((match) => reportActionOf(match[1] ?? ''))).toEqual([
    'save',
    'close',
  ])
  shown = null
  expect((await handler({ method: 'GET', url: REPORT_URL })).status).toBe(404)
})
