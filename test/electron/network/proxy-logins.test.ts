import { describe, expect, it } from 'vitest'
import {
  basicHeader,
  makeProxyLogins,
  offersBasic,
  type ProxyLogin,
  type ProxyLogins,
} from '../../../electron/network/proxy-logins.ts'

const ANNA = { name: 'anna', password: 'right' }
const WRONG = { name: 'anna', password: 'wrong' }

/** The login that the next attempt is made with. */
async function loginOf(logins: ProxyLogins, proxy: string): Promise<ProxyLogin | null> {
  let used: ProxyLogin | null = null
  await logins.attempt(proxy, async (login) => (used = login))
  return used
}

describe('the logins of proxies', () => {
  it('ask once for many connections', async () => {
    let changes = 0
    const logins = makeProxyLogins(() => (changes += 1))
    logins.asked('p:1', null)
    logins.asked('p:1', null)
    expect([logins.question(), changes]).toEqual([{ proxy: 'p:1', isWrong: false }, 1])
    expect(logins.answer('p:1', ANNA)).toBe(true)
    expect([logins.question(), await loginOf(logins, 'p:1'), await loginOf(logins, 'p:2')]).toEqual([null, ANNA, null])
  })

  it('try a new login with one connection, while the others wait', async () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    logins.answer('p:1', WRONG)
    const tried: unknown[] = []
    const refuse = async (login: ProxyLogin | null): Promise<void> => {
      tried.push(login)
      await new Promise((resolve) => setImmediate(resolve))
      logins.asked('p:1', login)
      throw new Error('407')
    }
    const attempts = [1, 2, 3].map(() => logins.attempt('p:1', refuse))
    expect((await Promise.allSettled(attempts)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
    expect(tried).toEqual([WRONG, null, null])
    expect(logins.question()).toEqual({ proxy: 'p:1', isWrong: true })
  })

  it('let every connection use an accepted login at once', async () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    logins.answer('p:1', ANNA)
    await loginOf(logins, 'p:1')
    let running = 0
    let most = 0
    const run = async (): Promise<void> => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
    }
    await Promise.all([logins.attempt('p:1', run), logins.attempt('p:1', run)])
    expect(most).toBe(2)
  })

  it('keep the new answer when a connection was refused with the old one', async () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    logins.answer('p:1', WRONG)
    logins.asked('p:1', WRONG)
    logins.answer('p:1', ANNA)
    logins.asked('p:1', WRONG)
    expect([logins.question(), await loginOf(logins, 'p:1')]).toEqual([null, ANNA])
  })

  it('keep nothing for a proxy that has not asked', async () => {
    const logins = makeProxyLogins(() => {})
    logins.asked('p:1', null)
    expect([logins.answer('evil:1', ANNA), await loginOf(logins, 'evil:1')]).toEqual([false, null])
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
