import { expect, it } from 'vitest'
import type { KnownPerson } from '../../../src/new-conversation/known-people.ts'
import { nextPeople, type ShownPeople } from '../../../src/new-conversation/steady-people.ts'

function person(name: string): KnownPerson {
  return { name, foldedName: name, address: `${name}@example.com`, kind: 'email', channel: 'email', lastAt: 1 }
}
const [ana, anabel, anatol] = [person('ana'), person('anabel'), person('anatol')]
const BEFORE: ShownPeople = { typed: 'ana', people: [ana, anabel] }

it.each([
  ['the best first for a new text', 'anat', [anatol], true, ['anatol']],
  [
    'the best first while the user cannot have read the list',
    'ana',
    [anatol, ana, anabel],
    false,
    ['anatol', 'ana', 'anabel'],
  ],
  ['what is found late at the end', 'ana', [anatol, ana, anabel], true, ['ana', 'anabel', 'anatol']],
  ['who was shown, also when better matches were found late', 'ana', [anatol, ana], true, ['ana', 'anabel']],
])('shows %s', (_, typed, people, isLate, names) => {
  expect(nextPeople(BEFORE, { typed, people, isLate }).people.map(({ name }) => name)).toEqual(names)
})

it('shows what is found first, however late', () => {
  expect(nextPeople(null, { typed: 'ana', people: [ana], isLate: true }).people).toEqual([ana])
  expect(nextPeople({ typed: 'ana', people: [] }, { typed: 'ana', people: [ana], isLate: true }).people).toEqual([ana])
})
