import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { IDBFactory } from 'fake-indexeddb'

// Each test file begins without databases, though the files of a worker share their modules. Dexie looks for IndexedDB once, as it loads.
const indexedDB = new IDBFactory()
Object.assign(globalThis, { indexedDB })
Dexie.dependencies.indexedDB = indexedDB
