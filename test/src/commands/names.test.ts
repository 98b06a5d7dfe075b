import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TextLanguage } from '../../../src/shared/language.ts'

beforeEach(() => vi.resetModules())
afterEach(() => vi.resetModules())

/** The registry of a window in a language: its texts are fixed when it is loaded. */
async function readCommands(language: TextLanguage) {
  const { setLanguage } = await import('../../../src/shared/language.ts')
  setLanguage(language)
  const { COMMANDS } = await import('../../../src/commands/registry.ts')
  const { GROUP_TITLES } = await import('../../../src/commands/command.ts')
  const { commandTerms } = await import('../../../src/palette/command-terms.ts')
  const { foldQuery, matchTerm } = await import('../../../src/palette/match.ts')
  return { COMMANDS, GROUP_TITLES, commandTerms, foldQuery, matchTerm }
}

describe('names', () => {
  it('have no English additions in English', async () => {
    const { COMMANDS } = await readCommands('en')
    const resolve = COMMANDS.find(({ id }) => id === 'resolve')
    expect([resolve?.title, resolve?.aliases]).toEqual(['Resolve', ['done', 'archive', 'finish']])
  })

  it('keep the English title and aliases as search words in German', async () => {
    const { COMMANDS, GROUP_TITLES } = await readCommands('de')
    const resolve = COMMANDS.find(({ id }) => id === 'resolve')
    expect(resolve?.title).toBe('Erledigen')
    expect(resolve?.aliases).toEqual(['fertig', 'archivieren', 'abschließen', 'Resolve', 'done', 'archive', 'finish'])
    const send = COMMANDS.find(({ id }) => id === 'send-and-resolve')
    expect(send?.whenClosing?.title).toBe('Senden und schließen')
    expect(send?.aliases).toEqual(expect.arrayContaining(['Send and resolve', 'Send and close']))
    expect(GROUP_TITLES.conversation).toBe('Unterhaltung')
  })

  it.each(['de', 'es', 'en-XA'] as const)('keep every English search word in %s', async (language) => {
    const english = (await readCommands('en')).COMMANDS
    vi.resetModules()
    const { COMMANDS } = await readCommands(language)
    expect(COMMANDS.map(({ id }) => id)).toEqual(english.map(({ id }) => id))
    for (const [index, { title, aliases = [] }] of COMMANDS.entries()) {
      const { title: englishTitle = '', aliases: englishAliases = [] } = english[index] ?? {}
      expect([title, ...aliases]).toEqual(expect.arrayContaining([englishTitle, ...englishAliases]))
    }
  })

  it('are found without umlauts and accents', async () => {
    const { COMMANDS, commandTerms, foldQuery, matchTerm } = await readCommands('de')
    const snooze = COMMANDS.find(({ id }) => id === 'snooze')
    const terms = snooze === undefined ? [] : commandTerms(snooze, snooze.title, snooze.title)
    for (const query of ['Zurückstellen', 'zuruckstellen', 'zurueckstellen', 'später', 'snooze'])
      expect(Math.max(...terms.map((term) => matchTerm(term, foldQuery(query)))), query).toBeGreaterThan(0)
  })
})
