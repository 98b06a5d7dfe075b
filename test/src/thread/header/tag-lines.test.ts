import { expect, it } from 'vitest'
import { tagLines } from '../../../../src/thread/header/tag-lines.ts'

const scrolls = (classes: string): boolean => classes.includes('overflow-y-auto')
const hasOwnLines = (classes: string): boolean => / basis-\[/.test(` ${classes.replaceAll(/@max\S+/g, '')}`)

it.each([
  ['not expanded: in the first line', { isExpanded: false, count: 40, fitCount: 4 }, false, false],
  ['all fit: lines of their own in a narrow thread only', { isExpanded: true, count: 4, fitCount: 4 }, false, false],
  ['more than fit: lines of their own', { isExpanded: true, count: 5, fitCount: 4 }, true, false],
  ['as many as don’t scroll', { isExpanded: true, count: 16, fitCount: 8 }, true, false],
  ['so many that they scroll', { isExpanded: true, count: 17, fitCount: 8 }, true, true],
] as const)('tags that are %s', (_, shown, isInLines, isScrolling) => {
  const { lines, tags } = tagLines(shown)
  expect([hasOwnLines(lines), scrolls(tags)]).toEqual([isInLines, isScrolling])
  // The suggestions of the field open below it.
  expect(scrolls(lines)).toBe(false)
})
