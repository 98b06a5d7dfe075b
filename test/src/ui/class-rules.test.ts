import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { brokenClassRules } from './class-rules.ts'

const SOURCE = fileURLToPath(new URL('../../../src', import.meta.url))

it('the classes of the components keep the rules', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('strings/'))
  expect(files.length).toBeGreaterThan(300)
  const broken = files.flatMap((name) =>
    brokenClassRules(readFileSync(join(SOURCE, name), 'utf8')).map((problem) => `src/${name}:${problem}`),
  )
  expect(broken).toEqual([])
})

describe('brokenClassRules', () => {
  it.each([
    ['ml-2', 'mr-auto', '-ml-1.5', 'pl-[3px]', 'hover:pr-px', 'scroll-ml-2', 'max-[760px]:pl-2'],
    ['left-0', '-right-1', 'left-1/2', 'max-[600px]:left-auto', 'right-(--gap)'],
    ['border-l', 'border-r-2', 'border-l-line', 'rounded-tl-sm', 'rounded-br-xs', 'rounded-l'],
    ['text-left', 'text-right', 'float-right', 'origin-left'],
    [
      'bg-[#fff]',
      'bg-[rgb(0_0_0)]',
      'shadow-[0_1px_oklch(0_0_0)]',
      'border-red-500',
      'text-white',
      'hover:bg-black/20',
    ],
    [
      'text-[13px]',
      'leading-[17px]',
      'rounded-[4px]',
      'rounded-se-[4px]',
      'duration-[90ms]',
      'duration-200',
      'delay-75',
    ],
  ])('finds %s and the like', (...classes) => {
    for (const name of classes) expect(brokenClassRules(`<p className="flex ${name} p-1" />`), name).toHaveLength(1)
  })

  it.each([
    "style={{ color: '#1b1c21' }}",
    "style={{ color: 'rgb(0 0 0)' }}",
    'style={{ backgroundColor: `oklch(0.9 0.1 ${hue})` }}',
    "style={{ fontSize: '13px' }}",
    "style={{ transition: 'opacity 1s' }}",
  ])('finds %s', (code) => {
    expect(brokenClassRules(`<p ${code} />`)).toHaveLength(1)
  })

  it('names the line, the class and what to use', () => {
    expect(brokenClassRules('<p\n  className="flex ml-2"\n/>')).toEqual([
      '2 physical side: ml-2 (use ms-, me-, ps- or pe-)',
    ])
  })

  it.each([
    'ms-2 pe-4 -me-1',
    'start-0 end-px',
    'border-s rounded-se-sm',
    'text-start float-end',
    'border-line rounded-lg text-sm leading-row bg-accent text-on-accent animate-appear',
  ])('allows %s', (classes) => {
    expect(brokenClassRules(`<p className="${classes}" />`)).toEqual([])
  })

  it.each([
    "event.key === 'left'",
    '// A right-to-left text, and right-click',
    "import './left-drafts.ts'",
    'a.left - 2',
    'document.querySelector("#list")',
    "location.hash === '#clear'",
    'oklch(var(--avatar-fill) ${hue})',
  ])('takes no class from %s', (code) => {
    expect(brokenClassRules(code)).toEqual([])
  })
})
