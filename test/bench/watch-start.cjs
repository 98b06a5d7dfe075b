// Records when the window first showed a row. In the main process, this file adds itself as a preload script to each window.
const electron = require('electron')

if (process.type === 'browser') {
  // The driver's loader: only one file can be preloaded into an app.
  require('../../node_modules/playwright-core/lib/server/electron/loader.js')
  void electron.app.whenReady().then(() => {
    // The empty window, the floor of each figure, has the default session.
    for (const session of [electron.session.fromPartition('persist:sealed'), electron.session.defaultSession]) {
      if (session.registerPreloadScript) {
        session.registerPreloadScript({ type: 'frame', filePath: __filename })
      } else session.setPreloads([...session.getPreloads(), __filename])
    }
  })
} else {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[role=option]:not([aria-label="Loading"])') === null) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => document.documentElement.setAttribute('data-list-painted-at', String(Date.now()))
      port2.postMessage(null)
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}
