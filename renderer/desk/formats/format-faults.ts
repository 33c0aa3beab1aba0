import type * as z from 'zod/mini'
import { type Format, format } from '../../../shared/formats/format.ts'

type Issue = z.core.$ZodIssue

/** What each field of a format is called on the page. */
const fieldNames: Readonly<Record<keyof typeof format.shape, string>> = {
  formatId: '编号',
  name: '名称',
  about: '说明',
  source: '出处',
  rollCall: '要不要签到',
  decision: '怎么定',
  parties: '参加方',
  steps: '步骤',
  speeches: '发言',
  documents: '材料',
  cautions: '提醒',
  actFirst: '先办后补',
  votingKinds: '有表决权的席位',
  ruleId: '规则包',
  speakingSeconds: '每次发言限时',
  noticeDays: '公示天数',
  recurrence: '开会次数',
  chairRotates: '轮值主席',
}

const partNames: Readonly<Record<string, string>> = {
  name: '名称',
  required: '是不是必到',
  at: '在哪一页',
  times: '次数',
  policy: '次序',
  per: '周期',
  remindDays: '提前提醒的天数',
}

/** What is wrong with something that should be a format, naming the first field that does not fit; null when nothing is. */
export function formatFault(value: unknown): string | null {
  const parsed = format.safeParse(value)
  if (parsed.success) return disagreement(parsed.data)
  const [issue] = parsed.error.issues
  return issue === undefined ? null : `${placeOf(issue.path)}${problemOf(issue, value)}。`
}

/** Fields that are right each by itself, but not together. */
function disagreement({ decision, parties, rollCall, steps }: Format): string | null {
  const has = (page: string) => steps.some(({ at }) => at === page)
  if (!has('discuss')) return '步骤里没有在“议事”页的一步，会没法开。'
  if (rollCall && !has('signIn')) return '要签到，步骤里却没有在“签到”页的一步。'
  if (decision === 'vote' && !has('decide')) return '要表决，步骤里却没有在“表决、结论”页的一步。'
  return repeated('参加方', parties) ?? repeated('步骤', steps)
}

function repeated(kind: string, entries: readonly { readonly name: string }[]): string | null {
  const twice = entries.find(({ name }, index) => entries.findIndex((other) => other.name === name) !== index)
  return twice === undefined ? null : `${kind}“${twice.name}”写了两遍。`
}

/** `第 3 个参加方的名称`. */
function placeOf([field, ...rest]: Issue['path']): string {
  const name = isField(field) ? fieldNames[field] : '内容'
  const [index] = rest
  const part = partNames[String(rest.at(-1))]
  const where = typeof index === 'number' ? `第 ${index + 1} 个${name}` : name
  return part === undefined ? where : `${where}的${part}`
}

const isField = (field: unknown): field is keyof typeof fieldNames =>
  typeof field === 'string' && Object.hasOwn(fieldNames, field)

function problemOf(issue: Issue, value: unknown): string {
  if (isMissing(issue.path, value)) return '没有写'
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return '没有写'
      return issue.origin === 'array' ? `至少要 ${issue.minimum} 个` : `不能小于 ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `太长，最多 ${issue.maximum} 个字`
      return issue.origin === 'array' ? `太多，最多 ${issue.maximum} 个` : `不能大于 ${issue.maximum}`
    case 'invalid_value':
      return '写的不是可以选的值'
    case 'invalid_format':
      return '写法不对，只能用小写字母、数字和下划线，字母开头'
    default:
      return '写法不对'
  }
}

function isMissing(path: Issue['path'], value: unknown): boolean {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return false
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return at === undefined
}
