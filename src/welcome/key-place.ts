import { text } from '../strings/text.ts'

/** Tells the user where the key is stored. `platform` is Node's `process.platform`. */
export function keyPlaceWords(platform: string): string {
  switch (platform) {
    case 'darwin':
      return text('welcome.keyPlace.mac')
    case 'win32':
      return text('welcome.keyPlace.windows')
    default:
      return text('welcome.keyPlace.other')
  }
}
