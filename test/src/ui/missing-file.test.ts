import { expect, it } from 'vitest'
import { isMissingFile } from '../../../src/ui/missing-file.ts'

it.each([
  [new TypeError('Failed to fetch dynamically imported module: app://clarion/assets/palette-1a2b.js'), true],
  [new TypeError('x is not a function'), false],
  [new Error('Failed to fetch dynamically imported module'), false],
  ['Failed to fetch dynamically imported module', false],
])('isMissingFile of %s is %s', (error, expected) => expect(isMissingFile(error)).toBe(expected))
