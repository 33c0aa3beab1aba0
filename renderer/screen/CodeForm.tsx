import { useState } from 'react'
import './notice.css'

/** Asks which meeting to show. The code stays in the address: a projector that is loaded again comes back to its meeting. */
export function CodeForm({ refused }: { readonly refused: string | null }) {
  const [code, setCode] = useState('')
  const whole = /^\d{6}$/.test(code)
  return (
    <main>
      <form
        className="code-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!whole) return
          // The same code again changes nothing of the address.
          if (window.location.hash === `#${code}`) window.location.reload()
          window.location.hash = code
        }}
      >
        <h1>
          <label htmlFor="code">这块大屏显示哪一场会？</label>
        </h1>
        <p>输入六位会议码。会议码在主持台上，主持人也能直接从主持台打开大屏。</p>
        <input
          id="code"
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6))}
        />
        {refused !== null && <p role="alert">{refused}</p>}
        <button type="submit" disabled={!whole}>
          显示
        </button>
      </form>
    </main>
  )
}
