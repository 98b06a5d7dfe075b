import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorFactsOf } from '../../../electron/storage/error-facts.ts'
import { makeLog } from '../../../electron/storage/log.ts'

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
}

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
    ['a frame in Node', 'Error: x\n    at readFileSync (node:fs:448:20)', 'node:fs'],
    [
      'frames inside Node',
      'Error: x\n    at a (node:internal/b:1:2)\n    at async c (node:electron/js2c/d:3:4)',
      'node',
    ],
    ['a script of others', 'Error: x\n    at f (/srv/other.js:1:2)', ''],
    ['no frame', 'Error: x', ''],
  ])('places %s', (_, stack, where) => {
    expect(errorFactsOf(Object.assign(new Error('x'), { stack }))).toEqual({ name: 'Error', where })
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
