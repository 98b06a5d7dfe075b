import { expect, it } from 'vitest'
import { areArgumentsTooLong, linkIn, MAX_ARGUMENT_BYTES } from '../../../../electron/shell/links/second-start.ts'

it.each([
  [[], null],
  [['--hidden'], null],
  [['clarion://conversation/c'], 'clarion://conversation/c'],
  [['--user-data-dir=/x', '--allow-file-access-from-files', 'clarion://--inspect'], 'clarion://--inspect'],
  [['--', 'CLARION://conversation/c'], 'CLARION://conversation/c'],
  [['https://example.com/', 'mailto:a@b.example', 'file:///etc/passwd'], null],
  [['--url=clarion://conversation/c'], null],
  [['/home/me/clarion://x'], null],
  [['clarion://conversation/a', 'clarion://conversation/b'], 'clarion://conversation/a'],
])('linkIn of %j is %s', (args, expected) => {
  expect(linkIn(args)).toBe(expected)
})

it.each([
  [[], false],
  [['x'.repeat(MAX_ARGUMENT_BYTES - 1)], false],
  [['x'.repeat(MAX_ARGUMENT_BYTES)], true],
  [['x'.repeat(8_000), 'x'.repeat(8_000)], true],
  // Three bytes each.
  [['€'.repeat(5_000)], false],
  [['€'.repeat(5_400)], true],
  [['x'.repeat(1_000_000)], true],
])('areArgumentsTooLong %#', (args, expected) => {
  expect(areArgumentsTooLong(args)).toBe(expected)
})
