import { parseArgs } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { runHostService } from '../host/service/host-service.ts'

/** The host's own program, started by the shell as a utilityProcess. It never imports Electron. */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    'move-port': { type: 'boolean', default: false },
    site: { type: 'string' },
  },
})
const { parentPort } = process
// Ctrl-C in a terminal reaches every process of the group: the shell decides when the host ends.
process.on('SIGINT', () => undefined)

void runHostService({
  data: values.data ?? '',
  port: values.port === undefined ? null : Number(values.port),
  movePort: values['move-port'],
  site: values.site ?? '',
  version: manifest.version,
  post: (message) => parentPort.postMessage(message),
  onMessage: (act) => parentPort.on('message', ({ data }) => act(data)),
  write: (line) => process.stderr.write(line),
  exit: (code) => process.exit(code),
})
