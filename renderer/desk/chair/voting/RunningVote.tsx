import { IconRotate } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { resolutionId } from '../../../../shared/core/ids.ts'
import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { useHostNow } from '../../../connection/hall-context.tsx'
import { clockText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { RuleFacts } from './RuleFacts.tsx'
import { VoidVote } from './VoidVote.tsx'

/** A vote that goes on: how many, never how. */
export function RunningVote({ vote }: { readonly vote: OpenVote }) {
  const { act } = useDesk()
  const { modal } = App.useApp()
  const now = useHostNow()
  const { received, electors, itemId, voteId } = vote
  const missing = electors.length - received
  const close = async () => {
    await act('closeVote', { voteId, resolutionId: resolutionId.mint(randomBytes) })
  }
  const ask = () => {
    if (missing === 0) return void close()
    modal.confirm({
      title: `还有 ${missing} 人没投，结束后不能补投`,
      content: '没投的不算赞成。名单在右边，可以先提醒，或给没有手机的人代录。',
      okText: '结束并公布结果',
      cancelText: '再等等',
      onOk: close,
    })
  }
  return (
    <ScrollArea label="正在表决" className="vote-running">
      <p className="row wrap">
        <span className="tag line">记名表决</span>
        <span className="tag line">结束前不看票数</span>
        <span className="grow" />
        <span className="note">
          已开 {clockText(Math.max(0, Math.floor((now - vote.openedAt) / 1000)))}，大屏只显示收到几票
        </span>
      </p>
      <h3 className="song vote-motion">{vote.motion}</h3>
      <div className="vote-progress">
        <p aria-live="polite">
          <b className="vote-big">{received}</b>
          <span className="vote-of">票，应收 {electors.length} 票</span>
          <span className="sub vote-left">{missing === 0 ? '到齐了' : `还差 ${missing} 票`}</span>
        </p>
        <div
          className="vote-bar"
          role="progressbar"
          aria-label="收到的票"
          aria-valuemin={0}
          aria-valuemax={electors.length}
          aria-valuenow={received}
        >
          <i
            ref={(bar) => void bar?.style.setProperty('width', `${(received / Math.max(1, electors.length)) * 100}%`)}
          />
        </div>
      </div>
      <RuleFacts itemId={itemId} />
      <div className="vote-end">
        <VoidVote voteId={voteId} label="作废重投" icon={<IconRotate size={18} />} />
        <span className="grow" />
        <Button type="primary" onClick={ask}>
          结束并公布结果
        </Button>
      </div>
    </ScrollArea>
  )
}
