import { RotateCw } from 'lucide-react'
import { useId } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useNow } from '../ui/use-now.ts'
import { showOutbox, useView } from '../view/view.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { useOutboxFeed, useWorkspace } from '../workspace.tsx'
import { useIsIcons } from './use-is-icons.ts'
import { type SyncStatus, syncStatusText } from './sync-status.ts'
import { sampleOf, useTimeLeft } from './use-time-left.ts'

const NOTHING = { waiting: 0, asking: 0, failed: 0 }

const TEXT_TONES: Readonly<Record<SyncStatus['tone'], string>> = {
  good: '',
  quiet: '',
  warning: 'text-warning',
  danger: 'text-danger',
}

const DOTS: Readonly<Record<SyncStatus['tone'], string>> = {
  good: 'bg-success kept-fill',
  quiet: 'border border-muted',
  warning: 'bg-warning kept-fill',
  danger: 'bg-danger kept-fill',
}

export function SyncStatusLine({ totals }: { readonly totals: Totals | null }) {
  const { refresh } = useWorkspace()
  const status = useStatus(totals)
  const detailsId = useId()
  return (
    <footer
      aria-label={text('rail.sync')}
      className="group/sync relative z-30 flex h-9 shrink-0 items-center gap-2 border-t border-line pe-2 ps-4 text-xs text-muted icons:justify-center icons:px-2"
    >
      <span
        aria-hidden="true"
        className={classNames(
          'size-1.5 shrink-0 rounded-full icons:absolute icons:top-1.5 icons:end-2.5',
          DOTS[status.tone],
        )}
      />
      <div className="flex min-w-0 flex-1 gap-x-1 whitespace-nowrap icons:sr-only">
        <Line status={status} />
      </div>
      <IconButton
        label={text('rail.checkNow')}
        shortcut={useShortcut('check-now')}
        icon={<RotateCw size={13} />}
        size="sm"
        aria-describedby={detailsId}
        onClick={refresh}
      />
      <Details id={detailsId} status={status} />
    </footer>
  )
}

function useStatus(totals: Totals | null): SyncStatus {
  const { workspace } = useWorkspace()
  const reachability = useView((view) => view.reachability)
  const isOffline = useIsOffline()
  const outbox = useOutboxFeed((feed) => feed.counts()) ?? NOTHING
  const now = useNow(5_000)
  const onDevice = totals === null ? null : { threads: totals.threadsOnDevice, conversations: totals.conversations }
  const isDownloading = reachability.failure === null && reachability.progress === null
  const leftMs = useTimeLeft(isDownloading && onDevice !== null ? sampleOf(onDevice, now) : null)
  return syncStatusText({
    reachability,
    isOffline,
    outbox,
    onDevice,
    key: workspace.key,
    now,
    leftMs,
  })
}

function Line({ status }: { readonly status: SyncStatus }) {
  const { reach, isSteady, isReachShown, attention, waiting, tone } = status
  const reachLine = <span className={classNames('min-w-0 truncate', isSteady && TEXT_TONES[tone])}>{reach}</span>
  return (
    <>
      {isReachShown && !isSteady && reachLine}
      <div role="status" className={classNames('flex gap-x-1', isSteady ? 'min-w-0' : 'max-w-full shrink-0')}>
        {isReachShown && isSteady && reachLine}
        {attention !== null && <ToOutbox label={attention} isFirst={!isReachShown} className="text-danger" />}
        {waiting !== null && <ToOutbox label={waiting} isFirst={!isReachShown && attention === null} />}
      </div>
    </>
  )
}

/** On hover, and on focus by keyboard. Assistive technology reads it as the description of the button. */
function Details({ id, status }: { readonly id: string; readonly status: SyncStatus }) {
  return (
    <div
      id={id}
      className="pointer-events-none absolute bottom-full start-2 mb-1 flex w-max max-w-72 flex-col gap-0.5 rounded-sm border border-line bg-raised px-2.5 py-1.5 text-sm text-ink opacity-0 shadow-high transition-opacity group-hover/sync:opacity-100 group-has-focus-visible/sync:opacity-100"
    >
      {!status.isReachShown && <p>{status.reach}</p>}
      {status.details.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

type ToOutboxProps = { readonly label: string; readonly isFirst: boolean; readonly className?: string }

/** In the rail without names, the outbox beside the views is the link. */
function ToOutbox({ label, isFirst, className }: ToOutboxProps) {
  const isIcons = useIsIcons()
  return (
    <span className={classNames('flex min-w-0 items-center font-medium', className)}>
      {!isFirst && '·\u00A0'}
      {isIcons ? (
        label
      ) : (
        <button
          type="button"
          title={text('rail.showOutbox')}
          onClick={showOutbox}
          className="min-w-0 truncate rounded-sm py-1 leading-4 hover:underline"
        >
          {label}
        </button>
      )}
    </span>
  )
}
