import { atMost, equal, type Mismatch, sumOf } from './agreement.ts'
import type { AmountKey, Amounts } from './input-keys.ts'

/** Amounts that were worked out from others because they had not been entered. */
export type Roll = { readonly amounts: Amounts; readonly derived: readonly AmountKey[] }

/** 应到 from 名册人数 less 资格停止, 实到 from 签到总人数 less 列席, where they were not entered themselves. */
export function completeRoll(entered: Amounts): Roll {
  const derived: AmountKey[] = []
  const amounts: { [Key in AmountKey]?: bigint } = { ...entered }
  const derive = (key: AmountKey, from: bigint | undefined, less: bigint | undefined) => {
    if (entered[key] !== undefined || from === undefined || less === undefined || less > from) return
    amounts[key] = from - less
    derived.push(key)
  }
  derive('应到', entered.名册人数, entered.资格停止)
  derive('实到', entered.签到总人数, entered.列席)
  return { amounts, derived }
}

/** Where the roll contradicts itself: 列席 and 资格停止者 count neither as 应到 nor as 实到. */
export function rollMismatches(amounts: Amounts): readonly Mismatch[] {
  const [expected, present] = [sumOf(amounts, '应到'), sumOf(amounts, '实到')]
  const [listed, suspended] = [sumOf(amounts, '名册人数'), sumOf(amounts, '资格停止')]
  const [everybody, guests] = [sumOf(amounts, '签到总人数'), sumOf(amounts, '列席')]
  const impossible = [...atMost(suspended, listed), ...atMost(guests, everybody)]
  if (impossible.length > 0) return impossible
  const voters = sumOf(amounts, '名册人数', '-资格停止')
  const signedIn = sumOf(amounts, '签到总人数', '-列席')
  return [
    ...(voters === null ? atMost(expected, listed) : equal(voters, expected)),
    ...atMost(present, signedIn ?? everybody),
    // Those suspended may have signed in as well; nobody else may be left over.
    ...atMost(signedIn, sumOf(amounts, '实到', '资格停止') ?? present),
  ]
}
