import fc from 'fast-check'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorFactsOf, placesIn } from '../../../electron/storage/error-facts.ts'
import { makeLog } from '../../../electron/storage/log.ts'
import { recordStackFrames } from '../../../src/shared/stack-frames.ts'

recordStackFrames()

function thrownBy(work: () => unknown): unknown {
  try {
    return expect.fail(`it threw nothing: ${String(work())}`)
  } catch (error) {
    return error
  }
}

/** The line in the log. Its time is fixed, because a text could contain some of its digits. */
function lineOf(error: unknown): string {
  const lines: string[] = []
  makeLog(
    (line) => lines.push(line),
    () => 0,
  )('uncaught', errorFactsOf(error))
  return lines.join('')
}

/** A script of the app: its frames may be logged. */
const OUR_SCRIPT = fileURLToPath(new URL('../../../electron/storage/log.ts', import.meta.url))

/** A line with the exact format of a frame. */
const FRAMES: readonly ((text: string) => string)[] = [
  (text) => `    at ${text}`,
  (text) => `    at ${text} (/srv/app.js:12:34)`,
  (text) => `    at f (/srv/${text}.js:12:34)`,
  (text) => `    at f (${OUR_SCRIPT}/${text}:12:34)`,
  (text) => `    at async ${text} (node:${text}:1:2)`,
  (text) => `    at file:///${text}:1:2`,
]

/** Every part of an error that could contain a customer's text. */
const PLACES: Readonly<Record<string, (text: string) => unknown>> = {
  message: (text) => new Error(text),
  'a later line of the message': (text) => new TypeError(`x\n${text}\ny`),
  name: (text) => Object.assign(new Error('x'), { name: text }),
  'name and message': (text) => Object.assign(new Error(text), { name: text }),
  'a class of that name': (text) => new ({ [text]: class extends Error {} }[text] ?? Error)('x'),
  cause: (text) => new Error('x', { cause: new Error(text, { cause: text }) }),
  'one of several': (text) => new AggregateError([new Error(text), text], text),
  'JSON.parse': (text) => thrownBy(() => JSON.parse(`x${text}`)),
  'the name of a function': (text) => thrownBy({ [text]: () => JSON.parse('x') }[text] ?? (() => {})),
  'a message that was changed': (text) => Object.assign(new Error(text), { message: 'other' }),
  'an emptied message': (text) => Object.assign(new Error(text), { message: '' }),
  'a stack': (text) => Object.assign(new Error('x'), { stack: text }),
  'text between message and frames': (text) => insertLine(new Error('x'), text),
  'a stack behind its message': (text) =>
    Object.assign(new Error('x'), { stack: `Error: x\n${text}\n    at f (${text}:1:2)` }),
  DOMException: (text) => new DOMException(text, text),
  'a string': (text) => text,
  'an object': (text) => ({ name: text, message: text, stack: text }),
  'a code': (text) => Object.assign(new Error('x'), { code: text, path: text }),
  'a message that was cut after the stack was read': (text) => {
    const error = new Error(`cut\n${text}`)
    return Object.assign(error, { stack: String(error.stack), message: 'cut' })
  },
  'an emptied message whose stack was read': (text) => {
    const error = new Error(text)
    void error.stack
    return Object.assign(error, { message: '' })
  },
  'a message that occurs again in the stack': (text) =>
    Object.assign(new Error(text), { stack: `Error: ${text}\n${text}\n    at f (${OUR_SCRIPT}:1:2)\n${text}` }),
  'a frozen error': (text) => Object.freeze(new Error(text)),
  'a frozen error whose stack was changed': (text) =>
    Object.freeze(Object.assign(new Error('x'), { stack: `Error: x\n${text}` })),
  'a huge stack': (text) => Object.assign(new Error('x'), { stack: `Error: x\n${`${text}\n`.repeat(20_000)}` }),
  'a stack that is no string': (text) => Object.assign(new Error('x'), { stack: [text, { toString: () => text }] }),
  'a getter': (text) => Object.defineProperty(new Error('x'), 'message', { get: () => text }),
  'a getter that throws the text': (text) =>
    ['name', 'stack', 'code'].reduce<Error>(
      (error, field) => Object.defineProperty(error, field, { get: () => expect.fail(text) }),
      new Error(text),
    ),
  'a proxy that throws the text': (text) => new Proxy(new Error(text), { get: () => expect.fail(text) }),
  'a proxy of another prototype': (text) => new Proxy({}, { getPrototypeOf: () => expect.fail(text) }),
  'a bare object with an error’s prototype': (text) =>
    Object.assign(Object.create(Error.prototype), { name: text, message: text, stack: text, code: text }),
  'a function': (text) => Object.assign(() => text, { stack: text }),
  'a symbol': (text) => Symbol(text),
}

/** Lines that look like frames of ours, with digits in place of the line and the column. */
const DIGITS: readonly ((digits: string) => string)[] = [
  (digits) => `    at f (${OUR_SCRIPT}:${digits}:${digits})`,
  (digits) => `    at ${OUR_SCRIPT}:${digits}:1`,
  (digits) => `    at async f (${pathToFileURL(OUR_SCRIPT).href}:1:${digits})`,
]

