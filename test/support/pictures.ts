import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const REFERENCES = join(ROOT, 'test', 'gallery', 'references')
/** The picture of now and the differences, for a person to look at. */
const FOUND = join(ROOT, 'out', 'gallery-differences')

/** Of 255. Below it, two pixels of one channel count as equal: text is not smoothed to the same bit everywhere. */
const MAX_DIFFERENCE = 40
/** Of all pixels. A moved border or a button of another colour is more. */
const MAX_SHARE = 0.0005
/** Of 255, and of all pixels: a surface whose colour is changed a little differs everywhere, and text at its edges alone. */
const MAX_SLIGHT = 3
const MAX_SLIGHT_SHARE = 0.02

export const IS_UPDATE = process.env['CLARION_UPDATE_GALLERY'] === '1'

type Compared = { readonly share: number; readonly picture: string }

/** Whether there are pictures of this version of the engine: another one may draw text in another way. */
export function hasReferences(engine: string): boolean {
  return existsSync(join(REFERENCES, engine))
}

export function storedEngines(): readonly string[] {
  return existsSync(REFERENCES) ? readdirSync(REFERENCES) : []
}

/** Compares a picture with its reference, or replaces the reference. Returns what differs, or null. */
export async function judgePicture(page: Page, engine: string, name: string, shot: Buffer): Promise<string | null> {
  const reference = join(REFERENCES, engine, `${name}.png`)
  if (IS_UPDATE) {
    mkdirSync(join(REFERENCES, engine), { recursive: true })
    writeFileSync(reference, shot)
    return null
  }
  if (!existsSync(reference)) return `${engine}/${name} has no reference: run npm run gallery -- --update`
  const given = { before: readFileSync(reference).toString('base64'), now: shot.toString('base64') }
  const clear = await page.evaluate(comparePictures, { ...given, maxDifference: MAX_DIFFERENCE })
  const slight = await page.evaluate(comparePictures, { ...given, maxDifference: MAX_SLIGHT })
  if (clear.share <= MAX_SHARE && slight.share <= MAX_SLIGHT_SHARE) return null
  const compared = clear.share > MAX_SHARE ? clear : slight
  mkdirSync(FOUND, { recursive: true })
  const file = join(FOUND, `${engine}-${name}`)
  writeFileSync(`${file}.now.png`, shot)
  if (compared.picture !== '') writeFileSync(`${file}.difference.png`, Buffer.from(compared.picture, 'base64'))
  const percent = (100 * compared.share).toFixed(2)
  return `${engine}/${name}: ${percent} % of the pixels differ. See ${file}.difference.png and ${file}.now.png`
}

/** Runs in the page, which can decode PNG. A picture of another size differs entirely. */
export async function comparePictures(given: {
  readonly before: string
  readonly now: string
  readonly maxDifference: number
}): Promise<Compared> {
  const read = async (base64: string): Promise<ImageData> => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob()
    const image = await createImageBitmap(blob)
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (context === null) throw new Error('this browser has no canvas')
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, image.width, image.height)
  }
  const [before, now] = await Promise.all([read(given.before), read(given.now)])
  if (before.width !== now.width || before.height !== now.height) return { share: 1, picture: '' }
  let differing = 0
  for (let at = 0; at < now.data.length; at += 4) {
    const isOther = [0, 1, 2].some(
      (channel) => Math.abs((now.data[at + channel] ?? 0) - (before.data[at + channel] ?? 0)) > given.maxDifference,
    )
    if (isOther) differing += 1
    // What differs is red, and the rest is pale.
    for (const channel of [0, 1, 2])
      now.data[at + channel] = isOther ? (channel === 0 ? 255 : 0) : 200 + (now.data[at + channel] ?? 0) / 5
  }
  const canvas = new OffscreenCanvas(now.width, now.height)
  canvas.getContext('2d')?.putImageData(now, 0, 0)
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  const picture = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { share: differing / (now.width * now.height), picture }
}
