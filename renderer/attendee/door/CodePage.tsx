import { useState } from 'react'
import { useHall } from '../../connection/hall-context.tsx'
import { Frame } from '../frame/Frame.tsx'
import { useOffline } from '../frame/use-offline.ts'
import { isCode, typedCode } from './code-in-address.ts'
import { RefusalNote } from './RefusalNote.tsx'
import './door.css'

const FORM = 'code'

/** Who came without scanning types the six digits. */
export function CodePage({ onBack }: { readonly onBack?: () => void }) {
  const client = useHall()
  const [code, setCode] = useState('')
  const offline = useOffline() !== 'no'
  return (
    <Frame
      title="议事厅"
      onBack={onBack}
      dock={
        <button type="submit" form={FORM} className="key go wide" disabled={!isCode(code) || offline}>
          下一步
        </button>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          if (isCode(code) && !offline) client.enter(code)
        }}
      >
        <h1>
          <label htmlFor="code-field">请输入会议码</label>
        </h1>
        <p className="second">六位数字，在大屏上，也可以问主持人。</p>
        <input
          id="code-field"
          className="field code"
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(typedCode(event.target.value))}
        />
        <RefusalNote />
      </form>
      <p className="note foot-note">用手机扫大屏上的码，就不用输入。没有手机的，请到签到桌签名。</p>
    </Frame>
  )
}
