/** The section of Settings about new versions of Clarion. */
export const settingsUpdates = {
  'settings.updates.title': 'Updates',
  'settings.updates.about':
    'which to new version upgrade install check for updates channel beta stable early release notes restart automatic versions',
  'settings.updates.version': 'Clarion {version}',
  'settings.updates.check': 'Check for updates',
  'settings.updates.restart': 'Restart now',
  'settings.updates.idle': 'Clarion checks for updates daily.',
  'settings.updates.checking': 'Checking for updates…',
  'settings.updates.current': 'Clarion is up to date. Checked {time}.',
  'settings.updates.downloading': 'Downloading version {version}: {percent, number}%',
  'settings.updates.ready': 'Version {version} is ready. It’s installed when you quit Clarion.',
  'settings.updates.notes': 'New in version {version}',
  'settings.updates.channel.title': 'Which versions to install',
  'settings.updates.channel.description': 'Beta versions have new features earlier, and more defects.',
  'settings.updates.channel.stable': 'Stable',
  'settings.updates.channel.beta': 'Beta',
  'settings.updates.off.policy': 'Updates in the app are turned off.',
  'settings.updates.off.packageManager': 'Your package manager updates Clarion.',
  'settings.updates.off.archive':
    'Clarion can’t update itself here, because it was unpacked from an archive. Download new versions yourself.',
  'settings.updates.off.portable':
    'The portable version of Clarion can’t update itself. Download new versions yourself.',
  'settings.updates.off.development': 'This is a development build. It doesn’t update itself.',
  'settings.updates.off.noFeed': 'This build of Clarion has no update server. Download new versions yourself.',
  'settings.updates.problem.offline': 'Couldn’t reach the update server. Check your connection, then try again.',
  'settings.updates.problem.proxy': 'Couldn’t reach the update server: {cause}.',
  'settings.updates.problem.namedProxy': 'Couldn’t reach the update server: {cause} ({proxy}).',
  'settings.updates.problem.timeout': 'The update server didn’t answer in time. Try again later.',
  'settings.updates.problem.notFound': 'The update server has no version for this computer. Try again later.',
  'settings.updates.problem.server': 'The update server reported an error. Try again later.',
  'settings.updates.problem.certificate':
    'The connection to the update server isn’t secure, so nothing was downloaded. Ask your administrator.',
  'settings.updates.problem.noDescription':
    'The update server sent an unexpected answer. It may come from a network that asks you to sign in.',
  'settings.updates.problem.damaged': 'The download is damaged, so it wasn’t installed. Try again.',
  'settings.updates.problem.signature':
    'The download isn’t signed by Clarion, so it wasn’t installed. Ask your administrator.',
  'settings.updates.problem.tooLarge': 'The download is too large for an update, so it was stopped.',
  'settings.updates.problem.otherServer':
    'The update server led to another server, so nothing was downloaded. Ask your administrator.',
  'settings.updates.problem.notEncrypted':
    'The connection to the update server isn’t encrypted, so nothing was downloaded.',
  'settings.updates.problem.diskFull': 'The disk is full. Free some space, then try again.',
  'settings.updates.problem.noPermission':
    'Clarion has no permission to replace its file. Move it to a folder of your own, then try again.',
  'settings.updates.problem.other': 'Couldn’t update Clarion. The log says more. Try again later.',
} as const
