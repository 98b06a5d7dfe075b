import { keyNames } from '../../ui/key-names.ts'
import { type Command, GROUP_TITLES, GROUPS, type Group, NO_CHANGE, type KeyPreset, PRESETS } from '../command.ts'
import { keysOf } from './keymap.ts'
import { COMMANDS } from '../registry.ts'

const PRESET_NAMES: Readonly<Record<KeyPreset, string>> = {
  clarion: 'Clarion',
  gmail: 'Gmail',
  superhuman: 'Superhuman',
}

const INTRODUCTION = `# Keys

\`npm run docs:keys\` generates this file from the command registry (\`src/commands/registry.ts\`). \`npm run check\` fails when it is stale.

Every key can be changed in Settings, and \`?\` shows the current keys. On a Mac, Ctrl is ⌘.

- Single keys work only while no text field has the focus. In a text field only keys with Ctrl or ⌘, and Esc, work.
- Keys with Alt or AltGr run no command: they type letters in many layouts (ą, ę, @). A symbol works however the layout types it: \`#\` with Shift, with AltGr or on its own.
- On a layout of another script, the position of the key decides: \`J\` is where it is on an English keyboard.
- While an input method composes text, it gets every key.
- A switch in Settings turns single keys off (WCAG 2.1.4). Use the command palette for commands that then have no key.
- A letter after \`G\` that goes nowhere does nothing. Only moving along the list repeats while its key is held down.
- Tab moves the focus from one part of the window to the next, in every preset. Channels have \`]\` and \`[\`, also in the Superhuman preset.
- An open dialog or menu gets all keys.
- \`E\` resolves and \`#\` closes. Settings, under Reading, can swap them. "Send and resolve" is then "Send and close".

An empty cell under Gmail or Superhuman means that Clarion's keys apply. They mostly match Superhuman's. Differences:

- From Superhuman: \`Enter\` opens, and \`Enter\` again replies. \`Tab\` does not switch splits; \`]\` and \`[\` switch channels. \`N\` is the next unread conversation, not the next message. \`G\` then \`O\` is the Outbox. \`Shift+U\` and \`Shift+S\` go to Unread and Starred instead of filtering the open view. There are no keys for sent mail, spam, mute and forward, because the API has no such functions.
- From Gmail: \`]\` and \`[\` switch channels and archive nothing. After \`E\` the selection moves on automatically. \`N\` and \`Shift+N\` go to unread conversations.
`

/** docs/keys.md. */
export function keysDocument(): string {
  return [INTRODUCTION, ...GROUPS.map(groupTable)].join('\n')
}

function groupTable(group: Group): string {
  const rows = COMMANDS.filter((command) => command.group === group).map(rowOf)
  return [
    `## ${GROUP_TITLES[group]}\n`,
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

/** Empty when a preset has Clarion's keys. */
function cellOf(command: Command, preset: KeyPreset): string {
  if (preset !== 'clarion' && command.keys[preset] === undefined) return ''
  const keys = keysOf(command, { preset, own: {}, finish: 'resolve' })
  return keys.length > 0 ? keys.map(spelledOut).join(', ') : (command.keyless ?? '')
}

function undoOf({ undo }: Command): string {
  if ('restore' in undo) return 'yes'
  return undo === NO_CHANGE ? '' : undo.why
}

function spelledOut(keys: string): string {
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

/** Markdown code. A backquote in it needs two around it. */
function codeOf(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
