import type { Workspace } from '../../src/shared/bridge.ts'
import type { LoggedRequest } from '../../src/shared/logged-request.ts'
import { redactLogLine } from './redact.ts'

type Facts = Readonly<Record<string, string | number | boolean | null>>

export type ReportParts = {
  /** Epoch ms. */
  readonly at: number
  /** Versions of the app, its runtime and the system. */
  readonly versions: Facts
  readonly settings: Facts
  readonly workspaces: readonly {
    readonly workspace: Workspace
    /** Newest first. */
    readonly requests: readonly LoggedRequest[]
  }[]
  /** Lines of the log, oldest first. */
  readonly logLines: readonly string[]
  /** Names of the user, of this computer, of workspaces and of servers: replaced wherever they occur. */
  readonly names: readonly string[]
}

/** A report has at most as many lines of the log: the last hours of a usual day. */
export const MAX_LOG_LINES = 400
/** Defects have a section of their own: one of days ago, which no restart followed, may be above the log's last lines. */
export const MAX_DEFECTS = 20
/** Events of the log that only a defect causes. */
const DEFECTS: readonly string[] = ['uncaught', 'unhandled', 'not-started']

/**
 * The text of a report, for support. Its headings are names like those of the log, in every language. Requests are newest first, the log is oldest first. A workspace has a number instead of a name, and its server has no
 * name, because both may tell who the customer is.
 */
export function reportText(parts: ReportParts): string {
  const { at, versions, settings, workspaces, logLines, names } = parts
  const redacted = (chosen: readonly string[]): readonly string[] =>
    chosen.map((line) => redactLogLine(line, names)).filter((line) => line !== null)
  const newest = logLines.slice(-MAX_LOG_LINES).filter((line) => line !== '')
  const lines = redacted(newest)
  const defects = redacted(logLines.filter(isDefect).slice(-MAX_DEFECTS))
  const damaged = newest.length - lines.length
  return [
    'clarion-problem-report',
    new Date(at).toISOString(),
    ...section('versions', factLines(versions)),
    ...section('settings', factLines(settings)),
    ...workspaces.flatMap(({ workspace, requests }, index) => [
      ...section(`workspace-${index + 1}`, factLines(workspaceFacts(workspace))),
      ...section(`requests-${index + 1}`, requests.map(requestLine)),
    ]),
    ...(defects.length === 0 ? [] : section('defects', defects)),
    ...section('log', lines),
    ...(damaged === 0 ? [] : [`unreadable-lines: ${damaged}`]),
    '',
  ].join('\n')
}

function isDefect(line: string): boolean {
  return DEFECTS.some((event) => line.includes(`"event":"${event}"`))
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', `[${title}]`, ...lines]
}

function factLines(facts: Facts): readonly string[] {
  return Object.entries(facts).map(([name, value]) => `${name}: ${value}`)
}

function workspaceFacts({ kind, key, isTest, baseUrl, isKeyUnreadable }: Workspace): Facts {
  return {
    kind,
    key,
    testKey: isTest,
    encrypted: baseUrl.startsWith('https:'),
    keyUnreadable: isKeyUnreadable ?? false,
  }
}

/** Every field by name, so that a field that is added later isn't in a report before someone decides so. */
function requestLine({ at, method, intent, offset, ms, status, failure, code }: LoggedRequest): string {
  const facts = [new Date(at).toISOString(), method, intent, offset === null ? null : `offset ${offset}`]
  return [...facts, `${ms} ms`, status, failure, code].filter((fact) => fact !== null).join(' · ')
}
