import { join } from 'node:path'
import { app } from 'electron'

/** The path of a file in the profile. */
export function inUserData(name: string): string {
  return join(app.getPath('userData'), name)
}
