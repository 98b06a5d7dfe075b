import type { Bridge, LoggedRequest, Workspace } from '../src/shared/bridge.ts'
import { failed, success } from '../src/shared/failure.ts'
import type { RequestLog } from './api/request-log.ts'
import { factsOf } from './log.ts'
import type { Workspaces } from './workspaces.ts'

/** Where words can go outside the app. */
export interface Outlet {
  copy(text: string): Promise<void>
  /** Asks for a name and writes the file; false when the person thought better of it. A file that cannot be written throws. */
  save(name: string, text: string): Promise<boolean>
}

type Parts = {
  readonly requests: RequestLog
  readonly workspaces: Workspaces
  readonly outlet: Outlet
  readonly about: { readonly appVersion: string; readonly platform: string }
  readonly now: () => number
}

/** The request log as the window sees it and as it leaves the app: the page writes neither the clipboard nor a file. */
export function makeRequestReading(parts: Parts): Pick<Bridge, 'listRequests' | 'exportRequests'> {
  const { requests, workspaces, outlet, about, now } = parts
  return {
    listRequests: async ({ workspaceId }) => success(requests.list(workspaceId)),
    exportRequests: async ({ workspaceId, to }) => {
      const exportedAt = new Date(now()).toISOString()
      const text = exportText(requests.list(workspaceId), workspaces.find(workspaceId), { ...about, exportedAt })
      if (to === 'clipboard') {
        await outlet.copy(text)
        return success(true)
      }
      try {
        return success(await outlet.save(`clarion-requests-${exportedAt.slice(0, 10)}.json`, text))
      } catch (error) {
        return failed({ kind: 'refused', words: `The file could not be written (${codeOf(error)}).` })
      }
    },
  }
}

function exportText(
  requests: readonly LoggedRequest[],
  workspace: Workspace | null,
  about: Readonly<Record<string, string>>,
): string {
  const lines = requests.map(({ at, ...request }) => ({ at: new Date(at).toISOString(), ...request }))
  return `${JSON.stringify({ app: 'Clarion', ...about, server: workspace?.baseUrl ?? null, requests: lines }, null, 2)}\n`
}

/** The system's word for what was wrong; its sentence may hold the path, which is nobody's business. */
function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : factsOf(error).name
}
