import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { type Asset, assetsIn } from './assets.ts'
import { underPolicy } from './content-policy.ts'

const NONCE_BYTES = 16

/** Which built page answers at which path. */
const PAGES: Readonly<Record<string, 'attendee' | 'desk' | 'screen'>> = {
  '/': 'attendee',
  '/desk': 'desk',
  '/scribe': 'desk',
  '/screen': 'screen',
}

/** Answers when the path is a page or a part of one; false when it is not. */
export type Site = (pathname: string, request: IncomingMessage, response: ServerResponse) => boolean

/** The built pages of the four surfaces in `folder`. */
export function siteIn(folder: string, headers: Readonly<Record<string, string>>): Site {
  const assets = assetsIn(path.join(folder, 'assets'))
  return (pathname, request, response) => {
    const page = Object.hasOwn(PAGES, pathname) ? PAGES[pathname] : undefined
    if (page !== undefined) {
      void sendPage(path.join(folder, page, 'index.html'), request, response, headers)
      return true
    }
    if (!pathname.startsWith('/assets/')) return false
    void assets(pathname.slice('/assets/'.length)).then((asset) => sendAsset(asset, request, response, headers))
    return true
  }
}

function sendAsset(
  asset: Asset | null,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  if (asset === null) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
    response.end('页面已经更新。请刷新。')
    return
  }
  // Names of assets carry a hash of their content: a new build is a new name.
  const kept = { ...headers, 'cache-control': 'public, max-age=31536000, immutable', etag: asset.etag }
  if (request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304, kept)
    response.end()
    return
  }
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && asset.packed !== null
  const body = packs && asset.packed !== null ? asset.packed : asset.bytes
  response.writeHead(200, {
    ...kept,
    'content-type': asset.type,
    'content-length': body.length,
    vary: 'accept-encoding',
    ...(packs ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function sendPage(
  file: string,
  { headers: { host = '' }, method }: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const page = await readFile(file, 'utf8').catch(() => null)
  if (page === null) {
    response.writeHead(503, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
    response.end('页面文件还没有生成。请在主机上重新启动议事厅。')
    return
  }
  const { html, policy } = underPolicy(page, { host, nonce: () => randomBytes(NONCE_BYTES).toString('base64') })
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  })
  response.end(method === 'HEAD' ? undefined : html)
}
