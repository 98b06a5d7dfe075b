import type { Result } from './failure.ts'

export interface ReportBridge {
  /** Opens main's window with a report of this app's state, which the user may save. The page doesn't see it. */
  reportProblem(input: Record<string, never>): Promise<Result<null>>
}
