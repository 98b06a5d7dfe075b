import { expect, it } from 'vitest'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { nearIds } from '../../../src/thread/near-threads.ts'

const INBOX = { name: 'inbox', channel: null } as const
const listed = listingOf(INBOX, ['a', 'b', 'c'], 5)
const all = listingOf(INBOX, ['shop/a', 'shop/b/1', 'office/c'])

it.each([
  ['the next one first', 'b', ['c', 'a']],
  ['only the next at the top', 'a', ['b']],
  ['none beyond what is loaded', 'c', ['b']],
  ['none when the row is not listed', 'x', []],
] as const)('%s', (_, key, near) => expect(nearIds(listed, key, null)).toEqual(near))

it.each([
  ['the id within its workspace', 'shop/a', 'shop', ['b/1']],
  ['no row of another workspace', 'shop/b/1', 'shop', ['a']],
  ['nothing when all neighbours are elsewhere', 'office/c', 'office', []],
] as const)('in All inboxes: %s', (_, key, acting, near) => expect(nearIds(all, key, acting)).toEqual(near))
