import { text } from '../../strings/text.ts'
import { openDialog } from '../../view/view.ts'
import { type Command, type CommandContext, NO_CHANGE, type Undo } from '../command.ts'
import { names } from '../names.ts'
import { chosenId } from './navigate.ts'
import { startReply } from '../replying.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

const OWN_UNDO: Undo = { why: 'Undo works until the message is sent.' }

/** Writing and sending. The composer sends; these commands press its buttons. */
export const WRITING: readonly Command[] = [
  {
    id: 'reply',
    ...names('commands.reply.title', 'commands.reply.aliases'),
    group: 'writing',
    menu: 'conversation',
    scope: 'thread',
    targets: 'one',
    keys: { clarion: ['r'] },
    canRun: ({ view, parts }) => view.screen === 'inbox' && parts.length > 0,
    run: reply,
    undo: NO_CHANGE,
  },
  {
    id: 'new-conversation',
    ...names('commands.newConversation.title', 'commands.newConversation.aliases'),
    group: 'writing',
    menu: 'file',
    scope: 'global',
    keys: { clarion: ['c', '$mod+n'] },
    worksInText: true,
    run: () => openDialog('new-conversation'),
    undo: NO_CHANGE,
  },
  {
    id: 'change-channel',
    ...names('commands.changeChannel.title', 'commands.changeChannel.aliases'),
    group: 'writing',
    scope: 'dialog',
    keys: { clarion: ['$mod+j'] },
    canRun: ({ view }) => view.dialog === 'new-conversation',
    run: changeChannel,
    undo: NO_CHANGE,
  },
  {
    id: 'send',
    ...names('commands.send.title'),
    group: 'writing',
    scope: 'composer',
    keys: { clarion: ['$mod+Enter'] },
    canRun: ({ isWriting }) => isWriting,
    run: () => pressButton(ELEMENT_IDS.sendButton),
    undo: OWN_UNDO,
  },
  {
    id: 'send-and-resolve',
    ...names('commands.sendAndResolve.title', 'commands.sendAndResolve.aliases', 'commands.sendAndResolve.close'),
    whenClosing: { title: text('commands.sendAndResolve.close') },
    group: 'writing',
    scope: 'composer',
    keys: { clarion: ['$mod+Shift+Enter'] },
    canRun: ({ isWriting }) => isWriting,
    run: () => pressButton(ELEMENT_IDS.sendAndResolveButton),
    undo: { why: 'Undo takes both back until the message is sent, then only the status.' },
  },
  {
    id: 'snippets',
    ...names('commands.snippets.title', 'commands.snippets.aliases'),
    group: 'writing',
    scope: 'composer',
    keys: { clarion: ['$mod+;'] },
    canRun: ({ isWriting }) => isWriting,
    run: () => pressButton(ELEMENT_IDS.snippetsButton),
    undo: { why: 'Undo in the text field removes it.' },
  },
]

function reply(context: CommandContext): void {
  const id = chosenId(context)
  if (id !== null) void startReply(context.open, id)
}

/** Chooses the next channel in the dialog for a new conversation; the first one after the last. */
function changeChannel(): void {
  const choices = document.querySelectorAll<HTMLInputElement>(`#${ELEMENT_IDS.startChannels} input`)
  const chosen = [...choices].findIndex(({ checked }) => checked)
  choices[(chosen + 1) % choices.length]?.click()
}

/** Presses a button of the composer, which decides whether it does anything. */
function pressButton(id: string): void {
  document.getElementById(id)?.click()
}
