import { app, systemPreferences } from 'electron'
import { setSystemLocale } from '../../src/shared/region/locale.ts'
import type { SystemLocale } from '../../src/shared/region/regional-formats.ts'
import { readSystemLocale } from './system-locale.ts'

/** Reads the system's formats for dates and numbers and applies them in this process. Call it after the app is ready. */
export function applySystemLocale(): SystemLocale {
  const { platform, env } = process
  const readFlag = (name: string): boolean => systemPreferences.getUserDefault(name, 'boolean')
  const locale = readSystemLocale({ platform, env, systemTag: app.getSystemLocale(), readFlag })
  setSystemLocale(locale)
  return locale
}
