/**
 * Grants nothing. By default Electron grants everything, so this also denies what a later version adds. The page's own notifications are
 * denied too: they could load an icon and lead anywhere. The app's notifications come from the main process and need no permission.
 */
export function permissionPolicy(_name: string): boolean {
  return false
}
