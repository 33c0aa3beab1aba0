import { App } from 'antd'
import type { SeatId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { useNotices } from '../desk-context.tsx'

export type Deletion = 'places' | 'contact'

/** Deletes personal data at the host at once, after a question; `onDone` once it is gone. */
export function useDeleting(onDone: (seatId: SeatId, what: Deletion) => void) {
  const client = useHall()
  const { modal } = App.useApp()
  const { refused, say } = useNotices()
  const remove = async (seatId: SeatId, what: Deletion) => {
    const name = client.names[seatId]
    if (what === 'places' && name === undefined) return
    const answer = await refused(
      what === 'contact'
        ? client.send('contacts', null, 'deleteContact', { seatId })
        : client.send('contacts', null, 'saveContacts', { contacts: [{ seatId, name, phone: null, house: null }] }),
    )
    if (!answer.ok) return
    say(what === 'contact' ? '姓名和联系方式已删除' : `${name}的电话和门牌已删除`)
    onDone(seatId, what)
  }
  return (seatId: SeatId, what: Deletion) => {
    const name = nameOf(client, seatId)
    modal.confirm({
      title: what === 'contact' ? `删除${name}的姓名和联系方式` : `删除${name}的电话和门牌`,
      content:
        what === 'contact'
          ? '马上生效，不能恢复。席位和开过的会、表决都还在，记录里只写“（姓名已删除）”。已经导出的文件请另行处理。'
          : '马上生效，不能恢复。姓名和席位不变。',
      okText: '删除',
      cancelText: '不删',
      onOk: () => remove(seatId, what),
    })
  }
}
