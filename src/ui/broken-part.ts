import { errorNameOf, type StackFrame, stackFramesOf } from '../shared/stack-frames.ts'

/** The log entry for a part that couldn't be rendered. No field can hold a customer's text. */
export type BrokenPart = { readonly part: string; readonly name: string; readonly where: string }

const MAX_PLACES = 8
/** The name of a script at the end of its address: `thread-abc123.js`. Vite's server adds a query. */
const SCRIPT = /([\w.-]{1,80}\.[cm]?[jt]sx?)(?:\?.*)?$/

/** The error's name and its positions in the code. The message is left out, because it may quote a customer's text. */
export function brokenPartOf(part: string, error: Error): BrokenPart {
  try {
    return { part, name: errorNameOf(error), where: placesIn(stackFramesOf(error)) }
  } catch {
    return { part, name: 'Error', where: '' }
  }
}

function placesIn(frames: readonly StackFrame[]): string {
  return frames
    .flatMap(({ file, line, column }) => {
      const script = SCRIPT.exec(file)?.[1]
      return script === undefined ? [] : [`${script}:${line}:${column}`]
    })
    .slice(0, MAX_PLACES)
    .join(' < ')
}
