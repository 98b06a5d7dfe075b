import { nativeImage, type NativeImage } from 'electron'
import { ICON_PNG, TEMPLATE_PNG } from './icons.ts'

/** macOS draws a template in the colour of its menu bar. Elsewhere the colours of the logo are visible on light and dark. */
export function trayIcon(platform: string): NativeImage {
  // Linux takes one picture and scales it.
  if (platform === 'linux') return nativeImage.createFromBuffer(bytesOf(ICON_PNG[32]))
  const pictures = platform === 'darwin' ? TEMPLATE_PNG : ICON_PNG
  const image = nativeImage.createFromBuffer(bytesOf(pictures[16]))
  image.addRepresentation({ scaleFactor: 2, buffer: bytesOf(pictures[32]) })
  if (platform === 'darwin') image.setTemplateImage(true)
  return image
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}
