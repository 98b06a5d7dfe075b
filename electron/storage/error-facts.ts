import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { constants } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { errorNameOf, type StackFrame, stackFramesOf } from '../../src/shared/stack-frames.ts'

/** What the log may record of an error: its kind, its code and positions in our scripts. All come from closed sets and contain no text of the error. */
export type ErrorFacts = { readonly name: string; readonly where: string; readonly code?: string }

/** Stack frames per error in the log. */
const MAX_FRAMES = 8
/** The folder of the app's scripts, which contains the files of all our frames. */
const APP_FOLDER = fileURLToPath(new URL('..', import.meta.url))

/** The codes that may be logged: those of the system, and what Node, its fetch and Chromium report most. */
const CODES: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...['ENOTFOUND', 'EAI_AGAIN', 'ERR_ABORTED', 'ERR_FAILED', 'ERR_FILE_NOT_FOUND', 'ERR_INVALID_URL'],
  ...['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_MODULE_NOT_FOUND', 'ERR_OUT_OF_RANGE', 'MODULE_NOT_FOUND'],
  ...['ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_WRITE_AFTER_END', 'ERR_UNHANDLED_REJECTION'],
  ...['UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_SOCKET'],
])

/** Never throws, although a getter of an error may throw. */
export function errorFactsOf(error: unknown): ErrorFacts {
  try {
    if (!(error instanceof Error)) return { name: error === null ? 'null' : typeof error, where: '' }
    const code = 'code' in error ? error.code : undefined
    const isKnown = typeof code === 'string' && CODES.has(code)
    return { name: errorNameOf(error), where: placesIn(stackFramesOf(error)), ...(isKnown && { code }) }
  } catch {
    return { name: 'unknown', where: '' }
  }
}

/** The positions of the frames in our scripts and in Node, without repetitions. */
export function placesIn(frames: readonly StackFrame[]): string {
  const places = frames.map(placeOf)
  return places
    .filter((place, index) => place !== null && place !== places[index - 1])
    .slice(0, MAX_FRAMES)
    .join(' < ')
}

/** `main/main.cjs:12:3`, `node:fs`, or `node` for the internals of Node and Electron; null for any other frame. */
function placeOf({ file, line, column }: StackFrame): string | null {
  const builtin = /^node:(.+)$/.exec(file)?.[1]
  if (builtin !== undefined) return builtinModules.includes(builtin) ? `node:${builtin}` : 'node'
  const script = fileIn(file, APP_FOLDER) ?? fileIn(file, pathToFileURL(APP_FOLDER).href)
  return script === null ? null : `${script}:${line}:${column}`
}

/** The script's path below the app's folder, with slashes; null when no such file exists. */
function fileIn(file: string, folder: string): string | null {
  if (!file.startsWith(folder)) return null
  const path = file.slice(folder.length)
  return existsSync(join(APP_FOLDER, path)) ? path.replaceAll(sep, '/') : null
}
