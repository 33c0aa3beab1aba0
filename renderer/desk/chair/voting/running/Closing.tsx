import { IconRotate } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { resolutionId } from '../../../../../shared/core/ids.ts'
import { type OpenVote, voterOf } from '../../../../../shared/meeting/voting/state.ts'
import { uncounted } from '../../../../../shared/meeting/voting/uncounted.ts'
import { sentenceOf } from '../../../../../shared/wording/rejections.ts'
import { randomBytes } from '../../../../connection/browser-runtime.ts'
import { nameOf } from '../../../../connection/meeting-view.ts'
import { closingFewWords } from '../../../counting/papers.ts'
import { useDesk } from '../../../desk-context.tsx'
import { VoidVote } from '../VoidVote.tsx'
import { progressOf } from '../vote-progress.ts'
import { askedWith, silentWords, stoppingWords } from './closing-words.ts'

/** 截止投票, 结束并公布, 先不公布, 作废重投: the ways in which an open vote goes on. */
export function Closing({ vote }: { readonly vote: OpenVote }) {
  const { act, client } = useDesk()
  const { modal } = App.useApp()
  const { stoppedAt, terms, voteId } = vote
  const missing = uncounted(vote)
  const few = closingFewWords(vote)
  const silentCount = progressOf(vote).missing
  // The box is opened once nobody votes any more.
  const stopFirst = stoppedAt === null && terms.channels.paper === 'secret' && missing !== null
  const close = async (hold: boolean) => {
    const closing = { voteId, resolutionId: resolutionId.mint(randomBytes) }
    await act('closeVote', hold ? { ...closing, hold } : closing)
  }
  const ask = (hold: boolean) => {
    const silent = askedWith(silentWords(vote, silentCount), few)
    if (silent === null) return void close(hold)
    modal.confirm({
      title: silent.title,
      content: silent.content,
      okText: hold ? '结束，先不公布' : '结束并公布结果',
      cancelText: '再等等',
      onOk: () => close(hold),
    })
  }
  const stop = async () => {
    await act('stopBallots', { voteId })
  }
  const askToStop = () => {
    const missing = vote.electors.filter((seatId) => voterOf(vote, seatId) === null)
    const names = missing.map((seatId) => nameOf(client, seatId))
    const asked = askedWith(stoppingWords(vote, names), few)
    if (asked === null) return void stop()
    modal.confirm({ ...asked, okText: '截止投票', cancelText: '再等等', onOk: stop })
  }
  return (
    <div className="vote-end vote-closing">
      <VoidVote voteId={voteId} label="作废重投" icon={<IconRotate size={18} aria-hidden />} />
      <p className="vote-hindrance" role="status">
        {missing !== null && sentenceOf(missing)}
        {(silentCount === 0 || stoppedAt !== null) && few}
      </p>
      {stoppedAt === null && (
        <Button type={stopFirst ? 'primary' : 'default'} title="谁也不能再投，接着计票" onClick={askToStop}>
          截止投票
        </Button>
      )}
      {missing === null && (
        <Button title="票数定下来，结果只有主持人和话事员看得到，等您公布" onClick={() => ask(true)}>
          结束，先不公布
        </Button>
      )}
      <Button type={stopFirst ? 'default' : 'primary'} disabled={missing !== null} onClick={() => ask(false)}>
        结束并公布结果
      </Button>
    </div>
  )
}
