import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { richText } from '../../../src/strings/rich-text.ts'
import type { TextId } from '../../../src/strings/text.ts'

const MESSAGES = vi.hoisted(() => ({
  plain: 'Nothing left to undo.',
  element: 'Press {key} to send.',
  tag: 'It has <b>{count, number} new</b> messages.',
  both: '<b>{name}</b> sent <b>{message}</b> {ago}.',
  nested: '<link>Open <b>{name}</b></link>',
}))
vi.mock('../../../src/strings/en/all.ts', () => ({ EN: MESSAGES }))

/** The test's own messages replace those of the window. */
function draw(id: keyof typeof MESSAGES, values: Parameters<typeof richText>[1] = {}): ReactNode {
  return richText(id as string as TextId, values)
}

const markupOf = (node: ReactNode): string => renderToStaticMarkup(<p>{node}</p>)
const b = (inner: ReactNode) => <b>{inner}</b>

describe('richText', () => {
  it('draws a text without tags as it is', () => {
    expect(markupOf(draw('plain'))).toBe('<p>Nothing left to undo.</p>')
  })

  it('places an element inside the sentence', () => {
    expect(markupOf(draw('element', { key: <kbd>R</kbd> }))).toBe('<p>Press <kbd>R</kbd> to send.</p>')
  })

  it('passes what a tag encloses to its function', () => {
    expect(markupOf(draw('tag', { count: 1_200, b }))).toBe('<p>It has <b>1,200 new</b> messages.</p>')
  })

  it('draws a tag inside another one', () => {
    const link = (inner: ReactNode) => <a href="#top">{inner}</a>
    expect(markupOf(draw('nested', { name: 'Ana', link, b }))).toBe('<p><a href="#top">Open <b>Ana</b></a></p>')
  })

  it('keeps markup in a value as text', () => {
    const values = { name: '<b>Ana</b>', message: '{name} <i>hi</i>', ago: 'now', b }
    expect(markupOf(draw('both', values))).toBe(
      '<p><b>&lt;b&gt;Ana&lt;/b&gt;</b> sent <b>{name} &lt;i&gt;hi&lt;/i&gt;</b> now.</p>',
    )
  })

  it('needs no keys for its elements', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const values = { name: <bdi>Ana</bdi>, message: <i>hi</i>, ago: <time>now</time>, b }
    expect(markupOf(draw('both', values))).toBe('<p><b><bdi>Ana</bdi></b> sent <b><i>hi</i></b> <time>now</time>.</p>')
    expect(complaint).not.toHaveBeenCalled()
    complaint.mockRestore()
  })
})
