/**
 * The colours that tell workspaces apart, as hues of OKLCH in degrees; tokens.css adds the lightness of the theme. Neighbours in this list
 * differ most, because a user with three workspaces gets the first three.
 */
export const WORKSPACE_HUES = [255, 45, 150, 350, 205, 95, 300, 20] as const

/** The hue of a workspace's colour, which is an index. */
export function hueOf(colour: number): number {
  return WORKSPACE_HUES[colour] ?? WORKSPACE_HUES[0]
}
