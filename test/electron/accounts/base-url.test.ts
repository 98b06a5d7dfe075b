import { describe, expect, it } from 'vitest'
import { checkBaseUrl } from '../../../electron/accounts/base-url.ts'

describe('checkBaseUrl', () => {
  it.each([
    ['https://api.agentclara.app', 'https://api.agentclara.app'],
    ['  https://api.agentclara.app/  ', 'https://api.agentclara.app'],
    ['HTTPS://API.AgentClara.App', 'https://api.agentclara.app'],
    ['https://api.example.com:443', 'https://api.example.com'],
    ['https://api.example.com:8443/', 'https://api.example.com:8443'],
    ['https://example.com/v1/', 'https://example.com/v1'],
    ['https://example.com/a/../v1//', 'https://example.com/v1'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://127.200.3.4:80/', 'http://127.200.3.4'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['http://LOCALHOST', 'http://localhost'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('normalizes %j to %j', (raw, baseUrl) => {
    expect(checkBaseUrl(raw)).toEqual({ ok: true, baseUrl })
  })

  it.each([
    ['', /Enter the server address/],
    ['   ', /Enter the server address/],
    ['api.example.com', /valid address/],
    ['//api.example.com', /valid address/],
    ['https://', /valid address/],
    ['https:// example.com', /valid address/],
    ['http://example.com', /Use https/],
    ['http://api.agentclara.app', /Use https/],
    ['http://192.168.1.10:4010', /Use https/],
    ['http://0.0.0.0:4010', /Use https/],
    ['http://127.0.0.1.evil.example', /Use https/],
    ['http://localhost.evil.example', /Use https/],
    ['http://evil-localhost', /Use https/],
    ['http://128.0.0.1', /Use https/],
    ['http://[::ffff:127.0.0.1]', /Use https/],
    ['http://[::2]', /Use https/],
    ['https://user@example.com', /user name/],
    ['https://user:word@example.com', /user name/],
    ['https://:word@example.com', /user name/],
    ['http://localhost@evil.example', /user name/],
    ['https://example.com?x=1', /Remove everything from/],
    ['https://example.com/?', /Remove everything from/],
    ['https://example.com/#a', /Remove everything from/],
    ['ftp://example.com', /starts with https/],
    ['ws://127.0.0.1', /starts with https/],
    ['file:///etc/passwd', /valid address/],
    ['javascript:alert(1)', /valid address/],
    ['localhost:4010', /valid address/],
  ])('refuses %j with a reason', (raw, why) => {
    const checked = checkBaseUrl(raw)
    expect(!checked.ok && checked.why).toMatch(why)
  })
})
