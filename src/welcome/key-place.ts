/** Tells the user where the key is stored. `platform` is Node's `process.platform`. */
export function keyPlaceWords(platform: string): string {
  switch (platform) {
    case 'darwin':
      return 'Stored in your Mac’s Keychain and never shown again.'
    case 'win32':
      return 'Encrypted for your Windows account and never shown again.'
    default:
      return 'Stored in your system keyring and never shown again. Without a keyring, it’s kept only until you quit.'
  }
}
