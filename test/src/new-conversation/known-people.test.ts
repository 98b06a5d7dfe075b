import { describe, expect, it } from 'vitest'
import { findPeople, type KnownPeople, withContacts } from '../../../src/new-conversation/known-people.ts'

const NOBODY: KnownPeople = new Map()
const CONTACTS = [
  { customerName: 'Ana Souza', customerPhone: '+55 11 91234-5678', customerEmail: 'ana@example.com', activityAt: 5 },
  { customerName: 'Diana Prince', customerPhone: '+44 7911 123456', customerEmail: null, activityAt: 9 },
  { customerName: 'José Ánaya', customerPhone: '+34 600 111 222', customerEmail: 'jose@anaya.es', activityAt: 7 },
  { customerName: null, customerPhone: '+1 555 123 4567', customerEmail: 'nobody@ana.org', activityAt: 1 },
]
const BY_PHONE = withContacts(NOBODY, CONTACTS, 'phone')
const BY_EMAIL = withContacts(NOBODY, CONTACTS, 'email')

describe('findPeople', () => {
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
    ['\u202a+44\u202c', ['Diana Prince']],
    ['+۴۴', ['Diana Prince']],
    ['٠٧٩١١', ['Diana Prince']],
    ['+55 (11) 9', ['Ana Souza']],
    ['\u200e+44 7911 123456', []],
    ['+44 7911 123456', []],
  ])('finds people by phone for %j', (typed, names) => {
    expect(findPeople(BY_PHONE, typed, 'phone').map(({ name }) => name)).toEqual(names)
  })

  it.each<[string, readonly string[]]>([
    ['ana', ['ana@example.com', 'jose@anaya.es', 'nobody@ana.org']],
    ['NOBODY@', ['nobody@ana.org']],
    ['example.c', ['ana@example.com']],
    ['ana@example.com', []],
    ['diana', []],
    ['\u200bana@example.com', []],
  ])('finds people by email for %j', (typed, addresses) => {
    expect(findPeople(BY_EMAIL, typed, 'email').map(({ address }) => address)).toEqual(addresses)
  })

  it('merges one address into one person with the latest name', () => {
    const more = [
      { customerName: 'Ana S.', customerPhone: '5511912345678', customerEmail: null, activityAt: 8 },
      { customerName: null, customerPhone: '+5511912345678', customerEmail: null, activityAt: 10 },
    ]
    const people = withContacts(BY_PHONE, more, 'phone')
    expect(people.size).toBe(BY_PHONE.size)
    expect(findPeople(people, 'ana s', 'phone')).toMatchObject([
      { name: 'Ana S.', address: '+5511912345678', lastAt: 10 },
    ])
  })

  it('returns at most six people', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...CONTACTS[0],
      customerName: `Ana ${index}`,
      customerPhone: `+1${index}000000`,
      customerEmail: null,
      activityAt: index,
    }))
    expect(findPeople(withContacts(NOBODY, many, 'phone'), 'ana', 'phone').map(({ name }) => name)).toEqual(
      [39, 38, 37, 36, 35, 34].map((index) => `Ana ${index}`),
    )
  })
})
