import type { Strength } from '../device-backup/passphrase.ts'
import type { TextId } from '../strings/text.ts'

export const STRENGTHS = {
  weak: 'backup.strength.weak',
  fair: 'backup.strength.fair',
  strong: 'backup.strength.strong',
} as const satisfies Record<Exclude<Strength, 'short'>, TextId>
