import type { Loss } from '../db/loss.ts'

/** What was lost with the database, and what was restored. */
export function lossWords({ opsBack, opsUnreadable, isPart = false, isCopyLost = false }: Loss): string {
  return [
    isPart
      ? 'The inbox on this device was damaged. Its last changes are lost.'
      : 'The inbox on this device was damaged, and the system deleted it.',
    isCopyLost
      ? 'The backup of unsent messages and changes is lost too, so they’re gone.'
      : restoredText(opsBack, opsUnreadable),
    opsUnreadable > 0
      ? `${countText(opsUnreadable)} couldn’t be restored: they’re encrypted with a system keychain that is locked or gone.`
      : '',
    isPart
      ? 'Drafts may be older than your last version. Everything else is downloaded again.'
      : 'Drafts are gone. Everything else is downloaded again.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function restoredText(opsBack: number, opsUnreadable: number): string {
  if (opsBack > 0) {
    return `${countText(opsBack)} not sent yet ${opsBack === 1 ? 'was' : 'were'} restored. Each is sent only once: Clarion first checks what the server already has.`
  }
  return opsUnreadable > 0 ? '' : 'Nothing was waiting to be sent.'
}

function countText(count: number): string {
  return count === 1 ? '1 message or change' : `${count} messages or changes`
}
