import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countColours, encodePng, readScreen } from '../../scripts/screenshot.mjs'

const HEADER_BYTES = 104
const COLOUR_TABLE = 2
/** Each line has 2 pixels of 4 bytes and 4 bytes of padding. */
const BYTES_PER_LINE = 12

/** A screen of 2 × 2 pixels in Xvfb's format: red and green above blue and red. */
function makeDump(): Buffer {
  const header = Buffer.alloc(HEADER_BYTES + COLOUR_TABLE * 12)
  const fields = { 0: HEADER_BYTES, 4: 2, 5: 2, 12: BYTES_PER_LINE, 19: COLOUR_TABLE }
  for (const [index, value] of Object.entries(fields)) header.writeUInt32BE(value, Number(index) * 4)
  const [red, green, blue, padding] = [
    [0, 0, 255, 0],
    [0, 255, 0, 0],
    [255, 0, 0, 0],
    [9, 9, 9, 9],
  ]
  return Buffer.concat([header, Buffer.from([red, green, padding, blue, red, padding].flat() as number[])])
}

describe('a screenshot of the virtual display', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clarion-screenshot-'))
    writeFileSync(join(folder, 'screen'), makeDump())
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('has the pixels without the padding of the lines', () => {
    const screen = readScreen(join(folder, 'screen'))
    expect([screen.width, screen.height]).toEqual([2, 2])
    expect([...screen.rgb]).toEqual([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 0, 0])
    expect(countColours(screen)).toBe(3)
  })

  it('becomes a PNG with the same pixels', () => {
    const png = encodePng(readScreen(join(folder, 'screen')))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const at = png.indexOf('IDAT')
    const length = png.readUInt32BE(at - 4)
    const lines = inflateSync(png.subarray(at + 4, at + 4 + length))
    expect([...lines]).toEqual([0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 0, 0])
  })
})
