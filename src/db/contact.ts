/** FNV-1a hash (32 bits) of a contact's key. Only the empty key hashes to 0. */
export function hashOf(key: string): number {
  if (key === '') return 0
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash ^= key.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0 || 1
}
