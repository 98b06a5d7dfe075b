/** How two addresses are known to be the same, whatever way they are written. */

/** Empty for none. */
export function phoneKey(phone: string | null | undefined): string {
  return (phone ?? '').replaceAll(/\D/g, '')
}

/** Empty for none. */
export function emailKey(email: string | null | undefined): string {
  return (email ?? '').trim().toLowerCase()
}

/** A number to find a key by (FNV-1a, 32 bits); 0 for the empty key, and for no other. */
export function hashOf(key: string): number {
  if (key === '') return 0
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash ^= key.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0 || 1
}
