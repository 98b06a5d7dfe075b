/** What the entry should do. `program`: the path of the executable and its arguments. */
export type EntryWish = { readonly isOn: boolean; readonly isHidden: boolean; readonly program: readonly string[] }

export type EntryChange =
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'nothing' }

const GROUP = '[Desktop Entry]'

/** Whether a desktop starts the program of this autostart file; null for no file. Desktops turn an entry off in two ways. */
export function isEntryOn(text: string | null): boolean {
  if (text === null || !linesOf(text).includes(GROUP)) return false
  return valueOf(text, 'Hidden') !== 'true' && valueOf(text, 'X-GNOME-Autostart-enabled') !== 'false'
}

/**
 * How the autostart file changes. A file that the user edited keeps its lines: it is turned off and on by a key, and its command changes only
 * if it is still one of ours.
 */
export function nextEntry(current: string | null, { isOn, isHidden, program }: EntryWish): EntryChange {
  const entry = entryWith(commandOf(program, isHidden))
  if (current === null || !linesOf(current).includes(GROUP)) return isOn ? changed(current, entry) : NOTHING
  const command = valueOf(current, 'Exec') ?? ''
  const isOurCommand = OUR_COMMAND.test(command)
  if (isOurCommand && current === entryWith(command)) return isOn ? changed(current, entry) : { kind: 'remove' }
  if (!isOn) return isEntryOn(current) ? changed(current, withValue(current, 'Hidden', 'true')) : NOTHING
  const shown = without(without(current, 'Hidden'), 'X-GNOME-Autostart-enabled')
  return changed(current, isOurCommand ? withValue(shown, 'Exec', commandOf(program, isHidden)) : shown)
}

const NOTHING: EntryChange = { kind: 'nothing' }
/** As `commandOf` writes it, also for a program that was in another folder then. */
const OUR_COMMAND = /^"[^"]+"(?: "[^"]+")?(?: --hidden)?$/

function changed(current: string | null, text: string): EntryChange {
  return text === current ? NOTHING : { kind: 'write', text }
}

function entryWith(command: string): string {
  return [
    GROUP,
    'Type=Application',
    'Name=Clarion',
    `Exec=${command}`,
    'Icon=clarion',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

function commandOf(program: readonly string[], isHidden: boolean): string {
  return [...program.map(quoted), ...(isHidden ? ['--hidden'] : [])].join(' ')
}

/**
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html: an argument is quoted, a backslash goes before
 * characters that the shell reads, then each backslash is doubled as in any string of the file, and a percent sign is doubled.
 */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, (character) => `\\${character}`)
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trim())
}

/** In the main group; the last line counts, as in GLib. Null when the key is absent. */
function valueOf(text: string, key: string): string | null {
  const lines = mainGroup(text).filter((line) => isOf(line, key))
  return (
    lines
      .at(-1)
      ?.replace(/^[^=]*=/, '')
      .trim() ?? null
  )
}

function mainGroup(text: string): readonly string[] {
  const lines = linesOf(text)
  const start = lines.indexOf(GROUP) + 1
  const end = lines.findIndex((line, index) => index >= start && line.startsWith('['))
  return lines.slice(start, end === -1 ? undefined : end)
}

function isOf(line: string, key: string): boolean {
  return line.slice(0, Math.max(0, line.indexOf('='))).trim() === key
}

function without(text: string, key: string): string {
  let isMain = false
  return text
    .split('\n')
    .filter((line) => {
      if (line.trim().startsWith('[')) isMain = line.trim() === GROUP
      return !(isMain && isOf(line, key))
    })
    .join('\n')
}

/** Sets a key of the main group, after its heading. Everything else stays. */
function withValue(text: string, key: string, value: string): string {
  const lines = without(text, key).split('\n')
  const heading = lines.findIndex((line) => line.trim() === GROUP)
  return [...lines.slice(0, heading + 1), `${key}=${value}`, ...lines.slice(heading + 1)].join('\n')
}
