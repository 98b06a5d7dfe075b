// node test/bench/palette.mjs [conversations]: bundles and runs palette.ts.
import { runInNode } from './run-in-node.mjs'

await runInNode('palette')
