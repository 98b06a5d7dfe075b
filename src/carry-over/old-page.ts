import { makeOldReader } from './old-reader.ts'

// The page of a hidden window, in a session with the files of an earlier version. The main process calls these functions
// (electron/carry-over/old-page.ts). Nothing else is loaded here, and the page has no bridge.
Object.assign(globalThis, { carryOver: makeOldReader(indexedDB, localStorage) })
