import { describe, expect, it } from 'vitest'
import { basicHeader, makeProxyLogins, offersBasic } from '../../../electron/network/proxy-logins.ts'

const ANNA = { name: 'anna', password: 'right' }
const WRONG = { name: 'anna', password: 'wrong' }

describe('the logins of proxies', () => {
  it('ask once for many connections', () => {
    let changes = 0
    const logins = makeProxyLogins(() => (changes += 1))
    logins.asked('p:1', null)
    logins.asked('p:1', null)
    expect([logins.question(), changes]).toEqual([{ proxy: 'p:1', isWrong: false }, 1])
    expect(logins.answer('p:1', ANNA)).toBe(true)
    expect([logins.question(), logins.of('p:1'), logins.of('p:2')]).toEqual([null, ANNA, null])
  })

  it('forget a wrong answer, so that it is tried once, and ask again', () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    logins.answer('p:1', WRONG)
    logins.asked('p:1', logins.of('p:1'))
    expect([logins.question(), logins.of('p:1')]).toEqual([{ proxy: 'p:1', isWrong: true }, null])
  })

  it('keep the new answer when a connection was refused with the old one', () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    logins.answer('p:1', WRONG)
    const tried = logins.of('p:1')
    logins.asked('p:1', tried)
    logins.answer('p:1', ANNA)
    logins.asked('p:1', tried)
    expect([logins.question(), logins.of('p:1')]).toEqual([null, ANNA])
  })

  it('keep nothing for a proxy that has not asked', () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    expect([logins.answer('evil:1', ANNA), logins.of('evil:1')]).toEqual([false, null])
  })
})

it('basicHeader is UTF-8 in base64', () => {
  expect(basicHeader({ name: 'änna', password: 'a:ß' })).toBe(
    `Basic ${Buffer.from('änna:a:ß', 'utf8').toString('base64')}`,
  )
})

it.each([
  ['Basic realm="x"', true],
  ['NTLM, basic', true],
  ['Negotiate, Basic realm="x, y"', true],
  [['NTLM', 'Basic'], true],
  ['NTLM', false],
  ['Digest realm="basic"', false],
  [undefined, false],
])('offersBasic of %j is %s', (header, expected) => expect(offersBasic(header)).toBe(expected))
