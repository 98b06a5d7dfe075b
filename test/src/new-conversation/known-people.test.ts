import { describe, expect, it } from 'vitest'
import { findPeople, findPerson, peopleIn, startChannel } from '../../../src/new-conversation/known-people.ts'

const CONTACTS = [
  {
    channel: 'whatsapp',
    customerName: 'Ana Souza',
    customerPhone: '+55 11 91234-5678',
    customerEmail: 'ana@example.com',
    activityAt: 5,
  },
  {
    channel: 'sms',
    customerName: 'Diana Prince',
    customerPhone: '+44 7911 123456',
    customerEmail: null,
    activityAt: 9,
  },
  {
    channel: 'email',
    customerName: 'José Ánaya',
    customerPhone: '+34 600 111 222',
    customerEmail: 'jose@anaya.es',
    activityAt: 7,
  },
  {
    channel: 'instagram',
    customerName: null,
    customerPhone: '+1 555 123 4567',
    customerEmail: 'nobody@ana.org',
    activityAt: 1,
  },
]
const PEOPLE = peopleIn(CONTACTS)
const shown = (typed: string): readonly string[] =>
  findPeople(PEOPLE, typed).map(({ name, address }) => `${name ?? ''} ${address}`)

describe('findPeople', () => {
  it.each<[string, readonly string[]]>([
    ['a', []],
    ['souza an', ['Ana Souza +55 11 91234-5678', 'Ana Souza ana@example.com']],
    // The address that the customer uses comes first.
    ['ánaya', ['José Ánaya jose@anaya.es', 'José Ánaya +34 600 111 222']],
    ['+44', ['Diana Prince +44 7911 123456']],
    ['07911', ['Diana Prince +44 7911 123456']],
    ['(555) 123', [' +1 555 123 4567']],
    ['zzz', []],
    ['\u202a+44\u202c', ['Diana Prince +44 7911 123456']],
    ['+۴۴', ['Diana Prince +44 7911 123456']],
    ['+55 (11) 9', ['Ana Souza +55 11 91234-5678']],
    ['+44 7911 123456', []],
    ['NOBODY@', [' nobody@ana.org']],
    ['example.c', ['Ana Souza ana@example.com']],
    ['ana@example.com', []],
    ['\u200bana@example.com', []],
  ])('finds people for %j', (typed, people) => {
    expect(shown(typed)).toEqual(people)
  })

  it('lists the whole number first when a longer number begins with it', () => {
    const own = { channel: 'sms', customerName: 'Ana', customerPhone: '+49 30 123456', customerEmail: null }
    const longer = { channel: 'sms', customerName: 'Bob', customerPhone: '+49 30 1234567', customerEmail: null }
    const people = peopleIn([
      { ...own, activityAt: 1 },
      { ...longer, activityAt: 9 },
    ])
    expect(findPeople(people, '+49 30 123456').map(({ name }) => name)).toEqual(['Ana', 'Bob'])
  })

  it('leaves out senders without an address', () => {
    const people = peopleIn([
      { channel: 'sms', customerName: 'Shop', customerPhone: 'SHOP', customerEmail: null, activityAt: 1 },
      {
        channel: 'email',
        customerName: 'Sho Ito',
        customerPhone: null,
        customerEmail: 'sho@example.com',
        activityAt: 2,
      },
    ])
    expect(findPeople(people, 'sho').map(({ name }) => name)).toEqual(['Sho Ito'])
    expect(findPerson(people, 'Sho')).toBeNull()
  })

  it('merges one address into one person with the latest name', () => {
    const more = [
      { ...CONTACTS[0], channel: 'sms', customerName: 'Ana S.', customerPhone: '5511912345678', activityAt: 8 },
      { ...CONTACTS[0], channel: 'sms', customerName: null, customerPhone: '+5511912345678', activityAt: 10 },
    ] as typeof CONTACTS
    const people = peopleIn([...CONTACTS, ...more])
    expect(people.size).toBe(PEOPLE.size)
    expect(findPeople(people, '+55119')).toMatchObject([
      { name: 'Ana S.', address: '+5511912345678', channel: 'sms', lastAt: 10 },
    ])
  })

  it('returns at most six people', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      channel: 'sms',
      customerName: `Ana ${index}`,
      customerPhone: `+1${index}000000`,
      customerEmail: null,
      activityAt: index,
    }))
    expect(findPeople(peopleIn(many), 'ana').map(({ name }) => name)).toEqual(
      [39, 38, 37, 36, 35, 34].map((index) => `Ana ${index}`),
    )
  })
})

it('findPerson knows the whole address in any spelling', () => {
  expect(findPerson(PEOPLE, '0044 7911 123456')?.name).toBe('Diana Prince')
  expect(findPerson(PEOPLE, 'ANA@example.com')?.name).toBe('Ana Souza')
  expect(findPerson(PEOPLE, '+44 7911')).toBeNull()
})

it.each([
  ['phone', 'whatsapp', 'whatsapp'],
  ['phone', 'sms', 'sms'],
  ['phone', 'voice', 'sms'],
  ['phone', 'instagram', 'sms'],
  ['phone', 'email', 'sms'],
  ['email', 'email', 'email'],
  ['email', 'sms', 'email'],
  ['phone', 'telegram', 'sms'],
] as const)('a conversation with a %s used on %s starts on %s', (kind, channel, started) => {
  expect(startChannel({ kind, channel })).toBe(started)
})
