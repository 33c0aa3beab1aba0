import { createHost, type Host } from '../host/create-host.ts'
import type { HallLogEntry } from '../host/hall/hall-log.ts'
import { addressesToJoin } from '../host/http/lan-addresses.ts'
import { diskStorage } from '../host/storage/disk-storage.ts'
import { folderName, readArguments, wholeNumber } from './arguments.ts'
import { sayHostRefusal } from './host-refusals.ts'
import { VERSION } from './version.ts'

const USAGE = 'usage: npm run host -- --data DIR [--port P] [--address A] [--move-port]'
/** One less than the last port: the next one is for TLS. */
const LAST_PORT = 65_534
const EXIT_REFUSED = 1
const EXIT_STORAGE_FAILED = 3

const { values } = readArguments(
  {
    port: { type: 'string' },
    data: { type: 'string' },
    address: { type: 'string', default: '0.0.0.0' },
    'move-port': { type: 'boolean', default: false },
  },
  { usage: USAGE },
)
const folder = folderName(values.data, { name: 'data', usage: USAGE })
const asked =
  values.port === undefined ? null : wholeNumber(values.port, { name: 'port', min: 0, max: LAST_PORT, usage: USAGE })

const log = (entry: HallLogEntry) => console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }))
/** The disk may fail before there is a host to end. */
let running: Host | null = null
let storageFailed = false

const started = await createHost({
  storage: diskStorage(folder),
  port: asked,
  movePort: values['move-port'],
  address: values.address,
  version: VERSION,
  log,
  onFailure: () => {
    storageFailed = true
    if (running !== null) void end(running)
  },
}).catch((error: unknown) => refuse(`主机没有启动：${error instanceof Error ? error.message : String(error)}`))
if (!started.ok) refuse(sayHostRefusal(started.refusal))
const { host } = started
if (storageFailed) await end(host)
running = host
process.once('SIGINT', () => void end(host))
process.once('SIGTERM', () => void end(host))
announce(host)

function announce({ operatorSecret, port }: Host): void {
  console.log(`操作台（只在本机打开）：http://127.0.0.1:${port}/desk#${operatorSecret}`)
  const addresses = addressesToJoin(values.address, port)
  if (addresses.length === 0) console.log('没有找到局域网地址：请连接 Wi-Fi 或网线，其他设备才能进入。')
  for (const address of addresses) console.log(`参会地址：${address}`)
}

async function end(host: Host): Promise<never> {
  await host.close()
  if (!storageFailed) process.exit(0)
  console.error('数据文件夹写不进去，主机已停止；之前确认过的都在。请检查磁盘空间后重新启动。')
  process.exit(EXIT_STORAGE_FAILED)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(EXIT_REFUSED)
}
