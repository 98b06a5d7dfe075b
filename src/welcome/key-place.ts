/** Where the key will be kept, in a person's words. `platform` as Node names it. */
export function keyPlaceWords(platform: string): string {
  switch (platform) {
    case 'darwin':
      return 'Kept in this Mac’s Keychain. Once entered, no screen shows it again.'
    case 'win32':
      return 'Kept encrypted for your Windows account. Once entered, no screen shows it again.'
    default:
      return 'Kept in the system’s keyring; where there is none, only until you quit. Once entered, no screen shows it again.'
  }
}
