import { readLocaleTag } from '../../src/shared/region/locale-tag.ts'
import type { SystemLocale } from '../../src/shared/region/regional-formats.ts'

type Sources = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The result of `app.getSystemLocale()`. On Windows and macOS it is the locale of formats; on Linux it is the language of messages. */
  readonly systemTag: string
  /** Reads a setting of macOS by its name. */
  readonly readFlag: (name: string) => boolean
}

/** The system's formats for dates and numbers, independent of its language. Never throws: an invalid locale counts as not set. */
export function readSystemLocale({ platform, env, systemTag, readFlag }: Sources): SystemLocale {
  const tag = readLocaleTag(systemTag) ?? 'en-US'
  if (platform === 'darwin') return { dates: tag, numbers: tag, clock: clockOf(readFlag) }
  if (platform === 'win32') return { dates: tag, numbers: tag, clock: null }
  return { dates: categoryOf('LC_TIME', env) ?? tag, numbers: categoryOf('LC_NUMERIC', env) ?? tag, clock: null }
}

/** As in POSIX, LC_ALL overrides the category, and LANG is the fallback. An empty variable counts as not set. */
function categoryOf(name: string, env: Sources['env']): string | null {
  return readLocaleTag([env['LC_ALL'], env[name], env['LANG']].find((value) => value !== undefined && value !== ''))
}

/** "24-hour time" in System Settings, which overrides the region's default. */
function clockOf(readFlag: Sources['readFlag']): SystemLocale['clock'] {
  if (readFlag('AppleICUForce24HourTime')) return 'h23'
  return readFlag('AppleICUForce12HourTime') ? 'h12' : null
}
