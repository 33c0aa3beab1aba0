import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { beforeEach, describe, expect, it } from 'vitest'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall({ ownNames: ['laptop.local'], pages: ['app://yishiting'] }))
})

type Asked = { readonly method?: string; readonly path?: string; readonly headers?: Record<string, string> }
type Got = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }

function ask({ headers = {}, method = 'GET', path = '/' }: Asked): Promise<Got> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: hall.host.port, method, path, headers, agent: false }
    const asking = request(options, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asking.on('error', reject)
    asking.end()
  })
}

/** A connection that speaks HTTP letter by letter. */
class Plain {
  readonly socket: Socket
  text = ''
  ended = false

  constructor(port: number, halfOpen = false) {
    this.socket = connect({ port, host: '127.0.0.1', allowHalfOpen: halfOpen })
    this.socket.on('data', (chunk) => {
      this.text += chunk.toString()
    })
    this.socket.on('error', () => undefined)
    for (const end of ['end', 'close']) {
      this.socket.on(end, () => {
        this.ended = true
      })
    }
  }

  /** The status line, once there is one. */
  get status(): string | null {
    return /^(.+?)\r\n/.exec(this.text)?.[1] ?? null
  }

  close(): void {
    this.socket.destroy()
  }
}

const plain = (halfOpen = false) => closing(new Plain(hall.host.port, halfOpen))

describe('the Host header', () => {
  it.each(['127.0.0.1', 'localhost', 'LocalHost:1', '192.168.1.7:50808', '[::1]:50808', 'laptop.local', '10.0.0.1'])(
    'names this machine: %s',
    async (host) => {
      expect((await ask({ headers: { host } })).status).toBe(200)
    },
  )

  it.each([
    'evil.example',
    'evil.example:50808',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'a b',
    '127.0.0.1/x',
    'user@127.0.0.1',
    '127.0.0.1:port',
  ])('names another site: “%s” is misdirected', async (host) => {
    const { body, headers, status } = await ask({ headers: { host } })
    expect(status).toBe(421)
    expect(body).toMatch(/。/)
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
    await expectHealthy(hall)
  })

  it.each(['Host:', 'Host: ', 'Host: :80', 'Host: [::1'])('names nothing at all: “%s” is misdirected', async (line) => {
    const client = plain()
    client.socket.write(`GET / HTTP/1.1\r\n${line}\r\n\r\n`)
    expect(await until(() => client.status)).toBe('HTTP/1.1 421 Misdirected Request')
    await expectHealthy(hall)
  })

  it('is asked for on sockets too: a page under a foreign name opens none', async () => {
    const foreign = closing(new RawClient(hall.host.port, { headers: { host: 'evil.example' } }))
    expect(await until(() => foreign.status)).toBe(421)
    await expectHealthy(hall)
  })
})

