import { app, type BrowserWindow, clipboard } from 'electron'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import { makeConversationsApi } from '../api/conversations.ts'
import { API_BUDGETS, makeRateLimit } from '../api/rate-limit.ts'
import { makeLoggedApi, makeRequestLog } from '../api/request-log.ts'
import type { BridgeParts } from './bridge-parts.ts'
import { makeExportFiles, markOf } from '../exports/export-file.ts'
import { type ExportSaver, makeExporter } from '../exports/exporter.ts'
import { makeRequestReading } from '../exports/request-export.ts'
import { sendProxyQuestion, sendWake } from '../ipc.ts'
import { makeNetwork, type Network } from '../network/network.ts'
import { openProxySession } from '../network/proxy-session.ts'
import type { Policy } from '../policy/policy.ts'
import { onPageGone } from '../shell/recovery/page-gone.ts'
import { makeExportSaver } from '../shell/save-dialog.ts'
import type { Log } from '../storage/log.ts'
import type { OnlyWindow } from '../window.ts'

type Parts = {
  readonly window: OnlyWindow
  readonly policy: Policy
  readonly saver: ExportSaver
  readonly now: () => number
  readonly log: Log
}

/** Everything that makes requests or saves them to a file. */
export function openRequests(parts: Parts, workspaces: WorkspaceStore, about: BridgeParts['about']) {
  const { saver, now, log } = parts
  const network = openNetwork(parts)
  const { client } = network
  const requests = makeRequestLog()
  const exporter = makeExporter(saver, log)
  onPageGone(exporter.pageGone)
  // Newer runtimes return a promise, older ones nothing.
  const copy = async (text: string): Promise<void> => clipboard.writeText(text)
  return {
    network,
    api: makeConversationsApi(client),
    apiOf: makeLoggedApi(client, { log: requests, now, elapsed: () => performance.now() }),
    requests,
    saver,
    exporter,
    requestReading: makeRequestReading({ requests, workspaces, exporter, copy, about, now }),
    makeLimit: () =>
      makeRateLimit({
        budgets: API_BUDGETS,
        now: () => performance.now(),
        after: (delayMs, run) => void setTimeout(run, delayMs),
      }),
  }
}

function openNetwork({ window, policy, now, log }: Parts): Network {
  const page = () => window.current()?.webContents
  return makeNetwork({
    ...{ policy, platform: process.platform, env: process.env, now, log },
    session: () => openProxySession(log),
    onQuestion: () => sendProxyQuestion(page()),
    onAnswer: () => sendWake(page()),
  })
}

/** Saves files where the user says. */
export function makeSaver(windowOf: () => BrowserWindow | null, log: Log): ExportSaver {
  return makeExportSaver(windowOf, makeExportFiles(markOf(app.getPath('userData')), log))
}
