import { describe, expect, it } from 'vitest'
import { nameProblem, suggestedName } from '../../../src/search-view/saved-search-words.ts'

describe('saved search name', () => {
  it.each([
    ['tag:vip is:waiting', 'tag:vip is:waiting'],
    ['  two\nlines ', 'two lines'],
    ['x'.repeat(300), 'x'.repeat(100)],
  ])('suggested for %j is %j', (text, name) => {
    expect(suggestedName(text)).toBe(name)
  })

  it.each([
    ['VIP', null],
    ['', 'Enter a name'],
    ['   ', 'Enter a name'],
    ['waiting', 'Another saved search has this name'],
    [' WAITING ', 'Another saved search has this name'],
  ])('%j has the problem %j', (name, problem) => {
    expect(nameProblem(name, [{ name: 'Waiting' }])).toBe(problem)
  })
})
