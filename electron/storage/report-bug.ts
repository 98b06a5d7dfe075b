import { errorFactsOf } from './error-facts.ts'
import type { Log } from './log.ts'

/** Logs where the error came from without its message, which may quote a customer. Development also prints all of it. */
export function reportBug(event: string, error: unknown, log: Log, isPackaged: boolean): void {
  log(event, errorFactsOf(error))
  if (!isPackaged) process.stderr.write(`${event}: ${error instanceof Error ? error.stack : String(error)}\n`)
}
