import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { Draft } from '../../shared/meeting/voting/state.ts'
import { lengthOf } from './length.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly vote: Pick<Draft, 'amendment' | 'itemId' | 'motion'>
  /** What happens to it: 正在记名表决. */
  readonly what: string
  /** Other words than those that are voted on: how the proposal would read. */
  readonly instead?: string | undefined
}

/** 第二项，正在记名表决, and under it the words that are voted on. */
export function QuestionHead({ instead, meeting, vote, what }: Props) {
  const { amendment, itemId, motion } = vote
  const place = meeting.agenda.findIndex((item) => item.itemId === itemId)
  const text = instead ?? motion
  return (
    <>
      <p className="label cut">
        第{chineseNumber(place + 1)}项，{what}
        {amendment !== null && '（修正案）'}
      </p>
      <h1 className={lengthOf(text)}>{text}</h1>
    </>
  )
}
