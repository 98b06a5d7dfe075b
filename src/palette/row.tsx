import { Command as Cmdk } from 'cmdk'
import { WorkspaceLabel } from '../acts/workspace-label.tsx'
import { text } from '../strings/text.ts'
import { Guarded } from '../ui/guarded.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { isPhone } from '../words/address.ts'
import { channelLabel } from '../words/channel.tsx'
import { usePhoneWords } from '../words/phone-words.ts'
import { statusLabel } from '../words/status.ts'
import { useRowWorkspace } from '../workspace.tsx'
import type { Entry } from './entry.ts'

type RowProps = {
  readonly entry: Entry
  /** In All inboxes, rows of conversations show their workspace. */
  readonly isInAll: boolean
  readonly onChoose: (entry: Entry) => void
}

export function Row(props: RowProps) {
  return (
    <Guarded
      part="palette entry"
      of={props.entry}
      fallback={<p className="px-2 text-sm text-muted italic">{text('palette.cannotShow')}</p>}
    >
      <Item {...props} />
    </Guarded>
  )
}

function Item({ entry, isInAll, onChoose }: RowProps) {
  const { id, title, detail, icon, channel, status, workspaceId, keys } = entry
  return (
    <Cmdk.Item
      value={id}
      onSelect={() => onChoose(entry)}
      className="flex h-8 items-center gap-2.5 rounded-sm px-2 text-base select-none data-[selected=true]:bg-selected"
    >
      <span className="flex w-5 shrink-0 items-center justify-center text-faint">{icon}</span>
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <bdi className="min-w-0 shrink-0 truncate max-w-full">{title}</bdi>
        {channel !== undefined && <span className="sr-only">, {channelLabel(channel)}, </span>}
        {detail !== undefined && <Detail detail={detail} />}
      </span>
      {status !== undefined && status !== 'open' && (
        <span className="shrink-0 text-xs text-faint">{statusLabel(status)}</span>
      )}
      {isInAll && workspaceId !== undefined && <Workspace id={workspaceId} />}
      {keys !== undefined && (
        <span className="text-muted">
          <Kbd keys={keys} isHeard />
        </span>
      )}
    </Cmdk.Item>
  )
}

function Detail({ detail }: { readonly detail: string }) {
  const phone = usePhoneWords(isPhone(detail) ? detail : null)
  return (
    <bdi
      className="min-w-0 flex-1 basis-0 truncate text-sm text-faint tabular-nums"
      dir={phone === null ? 'auto' : 'ltr'}
    >
      {phone ?? detail}
    </bdi>
  )
}

function Workspace({ id }: { readonly id: string }) {
  const row = useRowWorkspace(id)
  return (
    row !== null && (
      <span className="max-w-32 shrink-0 text-xs text-muted">
        <WorkspaceLabel id={id} name={row.workspace.name} />
      </span>
    )
  )
}
