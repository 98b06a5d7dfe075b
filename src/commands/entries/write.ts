import { openDialog } from '../../view.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { chosenId } from './navigate.ts'
import { startReply } from '../replying.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

const OWN_UNDO = { why: 'Undo works until the message is sent.' } as const

/** Writing and sending. The composer sends; these commands press its buttons. */
export const WRITING: readonly Command[] = [
  {
    id: 'reply',
    title: 'Reply',
    group: 'Writing',
    menu: 'conversation',
    scope: 'thread',
    keys: { clarion: ['r'] },
    aliases: ['answer', 'write'],
    canRun: ({ view, conversationIds }) => view.screen === 'inbox' && conversationIds.length > 0,
    run: reply,
    undo: NO_CHANGE,
  },
  {
    id: 'new-conversation',
    title: 'New conversation',
    group: 'Writing',
    menu: 'file',
    scope: 'global',
    keys: { clarion: ['c', '$mod+n'] },
    aliases: ['compose', 'write', 'start'],
    worksInText: true,
    run: () => openDialog('new-conversation'),
    undo: NO_CHANGE,
  },
  {
    id: 'send',
    title: 'Send',
    group: 'Writing',
    scope: 'composer',
    keys: { clarion: ['$mod+Enter'] },
    canRun: ({ isWriting }) => isWriting,
    run: () => pressButton(ELEMENT_IDS.sendButton),
    undo: OWN_UNDO,
  },
  {
    id: 'send-and-resolve',
    title: 'Send and resolve',
    whenClosing: { title: 'Send and close' },
    group: 'Writing',
    scope: 'composer',
    keys: { clarion: ['$mod+Shift+Enter'] },
    aliases: ['send and done', 'send and archive'],
    canRun: ({ isWriting }) => isWriting,
    run: () => pressButton(ELEMENT_IDS.sendAndResolveButton),
    undo: OWN_UNDO,
  },
  {
    id: 'snippets',
    title: 'Insert snippet',
    group: 'Writing',
    scope: 'composer',
    keys: { clarion: ['$mod+;'] },
    aliases: ['template', 'canned response', 'saved reply'],
    canRun: ({ isWriting }) => isWriting,
    run: () => pressButton(ELEMENT_IDS.snippetsButton),
    undo: { why: 'Undo in the text field removes it.' },
  },
]

function reply(context: CommandContext): void {
  const id = chosenId(context)
  if (id !== null) void startReply(context.open, id)
}

/** Presses a button of the composer, which decides whether it does anything. */
function pressButton(id: string): void {
  document.getElementById(id)?.click()
}
