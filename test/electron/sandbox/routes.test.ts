import { describe, expect, it } from 'vitest'
import { createSandboxApp } from './sandbox-app.ts'

const JOHN = '/conversations/conv_abc123'

describe('the routes of the sandbox', () => {
  it.each([
    ['GET', '/conversations?limit=0', undefined, 400, 'Invalid value for limit: must be a whole number, from 1 to 100'],
    [
      'GET',
      '/conversations?limit=101',
      undefined,
      400,
      'Invalid value for limit: must be a whole number, from 1 to 100',
    ],
    [
      'GET',
      '/conversations?limit=-1',
      undefined,
      400,
      'Invalid value for limit: must be a whole number, from 1 to 100',
    ],
    [
      'GET',
      '/conversations?limit=2.5',
      undefined,
      400,
      'Invalid value for limit: must be a whole number, from 1 to 100',
    ],
    [
      'GET',
      '/conversations?limit=ten',
      undefined,
      400,
      'Invalid value for limit: must be a whole number, from 1 to 100',
    ],
    ['GET', '/conversations?limit=', undefined, 400, 'Invalid value for limit: must be a whole number, from 1 to 100'],
    ['GET', '/conversations?offset=-1', undefined, 400, 'Invalid value for offset: must be a whole number, 0 or more'],
    [
      'GET',
      '/conversations?status=done',
      undefined,
      400,
      'Invalid value for status: must be one of open, resolved, closed',
    ],
    [
      'GET',
      '/conversations?channel=fax',
      undefined,
      400,
      'Invalid value for channel: must be one of sms, email, whatsapp, instagram, facebook, voice',
    ],
    ['GET', '/conversations/conv_nobody', undefined, 404, 'Conversation not found'],
    ['POST', '/conversations', { channel: 'sms' }, 400, 'Missing required field: customer_phone'],
    [
      'POST',
      '/conversations',
      { channel: 'sms', customer_email: 'a@example.com' },
      400,
      'Missing required field: customer_phone',
    ],
    ['POST', '/conversations', { channel: 'sms', customer_phone: '' }, 400, 'Missing required field: customer_phone'],
    ['POST', '/conversations', { channel: 'sms', customer_phone: null }, 400, 'Missing required field: customer_phone'],
    ['POST', '/conversations', { channel: 'voice' }, 400, 'Missing required field: customer_phone'],
    [
      'POST',
      '/conversations',
      { channel: 'email', customer_phone: '+15551234567' },
      400,
      'Missing required field: customer_email',
    ],
    ['POST', '/conversations', { customer_phone: '+15551234567' }, 400, 'Missing required field: channel'],
    [
      'POST',
      '/conversations',
      { channel: 'fax' },
      400,
      'Invalid value for channel: must be one of sms, email, whatsapp, instagram, facebook, voice',
    ],
    [
      'POST',
      '/conversations',
      { channel: 'sms', customer_phone: 15551234567 },
      400,
      'Invalid value for customer_phone: must be a string',
    ],
    [
      'POST',
      '/conversations',
      { channel: 'instagram', customer_name: ['A'] },
      400,
      'Invalid value for customer_name: must be a string',
    ],
    [
      'POST',
      '/conversations',
      { channel: 'instagram', message: 5 },
      400,
      'Invalid value for message: must be a string',
    ],
    ['POST', '/conversations', '{"channel": "sms", ', 400, 'Malformed JSON in request body'],
    ['POST', '/conversations', '["sms"]', 400, 'Request body must be a JSON object'],
    ['POST', '/conversations', '', 400, 'Request body must be a JSON object'],
    ['POST', `${JOHN}/messages`, {}, 400, 'Missing required field: content'],
    ['POST', `${JOHN}/messages`, { content: '' }, 400, 'Missing required field: content'],
    ['POST', `${JOHN}/messages`, { content: ' \n ' }, 400, 'Missing required field: content'],
    ['POST', `${JOHN}/messages`, { content: 7 }, 400, 'Invalid value for content: must be a string'],
    [
      'POST',
      `${JOHN}/messages`,
      { content: 'Hi', sender: 'robot' },
      400,
      'Invalid value for sender: must be one of customer, assistant',
    ],
    ['POST', `${JOHN}/messages`, 'Hi', 400, 'Malformed JSON in request body'],
    ['POST', '/conversations/conv_nobody/messages', { content: 'Hi' }, 404, 'Conversation not found'],
    ['PATCH', JOHN, { status: 'done' }, 400, 'Invalid value for status: must be one of open, resolved, closed'],
    ['PATCH', JOHN, { status: true }, 400, 'Invalid value for status: must be one of open, resolved, closed'],
    ['PATCH', JOHN, { customer_name: 1 }, 400, 'Invalid value for customer_name: must be a string'],
    ['PATCH', JOHN, { tags: 'vip' }, 400, 'Invalid value for tags: must be a list of strings'],
    ['PATCH', JOHN, { tags: ['vip', 1] }, 400, 'Invalid value for tags: must be a list of strings'],
    ['PATCH', JOHN, '{', 400, 'Malformed JSON in request body'],
    ['PATCH', '/conversations/conv_nobody', { status: 'open' }, 404, 'Conversation not found'],
    ['POST', '/conversations/conv_nobody/close', undefined, 404, 'Conversation not found'],
    ['DELETE', JOHN, undefined, 405, 'Method not allowed'],
    ['PUT', '/conversations', {}, 405, 'Method not allowed'],
    ['GET', `${JOHN}/messages`, undefined, 405, 'Method not allowed'],
    ['GET', `${JOHN}/close`, undefined, 405, 'Method not allowed'],
    ['GET', '/customers', undefined, 404, 'Not found'],
    ['GET', `${JOHN}/notes`, undefined, 404, 'Not found'],
    ['GET', '/', undefined, 404, 'Not found'],
  ])('refuse %s %s %j with %i', async (method, path, body, status, error) => {
    const { call, journal } = createSandboxApp()
    expect(await call(method, path, body)).toMatchObject({ status, body: { success: false, error } })
    expect(journal.mutations()).toEqual([])
  })

  it.each(['', 'Bearer', 'Bearer sk_wrong', 'Bearer sk_test_demo2', 'Basic sk_test_demo', 'sk_test_demo'])(
    'refuse the authorization "%s" with 401 in every call',
    async (Authorization) => {
      const { call, journal } = createSandboxApp()
      const answers = await Promise.all([
        call('GET', '/conversations', undefined, { Authorization }),
        call('GET', JOHN, undefined, { Authorization }),
        call('POST', '/conversations', { channel: 'instagram' }, { Authorization }),
        call('POST', `${JOHN}/messages`, { content: 'Hi' }, { Authorization }),
        call('PATCH', JOHN, { status: 'closed' }, { Authorization }),
        call('POST', `${JOHN}/close`, undefined, { Authorization }),
      ])
      for (const { status, body } of answers) {
        expect({ status, body }).toEqual({ status: 401, body: { success: false, error: 'Invalid API key' } })
      }
      expect(journal.mutations()).toEqual([])
    },
  )

  it('refuse a revoked key and accept a new one', async () => {
    const { call, keys } = createSandboxApp()
    keys.clear()
    keys.add('sk_new')
    expect((await call('GET', JOHN)).status).toBe(401)
    expect((await call('GET', JOHN, undefined, { Authorization: 'Bearer sk_new' })).status).toBe(200)
  })

  it('accept a body of 1 MB and refuse one more byte with 413', async () => {
    const { call, journal } = createSandboxApp()
    const rest = JSON.stringify({ content: '' }).length
    const content = 'x'.repeat(1024 * 1024 - rest)
    expect((await call('POST', `${JOHN}/messages`, { content })).status).toBe(200)
    expect(await call('POST', `${JOHN}/messages`, { content: `${content}x` })).toMatchObject({
      status: 413,
      body: { success: false, error: 'Request body is larger than 1 MB' },
    })
    expect(journal.mutations()).toHaveLength(1)
  })

  it('list the allowed methods of a path with a 405', async () => {
    const { call } = createSandboxApp()
    expect((await call('DELETE', JOHN)).headers.get('Allow')).toBe('GET, PATCH')
  })
})
