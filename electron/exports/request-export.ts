import type { Bridge, Workspace } from '../../src/shared/bridge.ts'
import type { LoggedRequest } from '../../src/shared/logged-request.ts'
import { success } from '../../src/shared/failure.ts'
import type { RequestLog } from '../api/request-log.ts'
import type { Exporter } from './exporter.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'

type Parts = {
  readonly requests: RequestLog
  readonly workspaces: WorkspaceStore
  readonly exporter: Pick<Exporter, 'saveExport'>
  /** Writes text to the system's clipboard. */
  readonly copy: (text: string) => Promise<unknown>
  readonly about: { readonly appVersion: string; readonly platform: string }
  readonly now: () => number
}

/** Lists the request log for the window and exports it. Main writes the clipboard and the file, because the page may not. */
export function makeRequestReading(parts: Parts): Pick<Bridge, 'listRequests' | 'exportRequests'> {
  const { requests, workspaces, exporter, copy, about, now } = parts
  return {
    listRequests: async ({ workspaceId }) => success(requests.list(workspaceId)),
    exportRequests: async ({ workspaceId, to }) => {
      const exportedAt = new Date(now()).toISOString()
      const text = exportText(requests.list(workspaceId), workspaces.find(workspaceId), { ...about, exportedAt })
      if (to === 'clipboard') {
        await copy(text)
        return success(true)
      }
      const name = `clarion-requests-${exportedAt.slice(0, 10)}`
      const saved = await exporter.saveExport({ name, format: 'json', content: text })
      return saved.ok ? success(saved.value.fileName !== null) : saved
    },
  }
}

function exportText(
  requests: readonly LoggedRequest[],
  workspace: Workspace | null,
  about: Readonly<Record<string, string>>,
): string {
  const entries = requests.map(({ at, ...request }) => ({ at: new Date(at).toISOString(), ...request }))
  return `${JSON.stringify({ app: 'Clarion', ...about, server: workspace?.baseUrl ?? null, requests: entries }, null, 2)}\n`
}
