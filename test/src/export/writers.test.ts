import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ThreadView } from '../../../src/db/overlay.ts'
import { overlayConversation, overlayThread } from '../../../src/db/overlay.ts'
import { type ExportedThread, exportThread } from '../../../src/export/exported-thread.ts'
import { csvCell, writeCsv } from '../../../src/export/write-csv.ts'
import { writeJson } from '../../../src/export/write-json.ts'
import { writeMarkdown } from '../../../src/export/write-markdown.ts'
import { aConversation, aMessage, anOp } from '../../support/builders.ts'

const AT = Date.UTC(2024, 2, 15, 10, 30)
const timeOf = (at: number): string => `at ${at}`

function thread(contents: readonly string[], fields: Partial<ExportedThread> = {}): ExportedThread {
  return {
    conversationId: 'c1',
    customerName: 'Ana',
    customerPhone: '+15551234567',
    customerEmail: null,
    channel: 'sms',
    status: 'open',
    subject: null,
    tags: [],
    messages: contents.map((content, index) => ({
      id: `m${index}`,
      at: AT,
      from: 'Ana',
      sender: 'customer',
      content,
      isSent: true,
    })),
    ...fields,
  }
}

describe('what is exported of a thread', () => {
  it('is what the server said with what waits to go out behind it', () => {
    const row = { ...aConversation(), activityAt: 1 }
    const ops = [anOp({ intent: { kind: 'send', content: 'On our way', seenMessageId: null } })]
    const view: ThreadView = {
      conversation: overlayConversation({ id: 'conv_1', row, ops, seen: undefined }),
      items: overlayThread({
        messages: [aMessage(), aMessage({ id: 'm2', sender: 'assistant' })],
        ops,
        claimedIds: new Set(),
      }),
      isOnDevice: true,
      snooze: null,
      troubles: [],
    }
    expect(exportThread(view)).toMatchObject({ conversationId: 'conv_1', customerName: 'Ana Petrović', channel: 'sms' })
    expect(exportThread(view).messages.map(({ from, isSent, content }) => [from, isSent, content])).toEqual([
      ['Ana Petrović', true, 'Hello?'],
      ['Assistant', true, 'Hello?'],
      ['You', false, 'On our way'],
    ])
  })
})

describe('CSV', () => {
  it.each<[string, string]>([
    ['Hello', 'Hello'],
    ['Hello, you', '"Hello, you"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' spaced ', '" spaced "'],
    ['', ''],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+15551234567', "'+15551234567"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\t=1', `'\t=1`],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['שלום', 'שלום'],
  ])('the cell %j', (value, cell) => expect(csvCell(value)).toBe(cell))

  it('has a head, a row for each message and CRLF, and says UTF-8', () => {
    const csv = writeCsv([thread(['Hi', 'a,b'])])
    expect(csv.startsWith('\uFEFFconversation_id,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(csv).toContain(`c1,Ana,'+15551234567,,sms,open,m1,2024-03-15T10:30:00.000Z,customer,Ana,sent,"a,b"\r\n`)
  })

  it('gives every message back to whoever reads it by the book, and no cell begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (contents) => {
        const [, ...rows] = readCsv(writeCsv([thread(contents)]).slice(1))
        expect(rows.map((row) => row.at(-1)?.replace(/^'/, ''))).toEqual(contents.map((one) => one.replace(/^'/, '')))
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('JSON', () => {
  it('holds what is known, with times in words that every program reads', () => {
    const read = JSON.parse(writeJson([thread(['Hi "there"\n\u202e'])], AT)) as Record<string, unknown>
    expect(read).toMatchObject({
      clarionExport: 1,
      exportedAt: '2024-03-15T10:30:00.000Z',
      conversations: [
        { conversationId: 'c1', messages: [{ sentAt: '2024-03-15T10:30:00.000Z', content: 'Hi "there"\n\u202e' }] },
      ],
    })
  })

  it('has null for a time that is not known', () => {
    const [message] = thread(['Hi']).messages
    const json = writeJson([thread([], { messages: message === undefined ? [] : [{ ...message, at: null }] })], AT)
    expect(json).toContain('"sentAt": null')
  })
})

describe('Markdown', () => {
  it('reads like the thread', () => {
    const sent = thread(['Hello\nthere'], { subject: 'A *star*', tags: ['vip', 'late'] })
    expect(writeMarkdown([sent], timeOf)).toBe(
      [
        '# Ana',
        '',
        '- Channel: SMS',
        '- Address: +15551234567'.replace('+', '\\+'),
        '- Status: Open',
        '- Subject: A \\*star\\*',
        '- Tags: vip, late',
        '',
        `**Ana** · at ${AT}`,
        '',
        '> Hello  ',
        '> there  ',
        '',
      ].join('\n'),
    )
  })

  it.each<[string, string]>([
    ['# no heading', '> \\# no heading  '],
    ['- no list', '> \\- no list  '],
    ['1. no list', '> 1\\. no list  '],
    ['![x](http://evil)', '> !\\[x\\](http://evil)  '],
    ['<script>', '> \\<script\\>  '],
    ['`code` **bold**', '> \\`code\\` \\*\\*bold\\*\\*  '],
    ['a\u202eb', '> ab  '],
  ])('%j stays words', (content, line) => expect(writeMarkdown([thread([content])], timeOf)).toContain(line))

  it('says what was not sent yet', () => {
    const [message] = thread(['Hi']).messages
    const echo = message === undefined ? [] : [{ ...message, at: null, isSent: false }]
    expect(writeMarkdown([thread([], { messages: echo })], timeOf)).toContain('**Ana** · not sent yet')
  })
})

/** A reader by RFC 4180, of its own. */
function readCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < csv.length) {
    const row = rows.at(-1) ?? []
    if (csv.startsWith('"', at)) {
      const match = /"((?:[^"]|"")*)"/y
      match.lastIndex = at
      const cell = match.exec(csv)
      row.push((cell?.[1] ?? '').replaceAll('""', '"'))
      at = match.lastIndex
    } else {
      const end = csv.slice(at).search(/,|\r\n/)
      row.push(csv.slice(at, at + end))
      at += end
    }
    if (csv.startsWith(',', at)) at += 1
    else {
      at += 2
      if (at < csv.length) rows.push([])
    }
  }
  return rows
}
