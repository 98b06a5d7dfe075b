import type { TextId } from '../strings/text.ts'

/**
 * The colours that tell workspaces apart, as hues of OKLCH in degrees; tokens.css adds the lightness of the theme. Neighbours in this list
 * differ most, because a user with three workspaces gets the first three.
 */
export const WORKSPACE_HUES = [255, 45, 150, 350, 205, 95, 300, 20] as const

/** Names of the colours, in the same order. */
export const COLOUR_NAMES = [
  'words.colour.blue',
  'words.colour.orange',
  'words.colour.green',
  'words.colour.pink',
  'words.colour.turquoise',
  'words.colour.yellow',
  'words.colour.purple',
  'words.colour.red',
] as const satisfies Readonly<Record<keyof typeof WORKSPACE_HUES & `${number}`, TextId>>

/** The hue of a workspace's colour, which is an index. */
export function hueOf(colour: number): number {
  return WORKSPACE_HUES[colour] ?? WORKSPACE_HUES[0]
}
