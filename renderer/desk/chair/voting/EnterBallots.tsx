import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { ballotId, type SeatId } from '../../../../shared/core/ids.ts'
import type { OpenVote, Option } from '../../../../shared/meeting/voting/state.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { forgetDraft, useDraft } from '../../../connection/use-draft.ts'
import { Stance } from '../../../ui/Stance.tsx'
import { useDesk } from '../../desk-context.tsx'
import { ballotsDraft } from './ballot-drafts.ts'

type Missing = {
  readonly seatId: SeatId
  readonly name: string
  /** Who holds the vote (委托表决); null: nobody else. */
  readonly proxy: string | null
  readonly device: boolean
}

type Props = {
  readonly vote: OpenVote
  readonly missing: readonly Missing[]
  readonly open: boolean
  readonly onClose: () => void
}

const options = (['for', 'against', 'abstain'] as const).map((option) => ({
  value: option,
  label: <Stance stance={option} />,
}))

type Ticks = Readonly<Record<string, Option>>

const isTicks = (value: unknown): value is Ticks =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((option) => options.some((known) => known.value === option))

/**
 * 代录: the ballots of people without a device, one line a person. What is ticked survives a reload; it counts only when
 * it is entered, and the record says who entered it.
 */
export function EnterBallots({ vote, missing, open, onClose }: Props) {
  const { act, say } = useDesk()
  const [ticks, setTicks] = useDraft<Ticks>(ballotsDraft(vote.voteId), {}, isTicks)
  const [busy, setBusy] = useState(false)
  const ready = missing.flatMap(({ seatId }) => {
    const option = ticks[seatId]
    return option === undefined ? [] : [{ seatId, option }]
  })
  const enter = async () => {
    setBusy(true)
    const answers = await Promise.all(
      ready.map(({ option, seatId }) =>
        act('enterBallot', { voteId: vote.voteId, ballotId: ballotId.mint(randomBytes), option, seatId }),
      ),
    )
    setBusy(false)
    const entered = ready.flatMap(({ seatId }, index) => (answers[index]?.ok === true ? [seatId] : []))
    // What is entered is kept on the host alone.
    const left = Object.entries(ticks).filter(([seatId]) => !entered.some((one) => one === seatId))
    flushSync(() => setTicks(Object.fromEntries(left)))
    if (left.length === 0) forgetDraft(ballotsDraft(vote.voteId))
    if (entered.length > 0) say(`已记下 ${entered.length} 票`)
    if (entered.length === missing.length) onClose()
  }
  return (
    <Modal
      title="代录表决票"
      open={open}
      width={720}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          先不录
        </Button>,
        <Button key="enter" type="primary" loading={busy} disabled={ready.length === 0} onClick={() => void enter()}>
          {ready.length === 0 ? '请逐人选好' : `记下 ${ready.length} 票，不能再改`}
        </Button>,
      ]}
    >
      <p className="sub enter-words">
        按本人的举手或纸票逐人选。记名表决，录入后写明由您代录；有设备的人请尽量让他自己投。
      </p>
      <ul className="enter-list">
        {missing.map(({ device, name, proxy, seatId }) => (
          <li key={seatId}>
            <span className="grow enter-who">
              <b className="one">{name}</b>
              {device && <span className="note">有设备，可以自己投</span>}
              {proxy !== null && <span className="note">委托{proxy}，按他说的录</span>}
            </span>
            <Radio.Group
              aria-label={`${name}的表决票`}
              optionType="button"
              buttonStyle="solid"
              options={options}
              value={ticks[seatId] ?? null}
              onChange={(event) => setTicks({ ...ticks, [seatId]: event.target.value as Option })}
            />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
