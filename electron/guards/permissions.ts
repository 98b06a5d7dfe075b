/** Electron grants everything by default. Here only notifications are granted; a name that is new is denied. */
export function permissionPolicy(name: string): boolean {
  return name === 'notifications'
}
