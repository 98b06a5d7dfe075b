import { WORKSPACE_HUES } from '../words/workspace-hue.ts'

/** By workspace id: an index in WORKSPACE_HUES. */
export type Colours = Readonly<Record<string, number>>

/**
 * Gives each workspace a colour. A workspace keeps the colour that it has. A new one gets the first colour that no other one has, or
 * after eight workspaces the one that is used least. A workspace that is gone frees its colour.
 */
export function assignColours(ids: readonly string[], kept: Colours): Colours {
  const colours: Record<string, number> = {}
  const uses = WORKSPACE_HUES.map(() => 0)
  for (const id of ids) {
    const colour = kept[id]
    if (colour === undefined || uses[colour] === undefined) continue
    colours[id] = colour
    uses[colour] += 1
  }
  for (const id of ids) {
    if (colours[id] !== undefined) continue
    const colour = uses.indexOf(Math.min(...uses))
    colours[id] = colour
    uses[colour] = (uses[colour] ?? 0) + 1
  }
  return colours
}

const NAME = 'workspace-colours'

/** Reads the colours from local storage and stores those of new workspaces. Damaged data counts as none. */
export function keepColours(ids: readonly string[], store: Pick<Storage, 'getItem' | 'setItem'>): Colours {
  const stored = store.getItem(NAME)
  const colours = assignColours(ids, parse(stored ?? ''))
  const written = JSON.stringify(colours)
  if (written !== stored && ids.length > 0) store.setItem(NAME, written)
  return colours
}

/** Stores the colour that the user chose. Another workspace may have the same one. Returns the colours of all. */
export function chooseColour(
  ids: readonly string[],
  { workspaceId, colour }: { readonly workspaceId: string; readonly colour: number },
  store: Pick<Storage, 'getItem' | 'setItem'>,
): Colours {
  store.setItem(NAME, JSON.stringify({ ...parse(store.getItem(NAME) ?? ''), [workspaceId]: colour }))
  return keepColours(ids, store)
}

function parse(text: string): Colours {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
    )
  } catch {
    return {}
  }
}
