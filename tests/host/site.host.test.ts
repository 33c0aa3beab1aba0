import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHost } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
let folder: string
let port: number

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yishiting-site-'))
  for (const page of ['attendee', 'desk', 'screen']) {
    await mkdir(path.join(folder, page))
    const mark = page === 'desk' ? '<meta name="style-nonce" content="__STYLE_NONCE__">' : ''
    await writeFile(path.join(folder, page, 'index.html'), `<!doctype html>${mark}<p>${page}</p>`)
  }
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'assets', 'attendee-4f2a.js'), 'export {}')
  await writeFile(path.join(folder, 'secret.txt'), 'not for the network')
  port = closing(await startTestHost({ site: folder })).port
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const get = (at: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${at}`, init)
/** Asks under any Host header, which `fetch` would not send. */
function asking(host: string): Promise<{ readonly status: number; readonly policy: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/', headers: { host }, agent: false }, (response) => {
      response.resume()
      const policy = String(response.headers['content-security-policy'] ?? '')
      resolve({ status: response.statusCode ?? 0, policy })
    })
    sent.on('error', reject)
    sent.end()
  })
}

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

describe('pages', () => {
  it('each surface has its address', async () => {
    const surfaces = { '/': 'attendee', '/desk': 'desk', '/scribe': 'desk', '/screen': 'screen', '/?x=1': 'attendee' }
    for (const [at, page] of Object.entries(surfaces)) {
      const response = await get(at)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.text()).toContain(`<p>${page}</p>`)
    }
  })

  it('phones and the hall screen take styles from files alone, and sockets to the host they came from', async () => {
    for (const at of ['/', '/screen']) {
      const policy = policyOf(await get(at))
      expect(policy).toContain("style-src 'self';")
      expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}`)
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
    }
  })

  it('a laptop page gets a nonce of its own with every answer, the same in the page and in the policy', async () => {
    const nonces = new Set<string>()
    for (const at of ['/desk', '/desk', '/scribe']) {
      const response = await get(at)
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? ''
      expect(policyOf(response)).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it('the policy names the host as it was asked for, and a name that is none of ours gets no page', async () => {
    expect((await asking('127.0.0.1:7')).policy).toContain("connect-src 'self' ws://127.0.0.1:7")
    for (const host of ["127.0.0.1; script-src 'unsafe-inline'", '127.0.0.1;x', 'evil.example']) {
      const { policy, status } = await asking(host)
      expect([400, 421]).toContain(status)
      expect(policy).not.toContain('x')
    }
  })
})

describe('parts of pages', () => {
  it('are kept by browsers, since a new build has new names', async () => {
    const response = await get('/assets/attendee-4f2a.js')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('travel compressed to whoever takes that, and not at all when they are known already', async () => {
    const text = 'export const words = "议事厅";'.repeat(200)
    await writeFile(path.join(folder, 'assets', 'large-1a2b.js'), text)
    const packed = await get('/assets/large-1a2b.js')
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(text.length / 10)
    expect(await packed.text()).toBe(text)
    const plain = await get('/assets/large-1a2b.js', { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(text)
    const etag = packed.headers.get('etag') ?? ''
    const again = await get('/assets/large-1a2b.js', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it('once read they are given out also when their folder is gone', async () => {
    expect((await get('/assets/attendee-4f2a.js')).status).toBe(200)
    await rm(folder, { recursive: true })
    expect((await get('/assets/attendee-4f2a.js')).status).toBe(200)
    expect((await get('/assets/never-read.js')).status).toBe(404)
    expect((await get('/')).status).toBe(503)
  })

  it('a part of an older build asks for a reload, and is not kept', async () => {
    const response = await get('/assets/attendee-0000.js')
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain('刷新')
  })

  it('nothing beside the assets is given out, by whatever path', async () => {
    const tries = ['/secret.txt', '/assets/../secret.txt', '/assets/..%2fsecret.txt', '/assets/%2e%2e/secret.txt']
    for (const at of [...tries, '/assets/..%5csecret.txt', '/desk/index.html', '/assets/', '/assets/%00']) {
      const response = await get(at)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('not for the network')
    }
  })
})

it('without built pages the addresses say what to do', async () => {
  await rm(path.join(folder, 'desk', 'index.html'))
  const response = await get('/desk')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('重新启动')
})
