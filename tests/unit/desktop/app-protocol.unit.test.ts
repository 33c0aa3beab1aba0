import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appPages, locate } from '../../../main/desktop/app-protocol.ts'

const ROOT = path.resolve('/app/out/renderer')
const inRoot = (...parts: string[]) => path.join(ROOT, ...parts)

describe('an address stands for', () => {
  test.each([
    ['app://local/desk', inRoot('desk', 'index.html')],
    ['app://local/desk?launch=1#secret', inRoot('desk', 'index.html')],
    ['app://local/scribe', inRoot('desk', 'index.html')],
    ['app://local/screen', inRoot('screen', 'index.html')],
  ])('a page: %s', (url, file) => expect(locate(url, ROOT)).toEqual({ file, page: true }))

  test.each([
    ['app://local/assets/a-1.js', inRoot('assets', 'a-1.js')],
    ['app://local/assets/%E8%AE%AE.svg', inRoot('assets', '议.svg')],
    ['app://local/assets/..a.js', inRoot('assets', '..a.js')],
  ])('a part of a page: %s', (url, file) => expect(locate(url, ROOT)).toEqual({ file, page: false }))

  test.each([
    ['app://local/', 404],
    ['app://local/attendee/index.html', 404],
    ['app://local/desk/', 404],
    ['app://local/assets', 404],
    ['app://local/assets/', 403],
    ['app://local/assets/%2e%2e/desk/index.html', 404],
    ['app://local/assets/..%2f..%2fpackage.json', 403],
    ['app://local/assets/..%2fassets-evil%2fa.js', 403],
    ['app://local/assets/%252e%252e/a.js', 'a file of that very name'],
    ['app://local/assets/..%5c..%5cpackage.json', 400],
    ['app://local/assets/a.js%00.png', 400],
    ['app://local/assets/%E0%A4%A', 400],
    ['app://local/assets/%2fetc%2fpasswd', 'a file below'],
    ['app://evil/desk', 403],
    ['https://local/desk', 403],
    ['not an address', 403],
  ])('%s: %s', (url, status) => {
    const found = locate(url, ROOT)
    if (typeof status === 'number') expect(found).toMatchObject({ status })
    else expect('file' in found && found.file.startsWith(inRoot('assets') + path.sep)).toBe(true)
  })

  test('a file inside the built pages or nothing, whatever is asked', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '%2f',
        '\\',
        '%5c',
        '%00',
        '\0',
        'assets',
        'assets-evil',
      ),
      fc.constantFrom('desk', 'C:', '%25', '%252e%252e', 'index.html', '~', '?', '#', '@', ':'),
      fc.string({ maxLength: 4 }),
    )
    const address = fc.tuple(
      fc.constantFrom('app://local/', 'app://local/assets/', 'app://local', 'APP://local/assets/'),
      fc.array(piece, { maxLength: 8 }),
      fc.constantFrom('/', '%2f', ''),
    )
    fc.assert(
      fc.property(address, ([start, pieces, join]) => {
        const found = locate(start + pieces.join(join), ROOT)
        if (!('file' in found)) return
        const relative = path.relative(ROOT, found.file)
        expect(relative.split(path.sep)).not.toContain('..')
        expect(path.isAbsolute(relative)).toBe(false)
        expect(found.file).not.toContain('\0')
        expect(found.page ? path.basename(found.file) : relative.split(path.sep)[0]).toBe(
          found.page ? 'index.html' : 'assets',
        )
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('an answer', () => {
  const files: Record<string, string> = {
    [inRoot('desk', 'index.html')]: '<html><head><meta name="style-nonce" content="__STYLE_NONCE__"></head></html>',
    [inRoot('screen', 'index.html')]: '<html><head></head></html>',
    [inRoot('assets', 'a.js')]: 'export {}',
    [inRoot('assets', 'a.css')]: 'p{}',
    [inRoot('assets', 'a.exe')]: 'MZ',
  }
  let nonces = 0
  const answer = appPages({
    root: ROOT,
    hall: () => '127.0.0.1:50808',
    nonce: () => {
      nonces += 1
      return `n${nonces}`
    },
    readFile: async (file) => {
      const text = files[file]
      if (text === undefined) throw new Error('ENOENT')
      return new TextEncoder().encode(text)
    },
  })
  const get = (url: string, method = 'GET') => answer({ method, url })
  const policyOf = async (url: string) => (await get(url)).headers.get('content-security-policy') ?? ''

  test('gives the desk a fresh nonce each time, in the page and in its policy', async () => {
    const pages = [await get('app://local/desk'), await get('app://local/desk')]
    const given = await Promise.all(
      pages.map(async (page) => {
        const [, nonce] = /name="style-nonce" content="(.+?)"/.exec(await page.text()) ?? []
        expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
        expect(page.headers.get('cache-control')).toBe('no-store')
        return nonce
      }),
    )
    expect(given).toHaveLength(new Set(given).size)
    expect(given).not.toContain('__STYLE_NONCE__')
  })

  test('tells the page where the host is, and lets it open sockets only there', async () => {
    expect(await (await get('app://local/desk')).text()).toContain('<head><meta name="hall" content="127.0.0.1:50808">')
    expect(await policyOf('app://local/desk')).toMatch(/connect-src 'self' ws:\/\/127\.0\.0\.1:50808(;|$)/)
  })

  test('gives the hall screen a policy without any inline style', async () => {
    expect(await policyOf('app://local/screen')).toMatch(/style-src 'self'(;|$)/)
  })

  test.each(['app://local/desk', 'app://local/screen'])('never lets %s run foreign or inline scripts', async (url) => {
    const policy = await policyOf(url)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  test.each([
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.exe', 'application/octet-stream'],
  ])('says what %s is and forbids guessing', async (name, type) => {
    const { headers, status } = await get(`app://local/assets/${name}`)
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, type, 'nosniff'])
  })

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await get('app://local/desk', method)).status).toBe(405)
  })

  test('is 404 for what was not built, and repeats nothing of what was asked', async () => {
    const missing = await get('app://local/assets/<script>.js')
    expect(missing.status).toBe(404)
    expect(await missing.text()).not.toContain('script')
  })
})
