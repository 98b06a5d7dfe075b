// The parts of undici that a request needs. Loading the whole package takes twice as long.
declare module 'undici/lib/dispatcher/agent.js' {
  const agent: typeof import('undici').Agent
  export default agent
}
declare module 'undici/lib/dispatcher/dispatcher.js' {
  const dispatcher: typeof import('undici').Dispatcher
  export default dispatcher
}
declare module 'undici/lib/core/connect.js' {
  const connector: typeof import('undici').buildConnector
  export default connector
}
declare module 'undici/lib/web/fetch/index.js' {
  const parts: { readonly fetch: typeof import('undici').fetch }
  export default parts
}
declare module 'undici/lib/web/fetch/headers.js' {
  const parts: { readonly Headers: typeof import('undici').Headers }
  export default parts
}
