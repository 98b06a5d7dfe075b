// The parts of undici that a request needs. Loading the whole package takes twice as long.
declare module 'undici/lib/dispatcher/agent.js' {
  import { Agent } from 'undici'
  export default Agent
}
declare module 'undici/lib/dispatcher/dispatcher.js' {
  import { Dispatcher } from 'undici'
  export default Dispatcher
}
declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici'
  export default buildConnector
}
declare module 'undici/lib/web/fetch/index.js' {
  import { fetch } from 'undici'
  const parts: { readonly fetch: typeof fetch }
  export default parts
}
declare module 'undici/lib/web/fetch/headers.js' {
  import { Headers } from 'undici'
  const parts: { readonly Headers: typeof Headers }
  export default parts
}
