/** An element with the names and values of its attributes, as a browser would read them. */
export type DrawnElement = { readonly tag: string; readonly attributes: Readonly<Record<string, string>> }

/** All elements of a piece of markup, and its text. */
export type Drawn = { readonly elements: readonly DrawnElement[]; readonly text: string }

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
}
/** Text up to the next tag, and the tag. React escapes both angle brackets everywhere else. */
const PIECE = /([^<>]*)(?:<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][\w:-]*="[^"<>]*")*)\/?>|$)/y
const WITHOUT_END: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input'])

/**
 * Reads the markup that React writes. Unlike a browser it repairs nothing: it throws on any bracket, quote or end tag out of place, so that
 * a browser cannot read other elements than these.
 */
export function readMarkup(markup: string): Drawn {
  const elements: DrawnElement[] = []
  const open: string[] = []
  let text = ''
  for (PIECE.lastIndex = 0; PIECE.lastIndex < markup.length;) {
    const at = PIECE.lastIndex
    const [, before = '', slash, tag, attributes = ''] = PIECE.exec(markup) ?? fail(markup, at)
    text += decode(before)
    if (tag === undefined) break
    if (slash === '/') {
      if (open.pop() !== tag) fail(markup, at)
    } else {
      if (!WITHOUT_END.has(tag)) open.push(tag)
      const pairs = attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)
      elements.push({
        tag,
        attributes: Object.fromEntries([...pairs].map(([, name = '', value = '']) => [name, decode(value)])),
      })
    }
  }
  if (open.length > 0) fail(markup, markup.length)
  return { elements, text }
}

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
}

function fail(markup: string, at: number): never {
  throw new Error(`not what React writes: ${markup.slice(at, at + 80)}`)
}
