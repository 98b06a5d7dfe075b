import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { arrangeOpening, fits, momentOf, type Moment } from '../../../src/palette/opening.ts'

function idsOf(commands: readonly { readonly id: string }[]): readonly string[] {
  return commands.map(({ id }) => id)
}

describe('arrangeOpening', () => {
  it.each<[Moment, readonly string[]]>([
    ['one', ['reply', 'resolve', 'snooze', 'tags']],
    ['several', ['resolve', 'close', 'reopen', 'snooze', 'tags']],
    ['writing', ['send', 'send-and-resolve', 'snippets', 'reply']],
    ['none', []],
  ])('%s: starts with %j', (moment, ids) => {
    const { fitting } = arrangeOpening(COMMANDS, [], moment)
    expect(idsOf(fitting).slice(0, ids.length)).toEqual(ids)
    expect(moment === 'none' ? fitting.length : 1).toBe(moment === 'none' ? 0 : 1)
  })

  it('starts the rest with writing and going to places', () => {
    const { rest } = arrangeOpening(COMMANDS, [], 'none')
    expect(rest.slice(0, 2).map(({ group }) => group)).toEqual(['writing', 'go-to'])
    expect(rest[0]?.commands.some(({ id }) => id === 'new-conversation')).toBe(true)
  })

  it('lists recent commands first, a few of them, and nothing twice', () => {
    const { recent, fitting, rest } = arrangeOpening(COMMANDS, ['go-all', 'gone', 'resolve', 'tags', 'star'], 'one')
    expect(idsOf(recent)).toEqual(['go-all', 'resolve', 'tags'])
    const shown = [...recent, ...fitting, ...rest.flatMap(({ commands }) => commands)]
    expect(shown.length).toBe(COMMANDS.length)
    expect(new Set(shown).size).toBe(COMMANDS.length)
  })

  it('lists no empty group', () => {
    expect(arrangeOpening([], ['resolve'], 'one')).toEqual({ recent: [], fitting: [], rest: [] })
  })
})

describe('momentOf', () => {
  const part = (...conversationIds: string[]) => ({ workspace: { id: 'w', name: 'W' }, open: null, conversationIds })
  it.each<[Parameters<typeof momentOf>[0], Moment]>([
    [{ parts: [], isWriting: false }, 'none'],
    [{ parts: [part('a')], isWriting: false }, 'one'],
    [{ parts: [part('a')], isWriting: true }, 'writing'],
    [{ parts: [part('a', 'b')], isWriting: true }, 'several'],
    [{ parts: [part('a'), part('b')], isWriting: false }, 'several'],
  ])('%# is %s', (context, moment) => {
    expect(momentOf(context)).toBe(moment)
  })
})

it('fits says which commands act on what is open or selected', () => {
  const has = (id: string, moment: Moment): boolean => {
    const command = COMMANDS.find((each) => each.id === id)
    return command !== undefined && fits(command, moment)
  }
  expect([has('reply', 'one'), has('snooze', 'several'), has('copy-id', 'one'), has('send', 'writing')]).toEqual(
    Array.from({ length: 4 }, () => true),
  )
  expect([has('reply', 'none'), has('send', 'one'), has('go-inbox', 'one')]).toEqual([false, false, false])
})
