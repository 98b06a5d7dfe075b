/** Grants notifications only. Electron grants everything by default, so this denies new permissions too. */
export function permissionPolicy(name: string): boolean {
  return name === 'notifications'
}
