import { IconCheck, IconDeviceMobile, IconDots } from '@tabler/icons-react'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { SeatId } from '../../../../shared/core/ids.ts'
import { onlooks, votes } from '../../../../shared/council/standing.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { DelegateDialog } from './DelegateDialog.tsx'
import { RecusalDialog } from './RecusalDialog.tsx'
import { type RosterEntry, seatWords } from './roster-shown.ts'

type Props = {
  readonly entry: RosterEntry
  readonly onSignIn: (entry: RosterEntry) => void
  readonly onLeave: (entry: RosterEntry) => void
}

const offices = { chair: '主持', scribe: '记录' } as const

export function RosterEntryRow({ entry, onSignIn, onLeave }: Props) {
  const { act, client, meeting } = useDesk()
  const { device, name, office, party, presence, proxyId, seatId, suspended } = entry
  const open = meeting.phase === 'open'
  return (
    <tr>
      <td>
        <b>{name}</b> {office !== null && <span className="tag line">{offices[office]}</span>}
        {device && <IconDeviceMobile size={18} className="has-device" aria-label="有设备" />}
      </td>
      <td className="sub">
        {seatWords(entry)}
        {party !== undefined && <span className="note seat-party">{party}</span>}
        {suspended === true && <span className="note seat-party">资格停止，不计入应到</span>}
      </td>
      <td>
        <PresenceWords presence={presence} />
        {proxyId !== null && <span className="note seat-party">委托{nameOf(client, proxyId)}表决</span>}
      </td>
      <td>
        {open && (
          <span className="row sign-in-acts">
            {presence.at === 'here' ? (
              <Button size="small" aria-label={`离场：${name}`} onClick={() => void act('signOut', { seatId })}>
                离场
              </Button>
            ) : (
              <>
                <Button size="small" aria-label={`请假：${name}`} onClick={() => onLeave(entry)}>
                  请假
                </Button>
                <Button
                  size="small"
                  className="sign-in-key"
                  aria-label={`签到：${name}`}
                  onClick={() => onSignIn(entry)}
                >
                  签到
                </Button>
              </>
            )}
            <More entry={entry} />
          </span>
        )}
      </td>
    </tr>
  )
}

function PresenceWords({ presence }: Pick<RosterEntry, 'presence'>) {
  const { client } = useDesk()
  const by = (seatId: SeatId | 'operator' | null) => (seatId === null ? '' : `，${nameOf(client, seatId)}代签`)
  switch (presence.at) {
    case 'here':
      return (
        <span>
          <span className="tag ok">
            <IconCheck size={16} aria-hidden />
            到了
          </span>{' '}
          <span className="note">
            {timeText(presence.since)}
            {by(presence.enteredBy)}
          </span>
        </span>
      )
    case 'gone':
      return <span className="note">{timeText(presence.since)} 离场</span>
    case 'excused':
      return (
        <span>
          <span className="tag">请假</span> <span className="note leave-reason">{presence.reason}</span>
        </span>
      )
    case 'missing':
      return <span className="note">还没到</span>
  }
}

/** The rare acts: 回避, 委托, whose device it is, and who chairs and records. */
function More({ entry }: { readonly entry: RosterEntry }) {
  const { act, say } = useDesk()
  const { modal } = App.useApp()
  const [open, setOpen] = useState<'recusal' | 'delegation' | null>(null)
  const { device, kind, name, office, proxyId, seatId } = entry
  const close = () => setOpen(null)
  const withdraw = async () => {
    const answer = await act('withdrawDelegation', { seatId })
    if (answer.ok) say(`已取消，${name}自己投票`)
  }
  const ask = (
    title: string,
    content: string,
    okText: string,
    command: 'removeDevice' | 'handOverChair' | 'handOverScribe',
  ) =>
    modal.confirm({
      title,
      content,
      okText,
      cancelText: '不动',
      onOk: async () => {
        const answer = await act(command, { seatId })
        if (answer.ok) say('已办好')
      },
    })
  const items = [
    ...(votes(entry) ? [{ key: 'recusal', label: '回避', onClick: () => setOpen('recusal') }] : []),
    ...(proxyId !== null
      ? [{ key: 'withdraw', label: '取消委托', onClick: () => void withdraw() }]
      : votes(entry)
        ? [{ key: 'delegate', label: '登记委托', onClick: () => setOpen('delegation') }]
        : []),
    ...(office === 'chair' || onlooks(kind)
      ? []
      : [
          {
            key: 'chair',
            label: '交接主持',
            onClick: () =>
              ask(`由${name}主持这次会议`, '原主持人从此刻起可以发言；交接写入记录。', '交接主持', 'handOverChair'),
          },
        ]),
    ...(office === 'scribe'
      ? []
      : [
          {
            key: 'scribe',
            label: '交接话事员',
            onClick: () =>
              ask(`由${name}记录这次会议`, '话事员台随之交接；交接写入记录。', '交接话事员', 'handOverScribe'),
          },
        ]),
    ...(device
      ? [
          {
            key: 'device',
            label: '移除设备',
            onClick: () =>
              ask(
                `${name}的设备要退出会场`,
                '签到、发言和投过的票都保留。要再进来，需要重新选姓名、由您准入。',
                '移除设备',
                'removeDevice',
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" size="small" aria-label={`更多：${name}`} icon={<IconDots size={18} />} />
      </Dropdown>
      {open === 'recusal' && <RecusalDialog seatId={seatId} itemId={null} onClose={close} />}
      {open === 'delegation' && <DelegateDialog seatId={seatId} onClose={close} />}
    </>
  )
}
