import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'

/**
 * Reads the pixels of an Xvfb display from its framebuffer file (X Window Dump, 32 bits per pixel), without a screenshot program.
 * @returns {{ width: number, height: number, rgb: Buffer }}
 */
export function readScreen(framebuffer) {
  const file = readFileSync(framebuffer)
  const field = (index) => file.readUInt32BE(index * 4)
  const [headerBytes, width, height, bytesPerLine, colours] = [field(0), field(4), field(5), field(12), field(19)]
  // The file has a colour table, which is unused with true colour. Each entry has 12 bytes.
  const start = headerBytes + colours * 12
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * bytesPerLine + x * 4
      const to = (y * width + x) * 3
      rgb[to] = file[from + 2]
      rgb[to + 1] = file[from + 1]
      rgb[to + 2] = file[from]
    }
  }
  return { width, height, rgb }
}

/** The number of different colours: an empty screen has one or two, and a drawn window has hundreds. */
export function countColours({ rgb }) {
  const seen = new Set()
  for (let at = 0; at < rgb.length; at += 3) seen.add(rgb.readUIntBE(at, 3))
  return seen.size
}

export function encodePng({ width, height, rgb }) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8) // 8 bits per channel, RGB
  const lines = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y++) rgb.copy(lines, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

// node:zlib has crc32 since Node 22 only.
function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
