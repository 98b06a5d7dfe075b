import type Dexie from 'dexie'
import { indexKeysOf } from './customer-key.ts'

/**
 * Adds `customerKeys` to every conversation that is written, so that the index finds all conversations of a customer, however an
 * address is spelled. The keys are hashed, because an index is not sealed. A single multi-entry index, because every additional index slows down the first sync.
 */
export function indexCustomers(dexie: Dexie, hash: (key: string) => string): void {
  dexie.use({
    stack: 'dbcore',
    name: 'customers',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        if (name !== 'conversations') return table
        return {
          ...table,
          mutate(request) {
            if (request.type !== 'add' && request.type !== 'put') return table.mutate(request)
            return table.mutate({
              ...request,
              values: request.values.map((row: Addressed) => ({ ...row, customerKeys: indexKeysOf(row).map(hash) })),
            })
          },
        }
      },
    }),
  })
}

type Addressed = Parameters<typeof indexKeysOf>[0]
