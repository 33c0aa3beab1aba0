import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { ballotId, type SeatId } from '../../../shared/core/ids.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { channelNames } from '../../../shared/wording/vote-words.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { firstShown } from '../../ui/first-shown.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { useDesk } from '../desk-context.tsx'
import { BallotLine } from './BallotLine.tsx'
import { areBallots, type Ballots, ballotOf, type Ticked } from './ballot-marks.ts'
import { ballotsDraft } from './entry-drafts.ts'
import { entryChannels, type ShownVoter } from './voters-shown.ts'

/** A list this long is searched, not read. */
const SEARCHED = 8

type Props = {
  readonly vote: OpenVote
  readonly people: readonly ShownVoter[]
  readonly open: boolean
  readonly onClose: () => void
}

/**
 * 代录: the named ballots of people without a device. What is ticked survives a reload; it counts only when it is entered,
 * and the record says who entered it.
 */
export function EnterBallots({ vote, people, open, onClose }: Props) {
  const { act, say } = useDesk()
  const { channels, question, revisable } = vote.terms
  const name = ballotsDraft(vote.voteId)
  const [ballots, setBallots] = useDraft<Ballots>(name, {}, (value) => areBallots(question, value))
  const possible = entryChannels(channels)
  const [channel, setChannel] = useState(possible[0])
  const [query, setQuery] = useState('')
  const [busy, setBusy] = useState(false)
  const { more, shown } = firstShown(usePeopleFinder(open).find(people, query))
  const ready = people.flatMap(({ seatId, voter }) => {
    const option = ballotOf(question, ballots[seatId] ?? [null])
    // Whoever is entered again votes as he did before.
    const by = voter === null || voter.channel === 'device' ? channel : voter.channel
    return option === null || by === undefined ? [] : [{ seatId, option, channel: by }]
  })
  const tick = (seatId: SeatId, ticked: Ticked | null) => {
    const others = Object.entries(ballots).filter(([other]) => other !== seatId)
    setBallots(Object.fromEntries(ticked === null ? others : [...others, [seatId, ticked]]))
  }
  const enter = async () => {
    setBusy(true)
    const answers = await Promise.all(
      ready.map((ballot) =>
        act('enterBallot', { voteId: vote.voteId, ballotId: ballotId.mint(randomBytes), ...ballot }),
      ),
    )
    setBusy(false)
    const entered = ready.flatMap(({ seatId }, index) => (answers[index]?.ok === true ? [seatId] : []))
    // What is entered is kept on the host alone.
    const left = Object.entries(ballots).filter(([seatId]) => !entered.some((one) => one === seatId))
    flushSync(() => setBallots(Object.fromEntries(left)))
    if (left.length === 0) forgetDraft(name)
    if (entered.length > 0) say(`已记下 ${entered.length} 票`)
    if (entered.length === people.length) onClose()
  }
  const enterWords = `记下 ${ready.length} 票${revisable ? '' : '，不能再改'}`
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
          {ready.length === 0 ? '请逐人选好' : enterWords}
        </Button>,
      ]}
    >
      <p className="sub enter-words">
        按本人的举手或纸票逐人选。记名表决，录入后写明由您代录；有设备的人请尽量让他自己投。
      </p>
      {possible.length > 1 && (
        <p className="row wrap enter-channel">
          这些票是
          <Radio.Group
            aria-label="这些票是怎么投的"
            optionType="button"
            buttonStyle="solid"
            options={possible.map((one) => ({ value: one, label: channelNames[one] }))}
            value={channel ?? null}
            onChange={(event) => setChannel(possible.find((one) => one === event.target.value))}
          />
        </p>
      )}
      {people.length > SEARCHED && (
        <Input
          aria-label="找人"
          allowClear
          placeholder="姓名或拼音"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <ul className="enter-list">
        {shown.map((person) => (
          <BallotLine
            key={person.seatId}
            vote={vote}
            person={person}
            ticked={ballots[person.seatId] ?? null}
            onChange={(ticked) => tick(person.seatId, ticked)}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className="sub">没有找到。请换一个字，或看看他是不是已经投过。</p>}
      {more !== null && <p className="sub">{more}</p>}
    </Modal>
  )
}
