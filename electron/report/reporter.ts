import type { BrowserWindow } from 'electron'
import { basename } from 'node:path'
import type { ExportSaver } from '../exports/exporter.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { PageHandler } from '../shell/plain-page.ts'
import { text } from '../strings/text.ts'
import { REPORT_URL, reportActionOf, type ShownReport, withReportPage } from './report-page.ts'
import { type ReportParts, reportText } from './report-text.ts'

export interface Reporter {
  /** Shows a new report in full. The user may then save it. Nothing is sent. */
  readonly open: () => void
  /** Serves the report's page. */
  readonly serve: (handler: PageHandler) => PageHandler
  /** Sets where a report gets its parts from. */
  readonly gather: (parts: () => Promise<ReportParts>) => void
}

type ReporterParts = {
  /** Opens a window without a bridge. */
  readonly openWindow: () => BrowserWindow
  readonly saver: ExportSaver
  readonly now: () => number
  readonly log: Log
}

/** The window of a report is main's own page, so that it also works when the app's page doesn't. */
export function makeReporter({ openWindow, saver, now, log }: ReporterParts): Reporter {
  let gather: (() => Promise<ReportParts>) | null = null
  let shown: ShownReport | null = null
  let window: BrowserWindow | null = null

  async function show(): Promise<void> {
    if (gather === null) return
    if (window !== null) return window.focus()
    const opened = openWindow()
    window = opened
    opened.on('closed', () => {
      window = null
      shown = null
    })
    opened.webContents.on('will-frame-navigate', ({ url }) => act(opened, url))
    opened.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'Escape') opened.close()
    })
    shown = { content: reportText(await gather()), outcome: null }
    if (!opened.isDestroyed()) await opened.loadURL(REPORT_URL)
  }

  function act(opened: BrowserWindow, url: string): void {
    const action = reportActionOf(url)
    if (action === 'close') opened.close()
    else if (action === 'save') void save(opened)
  }

  async function save(opened: BrowserWindow): Promise<void> {
    const { content } = shown ?? {}
    if (content === undefined) return
    const outcome = await write(content)
    if (outcome === null || opened.isDestroyed()) return
    shown = { content, outcome }
    await opened.loadURL(REPORT_URL)
  }

  /** What became of it; null when the user cancelled. */
  async function write(content: string): Promise<string | null> {
    const name = `clarion-report-${new Date(now()).toISOString().slice(0, 10)}.txt`
    const path = await saver.choose({ name, extension: 'txt', label: text('report.fileType') })
    if (path === null) return null
    try {
      const file = await saver.begin(path)
      await file.append(content)
      await file.keep()
      return text('report.saved', { name: basename(path) })
    } catch (error) {
      log('report-not-saved', errorFactsOf(error))
      return text('report.notSaved')
    }
  }

  return {
    open: () => void show().catch((error: unknown) => log('report-not-shown', errorFactsOf(error))),
    serve: (handler) => withReportPage(handler, () => shown),
    gather(parts) {
      gather = parts
    },
  }
}
