import { type BrowserWindow, Menu } from 'electron'
import { sendOwnWord, sendSpellingQuestion } from '../../ipc.ts'
import { fieldMenu } from './field-menu-template.ts'
import type { SpellingQuestions } from './spelling-questions.ts'

/**
 * Adds a context menu, because Electron has none. It offers spelling corrections and Paste to mouse users. `questions`: null where the
 * system checks spelling and suggests words by itself.
 */
export function attachFieldMenu(window: BrowserWindow, questions: SpellingQuestions | null): void {
  const { webContents } = window
  const replace = (word: string): void => webContents.replaceMisspelling(word)
  webContents.on('context-menu', (_event, context) => {
    const { misspelledWord, x, y } = context
    if (questions === null || misspelledWord === '') {
      const items = fieldMenu(context, { replace, learn: null })
      if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window })
      return
    }
    const learn = (word: string): void => sendOwnWord(webContents, word)
    void questions
      .ask(misspelledWord, (asked) => sendSpellingQuestion(webContents, asked))
      .then((suggestions) => {
        if (suggestions === null || window.isDestroyed()) return
        const items = fieldMenu({ ...context, dictionarySuggestions: [...suggestions] }, { replace, learn })
        // The pointer may have moved since.
        Menu.buildFromTemplate([...items]).popup({ window, x, y })
      })
  })
}
