import type { WebContents } from 'electron'
import { SHELL_ORIGIN } from '../../shared/desktop-bridge.ts'
import type { DesktopLog } from './desktop-log.ts'

/** Pages of the shell; the attendees' page is for phones and comes from the host by HTTP. */
export const SHELL_PAGES = { '/desk': 'desk', '/scribe': 'desk', '/screen': 'screen' } as const

export type ShellPath = keyof typeof SHELL_PAGES

/** Programs outside that an address may be handed to: the browser alone. */
const OUTSIDE_PROTOCOLS: readonly string[] = ['http:', 'https:']

/** Whether an address belongs to the shell's own origin, whatever its path. */
export function isOwnAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { host, password, protocol, username } = new URL(url)
  return protocol === `${SHELL_ORIGIN.scheme}:` && host === SHELL_ORIGIN.host && username === '' && password === ''
}

export const isShellPath = (pathname: string): pathname is ShellPath => Object.hasOwn(SHELL_PAGES, pathname)

/** Which of the shell's pages an address is; null for every other address. */
export function shellPage(url: string): ShellPath | null {
  if (!isOwnAddress(url)) return null
  const { pathname } = new URL(url)
  return isShellPath(pathname) ? pathname : null
}

/** Whether an address may be opened in the person's browser. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { password, protocol, username } = new URL(url)
  return OUTSIDE_PROTOCOLS.includes(protocol) && username === '' && password === ''
}

/** `launch` makes the address another one after a restart of the host: a new fragment alone would load nothing. */
export function shellAddress(path: ShellPath, launch: number, fragment: string): string {
  return `${SHELL_ORIGIN.text}${path}?launch=${launch}#${fragment}`
}

/** What the guard needs of a page's contents. */
export type GuardedContents = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(
    event: 'will-navigate' | 'will-redirect',
    act: (event: { readonly url: string; preventDefault(): void }) => void,
  ): unknown
  on(event: 'will-attach-webview', act: (event: { preventDefault(): void }) => void): unknown
}

/** Holds every page to its own origin: no wandering off, no windows of its own making, no webview. */
export function guardContents(
  contents: GuardedContents,
  {
    log,
    openOutside,
    openPage,
  }: {
    readonly log: DesktopLog
    readonly openOutside: (url: string) => void
    /** A page of ours that was asked to open in a window of its own: the shell makes that window. */
    readonly openPage: (path: ShellPath, fragment: string) => void
  },
): void {
  for (const event of ['will-navigate', 'will-redirect'] as const) {
    contents.on(event, (details) => {
      if (shellPage(details.url) !== null) return
      details.preventDefault()
      log('navigationRefused', event)
    })
  }
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const page = shellPage(url)
    if (page !== null) openPage(page, new URL(url).hash.slice(1))
    else if (mayOpenOutside(url)) openOutside(url)
    else log('windowRefused', 'window.open')
    return { action: 'deny' }
  })
}
