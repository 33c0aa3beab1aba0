import { Button } from 'antd'
import { useState } from 'react'
import { useDesk } from '../../desk-context.tsx'
import type { RosterEntry } from './roster-shown.ts'

/** Only in practice: invented people do not come through the door one by one. */
export function PracticeSignIn({ entries }: { readonly entries: readonly RosterEntry[] }) {
  const { act } = useDesk()
  const [busy, setBusy] = useState(false)
  const missing = entries.filter((entry) => entry.presence.at === 'missing')
  if (missing.length === 0) return null
  const signIn = async () => {
    setBusy(true)
    await Promise.all(missing.map(({ seatId }) => act('signIn', { seatId })))
    setBusy(false)
  }
  return (
    <Button loading={busy} onClick={() => void signIn()}>
      练习：让 {missing.length} 人都到场
    </Button>
  )
}
