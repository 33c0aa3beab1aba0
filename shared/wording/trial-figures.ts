import { unitsText } from '../core/decimal.ts'
import type { Measure } from '../rules/conditions.ts'
import { type AmountKey, type Amounts, areaKeys, DECIMAL_PLACES, isCountKey } from '../rules/trial/input-keys.ts'

/** An amount under a key of the input, exactly. */
export const amountText = (key: AmountKey, amount: bigint): string =>
  isCountKey(key) ? amount.toString() : unitsText(amount, DECIMAL_PLACES)

const isArea = (key: AmountKey): boolean => (areaKeys as readonly string[]).includes(key)

/** Every figure entered that a rule counting these measures looks at: 应到 41 人，实到 33 人；赞成 20，反对 9，弃权 4。 */
export function figuresText(amounts: Amounts, measures: ReadonlySet<Measure>): string {
  const one = (key: AmountKey, unit = '') => {
    const amount = amounts[key]
    return amount === undefined ? [] : [`${key} ${amountText(key, amount)}${unit}`]
  }
  const pair = (name: string, ...keys: readonly AmountKey[]) => {
    const both = keys.flatMap((key) => {
      const amount = amounts[key]
      return amount === undefined ? [] : [`${amountText(key, amount)} ${isArea(key) ? '平方米' : '人'}`]
    })
    return both.length === 0 ? [] : [`${name} ${both.join('、')}`]
  }
  const people = [
    [...one('应到', ' 人'), ...one('实到', ' 人')],
    [...one('赞成'), ...one('反对'), ...one('弃权')],
  ]
  const roll = [...one('名册人数'), ...one('资格停止'), ...one('签到总人数'), ...one('列席')]
  const owners = [
    [...one('业主总人数', ' 人'), ...one('专有总面积', ' 平方米')],
    pair('参与', '参与人数', '参与面积'),
    pair('赞成', '赞成人数', '赞成面积'),
    pair('反对', '反对人数', '反对面积'),
    pair('弃权', '弃权人数', '弃权面积'),
  ]
  const parts = [
    ...(measures.has('people') ? people : []),
    ...(measures.has('owners') || measures.has('area') ? owners : []),
    ...(measures.has('shares') ? [[...one('总份额'), ...one('赞成份额')]] : []),
    [...one('发出'), ...one('收回'), ...one('有效'), ...one('无效')],
    measures.has('people') ? roll : [],
    one('公示天数'),
  ].filter((part) => part.length > 0)
  return parts.length === 0 ? '' : `${parts.map((part) => part.join('，')).join('；')}。`
}
