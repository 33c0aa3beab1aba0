import 'dayjs/locale/zh-cn'
import '../ui/tokens.css'
import '../ui/base.css'
import './frame/frame.css'
import { createRoot } from 'react-dom/client'
import { HallClient } from '../../shared/client/hall-client.ts'
import { chinaDate } from '../../shared/core/china-time.ts'
import { browserRuntime } from '../connection/browser-runtime.ts'
import { HallProvider } from '../connection/hall-context.tsx'
import { devicePlace } from '../connection/keeping-place.ts'
import { hallOrigin } from '../platform.ts'
import { restoreLargeType } from '../ui/large-type.ts'
import { DeskApp } from './DeskApp.tsx'
import { withoutSecret } from './fragment.ts'
import { whoWeAre } from './identity.ts'
import { Look } from './Look.tsx'
import { dropOldEdits } from './roster/kept-edit.ts'

restoreLargeType()
dropOldEdits(devicePlace, chinaDate(Date.now()))
const root = document.getElementById('root')
if (root === null) throw new Error('the page has a root')
const { memory, who } = whoWeAre()
// The address of a new launch, opened in a tab that is there already, changes nothing but the fragment.
window.addEventListener('hashchange', () => {
  if (withoutSecret(window.location.hash).brought !== null) window.location.reload()
})
createRoot(root).render(
  <HallProvider client={new HallClient(browserRuntime(hallOrigin(), memory), who)}>
    <Look>
      <DeskApp />
    </Look>
  </HallProvider>,
)
