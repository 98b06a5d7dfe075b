import { describe, expect, it } from 'vitest'
import { findPeople, type KnownPeople, withContacts } from '../../../src/new-conversation/known-people.ts'

const NOBODY: KnownPeople = new Map()
const CONTACTS = [
  { name: 'Ana Souza', phone: '+55 11 91234-5678', email: 'ana@example.com', lastAt: 5 },
  { name: 'Diana Prince', phone: '+44 7911 123456', email: null, lastAt: 9 },
  { name: 'José Ánaya', phone: '+34 600 111 222', email: 'jose@anaya.es', lastAt: 7 },
  { name: null, phone: '+1 555 123 4567', email: 'nobody@ana.org', lastAt: 1 },
]
const BY_PHONE = withContacts(NOBODY, CONTACTS, 'phone')
const BY_EMAIL = withContacts(NOBODY, CONTACTS, 'email')

describe('looking for somebody to write to', () => {
  it.each<[string, readonly (string | null)[]]>([
    ['a', []],
    ['an', ['Ana Souza', 'José Ánaya', 'Diana Prince']],
    ['ana', ['Ana Souza', 'José Ánaya', 'Diana Prince']],
    ['ánaya', ['José Ánaya']],
    ['souza an', ['Ana Souza']],
    ['+44', ['Diana Prince']],
    ['07911', ['Diana Prince']],
    ['555', [null]],
    ['(555) 123', [null]],
    ['12345', ['Diana Prince', 'Ana Souza', null]],
    ['zzz', []],
    ['+44 7911 123456', []],
  ])('by phone, %j', (typed, names) => {
    expect(findPeople(BY_PHONE, typed, 'phone').map(({ name }) => name)).toEqual(names)
  })

  it.each<[string, readonly string[]]>([
    ['ana', ['ana@example.com', 'jose@anaya.es', 'nobody@ana.org']],
    ['NOBODY@', ['nobody@ana.org']],
    ['example.c', ['ana@example.com']],
    ['ana@example.com', []],
    ['diana', []],
  ])('by email, %j', (typed, addresses) => {
    expect(findPeople(BY_EMAIL, typed, 'email').map(({ address }) => address)).toEqual(addresses)
  })

  it('one address is one person, as they were called last', () => {
    const more = [
      { name: 'Ana S.', phone: '5511912345678', email: null, lastAt: 8 },
      { name: null, phone: '+5511912345678', email: null, lastAt: 10 },
    ]
    const people = withContacts(BY_PHONE, more, 'phone')
    expect(people.size).toBe(BY_PHONE.size)
    expect(findPeople(people, 'ana s', 'phone')).toMatchObject([
      { name: 'Ana S.', address: '+5511912345678', lastAt: 10 },
    ])
  })

  it('shows six at most', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...CONTACTS[0],
      name: `Ana ${index}`,
      phone: `+1${index}000000`,
      email: null,
      lastAt: index,
    }))
    expect(findPeople(withContacts(NOBODY, many, 'phone'), 'ana', 'phone').map(({ name }) => name)).toEqual(
      [39, 38, 37, 36, 35, 34].map((index) => `Ana ${index}`),
    )
  })
})
