import { keyNames } from '../../ui/key-names.ts'
import { type Command, GROUPS, type Group, NO_CHANGE, type KeyPreset, PRESETS } from '../command.ts'
import { keysOf } from './keymap.ts'
import { COMMANDS } from '../registry.ts'

const PRESET_NAMES: Readonly<Record<KeyPreset, string>> = {
  clarion: 'Clarion',
  gmail: 'Gmail',
  superhuman: 'Superhuman',
}

const INTRODUCTION = `# Keys

\`npm run docs:keys\` generates this file from the command registry (\`src/commands/registry.ts\`). \`npm run check\` fails when it is stale.

Every key can be changed in Settings, and \`?\` shows the keys as they then are. Ctrl is ⌘ on a Mac.

- A key by itself acts only while nothing is being written. In a text field only keys with Ctrl or ⌘ act, and Esc.
- Alt and AltGr never do anything: they write letters in many layouts (ą, ę, @). A symbol counts however the layout reaches it: \`#\` with Shift, with AltGr or by itself.
- Where the layout writes another script, the place of the key decides: \`J\` is where it is on an English keyboard.
- While an input method composes, every key is its own.
- One switch in Settings turns single keys off (WCAG 2.1.4). What then has no key is reached through the command palette.
- After \`G\` a letter that goes nowhere does nothing. A key held down goes on only where that harms nobody: along the list.
- Tab stays what it is everywhere, the way from one part of the window to the next: channels have \`]\` and \`[\`, also for hands that come from Superhuman.
- An open dialog or menu keeps all keys for itself.

- \`E\` is done: it resolves, and \`#\` closes. Settings, under Reading, lets them change places for whoever closes what is done; "Send and resolve" is then "Send and close".

Where Gmail or Superhuman has no keys of its own below, Clarion's hold: they were chosen so that Superhuman's hands find theirs. What such
hands find otherwise than they know it:

- From Superhuman: \`Enter\` opens, and pressed again answers. \`Tab\` does not go between splits, \`]\` and \`[\` do (see above). \`N\` is the next unread conversation, not the next message of this one. \`G\` then \`O\` is the Outbox: there is no Other. \`Shift+U\` and \`Shift+S\` go to Unread and Starred; they do not narrow the view that is open. There is no key for sent mail, spam, mute and forward, for the API has no such things.
- From Gmail: \`]\` and \`[\` go between channels and archive nothing; after \`E\` the selection moves on by itself. \`N\` and \`Shift+N\` go to unread conversations.
`

/** docs/keys.md. */
export function keysDocument(): string {
  return [INTRODUCTION, ...GROUPS.map(groupWords)].join('\n')
}

function groupWords(group: Group): string {
  const rows = COMMANDS.filter((command) => command.group === group).map(rowOf)
  return [
    `## ${group}\n`,
    `| | ${PRESETS.map((preset) => PRESET_NAMES[preset]).join(' | ')} | undo |`,
    `| --- |${' --- |'.repeat(PRESETS.length + 1)}`,
    ...rows,
    '',
  ].join('\n')
}

function rowOf(command: Command): string {
  const cells = PRESETS.map((preset) => cellOf(command, preset))
  return `| ${[command.title, ...cells, undoOf(command)].join(' | ')} |`
}

/** Empty where a preset has what Clarion has. */
function cellOf(command: Command, preset: KeyPreset): string {
  if (preset !== 'clarion' && command.keys[preset] === undefined) return ''
  const keys = keysOf(command, { preset, own: {}, finish: 'resolve' })
  return keys.length > 0 ? keys.map(drawn).join(', ') : (command.keyless ?? '')
}

function undoOf({ undo }: Command): string {
  if ('restore' in undo) return 'yes'
  return undo === NO_CHANGE ? '' : undo.why
}

function drawn(keys: string): string {
  return keys
    .split(' ')
    .map((press) =>
      codeOf(
        keyNames(press, false)
          .map((name) => (name === '↵' ? 'Enter' : name))
          .join('+'),
      ),
    )
    .join(' then ')
}

/** A backquote within backquotes wants two around it. */
function codeOf(words: string): string {
  return words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``
}
