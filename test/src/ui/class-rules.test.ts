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
    ['ml-2', 'mr-auto', '-ml-1.5', 'pl-[3px]', 'hover:pr-px', 'scroll-ml-2', "max-[760px]:pl-2'"],
    ['left-0', '-right-1', 'left-1/2', 'max-[600px]:left-auto', 'right-(--gap)'],
    ['border-l', 'border-r-2', 'border-l-line', 'rounded-tl-sm', 'rounded-br-[4px]', 'rounded-l'],
    ['text-left', 'text-right', 'float-right', 'origin-left'],
  ])('finds %s and the like', (...classes) => {
    for (const name of classes) expect(brokenClassRules(`<p className="flex ${name} p-1" />`), name).toHaveLength(1)
  })

  it.each([
    'ms-2 pe-4 -me-1',
    'start-0 end-px',
    'border-s rounded-se-sm',
    'text-start float-end',
    'border-line rounded-lg',
  ])('allows %s', (classes) => {
    expect(brokenClassRules(`<p className="${classes}" />`)).toEqual([])
  })

  it.each([
    "event.key === 'left'",
    '// A right-to-left text, and right-click',
    "import './left-drafts.ts'",
    'a.left - 2',
  ])('takes no class from %s', (code) => {
    expect(brokenClassRules(code)).toEqual([])
  })
})
