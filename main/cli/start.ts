import { createRequire } from 'node:module'
import path from 'node:path'
import openInBrowser from 'open'
import qrcode from 'qrcode'
import { addressesToJoin } from '../host/http/lan-addresses.ts'
import { announce, deskAddress } from './announce.ts'
import { LAST_PORT, readArguments, wholeNumber } from './arguments.ts'
import { runHost } from './hosting.ts'
import { buildIfNeeded } from './start/build.ts'
import { downloadElectron } from './start/download.ts'
import { electronBinary, noWindowHere } from './start/electron.ts'
import { runWindow } from './start/window.ts'

const USAGE = 'usage: npm start -- [--data DIR] [--port P] [--move-port]'
const ROOT = path.resolve(import.meta.dirname, '../..')
/** Everybody's: phones in the room come in here. */
const ALL_ADDRESSES = '0.0.0.0'
/** What opens a browser gives up within this when there is none. */
const NO_BROWSER_MS = 5_000
const say = (line: string) => console.log(line)

const { values } = readArguments(
  {
    data: { type: 'string', default: path.join(ROOT, 'data') },
    port: { type: 'string' },
    'move-port': { type: 'boolean', default: false },
  },
  { usage: USAGE },
)
const folder = path.resolve(values.data)
const port =
  values.port === undefined ? null : wholeNumber(values.port, { name: 'port', min: 0, max: LAST_PORT, usage: USAGE })

const built = await buildIfNeeded(ROOT, say).catch((error: unknown) => {
  // A folder that cannot be written to, most likely.
  return { ok: false, output: error instanceof Error ? error.message : String(error) } as const
})
if (!built.ok) {
  console.error(built.output)
  console.error('界面没有生成。请先运行 npm ci，再运行 npm start；软件的文件夹要能写入。')
  process.exit(1)
}
const binary = await findWindow()
if (binary !== null) await inWindow(binary)
await inBrowser()

/** The program for the window; null, with one line said, when there is to be none. */
async function findWindow(): Promise<string | null> {
  const machine = { platform: process.platform, env: process.env, userId: process.getuid?.() ?? null }
  const reason = noWindowHere(machine)
  if (reason !== null) {
    say(reason)
    return null
  }
  const electronPackage = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const there = electronBinary(electronPackage, machine)
  if (there !== null) return there
  const fetched = (await downloadElectron({ electronPackage, say })) ? electronBinary(electronPackage, machine) : null
  if (fetched === null) say('窗口程序下载不到，改在浏览器里使用（没有也能用）。')
  return fetched
}

/** Ends this process with the window; comes back when the window could not be opened. */
async function inWindow(program: string): Promise<void> {
  const asked = [...(port === null ? [] : [`--port=${port}`]), ...(values['move-port'] ? ['--move-port'] : [])]
  const end = await runWindow(program, [ROOT, `--data=${folder}`, ...asked])
  if (end.opened) process.exit(end.code)
  say(`窗口没有打开（${end.why}），改在浏览器里使用（没有窗口也能用）。`)
}

/** Serves the same console from this process until Ctrl-C. */
async function inBrowser(): Promise<void> {
  const host = await runHost({
    folder,
    port,
    movePort: values['move-port'],
    address: ALL_ADDRESSES,
    log: (entry) => {
      // Beside the addresses only what needs somebody: the rest is for `npm run host`.
      if (entry.event !== 'streamOpened' && entry.event !== 'closed') console.error(JSON.stringify(entry))
    },
  })
  const addresses = addressesToJoin(ALL_ADDRESSES, host.port)
  announce(host, addresses)
  const [first] = addresses
  if (first !== undefined) {
    say('手机扫这个码进入：')
    say(await qrcode.toString(first, { type: 'terminal', small: true }))
  }
  say('按 Ctrl-C 结束。')
  if (process.env['BROWSER'] !== 'none') await showInBrowser(deskAddress(host))
}

async function showInBrowser(address: string): Promise<void> {
  const failed = () => say('没有打开浏览器：请自己把操作台的地址复制到浏览器里打开。')
  try {
    const browser = await openInBrowser(address)
    browser.once('error', failed)
    const from = performance.now()
    // A browser that was open for a while and ends with an error is not our business.
    browser.once('exit', (code) => code !== 0 && performance.now() - from < NO_BROWSER_MS && failed())
  } catch {
    failed()
  }
}
