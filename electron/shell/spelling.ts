import type { Session } from 'electron'

/** macOS brings dictionaries of its own. Everywhere else Chromium would fetch them from a third party's server, unasked. */
export function hasDictionaries(platform: string): boolean {
  return platform === 'darwin'
}

/** A second lock beside the window's: without a language there is nothing to fetch, whatever a page or a later window asks for. */
export function keepDictionariesOut(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>,
  platform: string,
): void {
  if (hasDictionaries(platform)) return
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}
