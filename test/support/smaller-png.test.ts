import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { smallerPng } from './smaller-png.ts'

const GALLERY = fileURLToPath(new URL('../gallery/references', import.meta.url))
const [engine = ''] = readdirSync(GALLERY)
const picture = readFileSync(join(GALLERY, engine, 'dialog-light.png'))

const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)]

it('smallerPng keeps the size of a picture and needs fewer bytes when it is one of a browser', () => {
  const smaller = smallerPng(picture)
  expect(smaller.length).toBeLessThan(picture.length)
  expect(sizeOf(smaller)).toEqual(sizeOf(picture))
  // One byte a pixel, and the filter of each row.
  const [width = 0, height = 0] = sizeOf(picture)
  const at = smaller.indexOf('IDAT')
  const data = smaller.subarray(at + 4, at + 4 + smaller.readUInt32BE(at - 4))
  expect(inflateSync(data)).toHaveLength((width + 1) * height)
})

it('smallerPng returns the same picture when it has a palette already', () => {
  const smaller = smallerPng(picture)
  expect(smallerPng(smaller)).toBe(smaller)
})
