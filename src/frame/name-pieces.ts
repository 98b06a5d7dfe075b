/** A piece of a text: a name in it, or what is between names. */
export type Piece = { readonly text: string; readonly isName: boolean }

/** The pieces of a text at the first place of each name. A name that isn't in the text is left out. */
export function piecesOf(text: string, names: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [{ text, isName: false }]
  // The longest first: a tag may be a part of a name.
  for (const name of names.filter((name) => name !== '').toSorted((a, b) => b.length - a.length)) {
    const index = pieces.findIndex((piece) => !piece.isName && piece.text.includes(name))
    const found = pieces[index]
    if (found === undefined) continue
    const at = found.text.indexOf(name)
    const around = [
      { text: found.text.slice(0, at), isName: false },
      { text: name, isName: true },
      { text: found.text.slice(at + name.length), isName: false },
    ]
    pieces.splice(index, 1, ...around.filter((piece) => piece.text !== ''))
  }
  return pieces
}
