import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import { countsWithoutNames } from '../../../counting/voters-shown.ts'

/** A dialog is read in one glance. */
const NAMED = 12

type Asked = { readonly title: string; readonly content: string }

/** What becomes of numbers that do not balance: the desk does not know them before the vote is closed. */
export const BALANCE_WORDS = '结束时自动核对票数：有一项对不上就没有结果，会说清是哪几个数，只能作废重投。'

/** What is asked before people who have not voted are left out; null where nobody is, or nobody knows who. */
export function silentWords(
  { hands, stoppedAt, terms }: Pick<OpenVote, 'hands' | 'stoppedAt' | 'terms'>,
  missing: number,
): Asked | null {
  const unnamed = hands !== null && hands.seatIds === null
  if (missing === 0 || unnamed || stoppedAt !== null || terms.question.kind === 'objection') return null
  return {
    title: `还有 ${missing} 人没投，结束后不能补投`,
    content: '没投的不算赞成。名单在右边，可以先提醒，或给没有手机的人代录。',
  }
}

/** What is asked before 截止投票 while these people have not voted; null where nobody is left out, or nobody knows who. */
export function stoppingWords(
  { hands, terms }: Pick<OpenVote, 'hands' | 'terms'>,
  missing: readonly string[],
): Asked | null {
  if (missing.length === 0 || countsWithoutNames(terms) || terms.question.kind === 'objection') return null
  const names = `${missing.slice(0, NAMED).join('、')}${missing.length > NAMED ? `等 ${missing.length} 人` : ''}`
  const raising = terms.channels.hands === 'counted' && hands === null
  return {
    title: `还有 ${missing.length} 人没${raising ? '用手机、纸票投' : '投'}，截止后不能补投`,
    content: `${names}。${raising ? '举手的不要紧，截止后还能点数。' : '没投的不算赞成，可以先提醒他们。'}`,
  }
}

/** What is asked anyway, with what else has to be known; null where nothing is asked. */
export const askedWith = (asked: Asked | null, more: string | null): Asked | null =>
  asked === null || more === null ? asked : { ...asked, content: `${asked.content}${more}` }
