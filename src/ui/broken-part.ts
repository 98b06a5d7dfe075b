/** The log entry for a part that couldn't be rendered. No field can hold a customer's text. */
export type BrokenPart = { readonly part: string; readonly name: string; readonly where: string }

const MAX_PLACES = 8
/** A position in our own code: `thread-abc123.js:12:345`. */
const PLACE = /[\w-]{1,80}\.[cm]?[jt]sx?:\d{1,9}:\d{1,9}/g

/** The error's name and its positions in the code. The message is left out, because it may quote a customer's text. */
export function brokenPartOf(part: string, error: Error): BrokenPart {
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error'
  return { part, name, where: framesOf(error).slice(0, MAX_PLACES).join(' < ') }
}

/** The stack starts with the message, which may have many lines and look like frames. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const end = stack.indexOf(message)
  const frames = end === -1 ? '' : stack.slice(end + message.length)
  return frames.match(PLACE) ?? []
}
