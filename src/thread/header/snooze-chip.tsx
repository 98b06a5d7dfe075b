import { partOf } from '../../commands/parts/parts.ts'
import { snoozeTargets } from '../../commands/snooze.ts'
import type { Snoozed } from '../../db/rows.ts'
import { text } from '../../strings/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { useNow } from '../../ui/use-now.ts'
import { whenWords } from '../../words/when.ts'
import { useWorkspace } from '../../workspace.tsx'

type SnoozeChipProps = {
  readonly conversationId: string
  /** Null while the conversation is not snoozed. */
  readonly snooze: Snoozed | null
}

/** When the snooze ends, with a button to end it now. */
export function SnoozeChip({ conversationId, snooze }: SnoozeChipProps) {
  const open = useWorkspace()
  const now = useNow(60_000)
  if (snooze === null) return null
  const endSnooze = (): void => void snoozeTargets([partOf(open, [conversationId])], null)
  return (
    <Chip tone="warning" onRemove={endSnooze} removeLabel={text('thread.header.endSnooze')}>
      <span title={text('thread.header.onThisDevice')}>
        {text(snooze.unlessReply ? 'thread.header.snoozedUnlessReply' : 'thread.header.snoozed', {
          when: whenWords(snooze.until, now),
        })}
      </span>
    </Chip>
  )
}
