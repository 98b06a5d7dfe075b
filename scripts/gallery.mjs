// npm run gallery: builds a page with every component in every state and look, serves it on this machine and opens it. With --update it takes
// the pictures that test/e2e/gallery.test.ts compares with.
import { build, preview } from 'vite'
import { tool } from './build.mjs'
import { GALLERY_CONFIG } from './design/gallery-config.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

await command(async () => {
  if (process.argv.includes('--update')) return await takePictures()
  await build(GALLERY_CONFIG)
  const server = await preview({ ...GALLERY_CONFIG, preview: { open: process.stdout.isTTY } })
  say(`the gallery is at ${server.resolvedUrls?.local[0]}; Ctrl+C stops it`)
})

async function takePictures() {
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    'e2e',
    'test/e2e/gallery.test.ts',
    '-t',
    'look as before',
  ]
  const { code } = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...args], {
    env: { ...process.env, CLARION_UPDATE_PICTURES: '1' },
  })
  if (code !== 0) throw new Trouble('not all pictures could be taken')
  say('wrote test/gallery/references')
}
