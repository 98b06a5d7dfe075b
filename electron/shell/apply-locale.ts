import { app, systemPreferences } from 'electron'
import { setSystemLocale } from '../../src/shared/region/locale.ts'
import type { SystemLocale } from '../../src/shared/region/regional-formats.ts'
import { readSystemLocale } from './system-locale.ts'

/** Reads how the system writes dates and numbers, for this process and for the window that is told. Only once the app is ready. */
export function applySystemLocale(): SystemLocale {
  const { platform, env } = process
  const readFlag = (name: string): boolean => systemPreferences.getUserDefault(name, 'boolean')
  const locale = readSystemLocale({ platform, env, systemTag: app.getSystemLocale(), readFlag })
  setSystemLocale(locale)
  return locale
}
