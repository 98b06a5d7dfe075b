/** A position in a script. It comes from the engine, not from the text of `stack`. */
export type StackFrame = { readonly file: string; readonly line: number; readonly column: number }

/** V8's description of a frame. */
type CallSite = {
  /** `f (app.js:1:2)` */
  toString(): string
  getFileName(): string | null | undefined
  getLineNumber(): number | null
  getColumnNumber(): number | null
}
type Formatter = (error: unknown, sites: readonly CallSite[]) => unknown

/** Frames recorded per error. V8 collects ten by default; another limit must not fill the memory. */
const MAX_RECORDED_FRAMES = 50
/** The names that may be logged. Any other `name` may contain private text. */
export const ERROR_NAMES = [
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['AbortError', 'AssertionError', 'ConstraintError', 'DataCloneError', 'DataError', 'DatabaseClosedError'],
  ...['DexieError', 'EncodingError', 'FetchError', 'InvalidStateError', 'NetworkError', 'NotAllowedError'],
  ...['NotFoundError', 'NotSupportedError', 'OperationError', 'QuotaExceededError', 'ReadOnlyError', 'SecurityError'],
  ...['TimeoutError', 'TransactionInactiveError', 'UnknownError', 'VersionError', 'ZodError'],
] as const

const recorded = new WeakMap<object, readonly StackFrame[]>()
const names: ReadonlySet<string> = new Set(ERROR_NAMES)

/**
 * Records where each error was made. The text of `stack` begins with the message, which may contain lines that look like frames,
 * and the message may have changed since. So the text doesn't show which lines are frames. Call this before anything else.
 */
export function recordStackFrames(): void {
  const engine = Error as unknown as { prepareStackTrace?: Formatter }
  const previous = engine.prepareStackTrace
  engine.prepareStackTrace = (error, sites) => {
    if (typeof error === 'object' && error !== null)
      recorded.set(error, sites.slice(0, MAX_RECORDED_FRAMES).map(toFrame))
    try {
      if (typeof previous === 'function') return previous.call(Error, error, sites)
    } catch {
      // A getter of the error threw.
    }
    return formatStack(error, sites)
  }
}

/** Empty for an error that was made before `recordStackFrames`, in another realm, or by a clone. May throw, as getters may. */
export function stackFramesOf(error: Error): readonly StackFrame[] {
  // V8 calls prepareStackTrace at the first access.
  void error.stack
  return recorded.get(error) ?? []
}

/** The error's name if it is in the list, otherwise `Error`. May throw, as getters may. */
export function errorNameOf(error: Error): string {
  const name: unknown = error.name
  return typeof name === 'string' && names.has(name) ? name : 'Error'
}

function toFrame(site: CallSite): StackFrame {
  return { file: site.getFileName() ?? '', line: site.getLineNumber() ?? 0, column: site.getColumnNumber() ?? 0 }
}

/** What V8 would write. */
function formatStack(error: unknown, sites: readonly CallSite[]): string {
  return [headOf(error), ...sites.map((site) => `    at ${site.toString()}`)].join('\n')
}

function headOf(error: unknown): string {
  try {
    return Error.prototype.toString.call(error)
  } catch {
    return '<error>'
  }
}
