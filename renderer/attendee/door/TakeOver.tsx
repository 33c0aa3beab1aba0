import { useState } from 'react'

type Props = { readonly name: string; readonly offline: boolean; readonly onSure: () => void }

/** A seat that another device has: it is taken over only on purpose. */
export function TakeOver({ name, offline, onSure }: Props) {
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <>
        <p className="dock-line">“{name}”已在另一台设备上。是您本人换手机，才点下面。</p>
        <button type="button" className="key wide" onClick={() => setSure(true)}>
          换到这台设备
        </button>
      </>
    )
  }
  return (
    <>
      <p className="dock-line">主持人同意后，{name}原来那台设备就退出。投过的票、说过的话都在。</p>
      <div className="pair">
        <button type="button" className="key" onClick={() => setSure(false)}>
          不换了
        </button>
        <button type="button" className="key go" disabled={offline} onClick={onSure}>
          确认换过来
        </button>
      </div>
    </>
  )
}
