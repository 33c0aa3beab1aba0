import { IconAlertTriangle } from '@tabler/icons-react'
import { missingParties } from '../../shared/meeting/attendance/parties.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { nameOf } from '../connection/meeting-view.ts'
import { Qr } from '../ui/Qr.tsx'
import { addressText } from './address-text.ts'
import { namesLine, roomOf } from './missing.ts'
import './join.css'

const QR_SIZE = 416
const MOST_NAMES = 6

/** The way in, and who is still missing. */
export function JoinPage({ meeting, code }: { readonly meeting: HeldMeeting; readonly code: string }) {
  const client = useHall()
  const { entitled, excused, missing, present } = roomOf(meeting)
  const { rollCall } = meeting.form
  const { headcount } = meeting.attendance
  const parties = missingParties(meeting)
  const [address] = client.addresses
  const names = namesLine(
    missing.map((seatId) => nameOf(client, seatId)),
    MOST_NAMES,
  )
  return (
    <>
      <h1 className="unseen">扫码进会场</h1>
      <div className="join">
        {address !== undefined && (
          <div className="qr">
            <Qr text={`${address}#${code}`} label="进会场的二维码" size={QR_SIZE} />
          </div>
        )}
        <ol className="steps">
          <li>
            <b>1</b>
            <span>手机连会场的 Wi‑Fi</span>
          </li>
          <li>
            <b>2</b>
            <span>
              扫左边的码，或用浏览器打开
              <strong>{address === undefined ? '请稍候' : addressText(address)}</strong>
            </span>
          </li>
          <li>
            <b>3</b>
            <span>
              会议码 <strong className="inline">{code}</strong>
              <br />
              再点自己的名字
            </span>
          </li>
        </ol>
      </div>
      {rollCall && <p className="aside">没有手机的，请到门口签到桌签名。</p>}
      <footer className="band">
        {rollCall ? (
          <>
            <p className="counts">
              <span>
                应到 {entitled}　实到 <b>{present}</b>
                {excused > 0 && `　请假 ${excused}`}
              </span>
              <span>{missing.length === 0 ? '都到了' : `还没到 ${missing.length} 位`}</span>
            </p>
            {parties.length === 0 ? (
              <p className="missing">
                {names.map((name, index) => (
                  <span key={missing[index] ?? name}>{name}</span>
                ))}
              </p>
            ) : (
              <p className="missing party">
                <IconAlertTriangle size="1em" aria-hidden="true" />
                <span>缺：{parties.map(({ name }) => name).join('、')}</span>
              </p>
            )}
          </>
        ) : (
          <p className="counts">
            <span>{headcount === null ? '想说的请举手，没有手机也能说' : `到场约 ${headcount} 人`}</span>
          </p>
        )}
      </footer>
    </>
  )
}
