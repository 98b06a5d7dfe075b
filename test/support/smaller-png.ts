import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MAX_COLOURS = 256

/**
 * The same picture in fewer bytes. Each colour channel is rounded to a multiple of four, which a comparison does not count, and the colours go
 * into a palette. A picture in another form than a browser writes stays as it is.
 */
export function smallerPng(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (header === undefined || header[8] !== 8 || header[12] !== 0) return png
  const channels = header[9] === 2 ? 3 : header[9] === 6 ? 4 : 0
  if (channels === 0) return png
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data))
  const pixels = unfiltered(inflateSync(data), width * channels, height, channels)
  const indexed = withPalette(pixels, width, height, channels)
  const newHeader = Buffer.from(header)
  newHeader[9] = 3
  const parts = [
    chunk('IHDR', newHeader),
    chunk('PLTE', indexed.palette),
    chunk('IDAT', deflateSync(indexed.rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([SIGNATURE, ...parts])
}

type Chunk = { readonly type: string; readonly data: Buffer }

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Undoes the filter of each row, as the PNG specification has it. */
function unfiltered(filtered: Buffer, stride: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0)
      const up = y === 0 ? 0 : (pixels[at - stride] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (pixels[at - stride - channels] ?? 0)
      pixels[at] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return pixels
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

const rounded = (value: number): number => Math.min(255, ((value + 2) >> 2) << 2)

/** One byte a pixel, each row behind its filter of zero. The most frequent colours are the palette; a rare one becomes the nearest of them. */
function withPalette(pixels: Buffer, width: number, height: number, channels: number): Indexed {
  const colours = new Int32Array(width * height)
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(pixel * channels, pixel * channels + 3)
    const colour = (rounded(red) << 16) | (rounded(green) << 8) | rounded(blue)
    colours[pixel] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_COLOURS)
    .map(([colour]) => colour)
  const indexes = new Map(palette.map((colour, index) => [colour, index]))
  const rows = Buffer.alloc((width + 1) * height)
  for (const [pixel, colour] of colours.entries()) {
    const index = indexes.get(colour) ?? nearest(palette, colour)
    indexes.set(colour, index)
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = index
  }
  return { palette: Buffer.from(palette.flatMap(channelsOf)), rows }
}

type Indexed = { readonly palette: Buffer; readonly rows: Buffer }

const channelsOf = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(palette: readonly number[], colour: number): number {
  const wanted = channelsOf(colour)
  const distance = (other: number): number =>
    channelsOf(other).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0)
  const distances = palette.map(distance)
  return distances.indexOf(Math.min(...distances))
}
