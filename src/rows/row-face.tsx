import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { ConversationSummary } from '../db/overlay.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { ChannelGlyph } from '../words/channel.tsx'

type RowFaceProps = {
  readonly row: Pick<ConversationSummary, 'id' | 'name' | 'customerId' | 'channel'>
  /** Whether the row has the color of a selected row. */
  readonly isMarked: boolean
  readonly isPicked: boolean
  readonly isPicking: boolean
  readonly isCompact: boolean
  readonly onPick: (event: MouseEvent) => void
}

/** The avatar, replaced by a checkbox on hover and while rows are picked. */
export function RowFace({ row, isMarked, isPicked, isPicking, isCompact, onPick }: RowFaceProps) {
  return (
    <div className="relative shrink-0">
      <div className={classNames(isPicking ? 'invisible' : 'group-hover:invisible')}>
        <Avatar name={row.name} seed={row.customerId ?? row.id} size={isCompact ? 28 : 36} />
        <span
          className={classNames(
            'absolute flex size-4.5 items-center justify-center rounded-full text-muted',
            isCompact ? '-end-2 -bottom-1.5' : '-end-1 -bottom-1',
            isMarked ? 'bg-selected' : 'bg-surface group-hover:bg-hover',
          )}
        >
          <ChannelGlyph channel={row.channel} size={11} />
        </span>
      </div>
      {/* Mouse only: the X key does the same, and the row itself is aria-selected. */}
      <span
        aria-hidden="true"
        onClick={onPick}
        className={classNames(
          'absolute -inset-1.5 flex items-center justify-center',
          !isPicking && 'invisible group-hover:visible',
        )}
      >
        <span
          className={classNames(
            'flex size-4.5 items-center justify-center rounded-sm border',
            isPicked ? 'border-transparent bg-accent text-on-accent' : 'border-control bg-surface hover:border-ink',
          )}
        >
          {isPicked && <Check size={13} strokeWidth={2.5} />}
        </span>
      </span>
    </div>
  )
}
