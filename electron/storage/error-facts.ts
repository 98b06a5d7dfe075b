import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What the log may record of an error: its kind and its stack frames. Both come from a closed set and contain no text of the error. */
export type ErrorFacts = { readonly name: string; readonly where: string }

/** Stack frames per error in the log. */
const MAX_FRAMES = 8
/** The folder of the app's scripts, which contains the files of all our frames. */
const APP_FOLDER = fileURLToPath(new URL('..', import.meta.url))

/** The names that may be logged. Any other `name` may contain private text. */
const NAMES: ReadonlySet<string> = new Set([
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['AbortError', 'AssertionError', 'DataCloneError', 'DataError', 'EncodingError', 'FetchError', 'NetworkError'],
  ...['NotAllowedError', 'NotFoundError', 'NotSupportedError', 'OperationError', 'QuotaExceededError', 'SecurityError'],
  ...['InvalidStateError', 'TimeoutError', 'ZodError'],
])

/** Never throws, although a getter of an error may throw. */
export function errorFactsOf(error: unknown): ErrorFacts {
  try {
    if (!(error instanceof Error)) return { name: error === null ? 'null' : typeof error, where: '' }
    const { name } = error
    return { name: typeof name === 'string' && NAMES.has(name) ? name : 'Error', where: stackSummaryOf(error) }
  } catch {
    return { name: 'unknown', where: '' }
  }
}

function stackSummaryOf({ stack, message }: Error): string {
  if (typeof stack !== 'string' || typeof message !== 'string') return ''
  const frames = framesIn(stack, message).map(frameName)
  return frames
    .filter((frame, index) => frame !== null && frame !== frames[index - 1])
    .slice(0, MAX_FRAMES)
    .join(' < ')
}

/**
 * The lines after the message. A message may contain lines that look like frames, so the frames begin where the message ends. A
 * stack without its message was changed, and is ignored. So is one with other lines among the frames.
 */
function framesIn(stack: string, message: string): readonly string[] {
  const start = stack.lastIndexOf(message)
  if (start === -1) return []
  const [, ...lines] = (message === '' ? stack : stack.slice(start + message.length)).split('\n')
  return lines.every((line) => /^ {4}at \S/.test(line)) ? lines : []
}

/** `main/main.cjs:12:3`, `node:fs`, or `node` for the internals of Node and Electron; null for any other frame. */
function frameName(frame: string): string | null {
  const [, before = '', line, column] = /^(.*):(\d{1,6}):(\d{1,6})\)?$/.exec(frame) ?? []
  const builtin = /[ (]node:([^ ()]+)$/.exec(before)?.[1]
  if (builtin !== undefined) return builtinModules.includes(builtin) ? `node:${builtin}` : 'node'
  const script = fileIn(before, APP_FOLDER) ?? fileIn(before, pathToFileURL(APP_FOLDER).href)
  return script === null ? null : `${script}:${line}:${column}`
}

/** The script's path below the app's folder, with slashes; null when no such file exists. The folder's name may contain parentheses. */
function fileIn(frame: string, folder: string): string | null {
  const start = frame.indexOf(folder)
  if (start === -1) return null
  const path = frame.slice(start + folder.length)
  return existsSync(join(APP_FOLDER, path)) ? path.replaceAll(sep, '/') : null
}
