import { Button, Input } from 'antd'
import { useState } from 'react'
import { seatId } from '../../../../shared/core/ids.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { useDesk, useNotices } from '../../desk-context.tsx'

const MAX_NAME = 40

/** 现场登记: somebody who is not on the roster comes in, without a vote. Names are kept by the host's own desk. */
export function WalkIn() {
  const desk = useDesk()
  const { refused } = useNotices()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  if (desk.seatId !== null) {
    return <p className="note grow">不在名册上的人，请他用手机扫码登记，或在主机的电脑上登记。</p>
  }
  const register = async () => {
    if (name.trim() === '' || busy) return
    setBusy(true)
    const id = seatId.mint(randomBytes)
    const contact = { seatId: id, name: name.trim() }
    const named = await refused(desk.client.send('contacts', null, 'saveContact', contact))
    const seated = named.ok && (await desk.act('registerWalkIn', { seatId: id })).ok
    if (seated) await desk.act('signIn', { seatId: id })
    setBusy(false)
    if (!seated) return
    setName('')
    desk.say('已登记并签到，列席，没有表决权')
  }
  return (
    <form
      className="row grow"
      onSubmit={(event) => {
        event.preventDefault()
        void register()
      }}
    >
      <Input
        className="walk-in"
        aria-label="现场登记姓名"
        placeholder="不在名册上的人，写姓名"
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" loading={busy} disabled={name.trim() === ''}>
        现场登记
      </Button>
    </form>
  )
}
