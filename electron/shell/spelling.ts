import type { Session } from 'electron'

/** macOS has its own dictionaries. On other systems, Chromium would download them from a third-party server. */
export function hasDictionaries(platform: string): boolean {
  return platform === 'darwin'
}

/** A second defence beside the window's preference: without a language, Chromium has no dictionary to download. */
export function keepDictionariesOut(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>,
  platform: string,
): void {
  if (hasDictionaries(platform)) return
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}
