import { describe, expect, it } from 'vitest'
import { confirmPolicy } from '../../../electron/accounts/confirm-policy.ts'

const CONFIRMED = ['https://api.example.com', 'http://127.0.0.1:8787/v1', 'https://xn--mnchen-3ya.example:8443', '']

describe('confirmPolicy', () => {
  it.each([
    'https://api.example.com',
    'https://API.Example.COM/',
    ' https://api.example.com ',
    'https://api.example.com:443',
    'https://api.example.com/v2',
    'https://api%2eexample.com',
    'https://ａｐｉ.example.com',
    'https://api。example.com',
    'http://127.0.0.1:8787',
    'http://127.1:8787',
    'http://0x7f000001:8787',
    'http://127.0.0.1:08787',
    'https://münchen.example:8443',
    'https://MÜNCHEN.example:8443',
    'https://xn--mnchen-3ya.example:8443',
  ])('takes %s as confirmed', (address) => {
    expect(confirmPolicy(address, CONFIRMED)).toEqual({ is: 'confirmed' })
  })

  it.each([
    // Another name.
    ['https://example.com', 'example.com'],
    ['https://api.example.com.evil.example', 'api.example.com.evil.example'],
    ['https://xapi.example.com', 'xapi.example.com'],
    ['https://аpi.example.com', 'xn--pi-6kc.example.com'],
    ['https://api.example.com.', 'api.example.com.'],
    // Another port.
    ['https://api.example.com:8443', 'api.example.com:8443'],
    ['https://api.example.com:80', 'api.example.com:80'],
    ['https://münchen.example', 'xn--mnchen-3ya.example'],
    ['http://127.0.0.1:8788', 'http://127.0.0.1:8788'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    // Encrypted instead of not.
    ['https://127.0.0.1:8787', '127.0.0.1:8787'],
    // This computer under another name.
    ['http://127.0.0.2:8787', 'http://127.0.0.2:8787'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['http://[0:0:0:0:0:0:0:1]:8787', 'http://[::1]:8787'],
    ['https://[::ffff:127.0.0.1]:8787', '[::ffff:7f00:1]:8787'],
    ['https://192.168.0.1', '192.168.0.1'],
    ['https://3232235521', '192.168.0.1'],
    ['https://intranet', 'intranet'],
  ])('asks before it takes %s, as %s', (address, shown) => {
    expect(confirmPolicy(address, CONFIRMED)).toMatchObject({ is: 'unknown', host: { shown } })
  })

  it('does not take http for https', () => {
    expect(confirmPolicy('http://localhost:8787', ['https://localhost:8787'])).toMatchObject({ is: 'unknown' })
    expect(confirmPolicy('https://localhost:8787', ['http://localhost:8787'])).toMatchObject({ is: 'unknown' })
  })

  it.each(['localhost', '127.0.0.1', '127.9.9.9', '[::1]'])('says that http://%s is not encrypted', (host) => {
    expect(confirmPolicy(`http://${host}`, [])).toMatchObject({
      host: { shown: `http://${host}`, isThisComputer: true, isEncrypted: false },
    })
  })

  it.each([
    ...['localhost', 'localhost.', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.1', '0.0.0.0', '0'],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:127.255.0.1]', '[::ffff:0.0.0.0]'],
  ])('says that https://%s is this computer', (host) => {
    expect(confirmPolicy(`https://${host}`, [])).toMatchObject({ host: { isThisComputer: true, isEncrypted: true } })
  })

  it.each([
    ...['api.example.com', 'localhost.example.com', 'notlocalhost', '10.0.0.1', '128.0.0.1', '127.0.0.1.example.com'],
    ...['[::2]', '[fe80::1]', '[::ffff:128.0.0.1]', '[2001:db8::7f00:1]'],
  ])('does not say that https://%s is this computer', (host) => {
    expect(confirmPolicy(`https://${host}`, [])).toMatchObject({ host: { isThisComputer: false } })
  })

  it.each([
    ['https://user@api.example.com', /user name/],
    ['https://api.example.com:x@evil.example', /user name/],
    ['http://api.example.com', /Use https/],
    ['https://api.example.com?x', /\? or #/],
    ['ftp://api.example.com', /https/],
    ['', /Enter the server address/],
    [`https://${'a.'.repeat(200)}example.com`, /valid address/],
    [`https://${'a'.repeat(64)}.example.com`, /valid address/],
    ['https://api.example.com(confirmed).evil.example', /valid address/],
    ['https://"api.example.com".evil.example', /valid address/],
    ['https://-api.example.com', /valid address/],
    ['https://api..example.com', /valid address/],
    ['https://api.example.com:99999', /valid address/],
  ])('refuses %s without a question', (address, why) => {
    expect(confirmPolicy(address, CONFIRMED)).toEqual({ is: 'refused', why: expect.stringMatching(why) })
  })
})
