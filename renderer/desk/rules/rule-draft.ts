import { passComparisons, quorumComparisons } from '../../../shared/rules/conditions.ts'
import type { Operator, Rule } from '../../../shared/rules/rule.ts'
import { type Counts, countsOf } from './condition-words.ts'
import type { ShareDraft } from './share-draft.ts'

/** What votes in favour are measured against: 业主 have 全部 `total` in place of 应到. */
export type PassBase = 'entitled' | 'present' | 'participating' | 'against' | 'total'

/** A rule as a form shows it: everything may be half typed. */
export type RuleDraft = {
  readonly ruleId: string
  readonly name: string
  readonly counts: Counts
  /** Whether a quorum is asked, left to the meeting's own rules, or not asked at all. */
  readonly quorum: 'asked' | 'ownRules' | 'none'
  readonly quorumCondition: {
    readonly num: 'present' | 'participating'
    readonly op: Operator
    readonly share: ShareDraft
    /** Of owners: heads, and area as well. */
    readonly owners: boolean
    readonly area: boolean
  }
  readonly pass: {
    readonly den: PassBase
    readonly op: Operator
    readonly share: ShareDraft
    readonly area: boolean
  }
  readonly source: string
  readonly from: string | null
  readonly to: string | null
  readonly noticeDays: number | null
  readonly regions: readonly string[]
  readonly noticeSource: string
  readonly matters: readonly number[]
  readonly paperOnly: 'none' | 'election' | 'owners'
  readonly note: string
  readonly checked: { readonly by: string; readonly on: string } | null
}

const TWO_THIRDS = { num: 2, den: 3 }
const HALF = { num: 1, den: 2 }

/** What a new rule begins with: the usual one of a community's council. */
export const newDraft = (ruleId: string): RuleDraft => ({
  ruleId,
  name: '',
  counts: 'people',
  quorum: 'asked',
  quorumCondition: { num: 'present', op: '>=', share: TWO_THIRDS, owners: false, area: false },
  pass: { den: 'entitled', op: '>', share: HALF, area: false },
  source: '',
  from: null,
  to: null,
  noticeDays: null,
  regions: [],
  noticeSource: '',
  matters: [],
  paperOnly: 'none',
  note: '',
  checked: null,
})

export function draftOf(rule: Rule): RuleDraft {
  const counts = countsOf(rule)
  return {
    ruleId: rule.ruleId,
    name: rule.name,
    counts,
    quorum: rule.quorum === null ? (rule.quorumByOwnRules ? 'ownRules' : 'none') : 'asked',
    quorumCondition: quorumOf(rule, counts),
    pass: passOf(rule),
    source: rule.source,
    from: rule.from ?? null,
    to: rule.to ?? null,
    noticeDays: rule.noticeDays ?? null,
    regions: rule.announcedItemsOnly ?? [],
    noticeSource: rule.noticeSource ?? '',
    matters: rule.matters ?? [],
    paperOnly: rule.paperOnly ?? 'none',
    note: rule.note ?? '',
    checked: rule.checked ?? null,
  }
}

function quorumOf(rule: Rule, counts: Counts): RuleDraft['quorumCondition'] {
  const comparisons = quorumComparisons(rule)
  const [first] = comparisons
  const owners = first === undefined ? counts === 'owners' : first.measure !== 'people'
  return {
    num: owners || first?.num === 'participating' ? 'participating' : 'present',
    op: first?.op ?? '>=',
    share: first?.share ?? TWO_THIRDS,
    owners,
    area: first === undefined ? owners : comparisons.some(({ measure }) => measure === 'area'),
  }
}

function passOf(rule: Rule): RuleDraft['pass'] {
  const comparisons = passComparisons(rule)
  const [first] = comparisons
  return {
    den: first === undefined || first.den === 'for' ? 'entitled' : first.den,
    op: rule.pass.op,
    share: rule.pass.share,
    area: comparisons.some(({ measure }) => measure === 'area'),
  }
}

/** Another way of counting has other bases: the usual ones of that way. */
export function countedBy(draft: RuleDraft, counts: Counts): RuleDraft {
  const owners = counts === 'owners'
  return {
    ...draft,
    counts,
    quorum: counts === 'shares' ? 'none' : draft.quorum,
    quorumCondition: {
      ...draft.quorumCondition,
      num: owners ? 'participating' : 'present',
      owners,
      area: owners,
    },
    pass: {
      ...draft.pass,
      den: counts === 'people' ? 'entitled' : owners ? 'participating' : 'total',
      area: owners,
    },
    matters: owners ? draft.matters : [],
    paperOnly: counts === 'people' ? (draft.paperOnly === 'owners' ? 'none' : draft.paperOnly) : 'owners',
  }
}

/** A change of anything but the note and the check itself: what somebody compared with the source is no longer there. */
export const changed = (draft: RuleDraft, change: Partial<Omit<RuleDraft, 'note' | 'checked'>>): RuleDraft => ({
  ...draft,
  ...change,
  checked: null,
})

/** What was kept on this device: anything that has all the parts; what a part holds is asked when it is saved. */
export function isRuleDraft(value: unknown): value is RuleDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Partial<Record<keyof RuleDraft, unknown>>
  const texts = [draft.ruleId, draft.name, draft.source, draft.noticeSource, draft.note]
  const tables = [draft.quorumCondition, draft.pass]
  return (
    texts.every((text) => typeof text === 'string') &&
    tables.every(holdsShare) &&
    ['people', 'owners', 'shares'].includes(String(draft.counts)) &&
    Array.isArray(draft.regions) &&
    Array.isArray(draft.matters) &&
    draft.checked !== undefined
  )
}

const holdsShare = (table: unknown): boolean =>
  typeof table === 'object' && table !== null && typeof (table as { share?: unknown }).share === 'object'
