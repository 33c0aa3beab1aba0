import { IconHandStop, IconLock } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { keyOf } from '../../../../shared/meeting/attendance/state.ts'
import { type OpenVote, voterOf } from '../../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { peopleWaiting } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { EnterBallots } from './EnterBallots.tsx'

/** Who has not voted yet, by name: the desk enters the ballots of those without a device. */
export function MissingPane({ vote }: { readonly vote: OpenVote }) {
  const { client, meeting } = useDesk()
  const [entering, setEntering] = useState(false)
  const missing = vote.electors
    .filter((seatId) => voterOf(vote, seatId) === null)
    .map((seatId) => {
      const proxyId = meeting.attendance.delegations.find((one) => one.seatId === seatId)?.proxyId ?? null
      return {
        seatId,
        name: nameOf(client, seatId),
        proxy: proxyId === null ? null : nameOf(client, proxyId),
        // Whoever has delegated the vote cannot cast it.
        device: proxyId === null && keyOf(meeting.attendance, seatId) !== null,
      }
    })
    // Those without a device come first: somebody has to go to them.
    .sort((a, b) => Number(a.device) - Number(b.device))
  const waiting = peopleWaiting(meeting)
  const aside = meeting.agenda.find((item) => item.itemId === vote.itemId)?.recusals ?? []
  return (
    <section className="missing-voters" aria-label="还没投的人">
      <div className="pane-head">
        <h3 aria-live="polite">{missing.length === 0 ? '都投了' : `还没投的 ${missing.length} 人`}</h3>
      </div>
      {missing.length > 0 && (
        <Button className="enter-ballots" icon={<IconHandStop size={18} />} onClick={() => setEntering(true)}>
          代录举手、纸票
        </Button>
      )}
      <ScrollArea label="名单">
        <ul>
          {missing.map(({ device, name, proxy, seatId }) => (
            <li key={seatId}>
              <b className="one">{name}</b>
              <span className="note one">
                {proxy !== null ? `委托${proxy}，请代录` : device ? '有设备，还没选' : '没有设备，请代录'}
              </span>
            </li>
          ))}
        </ul>
        {aside.length > 0 && (
          <p className="note missing-aside">
            另有 {aside.length} 人回避，不计入：{aside.map(({ seatId }) => nameOf(client, seatId)).join('、')}
          </p>
        )}
      </ScrollArea>
      <p className="machine-fact">
        <IconLock size={18} aria-hidden />
        <span>
          表决时不点下一位。{waiting > 0 ? `等候的 ${waiting} 位顺序不变，表决后接着。` : '结束前谁也看不到票数。'}
        </span>
      </p>
      <EnterBallots vote={vote} missing={missing} open={entering} onClose={() => setEntering(false)} />
    </section>
  )
}
