import { readThread } from '../../db/queries.ts'
import { readServerId } from '../../db/server-ids.ts'
import { identifierLine } from '../../shared/text/system-text.ts'
import { copyText } from '../../ui/copy-text.ts'
import { showToast } from '../../view.ts'
import { addressOf } from '../../words/address.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'

const KEYLESS = 'Ctrl or ⌘ and C is the system’s'

/** What is taken along from a conversation to elsewhere. */
export const COPYING: readonly Command[] = [
  {
    id: 'copy-address',
    title: 'Copy the customer’s address',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: [] },
    keyless: KEYLESS,
    aliases: ['phone number', 'email address', 'clipboard'],
    canRun: (context) => isOne(context) && (context.conversation === null || addressOf(context.conversation) !== null),
    run: async (context) => copy(await addressOfChosen(context), 'No address of this customer is known.'),
    undo: NO_CHANGE,
  },
  {
    id: 'copy-id',
    title: 'Copy the conversation’s id',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: [] },
    keyless: KEYLESS,
    aliases: ['identifier', 'clipboard', 'support', 'api'],
    canRun: isOne,
    run: async (context) =>
      copy(await idOfChosen(context), 'This conversation has no id yet: the server has not heard of it.'),
    undo: NO_CHANGE,
  },
]

function isOne({ conversationIds, view }: CommandContext): boolean {
  return conversationIds.length === 1 && view.screen === 'inbox'
}

async function addressOfChosen({ open, conversation, conversationIds: [id] }: CommandContext): Promise<string | null> {
  const known = conversation ?? (id === undefined ? null : (await readThread(open.db, id))?.conversation) ?? null
  return known === null ? null : addressOf(known)
}

async function idOfChosen({ open, conversationIds: [id] }: CommandContext): Promise<string | null> {
  return id === undefined ? null : readServerId(open.db, id)
}

function copy(found: string | null, whyNot: string): void {
  const text = found === null ? null : identifierLine(found)
  if (text === null) showToast(whyNot)
  else showToast(copyText(text) ? `Copied: ${text}` : 'The clipboard took nothing. Try again.')
}
