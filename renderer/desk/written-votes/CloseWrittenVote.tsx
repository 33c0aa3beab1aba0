import { App, Button } from 'antd'
import { resolutionId } from '../../../shared/core/ids.ts'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { forgetDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'
import { returnDraftOf } from './papers/return-draft.ts'
import { useMay } from './use-may.ts'

/** 结束: the figures are made once, and from then on stand. */
export function CloseWrittenVote({ vote }: { readonly vote: WrittenVote }) {
  const { act, say } = useDesk()
  const { modal } = App.useApp()
  const may = useMay()
  const out = vote.handedOut - vote.returned
  const close = () =>
    modal.confirm({
      title: '结束后不能再发、再收、再改',
      content: `发出 ${vote.handedOut} 份，收回 ${vote.returned} 份${
        out === 0 ? '' : `，还有 ${out} 份没有收回，以后交来的不再计入`
      }。结束就算出结果，人人看得到票数；要改只能整件作废，重新发起。`,
      okText: '结束，算出结果',
      cancelText: '再等等',
      onOk: async () => {
        const resolution = resolutionId.mint(randomBytes)
        const answer = await act('closeWrittenVote', { voteId: vote.voteId, resolutionId: resolution })
        if (!answer.ok) return
        forgetDraft(returnDraftOf(vote.voteId))
        say('已结束，结果在这里')
      },
    })
  if (!may('closeWrittenVote')) return <span className="note">由主持人结束</span>
  return (
    <Button type={vote.returned === vote.asked ? 'primary' : 'default'} onClick={close}>
      结束，算出结果
    </Button>
  )
}
