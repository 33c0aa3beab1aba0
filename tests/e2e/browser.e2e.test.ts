import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launch } from '../fixtures/browser/browser-program.ts'
import { checkAxe } from '../fixtures/browser/check-axe.ts'
import { complaintsOf } from '../fixtures/browser/complaints.ts'
import { cuttableLine } from '../fixtures/browser/cuttable-line.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'

const POLICY = "default-src 'none'; style-src 'self'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:"
const page = (body: string) => `<!doctype html><html lang="zh-CN"><head><title>页</title>
  <link rel="icon" href="data:,"></head><body><main><h1>页</h1>${body}</main></body></html>`
const PAGES: Readonly<Record<string, string>> = {
  '/plain': page('<button>签到</button>'),
  '/styled': page('<p style="color: red">红</p>'),
  '/thrown': page('<script>setTimeout(() => { throw new Error("坏了") })</script>'),
  '/nameless': page('<button></button>'),
}

/** Browser tests are worth what their fixtures see: each is shown a fault of its kind. */
describe('the fixtures of the browser tests', () => {
  const closing = closedAfterEach()
  let server: Server
  let port: number
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    const found = inject('browser')
    if (!found.ok) throw new Error(found.sentence)
    browser = await launch(found.program)
    server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
      response.end(PAGES[request.url ?? ''] ?? '')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })
  beforeEach(async () => {
    context = await browser.newContext()
  })
  afterEach(() => context.close())

  const visit = async (path: string) => {
    const complaints = await complaintsOf(context)
    const shown = await context.newPage()
    await shown.goto(`http://127.0.0.1:${port}${path}`)
    return { shown, complaints }
  }

  test('find nothing on a page without fault, also after axe has looked', async () => {
    const { complaints, shown } = await visit('/plain')
    await checkAxe(shown)
    complaints.expectCalm()
  })

  test('report a style that the content policy refuses', async () => {
    const { complaints } = await visit('/styled')
    await expect.poll(() => complaints.all.join('\n')).toMatch(/content policy: style-src-attr refused inline/)
    expect(() => complaints.expectCalm()).toThrow(/style-src-attr/)
  })

  test('report an error that nobody caught', async () => {
    const { complaints } = await visit('/thrown')
    await expect.poll(() => complaints.all.join('\n')).toMatch(/uncaught: Error: 坏了/)
    expect(() => complaints.expectCalm()).toThrow(/坏了/)
  })

  test('find a button without a name', async () => {
    const { shown } = await visit('/nameless')
    await expect(checkAxe(shown)).rejects.toThrow(/critical button-name/)
  })

  test('cut a line so that nothing comes through, and mend it', async () => {
    const line = closing(await cuttableLine(port))
    const shown = await context.newPage()
    await shown.goto(`http://127.0.0.1:${line.port}/plain`)
    const asks = () =>
      shown.evaluate("fetch('/plain', { cache: 'no-store' }).then((answer) => answer.status, () => 'lost')")
    expect(await asks()).toBe(200)
    line.cut()
    expect(await asks()).toBe('lost')
    line.mend()
    expect(await asks()).toBe(200)
  })
})
