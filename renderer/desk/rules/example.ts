import { decimalText, isDecimal, millionths } from '../../../shared/core/decimal.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { countsOf } from './condition-words.ts'
import type { Figures } from './figure-keys.ts'
import { smallestArea, smallestOwners, smallestPeople, smallestShare } from './smallest.ts'

const PEOPLE = 41
/** How many of them come where no quorum is asked. */
const USUALLY_PRESENT = 33
const OWNERS = 1000
const AREA = '86000.50'
const SHARES = '100'

/** Figures with which a rule is only just met: one vote less in favour and it is not. */
export function exampleOf(rule: Rule): Figures {
  switch (countsOf(rule)) {
    case 'people':
      return peopleExample(rule)
    case 'owners':
      return ownersExample(rule)
    case 'shares':
      return { 总份额: SHARES, 赞成份额: smallestShare(rule, SHARES) ?? SHARES }
  }
}

function peopleExample(rule: Rule): Figures {
  const { toPass, toVote } = smallestPeople(rule, { entitled: PEOPLE, present: PEOPLE })
  const present = Math.max(toVote ?? PEOPLE, toPass ?? PEOPLE, rule.quorum === null ? USUALLY_PRESENT : 0)
  const inFavour = smallestPeople(rule, { entitled: PEOPLE, present }).inFavour ?? present
  return {
    应到: String(PEOPLE),
    实到: String(present),
    赞成: String(inFavour),
    反对: String(present - inFavour),
    弃权: '0',
  }
}

function ownersExample(rule: Rule): Figures {
  const heads = smallestOwners(rule, { total: OWNERS, taking: OWNERS }).toVote || OWNERS
  const area = smallestArea(rule, { total: AREA, taking: AREA }).toVote ?? AREA
  const taking = isZero(area) ? AREA : area
  const headsFor = smallestOwners(rule, { total: OWNERS, taking: heads }).inFavour ?? heads
  const areaFor = smallestArea(rule, { total: AREA, taking }).inFavour ?? taking
  return {
    业主总人数: String(OWNERS),
    专有总面积: AREA,
    参与人数: String(heads),
    参与面积: taking,
    赞成人数: String(headsFor),
    赞成面积: areaFor,
    反对人数: String(heads - headsFor),
    反对面积: decimalText(millionths(taking) - millionths(areaFor)),
    弃权人数: '0',
    弃权面积: '0',
  }
}

const isZero = (amount: string): boolean => isDecimal(amount) && millionths(amount) === 0n
