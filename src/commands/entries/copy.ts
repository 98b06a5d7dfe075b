import { readThread } from '../../db/queries.ts'
import { readServerId } from '../../db/server-ids.ts'
import { identifierLine } from '../../shared/text/system-text.ts'
import { copyText } from '../../ui/copy-text.ts'
import { showToast } from '../../view.ts'
import { addressOf } from '../../words/address.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'

const KEYLESS = 'In the conversation menu'

/** Copying from a conversation. */
export const COPYING: readonly Command[] = [
  {
    id: 'copy-address',
    title: 'Copy customer’s address',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: [] },
    keyless: KEYLESS,
    aliases: ['phone number', 'email address', 'clipboard'],
    canRun: (context) => isOne(context) && (context.conversation === null || addressOf(context.conversation) !== null),
    run: async (context) => copy(await addressOfChosen(context), 'This customer has no known address.'),
    undo: NO_CHANGE,
  },
  {
    id: 'copy-id',
    title: 'Copy conversation ID',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: [] },
    keyless: KEYLESS,
    aliases: ['id', 'identifier', 'clipboard', 'support', 'api'],
    canRun: isOne,
    run: async (context) => copy(await idOfChosen(context), 'This conversation has no ID yet: it isn’t on the server.'),
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

function copy(found: string | null, missing: string): void {
  const text = found === null ? null : identifierLine(found)
  if (text === null) showToast(missing)
  else showToast(copyText(text) ? `Copied: ${text}` : 'Couldn’t copy. Try again.')
}
