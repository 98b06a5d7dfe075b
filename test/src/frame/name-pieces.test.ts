import { expect, it } from 'vitest'
import { piecesOf } from '../../../src/frame/name-pieces.ts'

it.each([
  ['John Smith resolved', ['John Smith'], '[John Smith] resolved'],
  ['vip added to John Smith', ['vip', 'John Smith'], '[vip] added to [John Smith]'],
  // The tag is a part of the name.
  ['J added to J. Smith', ['J', 'J. Smith'], '[J] added to [J. Smith]'],
  ['3 conversations resolved', [], '3 conversations resolved'],
  ['Nothing left to undo.', ['John Smith'], 'Nothing left to undo.'],
  ['Conversation resolved', [''], 'Conversation resolved'],
  ['נועה לוי resolved', ['נועה לוי'], '[נועה לוי] resolved'],
])('the names in “%s” are found', (text, names, marked) => {
  const pieces = piecesOf(text, names)
  expect(pieces.map((piece) => (piece.isName ? `[${piece.text}]` : piece.text)).join('')).toBe(marked)
})
