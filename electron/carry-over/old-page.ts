import { z } from 'zod'
import type { CarriedPart } from '../../src/shared/carry-over.ts'

/** A page that nobody sees. */
export interface HiddenPage {
  /** Runs a script in the page. Rejects when it throws, when the page is gone and when it takes too long. */
  run(script: string): Promise<unknown>
  close(): void
}

export type OldDatabase = {
  readonly databaseName: string
  readonly version: number
  readonly nextSeq: number
  readonly parts: readonly CarriedPart[]
}

export type OldData = {
  readonly databases: readonly OldDatabase[]
  readonly settings: Readonly<Record<string, string>>
  readonly isUnreadable: boolean
}

/** What src/carry-over/old-page.ts answers. Rows pass as they are. */
const found = z.object({
  databases: z.array(z.object({ databaseName: z.string(), version: z.number(), nextSeq: z.number() })),
  settings: z.record(z.string(), z.string()),
  isUnreadable: z.boolean(),
})
const part = z.object({ databaseName: z.string(), table: z.string(), rows: z.array(z.unknown()) }).nullable()

/** Reads everything through the page, which is closed afterwards. Rejects when any of it cannot be read. */
export async function readOldData(page: HiddenPage, unwanted: readonly string[]): Promise<OldData> {
  try {
    const { databases, settings, isUnreadable } = found.parse(
      await page.run(`carryOver.begin(${JSON.stringify(unwanted)})`),
    )
    const parts = new Map<string, CarriedPart[]>(databases.map(({ databaseName }) => [databaseName, []]))
    for (;;) {
      const next = part.parse(await page.run('carryOver.next()'))
      if (next === null) break
      parts.get(next.databaseName)?.push({ table: next.table, rows: next.rows })
    }
    return {
      databases: databases.map((database) => ({ ...database, parts: parts.get(database.databaseName) ?? [] })),
      settings,
      isUnreadable,
    }
  } finally {
    page.close()
  }
}
