import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { isOwnHost } from './request-guard.ts'
import { type Site, siteIn } from './site.ts'

/** No route takes a body yet: whatever is larger than this is not even read to its end. */
const MAX_BODY_BYTES = 64 * 1024

const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

export type AboutHost = { readonly name: '议事厅'; readonly version: string; readonly now: () => number }

/** Answers plain HTTP requests: the pages in `site`, if there are any. The meeting itself goes over the socket. */
export function handleRequest(about: AboutHost, ownNames: readonly string[], folder: string | null) {
  const site: Site | null = folder === null ? null : siteIn(folder, SECURITY_HEADERS)
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!isOwnHost(request.headers.host, ownNames))
      return answer(response, 421, '请用主机的地址访问，不要用别的网址转接。')
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return refuseBody(response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return drain(request, response)
    if (site?.(pathOf(request), request, response)) return
    switch (pathOf(request)) {
      case '/':
      case '/desk':
        return answer(response, 200, '议事厅主机正在运行。\n')
      case '/about':
        return answerJson(response, { name: about.name, version: about.version, protocol: PROTOCOL, at: about.now() })
      default:
        return answer(response, 404, '没有这个页面。请核对地址。')
    }
  }
}

/** A body of unknown length is read only up to the limit. */
function drain(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES && !response.headersSent) refuseBody(response)
  })
  request.on('end', () => {
    if (!response.headersSent) answer(response, 405, '这个地址只能查看。', { allow: 'GET, HEAD' })
  })
}

function refuseBody(response: ServerResponse): void {
  answer(response, 413, '内容太大，没有接收。请缩小后再试。', { connection: 'close' })
  response.once('finish', () => response.socket?.destroySoon())
}

function answer(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', ...headers })
  response.end(text)
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/'
