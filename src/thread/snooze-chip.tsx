import { useLiveQuery } from 'dexie-react-hooks'
import { snoozeChosen } from '../commands/snooze.ts'
import { readSnooze } from '../db/flags.ts'
import { Chip } from '../ui/chip.tsx'
import { useNow } from '../ui/use-now.ts'
import { whenWords } from '../words/when.ts'
import { useWorkspace } from '../workspace.tsx'

/** Until when the conversation is put off, and the way to have it back. */
export function SnoozeChip({ conversationId }: { readonly conversationId: string }) {
  const open = useWorkspace()
  const now = useNow(60_000)
  const snooze = useLiveQuery(() => readSnooze(open.db, conversationId), [open.db, conversationId])
  if (snooze === undefined || snooze === null) return null
  const wake = (): void => void snoozeChosen({ open, conversationIds: [conversationId] }, null)
  return (
    <Chip tone="warning" onRemove={wake} removeLabel="Wake it now">
      <span title="On this device">
        {snooze.unlessReply ? 'If no reply: ' : 'Snoozed: '}
        {whenWords(snooze.until, now)}
      </span>
    </Chip>
  )
}
