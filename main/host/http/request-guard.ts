import { isIP } from 'node:net'

/** Names, besides IP addresses, under which the hall may be asked for. */
const OWN_NAMES = ['localhost']

/**
 * Whether a Host header names this machine. Any IP address does: a page of another site reaches us under that site's
 * name (DNS rebinding), and a name that is not ours is refused. `ownNames` are further names of this machine.
 */
export function isOwnHost(header: string | undefined, ownNames: readonly string[] = []): boolean {
  const host = hostOf(header)
  if (host === null) return false
  const bare = host.startsWith('[') ? host.slice(1, -1) : host
  return isIP(bare) !== 0 || [...OWN_NAMES, ...ownNames].includes(bare.toLowerCase())
}

/**
 * Whether a page may open a socket: one that this host itself served, or one of `pages` (the shell's own scheme).
 * Programs that are no browser send no Origin; they prove themselves like everybody else.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  pages: readonly string[] = [],
): boolean {
  if (origin === undefined || pages.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const { host: asked, protocol } = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && asked === host
}

function hostOf(header: string | undefined): string | null {
  const url = `http://${header ?? ''}`
  if (header === undefined || !URL.canParse(url)) return null
  const parsed = new URL(url)
  const plain = parsed.pathname === '/' && parsed.search === '' && parsed.username === '' && parsed.hash === ''
  return plain ? parsed.hostname : null
}
