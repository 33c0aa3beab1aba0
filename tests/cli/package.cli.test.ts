import { type ChildProcess, execFile, fork } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { Ajv } from 'ajv'
import withKeywords from 'ajv-keywords'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtApp, ROOT } from '../fixtures/built-app.ts'
import { temporaryFolder } from '../fixtures/command.ts'
import { until } from '../fixtures/test-hall.ts'

const SETTINGS = path.join(ROOT, 'electron-builder.yml')
const require = createRequire(import.meta.url)
/** The builder's own packages, found as the builder finds them. */
const builder = createRequire(require.resolve('electron-builder/package.json'))
const builderLib = path.dirname(builder.resolve('app-builder-lib/package.json'))
const yaml: { load(text: string): Settings } = createRequire(path.join(builderLib, 'package.json'))('js-yaml')

type Settings = Readonly<Record<string, unknown>>

const packing: { folder: string; close(): Promise<void> } = { folder: '', close: async () => undefined }
beforeAll(async () => {
  await builtApp()
  const folder = await temporaryFolder()
  Object.assign(packing, { folder: folder.path, close: () => folder.close() })
})
afterAll(() => packing.close())

describe('what was built', () => {
  const texts = async (folder: string) => {
    const names = (await readdir(path.join(ROOT, folder), { recursive: true })).filter((name) =>
      /\.[cm]?js$/.test(name),
    )
    return Promise.all(
      names.map(async (name) => [name, await readFile(path.join(ROOT, folder, name), 'utf8')] as const),
    )
  }

  test('has a preload in one CommonJS file that needs Electron alone, and of Electron two things', async () => {
    expect(await readdir(path.join(ROOT, 'out/preload'))).toEqual(['index.cjs'])
    const [[, text] = ['', '']] = await texts('out/preload')
    const required = [...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what]) => what)
    expect(required).toEqual(['"electron"'])
    expect(text).not.toMatch(/^\s*(import|export)\b|\bimport\(|\bprocess\b|\bBuffer\b|\bglobal\b|__dirname/m)
    const [, name = ''] = /(?:let|const|var) (\w+) = require\("electron"\)/.exec(text) ?? []
    const members = [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, member]) => member)
    expect(new Set(members)).toEqual(new Set(['contextBridge', 'ipcRenderer']))
    const used = [...text.matchAll(/\b(ipcRenderer|contextBridge)\.(\w+)/g)].map(([whole]) => whole)
    expect(new Set(used)).toEqual(
      new Set(['ipcRenderer.invoke', 'ipcRenderer.on', 'ipcRenderer.off', 'contextBridge.exposeInMainWorld']),
    )
  })

  test('has a main process that needs no package at run time', async () => {
    const allowed = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)])
    for (const [name, text] of await texts('out/main')) {
      const imported = [...text.matchAll(/^(?:import|export)\b[^'"\n]*?['"]([^'"]+)['"]/gm)].map(
        ([, what = '']) => what,
      )
      const foreign = imported.filter((what) => !allowed.has(what) && !what.startsWith('.'))
      expect([name, foreign]).toEqual([name, []])
    }
  })

  test('has a host without a trace of Electron, which runs under plain Node and ends when it is told to', async () => {
    const [, text = ''] = (await texts('out/main')).find(([name]) => name === 'host.js') ?? []
    expect(text).not.toMatch(/["']electron["']/)
    // What a utilityProcess has as its parent's port, on Node's own channel.
    const port = `import { EventEmitter } from 'node:events'
      process.parentPort = Object.assign(new EventEmitter(), { postMessage: (message) => process.send(message) })
      process.on('message', (data) => process.parentPort.emit('message', { data }))`
    const file = path.join(ROOT, 'out/main/host.js')
    const args = [
      `--data=${path.join(packing.folder, 'data')}`,
      `--site=${path.join(ROOT, 'out/renderer')}`,
      '--port=0',
    ]
    const execArgv = ['--import', `data:text/javascript,${encodeURIComponent(port)}`]
    const child: ChildProcess = fork(file, args, { execArgv, stdio: 'pipe' })
    const messages: { readonly t: string; readonly port: number }[] = []
    const ends: (number | null)[] = []
    child.on('message', (message) => messages.push(message as (typeof messages)[number]))
    child.on('exit', (code) => ends.push(code))
    try {
      const ready = await until(() => messages[0], 'the host to be ready')
      expect(ready.t).toBe('host-ready')
      const page = await fetch(`http://127.0.0.1:${ready.port}/`)
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      child.send({ t: 'stop' })
      await until(() => ends.length > 0, 'the host to end')
      expect(ends).toEqual([0])
    } finally {
      child.kill('SIGKILL')
    }
  })
})

