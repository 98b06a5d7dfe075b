import type Dexie from 'dexie'
import { indexKeysOf } from './customer-key.ts'

/**
 * Writes with every conversation what its customer is known by, whoever writes it: the index `customerKeys` then finds all of one
 * customer's, however an address is spelled. One index of several words a row, for each index more would slow the first sync.
 */
export function indexCustomers(dexie: Dexie): void {
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
            return table.mutate({ ...request, values: request.values.map(withKeys) })
          },
        }
      },
    }),
  })
}

function withKeys(row: Parameters<typeof indexKeysOf>[0]): object {
  return { ...row, customerKeys: indexKeysOf(row) }
}
