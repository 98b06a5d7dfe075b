/** Names that are the same in every language, or that only code reads. */
const NAMES: ReadonlySet<string> = new Set([
  // Keys, as `KeyboardEvent.key` and the accelerators of Electron name them. See UI Events KeyboardEvent key Values.
  ...['Alt', 'Backspace', 'Command', 'Compose', 'Control', 'Dead', 'Delete', 'Down', 'End', 'Enter', 'Escape', 'Fn'],
  ...['Home', 'Hyper', 'Insert', 'Left', 'Meta', 'Plus', 'Process', 'Right', 'Shift', 'Space', 'Tab', 'Unidentified'],
  ...['Up'],
  // Products.
  ...['Clarion', 'Facebook', 'Gmail', 'Instagram', 'Linux', 'Mac OS', 'Superhuman', 'WhatsApp', 'Windows'],
  // Languages, each in its own words.
  ...['Deutsch', 'English', 'Español'],
  // Folders of Chromium.
  ...['File System', 'Local Storage', 'Partitions', 'Session Storage'],
  // Settings of KDE.
  ...['Proxy Config Script', 'Proxy Settings'],
  // Formats, and names of HTTP and JavaScript.
  ...['Accept', 'Authorization', 'Basic', 'Bearer', 'CSV', 'Error', 'JSON', 'Markdown'],
])

/** The parts of a literal that are read one by one: of HTML, the texts and the labels; of code, none. */
export function segmentsOf(literal: string): readonly string[] {
  if (isCode(literal)) return []
  if (!/<\/?[a-z!]/i.test(literal)) return [literal]
  // A part of a template may begin or end within a tag.
  const whole = literal.replace(/^[^<>]*>/, '').replace(/<[^<>]*$/, (tag) => `${tag}>`)
  return whole
    .replace(/<[^<>]*>/g, (tag) => `\n${/(?:aria-label|alt|title)="([^"]*)"/.exec(tag)?.[1] ?? ''}\n`)
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** Any letter, but not in a name, the id of a text, or an address. */
export function isShownText(text: string): boolean {
  return /\p{L}/u.test(text) && !/^\w+(?:[./]+[\w-]+)+$|^https?:/i.test(text.trim()) && !isName(text)
}

/** Starts like a sentence or a label, as "Inbox" or "API key needed", or has two words in lower case: "3 to send". */
export function looksLikeText(text: string): boolean {
  const isLabel = /^[\s&"“”’„«»()[\].,:;·…]*(?:\p{Lu}\p{Ll}+(?=$|[\s\p{P}])|\p{Lu}\p{L}*\s+\p{Ll})/u.test(text)
  const isPhrase = /(?:^|[\s“"(])\p{Ll}[\p{Ll}’]+,?\s\p{Ll}[\p{Ll}’]+(?:$|[\s.,:;?!…”")])/u.test(text)
  return (isLabel || isPhrase) && !isName(text)
}

function isName(text: string): boolean {
  const name = text.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  return NAMES.has(name) || isHeader(name) || isScript(name)
}

/** `Content-Type` */
function isHeader(name: string): boolean {
  return /^(?:[A-Z][a-z]+-)+[A-Z][a-z]+$/.test(name)
}

/** A script of Unicode, such as `Thai`. */
function isScript(name: string): boolean {
  try {
    return RegExp(`^\\p{Script=${name}}$`, 'u').unicode
  } catch {
    return false
  }
}

/** Scripts, style sheets, placeholders of snippets, selectors, replacements of regular expressions, lines of a shell, and the documents that `npm run` writes. */
function isCode(literal: string): boolean {
  return (
    /\{\{|\{[^{}]*[:;][^{}]*\}|\[[a-z]+[\]=]|\$\d|\$\w+\s*=|\$env:|\bfunction \(|\bnpm run\b/.test(literal) ||
    isWordList(literal)
  )
}

/** Words in lower case on several lines, which code compares with what the user or a customer writes. */
function isWordList(literal: string): boolean {
  return literal.trim().includes('\n') && !/\p{Lu}|[.,:;?!…]/u.test(literal)
}
