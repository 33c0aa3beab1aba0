import { IconScale } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { voteId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { useDesk } from '../../desk-context.tsx'
import { MissingParties } from '../attendance/MissingParties.tsx'
import { quorumOf } from '../attendance/quorum.ts'
import { hindranceOf } from './hindrance.ts'
import { AddRecusal, Recusals } from './Recusals.tsx'
import { RuleFacts } from './RuleFacts.tsx'
import { useMotion } from './use-motion.ts'
import { VoteCautions } from './VoteCautions.tsx'

const MAX_MOTION = 300

type Props = { readonly item: AgendaItem; readonly again: boolean }

/** What is put to the vote, by which rule, and whether it can be done now. */
export function OpenVoteForm({ item, again }: Props) {
  const { act, client, meeting } = useDesk()
  const [motion, setMotion] = useMotion(meeting, item)
  const [folded, setFolded] = useState(again)
  const id = useId()
  const quorum = quorumOf(meeting, item.itemId)
  if (quorum === null) return null
  const hindrance = hindranceOf(meeting, item.itemId, motion, client.hostNow())
  if (folded) {
    return (
      <Button className="vote-again" onClick={() => setFolded(false)}>
        这一项再表决一件事
      </Button>
    )
  }
  const open = async () => {
    await act('openVote', { voteId: voteId.mint(randomBytes), itemId: item.itemId, motion: motion.trim() })
  }
  return (
    <form
      className="vote-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (hindrance === null) void open()
      }}
    >
      <p className="row wrap">
        <span className="tag line">记名表决</span>
        <span className="tag line">结束前不看票数</span>
        <span className="note grow">记名表决：结束后委员能看到谁投了什么</span>
        <AddRecusal itemId={item.itemId} />
      </p>
      <div className="field">
        <label htmlFor={id}>要表决的话</label>
        <Input.TextArea
          id={id}
          className="song"
          rows={2}
          maxLength={MAX_MOTION}
          value={motion}
          placeholder="例如：采用透水面层方案，12 月 5 日开工，12 月 28 日前完工。"
          onChange={(event) => setMotion(event.target.value)}
        />
      </div>
      <VoteCautions item={item} motion={motion} />
      <Recusals item={item} />
      <RuleFacts itemId={item.itemId} />
      <div className="vote-end">
        <div className="grow vote-before">
          <MissingParties />
          <span className={hindrance?.unlawful ? 'vote-hindrance' : 'note'} role="status">
            {hindrance?.words ?? `在场 ${quorum.present} 位有表决权的人都能投，大屏和手机同时打开。`}
          </span>
        </div>
        <Button
          type={meeting.floor.queue.length === 0 ? 'primary' : 'default'}
          htmlType="submit"
          disabled={hindrance !== null}
          icon={<IconScale size={18} />}
        >
          开始表决
        </Button>
      </div>
    </form>
  )
}
