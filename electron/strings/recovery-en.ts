/** What the main process says when something failed, and its report of a problem. */
export const RECOVERY_EN = {
  'recovery.actions': 'What you can do',
  'recovery.cacheNote':
    'Starting without the cache downloads your conversations again. It keeps drafts and unsent messages.',
  'recovery.crashed.text':
    'The inbox closed unexpectedly, and reloading it didn’t help. Messages aren’t sent or received until Clarion reloads. Drafts and unsent messages are kept on this device.',
  'recovery.crashed.title': 'Clarion stopped working',
  'recovery.hangs.text': 'Wait, or reload it. Drafts and unsent messages are kept on this device.',
  'recovery.hangs.title': 'Clarion isn’t responding',
  'recovery.noPage.text': 'Try again, or restart the computer. Drafts and unsent messages are kept on this device.',
  'recovery.noPage.title': 'Clarion can’t show its window',
  'recovery.keepOpen': 'Keep it open',
  'recovery.mainBroke.text':
    'A part of Clarion failed, so messages may not be sent or received. Restart it to continue safely. Drafts and unsent messages are kept on this device.',
  'recovery.mainBroke.title': 'Something in Clarion failed',
  'recovery.notLoaded.text':
    'An app file is missing or can’t be read. If reloading doesn’t help, install Clarion again. Messages aren’t sent or received until Clarion reloads. Drafts and unsent messages are kept on this device.',
  'recovery.notLoaded.title': 'Clarion couldn’t load its window',
  'recovery.openLog': 'Open log',
  'recovery.quit': 'Quit',
  'recovery.reload': 'Reload',
  'recovery.restart': 'Restart Clarion',
  'recovery.startWithoutCache': 'Start without cache',
  'recovery.tryAgain': 'Try again',
  'recovery.wait': 'Wait',
  'report.close': 'Close',
  'report.content': 'The report',
  'report.fileType': 'Text',
  'report.intro':
    'This is the whole report. It contains no messages, names, phone numbers, keys or server addresses. Clarion doesn’t send it: save it, then attach it to your message to support.',
  'report.notSaved': 'Couldn’t save the report. Choose another folder, then try again.',
  'report.open': 'Report a problem…',
  'report.save': 'Save report…',
  'report.saved': 'Saved as {name}.',
  'report.title': 'Report a problem',
} as const
