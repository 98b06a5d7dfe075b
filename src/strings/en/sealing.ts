/** The screens before a workspace opens: the lock, the choice without a keychain, and data that can't be opened. */
export const sealing = {
  'sealing.lock.title': 'Clarion is locked',
  'sealing.lock.text': 'Sending and syncing continue after you unlock.',
  'sealing.lock.asksFingerprint': 'Unlocking asks for your fingerprint.',
  'sealing.lock.asksNothing': 'Unlocking takes one click, so lock your computer too when you leave it.',
  'sealing.lock.unlock': 'Unlock',
  'sealing.lock.unlocking': 'Unlocking…',
  'sealing.lock.cancelled': 'Still locked. Try again.',

  'sealing.choice.title': 'How should Clarion keep your data?',
  'sealing.choice.text':
    'Clarion found no keychain on this computer, so it can’t protect what it stores. Choose what happens to conversations, drafts and the API key.',
  'sealing.choice.memory.title': 'Keep nothing after quitting',
  'sealing.choice.memory.text':
    'At each start, you enter the API key and Clarion downloads everything again. Unsent messages, drafts, notes and snippets are lost when you quit.',
  'sealing.choice.unprotected.title': 'Keep on this computer, unprotected',
  'sealing.choice.unprotected.text':
    'Everything is there at the next start. Anyone who can read your files can read customers’ messages and the API key.',
  'sealing.choice.continue': 'Continue',
  'sealing.choice.keychain.linux':
    'To protect your data instead, install and unlock GNOME Keyring or KWallet, then restart Clarion. You may have to enter the API key again.',
  'sealing.choice.keychain.other':
    'To protect your data instead, make your system’s keychain available, then restart Clarion.',
  'sealing.choice.checkAgain': 'Check again',
  'sealing.choice.checking': 'Checking…',
  'sealing.choice.stillNone': 'Still no keychain.',

  'sealing.restart': 'Restart Clarion',

  'sealing.sealed.keychain.restart': 'Unlock the keychain first. Clarion reads it only when it starts.',
  'sealing.sealed.keychain.title': 'Couldn’t unlock your data',
  'sealing.sealed.keychain.text':
    'The system keychain didn’t give Clarion the key to the data of {workspace}. The keychain may be locked, may have been reset, or may belong to another computer.',
  'sealing.sealed.missing.title': 'The key to your data is missing',
  'sealing.sealed.missing.text':
    'The data of {workspace} is on this computer, but the file with its key isn’t. If you have a backup of Clarion’s folder, restore it and start Clarion again.',
  'sealing.sealed.damaged.title': 'The key to your data is damaged',
  'sealing.sealed.damaged.text':
    'Clarion can’t read the file with the key to the data of {workspace}. If you have a backup of Clarion’s folder, restore it and start Clarion again.',
  'sealing.sealed.newer.title': 'Update Clarion',
  'sealing.sealed.newer.text':
    'A newer version of Clarion saved the key to the data of {workspace}. Update the app to open it.',
  'sealing.sealed.unwritable.title': 'Couldn’t save a key for your data',
  'sealing.sealed.unwritable.text':
    'Clarion protects the data of {workspace} with a key and couldn’t save that key. The disk may be full or read-only. Free up space, then try again.',
  'sealing.sealed.refused.title': 'Couldn’t open your data',
  'sealing.sealed.refused.text': 'Clarion couldn’t get the key to the data of {workspace}.',
  'sealing.sealed.tryAgain': 'Try again',
  'sealing.sealed.trying': 'Trying again…',
  'sealing.sealed.noChange': 'Tried again. Nothing has changed.',
  'sealing.sealed.others': 'Other workspaces',
  'sealing.sealed.connect': 'Connect another workspace…',
  'sealing.sealed.delete': 'Delete this data and download again…',

  'sealing.kept.some':
    'Nothing was deleted. {count, plural, one {{items} is still in it.} other {{items} are still in it.}}',
  'sealing.kept.none': 'Nothing was deleted. There are no unsent messages, drafts, notes or snippets in it.',
  'sealing.kept.unknown': 'Nothing was deleted. Clarion can’t tell whether unsent messages or drafts are in it.',
  'sealing.kept.unsent': '{count, plural, one {# unsent message or change} other {# unsent messages or changes}}',
  'sealing.kept.drafts': '{count, plural, one {# draft} other {# drafts}}',
  'sealing.kept.notes': '{count, plural, one {# note} other {# notes}}',
  'sealing.kept.snippets': '{count, plural, one {# snippet} other {# snippets}}',

  'sealing.delete.title': 'Delete the data of {workspace}?',
  'sealing.delete.text':
    'Clarion deletes what it has stored on this computer and downloads your conversations from the server again.',
  'sealing.delete.lost':
    '{count, plural, one {You will lose {items}. It can’t be downloaded again.} other {You will lose {items}. They can’t be downloaded again.}}',
  'sealing.delete.lostUnknown':
    'You will lose unsent messages, drafts, notes and snippets that are in it. They can’t be downloaded again.',
  'sealing.delete.cancel': 'Cancel',
  'sealing.delete.confirm': 'Delete and download again',
  'sealing.delete.deleting': 'Deleting…',
  'sealing.delete.failed': 'Couldn’t delete the data. Restart Clarion, then try again.',
} as const
