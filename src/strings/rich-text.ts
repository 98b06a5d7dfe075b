import { createElement, Fragment, type ReactNode } from 'react'
import { parts, type TextId } from './text.ts'

/** Draws a tag of a message, such as `<b>…</b>`. */
type DrawTag = (inner: ReactNode) => ReactNode

/**
 * A text with elements in it. Values are elements, strings or numbers, and tags are functions that draw what they enclose:
 *
 *     richText('help.pressKey', { key: <Kbd keys="R" />, b: (inner) => <b>{inner}</b> })
 */
export function richText(id: TextId, values: Readonly<Record<string, ReactNode | DrawTag>>): ReactNode {
  const prepared = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? (inner: ReactNode[]) => value(together(inner)) : value,
  ])
  return together(parts(id, Object.fromEntries(prepared)) as ReactNode[])
}

/** As arguments, unlike in an array, elements need no keys. */
function together(nodes: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes)
}
