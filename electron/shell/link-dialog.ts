import { shell } from 'electron'
import { text } from '../strings/text.ts'
import { type LinkOpener, linkQuestion } from '../guards/links.ts'
import type { Ask } from './question.ts'

/** This is the only code that opens something outside the app. */
export function makeLinkOpener(ask: Ask): LinkOpener {
  return {
    confirm: async (link) =>
      (await ask({ ...linkQuestion(link), agree: text('link.open'), cancel: text('link.cancel') })) === 'yes',
    open: (href) => shell.openExternal(href),
  }
}
