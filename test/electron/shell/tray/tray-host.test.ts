import { expect, it } from 'vitest'
import { sessionBusAddress, watchTrayHost } from '../../../../electron/shell/tray/tray-host.ts'

it.each([
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus' }, 'unix:path=/run/user/1/bus'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x,guid=1;unix:path=/y' }, 'unix:abstract=/tmp/x,guid=1'],
  [{ XDG_RUNTIME_DIR: '/run/user/1' }, 'unix:path=/run/user/1/bus'],
  [{ XDG_RUNTIME_DIR: '/elsewhere' }, null],
  [{ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/1' }, 'unix:path=/run/user/1/bus'],
  [{}, null],
  // A transport that starts a program, and one over the network.
  [{ DBUS_SESSION_BUS_ADDRESS: 'unixexec:path=/bin/sh' }, null],
  [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=example.com,port=1', XDG_RUNTIME_DIR: '/run/user/1' }, null],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unixexec:path=/bin/sh;unix:path=/x' }, 'unix:path=/x'],
])('sessionBusAddress of %j is %s', (env, expected) => {
  expect(sessionBusAddress(env, (path) => path === '/run/user/1/bus')).toBe(expected)
})

it.each([null, 'unix:path=/there/is/no/bus'])('watchTrayHost reports no tray with the bus %s', async (address) => {
  const reports: boolean[] = []
  void watchTrayHost(
    address,
    (isThere) => reports.push(isThere),
    () => {},
  )
  await expect.poll(() => reports).toEqual([false])
})
