import { describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { readVendorExamples, runExample } from './vendor-examples.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const examples = readVendorExamples()

async function withSandbox<T>(use: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ conversations: 60, answers: false })
  try {
    return await use(sandbox)
  } finally {
    await sandbox.close()
  }
}

describe('the examples of the vendor’s page with curl', () => {
  it('are complete', () => {
    expect(examples).toHaveLength(10)
    expect(examples.filter(({ answer }) => answer !== null)).toHaveLength(6)
    expect(examples.every(({ command }) => /^curl /m.test(command))).toBe(true)
  })

  it.each(examples.filter(({ answer }) => answer !== null))(
    '$title returns the response on the page',
    async ({ command, answer }) => {
      expectAgreement(await withSandbox((sandbox) => runExample(command, sandbox)), answer)
    },
  )

  it('List All SMS Conversations gives at most 50 conversations, all SMS', async () => {
    const { success, data } = await runList('List All SMS Conversations')
    expect(success).toBe(true)
    expect(data.length).toBeGreaterThan(0)
    expect(new Set(data.map(({ channel }) => channel))).toEqual(new Set(['sms']))
  })

  it('Get Unread Conversations gives the open conversations, including unread ones', async () => {
    const { success, data } = await runList('Get Unread Conversations')
    expect(success).toBe(true)
    expect(new Set(data.map(({ status }) => status))).toEqual(new Set(['open']))
    expect(data.some(({ unread }) => unread === true)).toBe(true)
  })

  it('Create and Send Message creates a conversation without a message and sends one in it', async () => {
    const [create, send] = examples.filter(({ title }) => title === 'Create and Send Message')
    await withSandbox(async (sandbox) => {
      const created = (await runExample(create?.command ?? '', sandbox)) as { data: { id: string } }
      expect(created).toMatchObject({
        success: true,
        data: { channel: 'sms', customer_phone: '+15551234567', status: 'open' },
      })
      expect(created.data).not.toHaveProperty('message_id')
      const sent = await runExample((send?.command ?? '').replace('conv_abc123', created.data.id), sandbox)
      const { id: conversation_id } = created.data
      expect(sent).toMatchObject({
        success: true,
        data: { conversation_id, content: 'Hi! How can we help?', sender: 'assistant' },
      })
      expect(await runExample(send?.command ?? '', sandbox)).toMatchObject({ data: { conversation_id: 'conv_abc123' } })
    })
  })
})

type List = { readonly success: boolean; readonly data: readonly Record<string, unknown>[] }

async function runList(title: string): Promise<List> {
  const { command = '' } = examples.find((example) => example.title === title) ?? {}
  return (await withSandbox((sandbox) => runExample(command, sandbox))) as List
}

/** Expects every documented field with the documented value. A time may be any time, and a generated id any id of its kind. */
function expectAgreement(answered: unknown, documented: unknown, field = 'answer'): void {
  if (Array.isArray(documented)) {
    const list = answered as readonly { readonly id: string }[]
    for (const wanted of documented as readonly { readonly id: string }[]) {
      expectAgreement(
        list.find(({ id }) => id === wanted.id),
        wanted,
        `${field}.${wanted.id}`,
      )
    }
  } else if (typeof documented === 'object' && documented !== null) {
    expect(answered, field).toBeTypeOf('object')
    for (const [name, value] of Object.entries(documented)) {
      // "tags" is a list of strings.
      if (name === 'tags') expect((answered as Record<string, unknown>)[name], `${field}.tags`).toEqual(value)
      else expectAgreement((answered as Record<string, unknown>)[name], value, `${field}.${name}`)
    }
  } else if (typeof documented === 'string' && INSTANT.test(documented)) {
    expect(answered, field).toMatch(INSTANT)
  } else if (/\.(message_)?id$/.test(field)) {
    expect(answered, field).toMatch(new RegExp(`^${String(documented).split('_')[0]}_[0-9a-z]+$`))
  } else {
    expect(answered, field).toBe(documented)
  }
}
