import type { ListedConversation } from '../db/list-rows.ts'
import { markNames, type NamedContext } from '../rows/mark-names.ts'
import { text } from '../strings/text.ts'
import { channelLabel } from '../words/channel.tsx'
import { lastMessageLine } from '../words/last-words.ts'
import { shownName } from '../words/shown-name.ts'

/** The accessible name of a row: "John Smith, SMS, unread, waiting 2 hours, Can I move…". It has everything that the row shows. In All inboxes, it names the workspace. */
export function optionName(
  row: ListedConversation,
  context: NamedContext,
  workspaceName: string | null = null,
): string {
  const message = row.lastText ?? row.subject
  return [
    shownName(row.name),
    channelLabel(row.channel),
    workspaceName !== null && text('words.inWorkspace', { name: workspaceName }),
    ...markNames(row, context),
    message !== null && lastMessageLine(message),
  ]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(', ')
}
