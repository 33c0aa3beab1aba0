import { Radio } from 'antd'
import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { Renaming } from './renamings.ts'

type Props = {
  readonly renamed: readonly Renaming[]
  /** Whose seats are another person's now; all of them until it is said otherwise. */
  readonly onReplaced: (replaced: ReadonlySet<SeatId>) => void
}

/** 换人 or 改错字, for each name that was written over. */
export function RenamedList({ onReplaced, renamed }: Props) {
  const [same, setSame] = useState<ReadonlySet<SeatId>>(new Set())
  const answer = (seatId: SeatId, isSame: boolean) => {
    const now = new Set(same)
    if (isSame) now.add(seatId)
    else now.delete(seatId)
    setSame(now)
    onReplaced(new Set(renamed.flatMap((one) => (now.has(one.seatId) ? [] : [one.seatId]))))
  }
  return (
    <>
      <ul className="roster-renamed">
        {renamed.map(({ after, before, seatId }) => (
          <li key={seatId}>
            <fieldset className="field">
              <legend>
                {before || '（姓名已删除）'} → {after}：是换了人，还是{before === '' ? '补写原来的姓名' : '改错字'}？
              </legend>
              <Radio.Group
                value={same.has(seatId) ? 'same' : 'other'}
                options={[
                  { value: 'other', label: '换了人' },
                  { value: 'same', label: before === '' ? '补写姓名' : '改错字' },
                ]}
                onChange={(event) => answer(seatId, event.target.value === 'same')}
              />
            </fieldset>
          </li>
        ))}
      </ul>
      <p>
        换了人：原来的席位撤下，另起一席，身份、表决权、方和任期照旧，电话、门牌、套数、面积不带过去；开过的会里还是原来的姓名。
      </p>
      <p>改错字：还是同一席，开过的会里的姓名也跟着改正。</p>
    </>
  )
}
