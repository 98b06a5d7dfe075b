import { expect, it } from 'vitest'
import { recordStackFrames } from '../../../src/shared/stack-frames.ts'
import { brokenPartOf } from '../../../src/ui/broken-part.ts'

recordStackFrames()

it('brokenPartOf reports an error’s name and its positions in our code, and never its message', () => {
  const error = new RangeError('Ana said\n    at secret.js:1:2 Elm St')
  const { part, name, where } = brokenPartOf('message', error)
  expect({ part, name }).toEqual({ part: 'message', name: 'RangeError' })
  expect(where).toMatch(/^broken-part\.test\.ts:\d+:\d+( < [\w.-]+:\d+:\d+){1,7}$/)
  expect(where).not.toContain('secret')
})

it('brokenPartOf ignores a changed stack, a changed message and a name that is a sentence', () => {
  const error = new Error('Ana said\n    at secret.js:1:2')
  expect(error.stack).toContain('secret.js:1:2')
  error.message = 'Ana said'
  error.stack = 'Error: Ana said\n    at secret.js:1:2'
  error.name = 'Ana said'
  const broken = brokenPartOf('message', error)
  expect(broken.name).toBe('Error')
  expect(broken.where).toMatch(/^broken-part\.test\.ts/)
  expect(broken.where).not.toContain('secret')
})

it('brokenPartOf reports no position when the error can’t be read', () => {
  const error = Object.defineProperty(new Error('x'), 'name', {
    get: () => {
      throw new Error('Ana said')
    },
  })
  expect(brokenPartOf('message', error)).toEqual({ part: 'message', name: 'Error', where: '' })
})
