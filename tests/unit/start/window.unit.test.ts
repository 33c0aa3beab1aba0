import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { downloadElectron } from '../../../main/cli/start/download.ts'
import { electronBinary, noWindowHere } from '../../../main/cli/start/electron.ts'
import { runWindow } from '../../../main/cli/start/window.ts'
import { closedAfterEach } from '../../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../../fixtures/command.ts'

const closed = closedAfterEach()
let folder: string
beforeEach(async () => {
  folder = closed(await temporaryFolder()).path
})

describe('a window can be opened', () => {
  const somebody = 1_000
  test.each([
    ['on Windows', 'win32', {}, null, true],
    ['on a Mac', 'darwin', {}, somebody, true],
    ['under X', 'linux', { DISPLAY: ':0' }, somebody, true],
    ['under Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, somebody, true],
    ['without a display', 'linux', {}, somebody, false],
    ['with an empty display', 'linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, somebody, false],
    ['as root', 'linux', { DISPLAY: ':0' }, 0, false],
  ] as const)('%s', (_, platform, env, userId, can) => {
    const reason = noWindowHere({ platform, env, userId })
    if (can) expect(reason).toBeNull()
    else expect(reason).toMatch(/没有窗口也能用/)
  })
})

describe('the Electron program', () => {
  const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) =>
    electronBinary(folder, { platform, env, userId: null })
  const put = async (...parts: readonly string[]) => {
    await mkdir(join(folder, ...parts, '..'), { recursive: true })
    await writeFile(join(folder, ...parts), '')
    return join(folder, ...parts)
  }

  test('is none in a package that was only installed', () => expect(on('linux')).toBeNull())

  test.each([
    ['linux', ['dist', 'electron']],
    ['win32', ['dist', 'electron.exe']],
    ['darwin', ['dist', 'Electron.app', 'Contents', 'MacOS', 'Electron']],
  ] as const)('on %s is where the installer puts it', async (platform, parts) => {
    const there = await put(...parts)
    expect(on(platform)).toBe(there)
  })

  test('is the one in a folder that was downloaded by hand', async () => {
    const there = await put('by-hand', 'electron')
    expect(on('linux', { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'by-hand') })).toBe(there)
  })

  test('is the one that the environment names, or none when that is not there', async () => {
    await put('dist', 'electron')
    const named = await put('my-electron')
    expect(on('linux', { ELECTRON_EXEC_PATH: named })).toBe(named)
    expect(on('linux', { ELECTRON_EXEC_PATH: join(folder, 'gone') })).toBeNull()
  })
})

describe('fetching the program', () => {
  const fetching = async (installer: string, times: { lookEveryMs: number; stallMs: number }) => {
    await writeFile(join(folder, 'install.js'), installer)
    const lines: string[] = []
    const fetched = await downloadElectron({ electronPackage: folder, say: (line) => lines.push(line), ...times })
    return { fetched, lines }
  }
  const leftBehind = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('yishiting-window-'))
  const SLOW = { lookEveryMs: 600_000, stallMs: 600_000 }

  test('says at once what happens, that it works without, and what a mirror is for', async () => {
    const { fetched, lines } = await fetching('process.exit(0)', SLOW)
    expect(fetched).toBe(true)
    expect(lines).toEqual([expect.stringMatching(/下载窗口程序.*没有也能用.*ELECTRON_MIRROR/)])
  })

  test('ends as soon as the network refuses, and leaves nothing behind', async () => {
    const before = await leftBehind()
    expect((await fetching('console.error("fetch failed"); process.exit(1)', SLOW)).fetched).toBe(false)
    expect(await leftBehind()).toEqual(before)
  })

  test('is given up when nothing comes any more', async () => {
    const { fetched } = await fetching('setInterval(() => {}, 1000)', { lookEveryMs: 20, stallMs: 200 })
    expect(fetched).toBe(false)
  })

  test('goes on as long as something comes, and says how much', async () => {
    const installer = `
      const fs = require('node:fs'), os = require('node:os'), path = require('node:path')
      const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'electron-')), 'electron.zip')
      let parts = 0
      const timer = setInterval(() => {
        fs.appendFileSync(file, Buffer.alloc(1_000_000))
        if (++parts === 20) process.exit(0)
      }, 50)`
    const { fetched, lines } = await fetching(installer, { lookEveryMs: 10, stallMs: 900 })
    expect(fetched).toBe(true)
    const megabytes = lines.flatMap((line) => /已有 (\d+) MB/.exec(line)?.[1] ?? []).map(Number)
    expect(Math.max(...megabytes)).toBeGreaterThan(10)
    expect(megabytes).toEqual([...megabytes].sort((one, other) => one - other))
  })
})

describe.skipIf(process.platform === 'win32')('the window’s process', () => {
  const program = async (script: string) => {
    const file = join(folder, 'electron')
    await writeFile(file, `#!/bin/sh\n${script}\n`)
    await chmod(file, 0o755)
    return file
  }

  test('is given the app and its options, and its end is the end', async () => {
    const file = await program(`printf '%s|' "$@" > '${folder}/arguments'`)
    expect(await runWindow(file, ['/app', '--data=/数据 夹'])).toEqual({ opened: true, code: 0 })
    expect(await readFile(join(folder, 'arguments'), 'utf8')).toBe('/app|--data=/数据 夹|')
  })

  test('that fails right away was no window', async () => {
    expect(await runWindow(await program('exit 127'), [])).toEqual({ opened: false, why: '127' })
    expect(await runWindow(await program('kill -TRAP $$'), [])).toEqual({ opened: false, why: 'SIGTRAP' })
    expect(await runWindow(join(folder, 'nothing'), [])).toEqual({ opened: false, why: 'ENOENT' })
  })

  test('is a window even when a terminal once asked for plain Node', async () => {
    process.env['ELECTRON_RUN_AS_NODE'] = '1'
    try {
      expect(await runWindow(await program('test -z "$ELECTRON_RUN_AS_NODE"'), [])).toEqual({ opened: true, code: 0 })
    } finally {
      delete process.env['ELECTRON_RUN_AS_NODE']
    }
  })

  test('is handed the stop that was meant for us, and that is a good end', async () => {
    const file = await program(`trap 'exit 3' TERM; touch '${folder}/ready'; while :; do sleep 0.05; done`)
    const end = runWindow(file, [])
    await expect.poll(() => readdir(folder)).toContain('ready')
    process.emit('SIGTERM', 'SIGTERM')
    expect(await end).toEqual({ opened: true, code: 0 })
    expect(process.listenerCount('SIGINT')).toBe(0)
  })
})
