import { readLocaleTag } from '../../src/shared/region/locale-tag.ts'
import type { SystemLocale } from '../../src/shared/region/regional-formats.ts'

type Sources = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** As Electron has it. On Windows and macOS it names the region of the formats; on Linux only the language of messages. */
  readonly systemTag: string
  /** A setting of macOS's, by its name. */
  readonly readFlag: (name: string) => boolean
}

/** How the system writes dates and numbers, independent of its language. Never throws: a value that names no locale counts as not set. */
export function readSystemLocale({ platform, env, systemTag, readFlag }: Sources): SystemLocale {
  const tag = readLocaleTag(systemTag) ?? 'en-US'
  if (platform === 'darwin') return { dates: tag, numbers: tag, clock: clockOf(readFlag) }
  if (platform === 'win32') return { dates: tag, numbers: tag, clock: null }
  return { dates: categoryOf('LC_TIME', env) ?? tag, numbers: categoryOf('LC_NUMERIC', env) ?? tag, clock: null }
}

/** POSIX: LC_ALL outdoes the category, and LANG serves where neither is set; an empty one is not set. */
function categoryOf(name: string, env: Sources['env']): string | null {
  return readLocaleTag([env['LC_ALL'], env[name], env['LANG']].find((value) => value !== undefined && value !== ''))
}

/** "24-hour time" in System Settings, which may go against the region's habit. */
function clockOf(readFlag: Sources['readFlag']): SystemLocale['clock'] {
  if (readFlag('AppleICUForce24HourTime')) return 'h23'
  return readFlag('AppleICUForce12HourTime') ? 'h12' : null
}
