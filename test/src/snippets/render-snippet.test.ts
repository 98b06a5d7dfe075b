import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeholdersIn, nextPlaceholder, previousPlaceholder } from '../../../src/snippets/placeholders.ts'
import { renderSnippet } from '../../../src/snippets/render-snippet.ts'
import { snippetFactsOf } from '../../../src/snippets/snippet-facts.ts'

const FACTS = { first_name: 'Ana', customer_name: 'Ana Souza', channel: 'SMS', email: null, phone: '  ' }

describe('renderSnippet', () => {
  it.each<[string, string]>([
    ['Hello there', 'Hello there'],
    ['Hello {{first_name}}', 'Hello Ana'],
    ['Hello {{ First_Name }}', 'Hello Ana'],
    ['Hello {{first name|there}}', 'Hello Ana'],
    ['Hello {{nickname|there}}', 'Hello there'],
    ['Write to {{email|us}}', 'Write to us'],
    ['Call {{phone|us}}', 'Call us'],
    ['Hello{{nickname|}}!', 'Hello!'],
    ['Your order {{order number}} is on its way', 'Your order {{order number}} is on its way'],
    ['{{ order  }} and {{first_name}}', '{{order}} and Ana'],
    ['{{email}}', '{{email}}'],
    ['{{toString}} {{__proto__}}', '{{toString}} {{__proto__}}'],
    [
      'No placeholder: {first_name}, {{}}, {{ }}, {{a\nb}}, {{first_name',
      'No placeholder: {first_name}, {{}}, {{ }}, {{a\nb}}, {{first_name',
    ],
    ['{{{first_name}}}', '{Ana}'],
    ['{{first_name|x{y}}}', '{{first_name|x{y}}}'],
    ['Cześć {{imię}}, {{first_name}}', 'Cześć {{imię}}, Ana'],
  ])('renders %s', (snippet, text) => expect(renderSnippet(snippet, FACTS).text).toBe(text))

  it('puts the caret at {{cursor}}, or at the end', () => {
    expect(renderSnippet('Dear {{first_name}},\n{{cursor}}\nRegards', FACTS)).toEqual({
      text: 'Dear Ana,\n\nRegards',
      caret: 10,
    })
    expect(renderSnippet('{{cursor}}a{{cursor}}', FACTS)).toEqual({ text: 'a', caret: 0 })
    expect(renderSnippet('Bye', FACTS).caret).toBe(3)
  })

  it('creates no placeholder from a customer name', () => {
    const { text } = renderSnippet('Hello {{first_name}}', { first_name: '{{order}}' })
    expect(placeholdersIn(text)).toEqual([])
  })

  it('keeps exactly the placeholders without a value and a fallback', () => {
    const name = fc.constantFrom('first_name', 'email', 'order', 'cursor', 'channel')
    const part = fc.oneof(
      fc.string().map((words) => words.replaceAll(/[{}]/g, '')),
      name.map((one) => `{{${one}}}`),
      name.map((one) => `{{${one}|else}}`),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { text, caret } = renderSnippet(parts.join(''), FACTS)
        const open = parts.filter((one) => one === '{{email}}' || one === '{{order}}')
        expect(placeholdersIn(text).map((placeholder) => text.slice(placeholder.start, placeholder.end))).toEqual(open)
        expect(caret).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('stays fast on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => renderSnippet(text, FACTS).text.length >= 0))
    expect(placeholdersIn('{{'.repeat(50_000))).toEqual([])
    expect(placeholdersIn(`{{${'a '.repeat(50_000)}`)).toEqual([])
  })
})

describe('nextPlaceholder and previousPlaceholder', () => {
  const text = 'Order {{number}} of {{day}}.'

  it.each<[string, number, string | undefined]>([
    ['from the beginning', 0, 'number'],
    ['right before it', 6, 'number'],
    ['from the selected first', 16, 'day'],
    ['from the selected last', 27, undefined],
  ])('Tab %s', (_, caret, name) => expect(nextPlaceholder(text, caret)?.name).toBe(name))

  it.each<[string, number, string | undefined]>([
    ['from the end', 28, 'day'],
    ['from the selected last', 20, 'number'],
    ['from the selected first', 6, undefined],
  ])('Shift+Tab %s', (_, caret, name) => expect(previousPlaceholder(text, caret)?.name).toBe(name))
})

describe('snippetFactsOf', () => {
  it.each([
    ['Acme, Inc.', 'Hi there,'],
    ['Prof. Dr. Anna Weber', 'Hi Anna,'],
    ['John Doe, Jr.', 'Hi John,'],
    ['🦋', 'Hi there,'],
    ['Souza, Ana', 'Hi Ana,'],
    ['+1 555 123', 'Hi there,'],
    ['', 'Hi there,'],
  ])('knows the first name of %j only when it is certain', (customerName, greeting) => {
    const facts = snippetFactsOf({
      customerName,
      customerPhone: null,
      customerEmail: null,
      channel: 'sms',
      subject: null,
    })
    expect(renderSnippet('Hi {{first_name|there}},', facts).text).toBe(greeting)
  })

  it('is null for unknown values, and makes a name one harmless line', () => {
    expect(
      snippetFactsOf({
        customerName: 'Ana\n\u202eSouza',
        customerPhone: null,
        customerEmail: null,
        channel: 'whatsapp',
        subject: null,
      }),
    ).toEqual({
      customer_name: 'Ana Souza',
      first_name: 'Ana',
      channel: 'WhatsApp',
      phone: null,
      email: null,
      subject: null,
    })
  })
})
