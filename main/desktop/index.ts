import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import manifest from '../../package.json' with { type: 'json' }
import { type DesktopLog, logLine } from './desktop-log.ts'
import type { HostChild } from './host-process.ts'
import { startShell } from './shell.ts'

// The one file, beside the preload, that imports Electron when it runs: it only hands things over.

const NONCE_BYTES = 16
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' }, port: { type: 'string' }, 'move-port': { type: 'boolean' } },
  // Electron and Chromium have switches of their own on the same line.
  strict: false,
  allowPositionals: true,
})
const inside = (...parts: string[]) => path.join(import.meta.dirname, '..', ...parts)
const userData = app.getPath('userData')
const data = typeof values.data === 'string' ? path.resolve(values.data) : path.join(userData, 'data')
const pages = inside('renderer')
const logs = path.join(userData, 'logs')

const write = (line: string) => {
  try {
    mkdirSync(logs, { recursive: true })
    appendFileSync(path.join(logs, 'desktop.log'), line)
  } catch {
    // A full disk must not keep the meeting's own failure from being shown.
  }
}
const log: DesktopLog = (event, detail) => write(logLine(event, detail, new Date()))

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    log('uncaught', error instanceof Error ? (error.stack ?? error.message) : String(error))
    dialog.showErrorBox('议事厅出错了', '已确认的内容都在。请重新启动议事厅；再次出现时请把日志文件夹交给技术人员。')
    // On unknown state nothing goes on.
    app.exit(1)
  })
}
crashReporter.start({ uploadToServer: false })

const forkHost = (): HostChild => {
  const port = typeof values.port === 'string' ? [`--port=${values.port}`] : []
  if (values['move-port'] === true) port.push('--move-port')
  const child = utilityProcess.fork(inside('main', 'host.js'), [`--data=${data}`, `--site=${pages}`, ...port], {
    serviceName: 'host',
    stdio: 'pipe',
  })
  child.stderr?.setEncoding('utf8').on('data', write)
  child.stdout?.resume()
  return child
}

startShell({
  app,
  commandLine: app.commandLine,
  protocol,
  ipcMain,
  powerSaveBlocker,
  dialog,
  outside: shell,
  session: () => session.defaultSession,
  displays: () => ({ all: screen.getAllDisplays(), primary: screen.getPrimaryDisplay() }),
  onDisplaysChange: (act) => void screen.on('display-added', act).on('display-removed', act),
  openWindow: (options) => new BrowserWindow(options),
  setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
  forkHost,
  now: Date.now,
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
  nonce: () => randomBytes(NONCE_BYTES).toString('base64'),
  readFile: async (file) => new Uint8Array(await readFile(file)),
  writeFile: (file, bytes) => writeFile(file, bytes),
  say: (line) => void process.stdout.write(`${line}\n`),
  log,
  version: manifest.version,
  paths: {
    pages,
    preload: inside('preload', 'index.cjs'),
    windowState: path.join(userData, 'window.json'),
    logs,
    downloads: app.getPath('downloads'),
  },
})
