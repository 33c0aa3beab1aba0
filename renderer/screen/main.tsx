import '../ui/tokens.css'
import '../ui/base.css'
import './screen.css'
import { createRoot } from 'react-dom/client'
import { HallClient } from '../../shared/client/hall-client.ts'
import { browserRuntime } from '../connection/browser-runtime.ts'
import { HallProvider } from '../connection/hall-context.tsx'
import { hallOrigin, keepAwake } from '../platform.ts'
import { CodeForm } from './CodeForm.tsx'
import { ScreenPage } from './ScreenPage.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has a root')
// A projector is moved to another meeting by another address: everything begins anew.
window.addEventListener('hashchange', () => window.location.reload())
// Until the page goes: the room looks at it, and nobody touches it.
keepAwake()

const code = /^#(\d{6})$/.exec(window.location.hash)?.[1]
createRoot(root).render(
  code === undefined ? (
    <CodeForm refused={null} />
  ) : (
    <HallProvider client={new HallClient(browserRuntime(hallOrigin()), { kind: 'screen', code })}>
      <ScreenPage code={code} />
    </HallProvider>
  ),
)
