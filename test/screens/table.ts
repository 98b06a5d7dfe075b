import type { TextLanguage } from '../../src/shared/language.ts'
import { DIALOGS } from './dialogs.ts'
import { INBOX } from './inbox.ts'
import { LATER } from './later.ts'
import { LOOKS } from './looks.ts'
import { OUTSIDE } from './outside.ts'
import { SETTINGS } from './settings.ts'
import type { Visitor } from './visitor.ts'

export type Size = { readonly width: number; readonly height: number }

export const USUAL: Size = { width: 1280, height: 800 }

export type Screen = {
  readonly name: string
  /** What is open before `show`: an account on a server, the demo, or nothing yet. */
  readonly from: 'account' | 'demo' | 'nothing'
  readonly show: (visitor: Visitor) => Promise<void>
  /** It changes the page: the next screen gets another window. */
  readonly isLast?: true
  /** The only size; all by default. */
  readonly size?: Size
  /** The only language; all by default. */
  readonly language?: TextLanguage
  readonly contrast?: 'more'
  readonly forcedColors?: 'active'
  /** False for a screen that is never the same twice, or much like another: every picture is in the repository. */
  readonly isCompared?: false
  /** Also compared in Electron. */
  readonly isInElectron?: true
}

/** What is on screen, in the order in which a user meets it. */
export const SCREENS: readonly Screen[] = [...OUTSIDE, ...INBOX, ...DIALOGS, ...SETTINGS, ...LOOKS, ...LATER]
