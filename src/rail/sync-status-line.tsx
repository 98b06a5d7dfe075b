import { RotateCw } from 'lucide-react'
import type { Totals } from '../catalogue/catalogue.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useNow } from '../ui/use-now.ts'
import { showOutbox, useView } from '../view.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { useOutboxFeed, useWorkspace } from '../workspace.tsx'
import { type SyncStatus, syncStatusText } from './sync-status.ts'

const NOTHING = { waiting: 0, asking: 0, failed: 0 }

const DOTS: Readonly<Record<SyncStatus['tone'], string>> = {
  good: 'bg-success kept-fill',
  quiet: 'border border-muted',
  warning: 'bg-warning kept-fill',
  danger: 'bg-danger kept-fill',
}

export function SyncStatusLine({ totals }: { readonly totals: Totals | null }) {
  const { workspace, refresh } = useWorkspace()
  const reachability = useView((view) => view.reachability)
  const isOffline = useIsOffline()
  const outbox = useOutboxFeed((feed) => feed.counts()) ?? NOTHING
  const now = useNow(5_000)
  const status = syncStatusText({
    reachability,
    isOffline,
    outbox,
    onDevice: totals === null ? null : { threads: totals.threadsOnDevice, conversations: totals.conversations },
    key: workspace.key,
    now,
  })
  return (
    <footer className="relative border-t border-line py-2 pe-2 ps-8 text-xs text-muted max-[760px]:ps-2 max-[760px]:[&_p]:sr-only">
      <span
        aria-hidden="true"
        className={classNames(
          'absolute top-3.25 start-4.5 size-1.5 rounded-full max-[760px]:top-1 max-[760px]:start-1',
          DOTS[status.tone],
        )}
      />
      <IconButton
        label={text('rail.checkNow')}
        shortcut={useShortcut('check-now')}
        icon={<RotateCw size={13} />}
        size="sm"
        className="float-end -my-1 ms-1 max-[760px]:my-0"
        onClick={refresh}
      />
      {!status.isSteady && <p className="text-faint">{status.reach}</p>}
      <div role="status">
        {status.isSteady && <p className={classNames(status.tone === 'warning' && 'text-warning')}>{status.reach}</p>}
        {status.cause !== null && <p className="text-faint">{status.cause}</p>}
        {status.attention !== null && <ToOutbox label={status.attention} className="text-danger" />}
        {status.waiting !== null && <ToOutbox label={status.waiting} />}
      </div>
      {status.coverage !== null && <p className="text-faint">{status.coverage}</p>}
    </footer>
  )
}

function ToOutbox({ label, className }: { readonly label: string; readonly className?: string }) {
  return (
    <p className={classNames('font-medium', className)}>
      <button type="button" title={text('rail.showOutbox')} onClick={showOutbox} className="rounded-sm hover:underline">
        {label}
      </button>
    </p>
  )
}
