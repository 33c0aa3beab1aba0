import { expect, test } from 'vitest'
import { guardPermissions, mayUse } from '../../../main/desktop/permissions.ts'

const OWN = 'app://local/'
const ALLOWED = ['clipboard-sanitized-write', 'fullscreen', 'window-management']
const REFUSED = [
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'media',
  'midi',
  'notifications',
  'openExternal',
  'pointerLock',
  'screen-wake-lock',
  'serial',
  'usb',
  'unknown',
  'constructor',
  '__proto__',
]

test.each(ALLOWED)('our page may use %s, and no other page', (permission) => {
  expect(mayUse(permission, OWN)).toBe(true)
  for (const requester of ['', 'https://local/', 'app://evil/', 'http://127.0.0.1:50808/', 'file:///']) {
    expect(mayUse(permission, requester)).toBe(false)
  }
})

test.each(REFUSED)('nobody may use %s', (permission) => expect(mayUse(permission, OWN)).toBe(false))

test('what is checked and what is requested get the same answer', () => {
  type Check = (contents: null, permission: string, requester: string) => boolean
  type Request = (c: null, permission: string, answer: (yes: boolean) => void, of: { requestingUrl: string }) => void
  const set: { check?: Check; request?: Request } = {}
  guardPermissions({
    setPermissionCheckHandler: (handler: unknown) => {
      set.check = handler as Check
    },
    setPermissionRequestHandler: (handler: unknown) => {
      set.request = handler as Request
    },
  })
  for (const permission of [...ALLOWED, ...REFUSED]) {
    let granted: boolean | undefined
    set.request?.(
      null,
      permission,
      (yes) => {
        granted = yes
      },
      { requestingUrl: `${OWN}desk` },
    )
    expect(granted).toBe(ALLOWED.includes(permission))
    expect(set.check?.(null, permission, OWN)).toBe(granted)
  }
})
