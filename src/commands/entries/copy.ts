import { readThread } from '../../db/queries.ts'
import { readServerId } from '../../db/server-ids.ts'
import { identifierLine } from '../../shared/text/system-text.ts'
import { text } from '../../strings/text.ts'
import { copyText } from '../../ui/copy-text.ts'
import { showToast } from '../../view/toasts.ts'
import { addressOf } from '../../words/address.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { names } from '../names.ts'

const KEYLESS = text('commands.keyless.conversationMenu')

/** Copying from a conversation. */
export const COPYING: readonly Command[] = [
  {
    id: 'copy-address',
    ...names('commands.copyAddress.title', 'commands.copyAddress.aliases'),
    group: 'conversation',
    scope: 'thread',
    targets: 'one',
    keys: { clarion: [] },
    keyless: KEYLESS,
    canRun: (context) => isOne(context) && (context.conversation === null || addressOf(context.conversation) !== null),
    run: async (context) => copy(await addressOfChosen(context), text('commands.copy.noAddress')),
    undo: NO_CHANGE,
  },
  {
    id: 'copy-id',
    ...names('commands.copyId.title', 'commands.copyId.aliases'),
    group: 'conversation',
    scope: 'thread',
    targets: 'one',
    keys: { clarion: [] },
    keyless: KEYLESS,
    canRun: isOne,
    run: async (context) => copy(await idOfChosen(context), text('commands.copy.noId')),
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
  const line = found === null ? null : identifierLine(found)
  if (line === null) showToast(missing)
  else {
    const isCopied = copyText(line)
    if (isCopied) showToast(text('commands.copied', { text: line }), { tone: 'done', names: [line] })
    else showToast(text('commands.copy.failed'), { tone: 'problem' })
  }
}
