/** Characters. More than a page of text isn't read. */
const MAX_NOTES = 4_000
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
/** Invisible characters and direction overrides. Line breaks stay. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Surrogate}]/gu

/** Release notes as plain text. They may come as HTML, and nothing of it is drawn: tags are dropped before entities are read. */
export function plainNotes(notes: unknown): string {
  if (Array.isArray(notes)) return plainNotes(notes.map((each) => noteOf(each)).join('\n\n'))
  if (typeof notes !== 'string') return ''
  return notes
    .slice(0, 10 * MAX_NOTES)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replaceAll(/<li\b[^>]*>/gi, '\n• ')
    .replaceAll(/<(?:br|\/p|\/h\d|\/ul|\/div)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z!][^>]*(?:>|$)/gi, '')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .replaceAll(HIDDEN, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, MAX_NOTES)
}

/** electron-updater gives a list when it has the notes of several versions. */
function noteOf(entry: unknown): string {
  const note = typeof entry === 'object' && entry !== null && 'note' in entry ? entry.note : null
  return typeof note === 'string' ? note : ''
}
