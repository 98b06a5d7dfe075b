export const frame = {
  'frame.keyboard': 'Keyboard',
  'frame.field.missing': '{text} Press Esc or click to continue.',
  'frame.field.waiting': 'Waiting for the text field… Press Esc or click to stop waiting.',
  'frame.field.waitingWithText':
    '“{text}” will be entered when the text field is ready. Press Esc or click to stop waiting.',
  'frame.bug.title': 'Something went wrong',
  'frame.bug.text': 'Nothing is lost: your drafts and unsent messages are saved on this device. Reload to continue.',
  'frame.reload': 'Reload',
  'frame.halted.newer.title': 'Update Clarion',
  'frame.halted.newer.text':
    'A newer version of Clarion has opened this inbox. Update the app to open it. Nothing was changed.',
  'frame.halted.superseded.title': 'Opened in a newer version',
  'frame.halted.superseded.text':
    'A newer version of Clarion is running, so this window has stopped. Nothing is lost. Reload to continue in the new version.',
  'frame.halted.blocked.title': 'This inbox is in use',
  'frame.halted.blocked.text':
    'Another Clarion window is using it, or this computer isn’t responding. Close the other window and reload. Nothing was changed.',
  'frame.halted.closed.title': 'Your inbox was closed',
  'frame.halted.closed.text':
    'The system closed Clarion’s database. A full disk can cause this. Nothing is sent or downloaded until you reload. Saved messages and drafts are still there.',
  'frame.halted.wrongKey.title': 'This data can’t be opened',
  'frame.halted.wrongKey.text':
    'The key on this device doesn’t fit this data, for example because only a part of the profile was restored. Nothing was changed. Restore the folder “keys” together with the database, then reload.',
  'frame.halted.unopenable.title': 'Couldn’t open your inbox',
  'frame.halted.unopenable.text': 'The disk may be full. Free up space and reload. Nothing was changed.',
  'frame.unsaved': 'Not saved',
  'frame.unsavedText': 'Unsaved text',
  'frame.copyUnsaved': 'This text couldn’t be saved. Copy it before you reload:',
  'frame.nothingSelected': 'No conversation selected',
  'frame.hint.move': 'next, previous',
  'frame.hint.open': 'open',
  'frame.hint.reply': 'reply',
  'frame.hint.resolve': 'resolve',
  'frame.hint.close': 'close',
  'frame.hint.commands': 'all commands',
  'frame.hint.shortcuts': 'all shortcuts',
  'frame.notices': 'Notices',
  'frame.notice': 'Notice',
  'frame.enterNewKey': 'Enter new key',
  'frame.keyUnreadable':
    'Couldn’t read the API key of {workspace}. The system keychain is locked or has changed, or the key is damaged. You can read what is saved here. To send and receive, enter the key.',
  'frame.keyMissing':
    'The API key of {workspace} isn’t on this device. You can read what is saved here. To send and receive, enter the key.',
  'frame.demo': 'Demo account: resets when you quit. Nothing is really sent.',
  'frame.keyForgotten': 'This computer has no system keychain, so the API key is forgotten when you quit.',
  'frame.opening.title': 'Opening your inbox',
  'frame.opening.text':
    'Clarion was updated and is converting the data on this device. This happens once and can take a while with many conversations.',
  'frame.dataLeft':
    'Couldn’t move all data from the earlier version. The rest is still on this device, not encrypted. Clarion tries again at the next start.',
  'frame.waitingForKeychain.title': 'Waiting for the keychain…',
  'frame.waitingForKeychain.text': 'Your system may be asking you to unlock it.',
  'frame.bulkChange': 'Bulk change',
  'frame.bulkProgress': '{done, number} of {total, number} done',
  'frame.gotIt': 'Got it',
  'frame.review.held': 'Held back',
  'frame.review.new': 'New',
  'frame.review.sent': 'Sent',
  'frame.review.moreHeld': 'and {count, number} more in the outbox',
  'frame.review.moreNew': 'and {count, number} more',
  'frame.run.title': 'All done',
  'frame.run.text': 'You’ve handled them all. New conversations are in the list.',
  'frame.run.back': 'Back to list',
  'frame.notSaving':
    'Changes aren’t being saved. The disk may be full. If you close the window now, unsaved text is lost. Everything saved earlier is still there.',
  'frame.diskFull':
    'The disk is nearly full. Your messages are still saved and sent, but older conversations aren’t downloaded until you free up space.',
  'frame.diskLow': 'Disk space is low. Free up space so that Clarion can keep saving your work.',
  'frame.undo': 'Undo',
  'frame.dismiss': 'Dismiss',
  'frame.updated.title': 'Clarion was updated',
  'frame.updated.text':
    'Restart to continue. Nothing is lost: your drafts and unsent messages are saved on this device.',
  'frame.updated.later': 'Later',
  'frame.updated.restart': 'Restart',
  'frame.listWidth': 'List width',
  'frame.customerWidth': 'Customer panel width',
} as const