describe('the Origin header of a socket', () => {
  const status = (origin: string) => {
    const client = closing(new RawClient(hall.host.port, { headers: { origin } }))
    return until(() => client.status ?? (client.socket.readyState === client.socket.OPEN ? 101 : null))
  }

  it('of the page that this host served, or of the shell, is let through', async () => {
    expect(await status(`http://127.0.0.1:${hall.host.port}`)).toBe(101)
    expect(await status('app://yishiting')).toBe(101)
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', 'app://other', 'file://', 'x y'])(
    'of another page is refused: %s',
    async (origin) => {
      expect(await status(origin)).toBe(403)
      await expectHealthy(hall)
    },
  )

  it('is missing where no browser asks, and such a program still has to prove itself', async () => {
    const client = await closing(new RawClient(hall.host.port)).opened()
    await client.alive()
  })
})

describe('paths and methods', () => {
  it('a socket is opened on its own path alone', async () => {
    for (const path of ['/', '/live/', '/livex', '/LIVE', '/desk']) {
      const client = closing(new RawClient(hall.host.port, { path }))
      expect(await until(() => client.status), path).toBe(404)
    }
    const asked = await closing(new RawClient(hall.host.port, { path: '/live?tab=2' })).opened()
    await asked.alive()
    await expectHealthy(hall)
  })

  it('an unknown path is 404 in words; a known one tells the program and its protocol', async () => {
    expect(await ask({ path: '/nothing' })).toMatchObject({ status: 404, body: '没有这个页面。请核对地址。' })
    const about = await ask({ path: '/about' })
    expect(JSON.parse(about.body)).toMatchObject({
      name: '议事厅',
      version: '0.0.0',
      protocol: PROTOCOL,
    })
    expect(about.body).not.toContain(hall.host.operatorSecret)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not allowed', async (method) => {
    expect(await ask({ method, path: '/about' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    await expectHealthy(hall)
  })

  it('HEAD answers like GET without the body', async () => {
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  it('every answer carries the headers that keep a page in its place', async () => {
    for (const asked of [{ path: '/' }, { path: '/about' }, { path: '/nothing' }, { method: 'POST' }]) {
      expect((await ask(asked)).headers).toMatchObject({
        'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
    }
  })
})

describe('a request that is too much', () => {
  const LIMIT = 64 * 1024
  const head = (lines: readonly string[]) => `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('\r\n')}\r\n\r\n`

  it('a body that announces more than the limit is refused before it is read', async () => {
    const client = plain()
    client.socket.write(head([`Content-Length: ${LIMIT + 1}`]))
    await until(() => client.ended)
    expect(client.status).toBe('HTTP/1.1 413 Payload Too Large')
    await expectHealthy(hall)
  })

  it('a body of unannounced length is read up to the limit and no further', async () => {
    const client = plain()
    client.socket.write(head(['Transfer-Encoding: chunked']))
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    for (let sent = 0; sent < 8; sent++) client.socket.write(chunk)
    await until(() => client.ended)
    expect(client.status).toBe('HTTP/1.1 413 Payload Too Large')
    await expectHealthy(hall)
  })

  it('a body within the limit is read and answered', async () => {
    const client = plain()
    client.socket.write(`${head([`Content-Length: ${LIMIT}`])}${'x'.repeat(LIMIT)}`)
    expect(await until(() => client.status)).toBe('HTTP/1.1 405 Method Not Allowed')
  })

  it('a flood of headers is refused', async () => {
    const client = plain()
    client.socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Flood: ${'x'.repeat(20_000)}\r\n\r\n`)
    await until(() => client.ended)
    expect(client.status).toBe('HTTP/1.1 431 Request Header Fields Too Large')
    await expectHealthy(hall)
  })

  it('what is no HTTP at all is refused, and the host goes on', async () => {
    const client = plain()
    client.socket.write('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n')
    await until(() => client.ended)
    expect(client.status).toMatch(/^HTTP\/1.1 400/)
    await expectHealthy(hall)
  })
})

describe('the end of a host', () => {
  const upgrade = (host: string) =>
    `GET /live HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`

  it('is not held up by a refused upgrade whose other end never hangs up', async () => {
    const client = plain(true)
    client.socket.write(upgrade('evil.example'))
    await until(() => client.status === 'HTTP/1.1 421 Misdirected Request')
    await hall.close()
    await until(() => client.ended)
  })

  it('is not held up by a request that never ends', async () => {
    const client = plain(true)
    client.socket.write('GET / HTTP/1.1\r\nHost: 127.0')
    await until(() => client.socket.readyState === 'open')
    await hall.close()
    await until(() => client.ended)
  })

  it('lets nobody in who asks for a socket while it ends', async () => {
    // A client that does not answer the close keeps the host waiting for a moment.
    const silent = await closing(new RawClient(hall.host.port)).opened()
    silent.socket.pause()
    const late = plain(true)
    late.socket.write('GET /about HTTP/1.1\r\nHost: 127.0.0.1\r\n')
    await until(() => late.socket.readyState === 'open')
    const ended = hall.close()
    late.socket.write('\r\n')
    await until(() => late.ended || late.text.includes('protocol'))
    if (!late.ended) late.socket.write(upgrade('127.0.0.1'))
    await ended
    await until(() => late.ended)
    expect(late.text).not.toContain('101 Switching Protocols')
  })
})
