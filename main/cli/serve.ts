import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { createHost, type Host } from '../host/create-host.ts'
import type { HallLogEntry } from '../host/hall/hall-log.ts'
import { lanAddresses } from '../host/http/lan-addresses.ts'
import { diskStorage } from '../host/storage/disk-storage.ts'
import { readArguments, usageError, wholeNumber } from './arguments.ts'
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
  USAGE,
)
if (values.data === undefined) usageError('--data DIR is missing', USAGE)
const asked =
  values.port === undefined ? null : wholeNumber(values.port, { name: 'port', min: 0, max: LAST_PORT, usage: USAGE })

const log = (entry: HallLogEntry) => console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }))
const storage = diskStorage(path.resolve(values.data))
const started = await createHost({
  storage,
  port: asked,
  movePort: values['move-port'],
  address: values.address,
  version: VERSION,
  log,
  onFailure: () => void end(EXIT_STORAGE_FAILED),
})
if (!started.ok) {
  console.error(sayHostRefusal(started.refusal))
  process.exit(EXIT_REFUSED)
}
const { host } = started
announce(host)
process.once('SIGINT', () => void end(0))
process.once('SIGTERM', () => void end(0))

function announce({ operatorSecret, port }: Host): void {
  console.log(`操作台（只在本机打开）：http://127.0.0.1:${port}/desk#${operatorSecret}`)
  const addresses = values.address === '0.0.0.0' ? lanAddresses(networkInterfaces()) : [values.address]
  if (addresses.length === 0) console.log('没有找到局域网地址：请连接 Wi-Fi 或网线，其他设备才能进入。')
  for (const address of addresses) console.log(`参会地址：http://${address}:${port}/`)
}

async function end(code: number): Promise<void> {
  await host.close()
  process.exit(code)
}
