import './admissions.css'
import { IconDoor } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import type { AdmissionRequest } from '../../../../shared/protocol/host-frames.ts'
import { useDesk, useNotices } from '../../desk-context.tsx'

/** More would push the work out of sight; the rest is one click away. */
const SHOWN = 2

/** Who waits at the door: a calm bar over the work, which it never covers. */
export function AdmissionsBar() {
  const { client, meetingId } = useDesk()
  const { refused } = useNotices()
  const [all, setAll] = useState(false)
  const waiting = client.admissions.filter((request) => request.meetingId === meetingId)
  if (waiting.length === 0) return null
  const shown = all ? waiting : waiting.slice(0, SHOWN)
  const admitAll = () => {
    for (const request of waiting) void refused(client.admit(request))
  }
  return (
    <section className="admissions" aria-label="等候入场">
      <IconDoor size={20} aria-hidden />
      <b role="status">{waiting.length} 人等候入场</b>
      <ul>
        {shown.map((request) => (
          <li key={`${request.publicKey} ${request.seatId}`}>
            <span className="one" title={`${request.name}${wordsFor(request)}`}>
              {request.name}
              <span className="note">{wordsFor(request)}</span>
            </span>
            <Button
              size="small"
              aria-label={`准入：${request.name}`}
              onClick={() => void refused(client.admit(request))}
            >
              准入
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={`不准入：${request.name}`}
              onClick={() => void refused(client.turnAway(request))}
            >
              不准入
            </Button>
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN && (
        <Button size="small" type="text" onClick={() => setAll(!all)}>
          {all ? '收起' : `再看 ${waiting.length - SHOWN} 人`}
        </Button>
      )}
      {waiting.length > 1 && (
        <Button size="small" onClick={admitAll}>
          全部准入
        </Button>
      )}
    </section>
  )
}

/** What has to be known before nodding. */
function wordsFor({ takeover, walkIn }: AdmissionRequest): string {
  if (walkIn) return '（不在名册，现场登记）'
  return takeover ? '（换设备，原设备会退出）' : ''
}
