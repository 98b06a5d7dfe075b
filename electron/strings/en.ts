import { BACKGROUND_EN } from './background-en.ts'
import { BACKUP_EN } from './backup-en.ts'
import { POLICY_EN } from './policy-en.ts'
import { RECOVERY_EN } from './recovery-en.ts'

/** Every text of the main process: menus, dialogs and errors. In a menu, & marks the access key. */
export const EN = {
  ...BACKGROUND_EN,
  ...BACKUP_EN,
  ...POLICY_EN,
  ...RECOVERY_EN,

  'account.anotherHasKey': 'This key belongs to the workspace “{name}”, which is already on this device.',
  'account.cannotCheckKey':
    'This workspace has no conversations on this device, so Clarion can’t check that the key belongs to it. Add a new workspace instead.',
  'account.demo': 'Demo',
  'account.enterKey': 'Enter the API key.',
  'account.enterName': 'Enter a name for the workspace.',
  'account.inbox': 'Inbox',
  'account.invalidKey': 'An API key has no spaces, line breaks or accents. Copy the whole key again.',
  'account.keyMissing': 'The API key for this workspace is missing on this device. Enter it again.',
  'account.nameTaken': 'Another workspace has this name. Enter a different name.',
  'account.noConversationFound':
    '{count, plural, one {Couldn’t find the checked conversation with this key. The key may belong to another account, or the conversation was deleted.} other {Couldn’t find any of the # checked conversations with this key. The key may belong to another account, or the conversations were deleted.}} Add the key as a new workspace in Settings, under Workspaces. Unsent messages stay in this workspace.',
  'account.otherServer': 'This workspace uses {address}. To use another server, add a new workspace.',
  'account.workspaceGone': 'This workspace is no longer on this device.',

  'address.empty': 'Enter the server address, such as https://api.example.com.',
  'address.hasQuery': 'Remove everything from ? or # onwards.',
  'address.hasUser': 'Remove the user name and password from the address.',
  'address.invalid': 'This isn’t a valid address. Enter one like https://api.example.com.',
  'address.notEncrypted': 'Use https. With http, others on the network could read the API key.',
  'address.otherScheme': 'Enter an address that starts with https://.',

  'api.idNotInAddress': 'This conversation can’t be opened: its id can’t be part of a web address.',
  'api.keyRejected': 'The server rejected the API key.',
  'api.noReason': 'The server gave no reason.',

  'badge.waiting': '{count, plural, one {# conversation waiting} other {# conversations waiting}}',

  'bug.invalidCall': 'This call is not valid.',
  'bug.notOurWindow': 'Only the app’s window may make this call.',
  'bug.unexpected': 'Something went wrong in Clarion. Try again.',
  'bug.unknownCall': 'This call does not exist.',

  'connect.busy': 'Clarion is already asking a question. Answer it first, then try again.',
  'connect.cancel': 'Cancel',
  'connect.connect': 'Connect',
  'connect.declined': 'Not connected.',
  'connect.notAllowed': 'Your organisation doesn’t allow this server. Ask your administrator.',
  'connect.policyBroken':
    'No server can be added, because your organisation’s policy file can’t be used. Ask your administrator.',
  'connect.notEncrypted': 'The connection isn’t encrypted.',
  'connect.paused': 'Not connected. Try again in a minute.',
  'connect.question': 'Connect to {host}?',
  'connect.sendsThere': 'Clarion sends the API key and your messages there.',
  'connect.thisComputer': 'This server runs on this computer.',
  'connect.tooOften': 'Too many attempts to connect. Try again in a minute.',

  'export.ended': 'This export has already ended. Start it again.',
  'export.error.busy': 'Another program has the file open. Close it there, then try again.',
  'export.error.diskFull': 'The disk is full. Free some space, then try again.',
  'export.error.fileTooLarge': 'The disk can’t store a file of this size. Choose another disk.',
  'export.error.folderGone': 'The folder no longer exists. Choose another folder.',
  'export.error.folderHasName': 'A folder has this name. Choose another name.',
  'export.error.noPermission': 'You don’t have permission to save here. Choose another folder.',
  'export.error.other': 'Couldn’t write the file. Try again or choose another folder.',
  'export.error.quota': 'Your disk quota is used up. Free some space, then try again.',
  'export.error.readOnly': 'The disk is read-only. Choose another folder.',
  'export.fileName': 'Clarion export',

  'link.cancel': 'Cancel',
  'link.notEncrypted': 'The connection to this site isn’t encrypted.',
  'link.open': 'Open',
  'link.question': 'Open {name}?',
  'link.refused.hiddenCharacters': 'The link contains hidden or invalid characters.',
  'link.refused.invalidMail': 'The link is not a valid email address.',
  'link.refused.invalidPhone': 'The link is not a valid phone number.',
  'link.refused.mailFields': 'The link asks for more than an email to one address.',
  'link.refused.noAddress': 'The link is not a valid address.',
  'link.refused.scheme': 'Only web, email and phone links can be opened.',
  'link.refused.tooLong': 'The link is too long.',
  'link.refused.userName': 'The link contains a user name, which can hide where it leads.',

  'lock.locked': 'Clarion is locked. Unlock it first.',
  'lock.open': 'Clarion isn’t locked.',
  'lock.reason': 'unlock Clarion',

  'menu.addToDictionary': 'Add to dictionary',
  'menu.conversation': '&Conversation',
  'menu.edit': '&Edit',
  'menu.file': '&File',
  'menu.go': '&Go',
  'menu.help': '&Help',
  'menu.noSuggestions': 'No suggestions',
  'menu.quit.linux': '&Quit',
  'menu.quit.macos': 'Quit Clarion',
  'menu.quit.windows': 'E&xit',
  'menu.role.about': 'About Clarion',
  'menu.role.bringToFront': 'Bring all to front',
  'menu.role.close': 'Close',
  'menu.role.closeWindow': 'Close window',
  'menu.role.copy': 'Copy',
  'menu.role.cut': 'Cut',
  'menu.role.delete': 'Delete',
  'menu.role.developerTools': 'Toggle developer tools',
  'menu.role.fullScreen': 'Toggle full screen',
  'menu.role.hide': 'Hide Clarion',
  'menu.role.hideOthers': 'Hide others',
  'menu.role.minimize': 'Minimize',
  'menu.role.paste': 'Paste',
  'menu.role.pasteWithoutStyle': 'Paste and match style',
  'menu.role.redo': 'Redo',
  'menu.role.selectAll': 'Select all',
  'menu.role.services': 'Services',
  'menu.role.showAll': 'Show all',
  'menu.role.showSubstitutions': 'Show substitutions',
  'menu.role.smartDashes': 'Smart dashes',
  'menu.role.smartQuotes': 'Smart quotes',
  'menu.role.startSpeaking': 'Start speaking',
  'menu.role.stopSpeaking': 'Stop speaking',
  'menu.role.textReplacement': 'Text replacement',
  'menu.role.undo': 'Undo',
  'menu.role.zoomWindow': 'Zoom',
  'menu.speech': 'Speech',
  'menu.substitutions': 'Substitutions',
  'menu.thirdPartyLicenses': 'Third-party licenses',
  'menu.view': '&View',
  'menu.window': '&Window',
  'menu.zoom.in': 'Zoom in',
  'menu.zoom.out': 'Zoom out',
  'menu.zoom.reset': 'Reset zoom',

  'notification.reply': 'Reply',
  'notification.replyLockedHint': 'Clarion is locked. Unlock it to find your reply as a draft.',
  'notification.replyLost':
    'The notification is from before Clarion was restarted. Open the conversation to reply. You typed:',
  'notification.replyNotSent': 'Reply not sent',
  'notification.resolve': 'Resolve',
  'notification.resolveLocked': 'Not resolved',
  'notification.resolveLockedHint': 'Clarion is locked. Unlock it first.',

  'proxy.noQuestion': 'This proxy doesn’t ask for a name and password.',

  'quit.changes': '{count, plural, one {# change} other {# changes}}',
  'quit.conversations': '{count, plural, one {# new conversation} other {# new conversations}}',
  'quit.keepOpen': 'Keep Clarion open',
  'quit.lost':
    'Nothing is kept on this computer after you quit. {count, plural, one {It will be lost.} other {They will be lost.}}',
  'quit.messages': '{count, plural, one {# message} other {# messages}}',
  'quit.quit': 'Quit',
  'quit.sentAtStart':
    '{count, plural, one {It stays on this device and will be sent when you next start Clarion.} other {They stay on this device and will be sent when you next start Clarion.}}',
  'quit.sentAtStartExcept':
    'They stay on this device. {waitingCount, plural, one {{waiting} will be sent when you next start Clarion.} other {{waiting} will be sent when you next start Clarion.}} {askingCount, plural, one {{asking} needs your attention.} other {{asking} need your attention.}}',
  'quit.sentWithKey':
    '{count, plural, one {It stays on this device and will be sent after you enter the API key again.} other {They stay on this device and will be sent after you enter the API key again.}}',
  'quit.sentWithKeyExcept':
    'They stay on this device. {waitingCount, plural, one {{waiting} will be sent after you enter the API key again.} other {{waiting} will be sent after you enter the API key again.}} {askingCount, plural, one {{asking} needs your attention.} other {{asking} need your attention.}}',
  'quit.unsent': '{count, plural, one {{items} hasn’t been sent.} other {{items} haven’t been sent.}}',
  'quit.untilDecided':
    '{count, plural, one {It stays on this device until you decide what to do with it.} other {They stay on this device until you decide what to do with them.}}',

  'sealing.choiceNotStored':
    'Couldn’t save your choice. Free some disk space or check the permissions of Clarion’s data folder, then try again.',
  'sealing.keyNotRemoved': 'Couldn’t remove the data key. Try again.',

  'start.argumentsTooLong': 'The link is too long. Copy it again, or ask its sender for a shorter one.',
  'start.broke': 'Something broke during the start. The log says more:',
  'start.keyFile.empty': 'names an empty file.',
  'start.keyFile.notDeleted': 'names a file that could not be read and deleted.',
  'start.keyFile.notPlain': 'must name a plain file with one name.',
  'start.keyFile.notPrivate': 'must name a file that only you own and may read (mode 0600).',
  'start.keyFile.tooLarge': 'names a file that is too large for a key.',
  'start.keyFile.unreadable': 'names a file that is missing, a link, or not readable.',
  'start.newerProfile':
    'A newer version of Clarion wrote this list of workspaces. Update Clarion, then start it again. Nothing was changed.',
  'start.profile.damagedLock': 'Couldn’t move a damaged lock file in this folder ({code}).',
  'start.profile.diskFull': 'The disk is full. Free some space, then start Clarion again.',
  'start.profile.elsewhere':
    'This profile is in use by Clarion on another computer ({computer}). Quit it there first. If it isn’t running there, delete this file.',
  'start.profile.isFile':
    'Clarion stores its data in a folder with this name, but a file has it. Rename the file, then start Clarion again.',
  'start.profile.noPermission':
    'Clarion stores its data in this folder, but your account can’t write to it. Change its permissions, then try again.',
  'start.profile.other': 'Clarion stores its data in this folder, but couldn’t open it ({code}).',
  'start.profile.quota': 'Your account’s disk quota is used up. Free some space, then start Clarion again.',
  'start.profile.readOnly': 'Clarion stores its data in this folder, but the disk is read-only.',
  'start.provision.both': 'Set CLARION_API_KEY_FILE or CLARION_API_KEY, not both.',
  'start.provision.incomplete':
    'Set both CLARION_API_URL and CLARION_API_KEY_FILE (or CLARION_API_KEY): one of them is missing.',
  'start.provision.invalidKey': 'CLARION_API_KEY is not a valid API key: it is empty, or has spaces or accents.',
  'start.refused': 'Clarion couldn’t start',
  'start.switchRefused.text':
    'Clarion was started with {name}, which it doesn’t accept. Only known switches are allowed, because others can open the app, and the API key in it, to other programs.',
  'start.switchRefused.title': 'Clarion did not start',
  'tray.lock': 'Lock now',
  'tray.newConversation': 'New conversation…',
  'tray.open': 'Open Clarion',
  'tray.quit': 'Quit Clarion',
  'tray.waiting':
    '{count, plural, =0 {No conversations waiting} one {# conversation waiting} other {# conversations waiting}}',
} as const
