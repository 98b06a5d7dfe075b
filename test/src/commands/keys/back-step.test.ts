import { describe, expect, it } from 'vitest'
import { type BackFacts, type BackStep, backStep } from '../../../../src/commands/keys/back-step.ts'

const LIST: BackFacts = {
  screen: 'inbox',
  isRun: false,
  isSearching: false,
  hasPicked: false,
  focus: 'list',
  hasList: true,
  isListHidden: false,
  isCustomerCovering: false,
}

describe('backStep', () => {
  it.each<[what: string, facts: Partial<BackFacts>, step: BackStep]>([
    ['in the list clears the selection', {}, 'select-none'],
    ['in the list first clears the picked rows', { hasPicked: true }, 'pick-none'],
    ['in a field goes to the list', { focus: 'field' }, 'focus-list'],
    ['on a button goes to the list', { focus: 'elsewhere' }, 'focus-list'],
    ['leaves the outbox', { screen: 'outbox' }, 'leave-outbox'],
    ['leaves focus mode', { isRun: true, focus: 'elsewhere' }, 'end-run'],
    ['in a field of focus mode leaves the field', { isRun: true, focus: 'field' }, 'focus-list'],
    ['in the results of a search ends it', { isSearching: true }, 'end-search'],
    ['in the results clears the picked rows', { isSearching: true, hasPicked: true }, 'pick-none'],
    ['in the search field ends the search', { isSearching: true, focus: 'search' }, 'end-search'],
    ['on a hint ends the search', { isSearching: true, focus: 'search', hasList: false }, 'end-search'],
    ['in the thread goes to the results', { isSearching: true, focus: 'elsewhere' }, 'focus-list'],
    [
      'in the thread ends a search without results',
      { isSearching: true, focus: 'field', hasList: false },
      'end-search',
    ],
    ['goes from the thread of a narrow window to the list', { isListHidden: true, focus: 'nothing' }, 'focus-list'],
    ['goes to the list before it clears the picked rows', { isListHidden: true, hasPicked: true }, 'focus-list'],
    ['goes to the results before it ends the search', { isListHidden: true, isSearching: true }, 'focus-list'],
    ['leaves focus mode of a narrow window', { isListHidden: true, isRun: true, focus: 'elsewhere' }, 'end-run'],
    ['first closes the customer panel over the thread', { isCustomerCovering: true, focus: 'field' }, 'close-customer'],
    [
      'closes the customer panel before it leaves focus mode',
      { isCustomerCovering: true, isRun: true },
      'close-customer',
    ],
    ['leaves the outbox first', { isCustomerCovering: true, screen: 'outbox' }, 'leave-outbox'],
    ['on nothing ends a search without results', { isSearching: true, focus: 'nothing', hasList: false }, 'end-search'],
  ])('%s', (_, facts, step) => {
    expect(backStep({ ...LIST, ...facts })).toBe(step)
  })
})