describe('errorFactsOf', () => {
  it.each([
    ['JSON.parse', thrownBy(() => JSON.parse('x\n at 5 Elm St'))],
    ['a line like a frame', new Error('x\n    at 5 Elm St')],
    ['a line like a frame with a place', new Error('x\n    at 5 Elm St (/5 Elm St.js:1:2)')],
    ['a line like a frame of ours', new Error(`x\n    at f (${OUR_SCRIPT}:555:0199)`)],
    ['a name', Object.assign(new Error('x'), { name: '5 Elm St' })],
  ])('gives nothing of the text of the error: %s', (_, error) => {
    expect(lineOf(error)).not.toMatch(/Elm|555/)
  })

  it('gives the kind and the frames of our scripts', () => {
    const log = makeLog(
      () => {
        throw new RangeError('x\n    at noon\nsecond line')
      },
      () => 0,
    )
    const { name, where } = errorFactsOf(thrownBy(() => log('start')))
    expect(name).toBe('RangeError')
    expect(where).toMatch(/^storage\/log\.ts:\d+:\d+/)
  })

  it.each([
    ['a frame in Node', ['node:fs'], 'node:fs'],
    ['frames inside Node', ['node:internal/b', 'node:electron/js2c/d'], 'node'],
    ['a script of others', ['/srv/other.js'], ''],
    ['a script that does not exist', [`${OUR_SCRIPT}x`], ''],
    ['a script of ours', [OUR_SCRIPT], 'storage/log.ts:1:2'],
    ['the address of a script of ours', [pathToFileURL(OUR_SCRIPT).href], 'storage/log.ts:1:2'],
    ['no frame', [], ''],
  ])('places %s', (_, files, where) => {
    expect(placesIn(files.map((file) => ({ file, line: 1, column: 2 })))).toBe(where)
  })

  it.each([
    ['ENOENT', { code: 'ENOENT' }],
    ['UND_ERR_SOCKET', { code: 'UND_ERR_SOCKET' }],
    ['Elm St', {}],
    ['ELM', {}],
    [5550199, {}],
  ])('gives the code %s only if it is a known one', (code, facts) => {
    expect(errorFactsOf(Object.assign(new Error('x'), { code }))).toMatchObject({ name: 'Error', ...facts })
    expect(Object.keys(errorFactsOf(Object.assign(new Error('x'), { code })))).toHaveLength('code' in facts ? 3 : 2)
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['text', 'string'],
    [{}, 'object'],
  ])('gives the type of %j, which is not an error', (thrown, name) => {
    expect(errorFactsOf(thrown)).toEqual({ name, where: '' })
  })

  it('gives a fallback when reading the error throws', () => {
    const hostile = Object.defineProperty(new Error('x'), 'stack', {
      get: () => {
        throw new Error('y')
      },
    })
    expect(errorFactsOf(hostile)).toEqual({ name: 'unknown', where: '' })
  })

  it('gives no four characters of a text anywhere in the error', () => {
    // Letters that occur neither in our texts nor in the paths of this project, and groups of digits.
    const text = fc
      .array(fc.constantFrom('Ж', 'Щ', 'Ю', 'Q7', '+1 555', '\n', '    at ', ' ', '(', ')', ':', '/'), {
        minLength: 2,
        maxLength: 24,
      })
      .map((pieces) => `ЖЩ${pieces.join('')}`)
    const framed = fc.tuple(fc.constantFrom(...FRAMES), text).map(([frame, content]) => frame(content))
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(PLACES)),
        fc.array(fc.oneof(text, framed), { minLength: 1, maxLength: 4 }),
        (place, pieces) => {
          const line = lineOf(PLACES[place]?.(pieces.join('\n')))
          const parts = pieces.join(' ').split(/\s+/).flatMap(partsOf)
          expect(parts.filter((part) => line.includes(part))).toEqual([])
          expect(line).not.toMatch(/[ЖЩЮ]|Q7|555|srv/)
        },
      ),
      { numRuns: 1_500 },
    )
  })
})

describe('errorFactsOf, when the text looks like frames of ours', () => {
  it('gives no digits of it', () => {
    // No script of ours has so many lines or columns.
    const digits = fc.integer({ min: 55_000, max: 999_999 }).map(String)
    const frames = fc.array(
      fc.tuple(fc.constantFrom(...DIGITS), digits).map(([frame, number]) => frame(number)),
      { minLength: 1, maxLength: 10 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(PLACES)), frames, (place, lines) => {
        expect(lineOf(PLACES[place]?.(`x\n${lines.join('\n')}`))).not.toMatch(/\d{5}/)
        expect(lineOf(PLACES[place]?.(lines.join('\n')))).not.toMatch(/\d{5}/)
      }),
      { numRuns: 500 },
    )
  })
})

/** Every four characters of a word that do not occur in our own texts and paths. */
function partsOf(word: string): readonly string[] {
  return [...word]
    .map((_, at) => word.slice(at, at + 4))
    .filter((part) => part.length === 4 && /[ЖЩЮQ7]|555/.test(part))
}

function insertLine(error: Error, text: string): Error {
  const [head = '', ...frames] = (error.stack ?? '').split('\n')
  return Object.assign(error, { stack: [head, text, ...frames].join('\n') })
}
