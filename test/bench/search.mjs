// node test/bench/search.mjs [summaries] [conversations] [messages of each]: bundles and runs search.ts.
import { runInNode } from './run-in-node.mjs'

await runInNode('search')