describe('electron-builder.yml', () => {
  const check = async (change: (settings: Record<string, unknown>) => void = () => undefined) => {
    const ajv = new Ajv({ allErrors: true, strict: false })
    withKeywords(ajv, ['typeof'])
    const validate = ajv.compile(JSON.parse(await readFile(path.join(builderLib, 'scheme.json'), 'utf8')))
    const settings = structuredClone(yaml.load(await readFile(SETTINGS, 'utf8')))
    change(settings)
    return validate(settings) ? [] : (validate.errors ?? []).map(({ message }) => message)
  }

  test('is what the builder understands', async () => expect(await check()).toEqual([]))

  test.each<[string, (settings: Record<string, unknown>) => void]>([
    ['a key that it does not know', (settings) => Object.assign(settings, { oneClick: false })],
    ['a misspelt fuse', (settings) => Object.assign(settings, { electronFuses: { runAsNod: false } })],
    ['a misspelt setting of the installer', (settings) => Object.assign(settings, { nsis: { perMachin: true } })],
    [
      'a processor without an Electron',
      (settings) => {
        Object.assign(settings, { linux: { target: [{ target: 'deb', arch: ['loong64'] }] } })
      },
    ],
  ])('is refused with %s', async (_, change) => expect(await check(change)).not.toEqual([]))

  test('names only files that are there', async () => {
    const { deb, nsis } = yaml.load(await readFile(SETTINGS, 'utf8')) as Readonly<Record<string, Settings>>
    for (const file of [deb?.['afterInstall'], nsis?.['include'], 'resources/icon.png']) {
      expect((await readFile(path.join(ROOT, String(file)))).length).toBeGreaterThan(0)
    }
  })
})

describe('a package', () => {
  /** How Electron's fuses stand in its program: a mark, version and length, and one digit for each. */
  const FUSES_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const AS_DELIVERED = '101100011'

  /** Packs with a program that is none: all but the program itself is as it will be. */
  async function pack(): Promise<string> {
    const electron = path.join(packing.folder, 'electron')
    await mkdir(path.join(electron, 'locales'), { recursive: true })
    const wire = Buffer.concat([
      Buffer.from(FUSES_MARK),
      Buffer.from([1, AS_DELIVERED.length]),
      Buffer.from(AS_DELIVERED),
    ])
    await writeFile(path.join(electron, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n#'), wire]))
    await chmod(path.join(electron, 'electron'), 0o755)
    await writeFile(path.join(electron, 'version'), require('electron/package.json').version)
    for (const name of ['zh-CN', 'en-US', 'fr']) await writeFile(path.join(electron, 'locales', `${name}.pak`), '')
    const out = path.join(packing.folder, 'out')
    const cli = path.join(path.dirname(require.resolve('electron-builder/package.json')), 'cli.js')
    const override = [`-c.electronDist=${electron}`, `-c.directories.output=${out}`]
    const args = [cli, '--linux', 'dir', '--x64', '--config', SETTINGS, ...override]
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 10_000_000 })
    return path.join(out, 'linux-unpacked')
  }

  let unpacked: string
  beforeAll(async () => {
    unpacked = await pack()
  })
  const archive = () => path.join(unpacked, 'resources/app.asar')
  const names = () => listPackage(archive(), { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1))

  test('holds the shell, the preload, the host, the pages and package.json', () => {
    expect(names()).toEqual(
      expect.arrayContaining([
        'out/main/index.js',
        'out/main/host.js',
        'out/preload/index.cjs',
        'out/renderer/attendee/index.html',
        'out/renderer/desk/index.html',
        'out/renderer/screen/index.html',
        'package.json',
      ]),
    )
    const manifest = JSON.parse(extractFile(archive(), 'package.json').toString('utf8'))
    expect(manifest).toMatchObject({ main: 'out/main/index.js', type: 'module' })
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  test('holds nothing else: no packages, no sources, no tests, no maps, nobody’s data', () => {
    const ours =
      /^(out|out\/main(\/(index|host)\.js|\/chunks(\/[\w-]+\.js)?)?|out\/preload(\/index\.cjs)?|package\.json)$/
    const pages =
      /^out\/renderer(\/(attendee|desk|screen)(\/index\.html)?|\/assets(\/[\w.-]+\.(js|css|svg|png|woff2|mp3))?)?$/
    expect(names().filter((name) => !ours.test(name) && !pages.test(name))).toEqual([])
  })

  test('has every part of every page', () => {
    const all = new Set(names())
    for (const page of ['attendee', 'desk', 'screen']) {
      const html = extractFile(archive(), path.join('out/renderer', page, 'index.html')).toString('utf8')
      const parts = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, part = '']) => part)
      expect(parts.length).toBeGreaterThan(0)
      for (const part of parts.filter((one) => !one.startsWith('data:')))
        expect(all).toContain(path.posix.join('out/renderer', page, part))
    }
  })

  test('has every fuse set as the settings say, in the program itself', async () => {
    const program = await readFile(path.join(unpacked, 'yishiting'), 'latin1')
    const at = program.indexOf(FUSES_MARK) + FUSES_MARK.length + 2
    const [node, cookies, options, inspect, integrity, asar, , file] = program.slice(at, at + AS_DELIVERED.length)
    expect({ node, cookies, options, inspect, integrity, asar, file }).toEqual({
      node: '0',
      cookies: '1',
      options: '0',
      inspect: '0',
      integrity: '1',
      asar: '1',
      file: '0',
    })
  })

  test('keeps Chinese and English of Chromium alone', async () => {
    expect((await readdir(path.join(unpacked, 'locales'))).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })
})
