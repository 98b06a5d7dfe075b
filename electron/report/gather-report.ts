import { arch, homedir, hostname, release, totalmem, userInfo } from 'node:os'
import { basename } from 'node:path'
import type { RequestLog } from '../api/request-log.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { Appearance } from '../shell/appearance.ts'
import type { Sealing } from '../sealing/sealing.ts'
import { readLogTail } from './log-tail.ts'
import type { ReportParts } from './report-text.ts'

type Sources = {
  readonly workspaces: Pick<WorkspaceStore, 'list' | 'health'>
  readonly requests: Pick<RequestLog, 'list'>
  readonly appearance: Pick<Appearance, 'read'>
  readonly sealing: Pick<Sealing, 'withoutKeychain' | 'isLocked' | 'bridge'>
  readonly about: { readonly appVersion: string; readonly platform: string; readonly isPackaged: boolean }
  readonly logFile: string
  readonly now: () => number
}

/** Collects the parts of a report. Nothing of the window's database is read. */
export async function gatherReport(sources: Sources): Promise<ReportParts> {
  const { workspaces, requests, about, logFile, now } = sources
  const list = workspaces.list()
  const { electron, chrome, node } = process.versions
  return {
    at: now(),
    versions: {
      clarion: about.appVersion,
      packaged: about.isPackaged,
      ...{ electron, chrome, node },
      system: `${about.platform} ${release()} ${arch()}`,
      memoryGb: Math.round(totalmem() / 1_024 ** 3),
      runningForS: Math.round(process.uptime()),
    },
    settings: await settingsOf(sources),
    workspaces: list.map((workspace) => ({ workspace, requests: requests.list(workspace.id) })),
    logLines: readLogTail(logFile),
    names: [...list.flatMap(({ name, baseUrl }) => [name, hostOf(baseUrl)]), ...ownNames()],
  }
}

async function settingsOf({ workspaces, appearance, sealing }: Sources): Promise<ReportParts['settings']> {
  const { theme, language, textLanguage, zoomLevel } = appearance.read()
  const lock = await sealing.bridge.readLock({})
  return {
    ...{ theme, language, textLanguage, zoomLevel },
    withoutKeychain: sealing.withoutKeychain(),
    locked: sealing.isLocked(),
    lockAfterMinutes: lock.ok ? lock.value.afterIdleMinutes : null,
    lockWithSystem: lock.ok ? lock.value.withSystem : null,
    workspaceList: workspaces.health,
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}

/** Of the user and of this computer. */
function ownNames(): readonly string[] {
  try {
    return [userInfo().username, hostname(), basename(homedir())]
  } catch {
    // A user without an entry in the system's list.
    return [hostname(), basename(homedir())]
  }
}
