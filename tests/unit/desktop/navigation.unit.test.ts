import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type GuardedContents,
  guardContents,
  isOwnAddress,
  mayOpenOutside,
  shellAddress,
  shellPage,
} from '../../../main/desktop/navigation.ts'

const FOREIGN = [
  'https://local/desk',
  'http://127.0.0.1:50808/desk',
  'file:///etc/passwd',
  'app://local.evil/desk',
  'app://evil/desk',
  'app://local@evil/desk',
  'app://user@local/desk',
  'app://local:8080/desk',
  'app:local/desk',
  'apps://local/desk',
  'javascript:alert(1)',
  'data:text/html,<p>',
  'about:blank',
  'app://',
  'desk',
  '',
]

describe('a page stays at its own origin', () => {
  test.each(FOREIGN)('%s is not ours', (url) => {
    expect(isOwnAddress(url)).toBe(false)
    expect(shellPage(url)).toBeNull()
  })

  test.each([
    ['app://local/desk', '/desk'],
    ['app://local/desk?launch=2#abc', '/desk'],
    ['app://local/scribe#/meeting/mt_1', '/scribe'],
    ['app://local/screen#123456', '/screen'],
  ])('%s is the page %s', (url, page) => expect(shellPage(url)).toBe(page))

  test.each([
    'app://local/',
    'app://local/assets/index.js',
    'app://local/desk/',
    'app://local/desk/../screen/x',
    'app://local/constructor',
    'app://local/__proto__',
  ])('%s is ours but no page', (url) => {
    expect(isOwnAddress(url)).toBe(true)
    expect(shellPage(url)).toBeNull()
  })

  test('a launch gives the page another address, so that it is loaded again', () => {
    expect(shellAddress('/desk', 1, 'aa')).toBe('app://local/desk?launch=1#aa')
    expect(shellPage(shellAddress('/scribe', 2, 'aa'))).toBe('/scribe')
  })
})

test.each([
  ['http://192.168.1.5:50808/#123456', true],
  ['https://example.org/', true],
  ['https://user:word@example.org/', false],
  ['file:///etc/passwd', false],
  ['smb://server/share', false],
  ['ms-settings:', false],
  ['javascript:alert(1)', false],
  ['app://local/desk', false],
  ['', false],
])('%s may be opened in the browser: %s', (url, allowed) => expect(mayOpenOutside(url)).toBe(allowed))

describe('the guard of a page', () => {
  type Act = (event: { url: string; preventDefault: () => void }) => void
  const acts = new Map<string, Act>()
  const openOutside = vi.fn()
  const openPage = vi.fn()
  const log = vi.fn()
  let openWindow: (url: string) => unknown

  beforeEach(() => {
    vi.resetAllMocks()
    const contents = {
      on: (event: string, act: Act) => acts.set(event, act),
      setWindowOpenHandler: (handler: (details: { readonly url: string }) => unknown) => {
        openWindow = (url) => handler({ url })
      },
    }
    guardContents(contents as unknown as GuardedContents, { log, openOutside, openPage })
  })

  const moves = (event: string, url: string): boolean => {
    const preventDefault = vi.fn()
    acts.get(event)?.({ url, preventDefault })
    return preventDefault.mock.calls.length === 0
  }

  test.each(['will-navigate', 'will-redirect'])('lets %s go to a page of ours alone', (event) => {
    expect(moves(event, 'app://local/scribe#abc')).toBe(true)
    for (const url of FOREIGN) expect(moves(event, url)).toBe(false)
    expect(JSON.stringify(log.mock.calls)).not.toContain('evil')
  })

  test('never attaches a webview', () => expect(moves('will-attach-webview', 'app://local/desk')).toBe(false))

  test('never lets a page make a window: the shell opens its own pages, the browser what is on the web', () => {
    const denied = { action: 'deny' }
    expect(openWindow('app://local/scribe#abc/meeting/mt_1')).toEqual(denied)
    expect(openPage.mock.calls).toEqual([['/scribe', 'abc/meeting/mt_1']])
    expect(openWindow('http://192.168.1.5:50808/')).toEqual(denied)
    expect(openOutside.mock.calls).toEqual([['http://192.168.1.5:50808/']])
    for (const url of ['file:///etc/passwd', 'about:blank', 'app://local/assets/a.js']) {
      expect(openWindow(url)).toEqual(denied)
    }
    expect(openPage).toHaveBeenCalledTimes(1)
    expect(openOutside).toHaveBeenCalledTimes(1)
  })
})
