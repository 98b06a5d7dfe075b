import type { ReactNode } from 'react'
import type { RestoredWorkspace } from '../device-backup/restore-device.ts'
import type { BackedUpWorkspace, BackupSummary } from '../shared/device-backup.ts'
import { text } from '../strings/text.ts'
import { writeDate } from '../ui/date-words.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { holdsText, outcomeLines, placeText } from './restore-words.ts'

/** What a backup holds and what restoring it does. */
export function RestoreSummary({ summary }: { readonly summary: BackupSummary }) {
  const { computer, madeAt, workspaces } = summary
  const hasOps = workspaces.some(({ rows }) => rows.outbox > 0)
  return (
    <div className="flex flex-col gap-3 text-base">
      <p className="text-muted wrap-anywhere">
        {text('backup.restore.madeOn', { computer: harmlessLine(computer), date: writeDate(madeAt, 'full') })}
      </p>
      {workspaces.length === 0 && <p>{text('backup.restore.empty')}</p>}
      <ul className="flex flex-col gap-2">
        {workspaces.map((workspace) => (
          <Entry key={workspace.id} name={workspace.name} note={hostOf(workspace)}>
            <p>{holdsText(workspace)}</p>
            <p className="text-muted">{placeText(workspace)}</p>
          </Entry>
        ))}
      </ul>
      {hasOps && <p>{text('backup.restore.opsRule')}</p>}
      <p className="text-muted">{text('backup.restore.settingsRule')}</p>
    </div>
  )
}

/** What was restored, what was not, and where both devices differed. */
export function RestoreResult({ restored }: { readonly restored: readonly RestoredWorkspace[] }) {
  return (
    <ul className="flex flex-col gap-2 text-base">
      {restored.map(({ name, outcome }, index) => (
        <Entry key={index} name={name} note="">
          {outcomeLines(outcome).map((line, position) => (
            <p key={position} className={outcome.is === 'restored' ? 'text-muted' : 'text-danger'}>
              {line}
            </p>
          ))}
        </Entry>
      ))}
    </ul>
  )
}

type EntryProps = { readonly name: string; readonly note: string; readonly children: ReactNode }

function Entry({ name, note, children }: EntryProps) {
  return (
    <li className="flex flex-col gap-0.5 rounded-sm border border-line px-3 py-2 wrap-anywhere">
      <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
        <bdi>{harmlessLine(name)}</bdi>
        {note !== '' && <span className="text-sm font-normal text-faint">{note}</span>}
      </p>
      {children}
    </li>
  )
}

/** The server, unless the name says it. */
function hostOf({ name, baseUrl }: BackedUpWorkspace): string {
  const host = baseUrl.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  return host === name ? '' : host
}
