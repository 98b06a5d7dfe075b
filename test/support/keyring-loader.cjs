// Loaded into the main process with `-r` instead of Playwright's loader, which chooses a store without a keychain.
const { createRequire } = require('node:module')
const { join } = require('node:path')

createRequire(__filename)(join(__dirname, '../../node_modules/playwright-core/lib/server/electron/loader.js'))
require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret')
