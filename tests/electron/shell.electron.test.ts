import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { electronBinary, noWindowHere } from '../../main/cli/start/electron.ts'
import { builtApp, ROOT } from '../fixtures/built-app.ts'
import { temporaryFolder } from '../fixtures/command.ts'

const machine = { platform: process.platform, env: process.env, userId: process.getuid?.() ?? null }
const electronPackage = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const binary = electronBinary(electronPackage, machine)
/** Why the real window cannot be tried on this machine; null when it can. */
const reason = binary === null ? 'no Electron binary on this machine' : noWindowHere(machine)

if (reason !== null) console.log(`Electron start-up: not exercised on this machine (${reason})`)

describe.skipIf(reason !== null)('the app in real Electron', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let app: ElectronApplication
  let desk: Page

  beforeAll(() => builtApp())
  beforeEach(async () => {
    folder = await temporaryFolder()
    const own = [`--user-data-dir=${path.join(folder.path, 'user')}`, `--data=${path.join(folder.path, 'data')}`]
    app = await _electron.launch({ executablePath: binary ?? '', args: [ROOT, ...own, '--port=0'], cwd: ROOT })
    desk = await app.firstWindow()
  })
  afterEach(async () => {
    await app.close()
    await folder.close()
  })

  test('opens the desk on its own origin, with the bridge, and comes in as the operator', async () => {
    expect(new URL(desk.url()).protocol).toBe('app:')
    await desk.getByRole('heading').first().waitFor()
    const bridge = await desk.evaluate(
      '({ keys: Object.keys(window.desktop), node: typeof window.process + typeof require })',
    )
    expect(bridge).toEqual({ keys: expect.arrayContaining(['hostStatus', 'saveFile']), node: 'undefinedundefined' })
    expect(await desk.evaluate('window.desktop.hostStatus()')).toMatchObject({ at: 'running' })
  })

  test('reports no violation of its content policy', async () => {
    const complaints: string[] = []
    desk.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
    })
    await desk.reload()
    await desk.getByRole('heading').first().waitFor()
    expect(complaints).toEqual([])
  })

  test('runs its pages sandboxed', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Readonly<Record<string, unknown>> }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  })

  test('stays where it is when a page tries to leave', async () => {
    await desk.evaluate("void (location.href = 'https://example.org/')")
    await expect.poll(() => new URL(desk.url()).protocol).toBe('app:')
  })

  test('saves a file where the person says', async () => {
    const file = path.join(folder.path, '纪要.docx')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    expect(await desk.evaluate("window.desktop.saveFile('纪要.docx', new Uint8Array([80, 75]))")).toBe(true)
    expect([...(await readFile(file))]).toEqual([80, 75])
  })

  test('opens the hall screen in a window without the bridge', async () => {
    const opening = app.waitForEvent('window')
    await desk.evaluate("window.desktop.openScreen('123456')")
    const screen = await opening
    expect(new URL(screen.url()).pathname).toBe('/screen')
    expect(await screen.evaluate('typeof window.desktop')).toBe('undefined')
  })

  test('shows the hall screen in one window, however often it is asked for', async () => {
    const opening = app.waitForEvent('window')
    await desk.evaluate("window.desktop.openScreen('123456')")
    await opening
    await desk.evaluate("window.desktop.openScreen('123456')")
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2)
  })

  test('ends with its window, and gives the data folder back', async () => {
    const ended = new Promise((resolve) => app.process().once('exit', resolve))
    await desk.close()
    expect(await ended).toBe(0)
    await expect(access(path.join(folder.path, 'data', 'host.lock'))).rejects.toThrow('ENOENT')
  })
})
