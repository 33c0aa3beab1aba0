import { addressesToJoin } from '../host/http/lan-addresses.ts'
import { announce } from './announce.ts'
import { folderName, LAST_PORT, readArguments, wholeNumber } from './arguments.ts'
import { runHost } from './hosting.ts'

const USAGE = 'usage: npm run host -- --data DIR [--port P] [--address A] [--move-port]'

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
const port =
  values.port === undefined ? null : wholeNumber(values.port, { name: 'port', min: 0, max: LAST_PORT, usage: USAGE })

const host = await runHost({
  folder,
  port,
  movePort: values['move-port'],
  address: values.address,
  log: (entry) => console.error(JSON.stringify({ at: new Date().toISOString(), ...entry })),
})
announce(host, addressesToJoin(values.address, host.port))
