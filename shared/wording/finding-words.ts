import type { Comparison, Finding, Measure, Part } from '../rules/conditions.ts'
import type { Share } from '../rules/rule.ts'
import { DECIMAL_PLACES } from '../rules/trial/input-keys.ts'
import { exactText } from './exact-text.ts'

const partNames: { readonly [M in Measure]: { readonly [P in Part]?: string } } = {
  people: {
    entitled: '应到人数',
    present: '实到人数',
    participating: '参与表决人数',
    for: '赞成',
    against: '反对票数',
  },
  owners: { total: '业主总人数', participating: '参与人数', for: '赞成人数', against: '反对人数' },
  area: { total: '专有总面积', participating: '参与面积', for: '赞成面积', against: '反对面积' },
  shares: { total: '总份额', for: '赞成份额' },
}

/** What stands behind an amount of each measure. */
const units: Readonly<Record<Measure, string>> = { people: '', owners: ' 人', area: ' 平方米', shares: '' }

/** How a comparison came out: 赞成人数未超过参与人数的一半（350 人）. `holds` may be stricter than the comparison. */
export function findingWords(finding: Finding, holds: boolean): string {
  const { den, measure, num, op, share } = finding
  const reached = `${holds ? '' : '未'}${op === '>' ? '超过' : '达到'}`
  const threshold = `${thresholdOf(finding)}${units[measure]}`
  return `${partNames[measure][num] ?? ''}${reached}${partNames[measure][den] ?? ''}${shareName(share)}（${threshold}）`
}

/** 的一半, 的 2/3; nothing for the whole. */
export function shareName({ den, num }: Share): string {
  if (num === den) return ''
  return num === 1 && den === 2 ? '的一半' : `的 ${num}/${den}`
}

function thresholdOf({ measure, of, share }: Comparison & { readonly of: bigint }): string {
  const unit = isDecimal(measure) ? 10n ** BigInt(DECIMAL_PLACES) : 1n
  return exactText(BigInt(share.num) * of, BigInt(share.den) * unit, isDecimal(measure))
}

const isDecimal = (measure: Measure): boolean => measure === 'area' || measure === 'shares'
