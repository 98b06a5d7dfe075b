import { isDiskTrouble } from '../db/commit.ts'
import { readCachedThreads } from '../db/cached-threads.ts'
import { exportMany } from '../export/export-many.ts'
import type { Tally } from '../export/export-writer.ts'
import { writerOf } from '../export/writer-of.ts'
import type { ExportFormat } from '../shared/export-file.ts'
import { failed, type Result } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { writeDate } from '../ui/date-words.ts'
import { yieldToEventLoop } from '../ui/yield-to-event-loop.ts'
import { useView } from '../view/view.ts'
import { showToast } from '../view/toasts.ts'
import type { ToExport } from '../view/view-state.ts'
import { failureCause } from '../words/failure.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { doneWords } from './export-words.ts'

type Open = Pick<OpenWorkspace, 'db' | 'bridge'>
type RunningExport = { readonly exportId: string; readonly toExport: ToExport; readonly format: ExportFormat }

/** Asks for the file, writes it and reports the result. The user can keep working meanwhile. */
export async function runExport(open: Open, toExport: ToExport, format: ExportFormat): Promise<void> {
  const { bridge } = open
  const begun = await bridge.beginExport({ name: toExport.title, format })
  if (!begun.ok) return fail(failureCause(begun.failure))
  if (begun.value === null) return
  const { exportId, fileName } = begun.value
  let isWhole = false
  try {
    const outcome = await write(open, { exportId, toExport, format })
    isWhole = outcome.ok && outcome.value !== null && isRunning(exportId)
    const ended = await bridge.endExport({ exportId, isWhole })
    // Stopped, or another workspace was opened: there is nothing to report.
    if (!isRunning(exportId)) return
    if (!outcome.ok) return fail(failureCause(outcome.failure))
    if (!ended.ok) return fail(failureCause(ended.failure))
    useView.setState({ exporting: null })
    if (outcome.value !== null) showToast(doneWords(outcome.value, fileName), { tone: 'done', names: [fileName] })
  } catch (error) {
    if (!isWhole) void bridge.endExport({ exportId, isWhole: false })
    if (isRunning(exportId)) useView.setState({ exporting: null })
    throw error
  }
}

async function write(
  { db, bridge }: Open,
  { exportId, toExport, format }: RunningExport,
): Promise<Result<Tally | null>> {
  const { conversationIds: ids, title } = toExport
  const onProgress = (done: number): void => {
    if (isRunning(exportId)) useView.setState({ exporting: { kind: 'running', exportId, done, total: ids.length } })
  }
  useView.setState({ exporting: { kind: 'running', exportId, done: 0, total: ids.length } })
  try {
    return await exportMany({
      ids,
      writer: writerOf(format, { title, exportedAt: Date.now() }, (at) => writeDate(at, 'full')),
      read: (chunk) => readCachedThreads(db, chunk),
      append: (content) => bridge.appendExport({ exportId, content }),
      isStopped: () => !isRunning(exportId),
      onProgress,
      yieldToEventLoop,
    })
  } catch (error) {
    // Leaving the workspace closes its database.
    if (!isRunning(exportId) || isDiskTrouble(error))
      return failed({ kind: 'refused', words: text('exporting.unreadable') })
    throw error
  }
}

function isRunning(exportId: string): boolean {
  const { exporting } = useView.getState()
  return exporting?.kind === 'running' && exporting.exportId === exportId
}

function fail(why: string): void {
  useView.setState({ exporting: { kind: 'failed', words: text('exporting.failed', { why }) } })
}
