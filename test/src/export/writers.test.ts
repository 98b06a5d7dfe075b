import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CachedThread } from '../../../src/db/cached-threads.ts'
import { overlayConversation, overlayThread } from '../../../src/db/overlay.ts'
import { type ExportWriter, writeWhole } from '../../../src/export/export-writer.ts'
import { type ExportedThread, exportThread } from '../../../src/export/exported-thread.ts'
import { csvCell, csvWriter } from '../../../src/export/write-csv.ts'
import { jsonWriter } from '../../../src/export/write-json.ts'
import { markdownWriter } from '../../../src/export/write-markdown.ts'
import { aConversation, aMessage, anOp } from '../../support/builders.ts'

const AT = Date.UTC(2024, 2, 15, 10, 30)
const timeOf = (at: number): string => `at ${at}`
const ONE = { title: null, exportedAt: AT }
const MANY = { title: 'Inbox, *SMS*', exportedAt: AT }

function write(writer: ExportWriter, ...threads: readonly ExportedThread[]): string {
  return writeWhole(writer, threads)
}

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
    held: 'whole',
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

describe('exportThread', () => {
  it('has the server messages and then the unsent ones', () => {
    const row = { ...aConversation(), activityAt: 1 }
    const ops = [anOp({ intent: { kind: 'send', content: 'On our way', seenMessageId: null } })]
    const view: CachedThread = {
      conversation: overlayConversation({ id: 'conv_1', row, ops, seen: undefined }),
      items: overlayThread({
        messages: [aMessage(), aMessage({ id: 'm2', sender: 'assistant' })],
        ops,
        claimedIds: new Set(),
      }),
      held: 'older',
    }
    expect(exportThread(view)).toMatchObject({
      conversationId: 'conv_1',
      customerName: 'Ana Petrović',
      channel: 'sms',
      held: 'older',
    })
    expect(exportThread(view).messages.map(({ from, isSent, content }) => [from, isSent, content])).toEqual([
      ['Ana Petrović', true, 'Hello?'],
      ['Assistant', true, 'Hello?'],
      ['You', false, 'On our way'],
    ])
  })
})

describe('csvWriter', () => {
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
    ['  =1+1', `"  '=1+1"`],
    ['\t=1', `'\t'=1`],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['שלום', 'שלום'],
  ])('writes the cell %j', (value, cell) => expect(csvCell(value)).toBe(cell))

  it('has a header, a row for each message, CRLF and a byte order mark', () => {
    const csv = write(csvWriter, thread(['Hi', 'a,b'], { subject: 'Late', tags: ['vip', 'new'] }))
    expect(csv.startsWith('\uFEFFconversation_id,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(csv).toContain(
      `c1,Ana,'+15551234567,,sms,open,Late,vip; new,whole,m1,2024-03-15T10:30:00.000Z,customer,Ana,sent,"a,b"\r\n`,
    )
  })

  it('can be read back by RFC 4180, and no cell starts a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (contents) => {
        const [, ...rows] = readCsv(write(csvWriter, thread(contents)).slice(1))
        expect(rows.map((row) => withoutMarks(row.at(-1) ?? ''))).toEqual(contents)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('jsonWriter', () => {
  it('has all fields, with times in ISO 8601', () => {
    const read = JSON.parse(write(jsonWriter(ONE), thread(['Hi "there"\n\u202e']))) as Record<string, unknown>
    expect(read).toMatchObject({
      clarionExport: 1,
      exportedAt: '2024-03-15T10:30:00.000Z',
      conversations: [
        { conversationId: 'c1', messages: [{ sentAt: '2024-03-15T10:30:00.000Z', content: 'Hi "there"\n\u202e' }] },
      ],
    })
  })

  it('has null for an unknown time', () => {
    const [message] = thread(['Hi']).messages
    const json = write(
      jsonWriter(ONE),
      thread([], { messages: message === undefined ? [] : [{ ...message, at: null }] }),
    )
    expect(json).toContain('"sentAt": null')
  })
})

describe('markdownWriter', () => {
  it('writes the thread for reading', () => {
    const sent = thread(['Hello\nthere'], { subject: 'A *star*', tags: ['vip', 'late'] })
    expect(write(markdownWriter(ONE, timeOf), sent)).toBe(
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
  ])('escapes %j', (content, line) => expect(write(markdownWriter(ONE, timeOf), thread([content]))).toContain(line))

  it('marks unsent messages', () => {
    const [message] = thread(['Hi']).messages
    const echo = message === undefined ? [] : [{ ...message, at: null, isSent: false }]
    expect(write(markdownWriter(ONE, timeOf), thread([], { messages: echo }))).toContain('**Ana** · not sent yet')
  })
})

describe('an export of several threads', () => {
  const threads = [
    thread(['Hi']),
    thread([], { conversationId: 'c2', customerName: '=cmd()', held: 'none' }),
    thread(['Ho'], { conversationId: 'c3', customerName: '# Bo', held: 'older' }),
  ]

  it('in CSV tells in each row whether the thread is complete, and has every conversation', () => {
    const [head = [], ...rows] = readCsv(write(csvWriter, ...threads).slice(1))
    const at = (row: readonly string[], column: string): string | undefined => row[head.indexOf(column)]
    expect(rows.map((row) => [at(row, 'conversation_id'), at(row, 'thread'), at(row, 'content')])).toEqual([
      ['c1', 'whole', 'Hi'],
      ['c2', 'not on this device', ''],
      ['c3', 'without its newest messages', 'Ho'],
    ])
    expect(rows.map((row) => row.length)).toEqual([head.length, head.length, head.length])
    expect(rows[1]?.[1]).toBe("'=cmd()")
  })

  it('in JSON lists the incomplete threads', () => {
    const read: unknown = JSON.parse(write(jsonWriter(MANY), ...threads))
    expect(read).toMatchObject({
      clarionExport: 1,
      title: 'Inbox, *SMS*',
      conversations: [{ held: 'whole' }, { held: 'none', messages: [] }, { held: 'older' }],
      notWholeOnThisDevice: ['c2', 'c3'],
      noLongerOnThisDevice: 0,
    })
    expect(JSON.parse(write(jsonWriter(MANY)))).toMatchObject({ conversations: [] })
  })

  it('in Markdown has a title, a section for each thread and notes on missing messages', () => {
    const text = write(markdownWriter(MANY, timeOf), ...threads)
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Inbox, \\*SMS\\*',
      '## Ana',
      '## =cmd()'.replace('=', '\\='),
      '## \\# Bo',
    ])
    expect(text).toContain('- Incomplete: Its messages weren’t on this device yet.')
    expect(text).toContain('- Incomplete: Its newest messages weren’t on this device yet.')
    expect(text.trimEnd().split('\n').slice(-2)).toEqual([
      '3 conversations.',
      'Incomplete on this device: 2. Each one is marked under its name.',
    ])
  })
})

/** Restores the text: removes one apostrophe before each formula sign. */
function withoutMarks(cell: string): string {
  return cell
    .replace(/^'(?='*[\t\r\n])/, '')
    .replaceAll(/'([=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/g, '$1')
}

/** An independent reader for RFC 4180. */
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
