import { IconCheck } from '@tabler/icons-react'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { type AskedUnit, unitWords } from '../asked-units.ts'

type Props = { readonly vote: WrittenVote; readonly units: readonly AskedUnit[] }

/** Which paper was entered last, never how; so that somebody who was interrupted knows where the pile goes on. */
export function LastReturn({ units, vote }: Props) {
  const last = vote.returns[vote.returns.length - 1]
  const unit = units.find(({ unitId }) => unitId === last?.unitId)
  if (unit === undefined) {
    return <p className="note">拿起一张票，输票号，回车；按 1–4 选票上勾的，回车，就录下一张。</p>
  }
  return (
    <p className="note last-return" role="status">
      <IconCheck size={16} aria-hidden />
      已记下：{unit.paper?.number} 号　{unitWords(unit)}。录错了在名单里点“撤回”。
    </p>
  )
}
