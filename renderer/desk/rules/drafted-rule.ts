import { ok, type Result, refuse } from '../../../shared/core/result.ts'
import { type Rule, rule } from '../../../shared/rules/rule.ts'
import { countsOf } from './condition-words.ts'
import { fieldName } from './field-names.ts'
import type { RuleDraft } from './rule-draft.ts'
import { shareOf } from './share-draft.ts'

/** What keeps a draft from being a rule: the field, and what to do. */
export type DraftFault = { readonly field: keyof RuleDraft; readonly sentence: string }

/** The rule that a form describes, or everything that is still missing or wrong in it. */
export function draftedRule(draft: RuleDraft): Result<Rule, readonly DraftFault[]> {
  const faults = faultsOf(draft)
  if (faults.length > 0) return refuse(faults)
  const parsed = rule.safeParse(written(draft))
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? ''
    return refuse([{ field: 'name', sentence: `“${fieldName(where)}”这一项存不了，请改正后再存。` }])
  }
  // Heads of owners that nothing tells from heads of a roster.
  if (countsOf(parsed.data) !== draft.counts) {
    return refuse([{ field: 'pass', sentence: '只数业主人数时，通过门槛请按全部业主来算。' }])
  }
  return ok(parsed.data)
}

function faultsOf(draft: RuleDraft): readonly DraftFault[] {
  const faults: DraftFault[] = []
  const add = (field: keyof RuleDraft, wrong: boolean, sentence: string) => {
    if (wrong) faults.push({ field, sentence })
  }
  const quorum = shareOf(draft.quorumCondition.share)
  const asked = draft.quorum === 'asked'
  add('name', draft.name.trim() === '', '请写规则的名称。')
  add('quorumCondition', asked && quorum === null, '到会门槛的分数请填两个 1 到 1000 的整数。')
  add('quorumCondition', asked && quorum !== null && quorum.num > quorum.den, '到会门槛不能比全部还多。')
  add('pass', shareOf(draft.pass.share) === null, '通过门槛的分数请填两个 1 到 1000 的整数。')
  add('source', draft.source.trim() === '', '请写依据，例如“《××社区议事会章程》第九条”，宣布结果时会照念。')
  add('to', draft.from !== null && draft.to !== null && draft.to < draft.from, '失效的日子早于生效的日子，请改正。')
  const days = draft.noticeDays
  add(
    'noticeDays',
    days !== null && (!Number.isInteger(days) || days < 1 || days > 365),
    '会前公示天数请填 1 到 365，不要求就空着。',
  )
  add(
    'regions',
    draft.regions.some((region) => region.trim().length > 20),
    '地区的名称太长，请写到省、市或区，例如“北京”。',
  )
  add('regions', draft.regions.length > 40, '地区最多写 40 个。')
  add('checked', draft.checked !== null && draft.checked.by.trim() === '', '请写由谁与原文核对，没有核对就取消勾选。')
  return faults
}

function written(draft: RuleDraft): unknown {
  const { checked, counts, from, matters, noticeDays, noticeSource, paperOnly, quorum, to } = draft
  const regions = draft.regions.map((region) => region.trim()).filter((region) => region !== '')
  return {
    ruleId: draft.ruleId,
    name: draft.name,
    quorum: quorum === 'asked' ? quorumOf(draft) : null,
    ...(quorum === 'ownRules' ? { quorumByOwnRules: true } : {}),
    pass: passOf(draft),
    source: draft.source,
    from,
    to,
    checked,
    ...(draft.note.trim() === '' ? {} : { note: draft.note }),
    ...(noticeDays === null ? {} : { noticeDays }),
    ...(regions.length === 0 ? {} : { announcedItemsOnly: regions }),
    ...(noticeSource.trim() === '' ? {} : { noticeSource }),
    ...(matters.length === 0 || counts !== 'owners' ? {} : { matters: [...matters].sort((a, b) => a - b) }),
    ...(paperOnly === 'none' ? {} : { paperOnly }),
  }
}

const both = { both: ['owners', 'area'] }

function quorumOf({ quorumCondition }: RuleDraft) {
  const { area, num, op, owners, share } = quorumCondition
  return owners
    ? { num: 'participating', den: 'total', op, share, ...(area ? both : {}) }
    : { num, den: 'entitled', op, share }
}

function passOf({ counts, pass }: RuleDraft) {
  const { area, den, op, share } = pass
  if (counts === 'shares') return { num: 'forShare', den: 'totalShare', op, share }
  return { num: 'for', den, op, share, ...(counts === 'owners' && area ? both : {}) }
}
