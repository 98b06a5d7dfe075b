import type { Loss } from '../db/loss.ts'

/** What was lost with the database, and what came back. */
export function lossWords({ opsBack, opsUnreadable, isPart = false, isCopyLost = false }: Loss): string {
  return [
    isPart
      ? 'The inbox stored on this computer was damaged, and its last changes are lost.'
      : 'The inbox stored on this computer was damaged, and the system has thrown it away.',
    isCopyLost
      ? 'The copy of what waited to be sent is lost, too: messages and changes that had not been sent are gone.'
      : backWords(opsBack, opsUnreadable),
    opsUnreadable > 0
      ? `${countWords(opsUnreadable)} could not be read back: they were sealed by a keyring that is locked or gone.`
      : '',
    isPart
      ? 'Drafts may be older than you left them. Everything else is fetched again from the server.'
      : 'Drafts are gone. Everything else is fetched again from the server.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function backWords(opsBack: number, opsUnreadable: number): string {
  if (opsBack > 0) {
    return `${countWords(opsBack)} that had not been sent came back, and each goes out once: what may have been sent already is looked up first.`
  }
  return opsUnreadable > 0 ? '' : 'Nothing was waiting to be sent.'
}

function countWords(count: number): string {
  return count === 1 ? '1 message or change' : `${count} messages or changes`
}
