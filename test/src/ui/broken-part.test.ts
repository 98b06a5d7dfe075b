import { expect, it } from 'vitest'
import { brokenPartOf } from '../../../src/ui/broken-part.ts'

it('brokenPartOf reports an error’s name and its positions in our code, and never its message', () => {
  const error = new RangeError('Ana said\n    at secret.js:1:2 Elm St')
  error.stack = `RangeError: ${error.message}\n    at draw (clarion://app/assets/main-a1.js:10:20)\n    at x (thread.js:3:4)`
  expect(brokenPartOf('message', error)).toEqual({
    part: 'message',
    name: 'RangeError',
    where: 'main-a1.js:10:20 < thread.js:3:4',
  })
})

it('brokenPartOf omits positions when the stack doesn’t start with the message, and a name that is a sentence', () => {
  const error = new Error('told later')
  error.stack = 'Error: Ana said secret.js:1:2\n    at draw (main.js:10:20)'
  error.name = 'Ana said'
  expect(brokenPartOf('message', error)).toEqual({ part: 'message', name: 'Error', where: '' })
})
