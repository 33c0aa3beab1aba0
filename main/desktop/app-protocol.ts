import path from 'node:path'
import { HALL_META } from '../../shared/desktop-bridge.ts'
import { underPolicy } from '../host/http/content-policy.ts'
import { CONTENT_TYPES } from '../host/http/content-types.ts'
import { isOwnAddress, isShellPath, SHELL_PAGES } from './navigation.ts'

const ASSETS = '/assets/'
const HEADERS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

export type Located =
  | { readonly file: string; readonly page: boolean }
  | { readonly status: 400 | 403 | 404; readonly why: string }

/** Which file of the built pages in `root` an address stands for. Nothing outside `root` is ever named. */
export function locate(url: string, root: string): Located {
  if (!isOwnAddress(url)) return { status: 403, why: 'another host' }
  const pathname = decoded(new URL(url).pathname)
  if (pathname === null) return { status: 400, why: 'not a path' }
  if (isShellPath(pathname)) return { file: path.join(root, SHELL_PAGES[pathname], 'index.html'), page: true }
  if (!pathname.startsWith(ASSETS)) return { status: 404, why: 'no such page' }
  const file = path.join(root, pathname)
  const inside = path.relative(path.join(root, ASSETS), file)
  const climbs = inside === '' || inside.split(path.sep)[0] === '..' || path.isAbsolute(inside)
  return climbs ? { status: 403, why: 'outside the pages' } : { file, page: false }
}

/** Decoded once. A backslash separates on Windows, and NUL ends a name for the system: neither is in a name of ours. */
function decoded(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname)
    return text.includes('\0') || text.includes('\\') ? null : text
  } catch {
    return null
  }
}

export type AppPages = {
  readonly root: string
  /** Where pages find the host, as `127.0.0.1:50808`: told in the page, and the only place it may open sockets to. */
  readonly hall: () => string
  readonly nonce: () => string
  /** Rejects when there is no such file. */
  readonly readFile: (file: string) => Promise<Uint8Array<ArrayBuffer>>
}

/** Answers the requests of the shell's own scheme: GET alone, from the built pages alone, each page with its policy. */
export function appPages({ hall, nonce, readFile, root }: AppPages) {
  return async ({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> => {
    if (method !== 'GET') return refuse(405, 'only GET')
    const found = locate(url, root)
    if ('status' in found) return refuse(found.status, found.why)
    const bytes = await readFile(found.file).catch(() => null)
    if (bytes === null) return refuse(404, 'no such file')
    if (!found.page) {
      const type = CONTENT_TYPES[path.extname(found.file)] ?? 'application/octet-stream'
      return new Response(bytes, { headers: { ...HEADERS, 'content-type': type } })
    }
    const place = hall()
    const { html, policy } = underPolicy(new TextDecoder().decode(bytes), { host: place, nonce })
    return new Response(html.replace('<head>', `<head><meta name="${HALL_META}" content="${place}">`), {
      headers: {
        ...HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'cache-control': 'no-store',
      },
    })
  }
}

function refuse(status: number, why: string): Response {
  return new Response(why, { status, headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' } })
}
