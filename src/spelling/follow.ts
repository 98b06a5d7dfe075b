import { liveQuery } from 'dexie'
import type { Database } from '../db/database.ts'
import { addOwnWord, listOwnWords } from '../db/own-words.ts'
import { readWritingSettings, type WritingSettings } from '../db/writing-settings.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents } from '../shared/bridge-events.ts'
import { currentLanguage } from '../shared/language.ts'
import { systemLocale } from '../shared/region/locale.ts'
import { checkedWords } from './checked-words.ts'
import { chooseDictionary, type DictionaryChoice } from './choose-dictionary.ts'
import { fieldOf, isTextField, recheckFields } from './fields.ts'
import { makeSpelling, type SpellingWorker } from './spelling.ts'
import type { FromWorker } from './protocol.ts'

type Options = {
  readonly db: Database
  readonly bridge: Bridge & BridgeEvents
  readonly document: Document
  readonly startWorker: (onMessage: (message: FromWorker) => void, onFailure: () => void) => SpellingWorker
}

/**
 * Checks the text fields of an open workspace, for systems without dictionaries of their own. Nothing is started before a text field has
 * the focus. Returns the function that ends it.
 */
export function followSpelling({ db, bridge, document, startWorker }: Options): () => void {
  let settings: WritingSettings | null = null
  /** Of the last check. */
  let current: DictionaryChoice | null = null
  let isProvided = false
  let isStopped = false
  const recheck = (): void => recheckFields(document)
  const spelling = makeSpelling({ startWorker, onChange: recheck })

  async function choose(): Promise<DictionaryChoice | null> {
    settings ??= await readWritingSettings(db)
    const { text, conversationId } = fieldOf(document.activeElement)
    const row = conversationId === null ? undefined : await db.conversations.get(conversationId)
    return chooseDictionary({
      ...{ settings, text, hint: row?.newest?.words ?? row?.lastMessage ?? '' },
      ...{ appLanguage: currentLanguage(), systemLocale: systemLocale().dates },
    })
  }

  async function check(words: readonly string[]): Promise<readonly string[]> {
    if (isStopped) return []
    try {
      const before = current
      current = await choose()
      // The words that Chromium does not ask about now were checked with the other dictionary.
      if (before !== null && before.dictionary !== current?.dictionary) setTimeout(recheck)
      if (current === null) return []
      const asked = checkedWords(words, fieldOf(document.activeElement).text)
      return asked.length === 0 ? [] : await spelling.check(current.dictionary, current.isCertain, asked)
    } catch {
      // A database that just closed. A word that is not checked is not marked.
      return []
    }
  }

  async function answer({ question, word }: { readonly question: number; readonly word: string }): Promise<void> {
    const suggestions = current === null ? [] : await spelling.suggest(current.dictionary, word)
    if (!isStopped) await bridge.answerSpelling({ question, suggestions })
  }

  function provide(target: EventTarget | null): void {
    if (isProvided || !isTextField(target)) return
    isProvided = true
    bridge.provideSpelling(check)
  }

  const onFocus = (event: FocusEvent): void => provide(event.target)
  document.addEventListener('focusin', onFocus)
  provide(document.activeElement)
  const ignore = (): void => {}
  const watched = [
    liveQuery(() => listOwnWords(db)).subscribe((words) => spelling.setOwnWords(words), ignore),
    liveQuery(() => readWritingSettings(db)).subscribe((read) => {
      settings = read
      recheck()
    }, ignore),
  ]
  const stops = [
    bridge.onSpellingQuestion((asked) => void answer(asked)),
    bridge.onOwnWord((word) => void addOwnWord(db, word).catch(ignore)),
  ]
  return () => {
    isStopped = true
    document.removeEventListener('focusin', onFocus)
    for (const one of watched) one.unsubscribe()
    for (const stop of stops) stop()
    spelling.stop()
  }
}
