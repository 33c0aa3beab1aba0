import { IconUserShare } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { nameOf } from '../../../connection/meeting-view.ts'
import { speakingQueue } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import type { FloorActs } from './use-floor-acts.ts'

/** Who holds the chair while the chair speaks, the chair's own turn, and the way back. */
export function StandInBar({ acts: { call } }: { readonly acts: FloorActs }) {
  const { act, client, meeting } = useDesk()
  const { modal } = App.useApp()
  const { chair, floor, phase, runningItem, standsInFor, voting } = meeting
  if (standsInFor === null || phase !== 'open') return null
  const name = nameOf(client, standsInFor)
  const giveBack = () => act('handOverChair', { seatId: standsInFor })
  const place = speakingQueue(meeting).find((one) => one.seatId === standsInFor)
  const waits = place !== undefined
  const speaks = [floor.speaking, floor.interposed].some((speech) => speech?.seatId === standsInFor)
  const ask = () => {
    if (!waits && !speaks) return void giveBack()
    modal.confirm({
      title: speaks ? `${name}还在发言` : `${name}还没有发言`,
      content: speaks ? '现在交还主持，他的发言就到此为止。' : '现在交还主持，他就不再排队发言。',
      okText: '交还主持',
      cancelText: '等他说完',
      onOk: async () => void (await giveBack()),
    })
  }
  return (
    <p className="row stand-in" role="status">
      <IconUserShare size={18} aria-hidden />
      <span className="one grow" title={`${nameOf(client, chair)}替${name}主持`}>
        <b>{nameOf(client, chair)}</b> 代主持中
      </span>
      <span className="row">
        {place !== undefined && runningItem !== null && voting.open === null && (
          <Button
            size="small"
            className="stand-in-call"
            aria-label={`请${name}发言`}
            title={`现在就请${name}发言，不用等前面的人`}
            onClick={() => call(place.speechId)}
          >
            <span className="next-words">
              请<span className="one">{name}</span>发言
            </span>
          </Button>
        )}
        <Button size="small" onClick={ask}>
          交还主持
        </Button>
      </span>
    </p>
  )
}
