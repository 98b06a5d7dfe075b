import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { ROOT } from './paths.mjs'
import { command, Trouble } from './say.mjs'

// Draws the icons of the tray from resources/icon.svg. Run it after the logo has changed: `node scripts/tray-icons.mjs`.

const OUTPUT = join(ROOT, 'electron', 'shell', 'tray', 'icons.ts')
/** Pixels. */
const SIZES = [16, 32]

/** macOS colours a template itself, so it has the strokes of the logo in black and no background. They fill the picture as the background did. */
function templateOf(svg) {
  return svg
    .replace(/<rect [^>]*>/, '')
    .replaceAll('#fff', '#000')
    .replace('viewBox="0 0 1024 1024"', 'viewBox="152 152 720 720"')
}

/** The colours of the logo, without the margin that a large icon has. */
function plainOf(svg) {
  return svg.replace('viewBox="0 0 1024 1024"', 'viewBox="64 64 896 896"')
}

async function draw(page, svg, size) {
  await page.setViewportSize({ width: size, height: size })
  const style = '<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>'
  await page.setContent(`${style}${svg}`)
  return (await page.screenshot({ omitBackground: true })).toString('base64')
}

await command(async () => {
  const executablePath = findChromium()
  if (executablePath === null) throw new Trouble('drawing the icons needs Chromium')
  const svg = readFileSync(join(ROOT, 'resources', 'icon.svg'), 'utf8')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const lines = []
    for (const [name, drawn] of [
      ['ICON', plainOf(svg)],
      ['TEMPLATE', templateOf(svg)],
    ]) {
      lines.push(`export const ${name}_PNG = {`)
      for (const size of SIZES) lines.push(`  ${size}: '${await draw(page, drawn, size)}',`)
      lines.push('} as const', '')
    }
    const note =
      '// Made by scripts/tray-icons.mjs from resources/icon.svg: PNG as base64, by size in pixels. Do not edit.\n\n'
    writeFileSync(OUTPUT, note + lines.join('\n'))
  } finally {
    await browser.close()
  }
})
