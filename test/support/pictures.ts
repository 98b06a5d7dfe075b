import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { smallerPng } from './smaller-png.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What is compared: the command `npm run gallery` or `npm run screens`, with its pictures in a folder `references`. */
export type PictureSet = 'gallery' | 'screens'

const referencesOf = (set: PictureSet): string => join(ROOT, 'test', set, 'references')

/** Of 255. Below it, two pixels of one channel count as equal: text is not smoothed to the same bit everywhere. */
const MAX_DIFFERENCE = 40
/** Of all pixels. A moved border or a button of another colour is more. */
const MAX_SHARE = 0.0005
/** Of 255, and of all pixels: a surface whose colour is changed a little differs everywhere, and text at its edges alone. */
const MAX_SLIGHT = 3
const MAX_SLIGHT_SHARE = 0.02

export const IS_UPDATE = process.env['CLARION_UPDATE_PICTURES'] === '1'

type Compared = { readonly share: number; readonly picture: string }

/** Whether there are pictures of this version of the engine: another one may draw text in another way. */
export function hasReferences(set: PictureSet, engine: string): boolean {
  return existsSync(join(referencesOf(set), engine))
}

export function storedEngines(set: PictureSet): readonly string[] {
  return existsSync(referencesOf(set)) ? readdirSync(referencesOf(set)) : []
}

export type Picture = {
  readonly set: PictureSet
  readonly engine: string
  readonly name: string
  readonly shot: Buffer
}

/** Compares a picture with its reference, or replaces the reference. Returns what differs, or null. `page` decodes them. */
export async function judgePicture(page: Page, { set, engine, name, shot }: Picture): Promise<string | null> {
  const folder = join(referencesOf(set), engine)
  const reference = join(folder, `${name}.png`)
  if (IS_UPDATE) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(reference, smallerPng(shot))
    return null
  }
  if (!existsSync(reference)) return `${engine}/${name} has no reference: run npm run ${set} -- --update`
  const given = { before: readFileSync(reference).toString('base64'), now: shot.toString('base64') }
  const clear = await page.evaluate(comparePictures, { ...given, maxDifference: MAX_DIFFERENCE })
  const slight = await page.evaluate(comparePictures, { ...given, maxDifference: MAX_SLIGHT })
  if (clear.share <= MAX_SHARE && slight.share <= MAX_SLIGHT_SHARE) return null
  const compared = clear.share > MAX_SHARE ? clear : slight
  // For a person to look at.
  const found = join(ROOT, 'out', `${set}-differences`)
  mkdirSync(found, { recursive: true })
  const file = join(found, `${engine}-${name}`)
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
    // The policy of the app's window refuses a fetch.
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
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
