import { isDecimal, millionths } from '../../../shared/core/decimal.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { type Counts, countsOf } from './condition-words.ts'
import type { Figures } from './figure-keys.ts'
import { smallestArea, smallestOwners, smallestPeople, smallestShare } from './smallest.ts'

/** The smallest numbers that are enough for these totals, a sentence each; none where a total is missing. */
export function neededWords(rule: Rule, figures: Figures): readonly string[] {
  const words: Readonly<Record<Counts, (rule: Rule, figures: Figures) => readonly string[]>> = {
    people: peopleWords,
    owners: (ofRule, given) => [...ownersWords(ofRule, given), ...areaWords(ofRule, given)],
    shares: sharesWords,
  }
  return words[countsOf(rule)](rule, figures)
}

function peopleWords(rule: Rule, figures: Figures): readonly string[] {
  const entitled = countOf(figures.应到)
  if (entitled === null || entitled === 0) return []
  const present = countOf(figures.实到)
  const here = present === null || present > entitled ? entitled : present
  const { inFavour, toPass, toVote } = smallestPeople(rule, { entitled, present: here })
  const quorum = rule.quorum === null ? [] : [quorumWords(rule, entitled, toVote)]
  if (toPass === null) return [...quorum, `应到 ${entitled} 人时，全部赞成也通不过。`]
  const more = toPass > Math.max(toVote ?? 0, 1) ? [`至少要 ${toPass} 人到会，全部赞成才能通过。`] : []
  const votes =
    inFavour === null
      ? `实到 ${here} 人时，全部赞成也通不过。`
      : `实到 ${here} 人时，至少 ${inFavour} 票赞成才通过${against(here - inFavour)}。`
  return [...quorum, ...more, votes]
}

function quorumWords(rule: Rule, entitled: number, toVote: number | null): string {
  const act = rule.quorum?.num === 'participating' ? '参加表决，表决才有效' : '到会才能表决'
  if (toVote === null) return `应到 ${entitled} 人时，全部到会也不能表决。`
  return `应到 ${entitled} 人时，至少 ${toVote} 人${act}。`
}

const against = (others: number): string => (others === 0 ? '' : `（其余 ${others} 票都反对时）`)

function ownersWords(rule: Rule, figures: Figures): readonly string[] {
  const total = countOf(figures.业主总人数)
  if (total === null || total === 0) return []
  const given = countOf(figures.参与人数)
  const taking = given === null || given > total ? total : given
  return amountWords(rule, '人', taking, smallestOwners(rule, { total, taking }))
}

function areaWords(rule: Rule, figures: Figures): readonly string[] {
  const total = figures.专有总面积?.trim()
  if (!countsArea(rule) || !isDecimal(total) || millionths(total) === 0n) return []
  const given = figures.参与面积?.trim()
  const taking = isDecimal(given) && millionths(given) <= millionths(total) ? given : total
  return amountWords(rule, '平方米', taking, smallestArea(rule, { total, taking }))
}

function amountWords(
  rule: Rule,
  unit: '人' | '平方米',
  taking: string | number,
  { inFavour, toVote }: { readonly toVote: string | number | null; readonly inFavour: string | number | null },
): readonly string[] {
  const quorum =
    rule.quorum === null
      ? []
      : [
          toVote === null
            ? `${unit === '人' ? '人数' : '面积'}怎样都不够表决。`
            : `至少 ${toVote} ${unit}参与，表决才有效。`,
        ]
  const votes =
    inFavour === null
      ? `参与 ${taking} ${unit}时，全部赞成也通不过。`
      : `参与 ${taking} ${unit}时，至少 ${inFavour} ${unit}赞成才通过。`
  return [...quorum, votes]
}

function sharesWords(rule: Rule, figures: Figures): readonly string[] {
  const total = figures.总份额?.trim()
  if (!isDecimal(total) || millionths(total) === 0n) return []
  const share = smallestShare(rule, total)
  return [share === null ? '全部份额赞成也通不过。' : `总份额 ${total} 时，至少 ${share} 的份额赞成才通过。`]
}

const countsArea = ({ pass, quorum }: Rule): boolean => pass.both !== undefined || quorum?.both !== undefined

const COUNT = /^\d{1,15}$/

const countOf = (typed: string | undefined): number | null =>
  typed !== undefined && COUNT.test(typed.trim()) ? Number(typed.trim()) : null
