/** What is logged about a part that could not be drawn. No field can hold a customer's text. */
export type BrokenPart = { readonly part: string; readonly name: string; readonly where: string }

const MAX_PLACES = 8
/** A place in our own code, as every engine writes it: `thread-abc123.js:12:345`. */
const PLACE = /[\w-]{1,80}\.[cm]?[jt]sx?:\d{1,9}:\d{1,9}/g

/** The error's kind and its places in the code. Its message is left out: it may quote what could not be drawn. */
export function brokenPartOf(part: string, error: Error): BrokenPart {
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error'
  return { part, name, where: framesOf(error).slice(0, MAX_PLACES).join(' < ') }
}

/** The stack begins with the message, which may have many lines and look like anything. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const end = stack.indexOf(message)
  const frames = end === -1 ? '' : stack.slice(end + message.length)
  return frames.match(PLACE) ?? []
}
