import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What the log may say of an error: its kind and where it came from. Each part is of a closed set; no text of the error's own is in it. */
export type ErrorFacts = { readonly name: string; readonly where: string }

/** Frames that the log gets of one error. */
const MAX_FRAMES = 8
/** The folder of the app's scripts: every frame of ours is a file below it. */
const APP_FOLDER = fileURLToPath(new URL('..', import.meta.url))

/** Any other `name` may be text that other code assigned. */
const NAMES: ReadonlySet<string> = new Set([
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['AbortError', 'AssertionError', 'DataCloneError', 'DataError', 'EncodingError', 'FetchError', 'NetworkError'],
  ...['NotAllowedError', 'NotFoundError', 'NotSupportedError', 'OperationError', 'QuotaExceededError', 'SecurityError'],
  ...['InvalidStateError', 'TimeoutError', 'ZodError'],
])

/** Never throws, whatever was thrown: a getter of an error may throw itself. */
export function errorFactsOf(error: unknown): ErrorFacts {
  try {
    if (!(error instanceof Error)) return { name: error === null ? 'null' : typeof error, where: '' }
    const { name } = error
    return { name: typeof name === 'string' && NAMES.has(name) ? name : 'Error', where: whereOf(error) }
  } catch {
    return { name: 'unknown', where: '' }
  }
}

function whereOf({ stack, message }: Error): string {
  if (typeof stack !== 'string' || typeof message !== 'string') return ''
  const places = framesIn(stack, message).map(placeOf)
  return places
    .filter((place, index) => place !== null && place !== places[index - 1])
    .slice(0, MAX_FRAMES)
    .join(' < ')
}

/**
 * The lines behind the message. A message may hold lines that look like frames, so what counts is where it ends: a stack that
 * does not hold its message was changed and is not read. Nor is one in which anything but frames follows.
 */
function framesIn(stack: string, message: string): readonly string[] {
  const start = stack.lastIndexOf(message)
  if (start === -1) return []
  const [, ...lines] = (message === '' ? stack : stack.slice(start + message.length)).split('\n')
  return lines.every((line) => /^ {4}at \S/.test(line)) ? lines : []
}

/** `main/main.cjs:12:3`, `node:fs`, `node` for what is inside Node and Electron; null for what is neither theirs nor ours. */
function placeOf(frame: string): string | null {
  const [, before = '', line, column] = /^(.*):(\d{1,6}):(\d{1,6})\)?$/.exec(frame) ?? []
  const builtin = /[ (]node:([^ ()]+)$/.exec(before)?.[1]
  if (builtin !== undefined) return builtinModules.includes(builtin) ? `node:${builtin}` : 'node'
  const script = fileIn(before, APP_FOLDER) ?? fileIn(before, pathToFileURL(APP_FOLDER).href)
  return script === null ? null : `${script}:${line}:${column}`
}

/** The script's path below the app's folder, with slashes; null where the frame names no file that is there. The folder may hold parentheses. */
function fileIn(frame: string, folder: string): string | null {
  const start = frame.indexOf(folder)
  if (start === -1) return null
  const path = frame.slice(start + folder.length)
  return existsSync(join(APP_FOLDER, path)) ? path.replaceAll(sep, '/') : null
}
