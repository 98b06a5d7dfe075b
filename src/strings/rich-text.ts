import { Children, type ReactNode } from 'react'
import { parts, type TextId } from './text.ts'

/** Draws a tag of a message, such as `<b>…</b>`. */
type DrawTag = (children: ReactNode[]) => ReactNode

/**
 * A text with elements in it. Values are elements, strings or numbers, and tags are functions that draw what they enclose:
 *
 *     richText('help.pressKey', { key: <Kbd keys="R" />, b: (inner) => <b>{inner}</b> })
 */
export function richText(id: TextId, values: Readonly<Record<string, ReactNode | DrawTag>>): ReactNode {
  // Gives each part its key.
  return Children.toArray(parts(id, values) as ReactNode[])
}
