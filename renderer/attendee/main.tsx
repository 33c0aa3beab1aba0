import '../ui/tokens.css'
import '../ui/base.css'
import './frame/controls.css'
import './frame/frame.css'
import { createRoot } from 'react-dom/client'
import { HallClient } from '../../shared/client/hall-client.ts'
import { recalled } from '../../shared/client/memory.ts'
import { browserRuntime } from '../connection/browser-runtime.ts'
import { HallProvider } from '../connection/hall-context.tsx'
import { deviceKey, devicePlace, memoryIn } from '../connection/keeping-place.ts'
import { hallOrigin } from '../platform.ts'
import { restoreLargeType } from '../ui/large-type.ts'
import { AttendeePage } from './AttendeePage.tsx'
import { codeIn, enterScanned } from './door/code-in-address.ts'

restoreLargeType()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has a root')

/** The code leaves the address bar: a reload must not ask for the door again, nor a shared address let others in. */
function takeCode(): string | null {
  const code = codeIn(window.location.hash)
  if (code !== null) window.history.replaceState(null, '', window.location.pathname)
  return code
}

const scanned = takeCode()

const memory = memoryIn(devicePlace, 'yishiting.hall')
const hasCode = scanned !== null || recalled(memory).code !== null
const client = new HallClient(browserRuntime(hallOrigin(), memory), {
  kind: 'device',
  key: deviceKey(),
  meetingId: null,
})
if (scanned !== null) enterScanned(client, scanned)
// The browser brings a code that is scanned later to the tab that is open already.
window.addEventListener('hashchange', () => {
  // A page that has ended does not come back by itself: the next one finds the code in the address.
  if (client.phase.at === 'ended' && codeIn(window.location.hash) !== null) return window.location.reload()
  const code = takeCode()
  if (code !== null) enterScanned(client, code)
})

createRoot(root).render(
  <HallProvider client={client}>
    <AttendeePage hasCode={hasCode} />
  </HallProvider>,
)
