import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'

/** What becomes of numbers that do not balance: the desk does not know them before the vote is closed. */
export const BALANCE_WORDS = '结束时自动核对票数：有一项对不上就没有结果，会说清是哪几个数，只能作废重投。'

/** What is asked before people who have not voted are left out; null where nobody is, or nobody knows who. */
export function silentWords(
  { hands, stoppedAt, terms }: Pick<OpenVote, 'hands' | 'stoppedAt' | 'terms'>,
  missing: number,
): { readonly title: string; readonly content: string } | null {
  const unnamed = hands !== null && hands.seatIds === null
  if (missing === 0 || unnamed || stoppedAt !== null || terms.question.kind === 'objection') return null
  return {
    title: `还有 ${missing} 人没投，结束后不能补投`,
    content: '没投的不算赞成。名单在右边，可以先提醒，或给没有手机的人代录。',
  }
}
