import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const NOBODY = 65_534

/** Runs work as a user who is bound by modes: a test in a container runs as root, whom no mode stops. The folder becomes the user's. */
export async function asPlainUser(folder: string, work: () => void | Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0 || process.seteuid === undefined) return await work()
  chownSync(folder, NOBODY, NOBODY)
  for (const name of readdirSync(folder, { recursive: true }) as string[]) chownSync(join(folder, name), NOBODY, NOBODY)
  process.seteuid(NOBODY)
  try {
    await work()
  } finally {
    process.seteuid(0)
  }
}
