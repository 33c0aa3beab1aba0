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
  speeches: '发言规则',
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

/** Lists within a field, by what one entry of them is. */
const entryNames: Readonly<Record<string, string>> = {
  pointsOfOrder: '类程序问题',
  quotas: '个分组时间',
}

const partNames: Readonly<Record<string, string>> = {
  name: '名称',
  rank: '次序',
  party: '名称',
  seconds: '时间（秒）',
  questions: '插问',
  interventions: '回应说明',
  pointsOfOrder: '程序问题',
  closedToPoints: '停止报名后收不收程序问题',
  repeats: '能不能同时排几个位子',
  presentOnly: '要不要签到才能报名',
  maxWaiting: '等候人数',
  stanceRequired: '要不要说立场',
  delegatorsBarred: '委托了表决的人能不能发言',
  anonymous: '能不能不记名',
  warnSeconds: '提前提醒的秒数',
  hardEnd: '到时停不停',
  sound: '提示音',
  quotas: '分组时间',
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
function disagreement({ decision, parties, rollCall, speeches, steps }: Format): string | null {
  const has = (page: string) => steps.some(({ at }) => at === page)
  if (!has('discuss')) return '步骤里没有在“议事”页的一步，会没法开。'
  if (rollCall && !has('signIn')) return '要签到，步骤里却没有在“签到”页的一步。'
  if (decision === 'vote' && !has('decide')) return '要表决，步骤里却没有在“表决、结论”页的一步。'
  return (
    repeated('参加方', parties) ??
    repeated('步骤', steps) ??
    repeated('程序问题的类别', speeches.pointsOfOrder ?? []) ??
    repeated(
      '分组时间里的',
      speeches.quotas.map(({ party }) => ({ name: party })),
    )
  )
}

function repeated(kind: string, entries: readonly { readonly name: string }[]): string | null {
  const twice = entries.find(({ name }, index) => entries.findIndex((other) => other.name === name) !== index)
  return twice === undefined ? null : `${kind}“${twice.name}”写了两遍。`
}

/** `第 3 个参加方的名称`, `发言规则里第 2 类程序问题的名称`. */
function placeOf([field, ...rest]: Issue['path']): string {
  const name = isField(field) ? fieldNames[field] : '内容'
  const [list, index] = rest
  const part = partNames[String(rest.at(-1))]
  const entry = entryNames[String(list)]
  const where =
    typeof list === 'number'
      ? `第 ${list + 1} 个${name}`
      : typeof index === 'number' && entry !== undefined
        ? `${name}里第 ${index + 1} ${entry}`
        : name
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
