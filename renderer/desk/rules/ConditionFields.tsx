import { Select } from 'antd'
import type { Operator } from '../../../shared/rules/rule.ts'
import { type Counts, countsNames } from './condition-words.ts'
import { countedBy, type PassBase, type RuleDraft } from './rule-draft.ts'
import { ShareField } from './ShareField.tsx'

type Props = {
  readonly draft: RuleDraft
  readonly faulty: (field: keyof RuleDraft) => boolean
  readonly onChange: (change: Partial<RuleDraft>) => void
}

const operators: readonly { value: Operator; label: string }[] = [
  { value: '>', label: '超过' },
  { value: '>=', label: '达到' },
]
const countsOptions = (['people', 'owners', 'shares'] as const).map((value) => ({ value, label: countsNames[value] }))
const quorumModes = (owners: boolean): { value: RuleDraft['quorum']; label: string }[] => [
  { value: 'asked', label: owners ? '参与要够数' : '到会要够数' },
  { value: 'none', label: owners ? '不限参与多少' : '不限到会人数' },
  { value: 'ownRules', label: '够数由本会议自己定' },
]
const presences = [
  { value: 'present', label: '到会人数' },
  { value: 'participating', label: '参加表决人数' },
] as const
const bases: Readonly<Record<Counts, readonly { value: PassBase; label: string }[]>> = {
  people: [
    { value: 'entitled', label: '应到人数' },
    { value: 'present', label: '实到人数' },
    { value: 'participating', label: '参加表决人数' },
    { value: 'against', label: '反对票数' },
  ],
  owners: [
    { value: 'participating', label: '参与表决的' },
    { value: 'total', label: '全体业主的' },
    { value: 'against', label: '反对的' },
  ],
  shares: [{ value: 'total', label: '总份额' }],
}

/** When there can be a vote and when it passes: two sentences with blanks. */
export function ConditionFields({ draft, faulty, onChange }: Props) {
  const { counts, pass, quorum, quorumCondition } = draft
  const owners = counts === 'owners'
  const setQuorum = (change: Partial<RuleDraft['quorumCondition']>) =>
    onChange({ quorumCondition: { ...quorumCondition, ...change } })
  const setPass = (change: Partial<RuleDraft['pass']>) => onChange({ pass: { ...pass, ...change } })
  return (
    <>
      <div className="blanks">
        <span>这条规则</span>
        <Select
          className="blank"
          aria-label="怎样计数"
          popupMatchSelectWidth={false}
          value={counts}
          options={countsOptions}
          onChange={(value) => onChange(countedBy(draft, value))}
        />
        <span>来算，</span>
        <Select
          className="blank"
          aria-label="到会要求"
          popupMatchSelectWidth={false}
          value={quorum}
          options={quorumModes(quorumCondition.owners)}
          onChange={(value) => onChange({ quorum: value })}
        />
      </div>
      {quorum === 'asked' && (
        <div className="blanks">
          {quorumCondition.owners ? (
            <span>{quorumCondition.area ? '参与的人数和面积都' : '参与的人数'}</span>
          ) : (
            <Select
              className="blank"
              aria-label="谁算到会"
              popupMatchSelectWidth={false}
              value={quorumCondition.num}
              options={[...presences]}
              onChange={(num) => setQuorum({ num })}
            />
          )}
          <Select
            className="blank"
            aria-label="到会：超过还是达到"
            popupMatchSelectWidth={false}
            value={quorumCondition.op}
            options={[...operators]}
            onChange={(op) => setQuorum({ op })}
          />
          <span>{quorumCondition.owners ? '全体业主的' : '应到人数的'}</span>
          <ShareField
            label="到会门槛"
            share={quorumCondition.share}
            invalid={faulty('quorumCondition')}
            onChange={(share) => setQuorum({ share })}
          />
          <span>才能表决；</span>
        </div>
      )}
      <div className="blanks">
        <span>
          {owners ? (pass.area ? '赞成的人数和面积都' : '赞成的人数') : counts === 'shares' ? '赞成份额' : '赞成'}
        </span>
        <Select
          className="blank"
          aria-label="赞成：超过还是达到"
          popupMatchSelectWidth={false}
          value={pass.op}
          options={[...operators]}
          onChange={(op) => setPass({ op })}
        />
        <Select
          className="blank"
          aria-label="计票基数"
          popupMatchSelectWidth={false}
          value={pass.den}
          options={[...bases[counts]]}
          onChange={(den) => setPass({ den })}
        />
        {!owners && <span>的</span>}
        <ShareField
          label="通过门槛"
          share={pass.share}
          invalid={faulty('pass')}
          onChange={(share) => setPass({ share })}
        />
        <span>才算通过。</span>
      </div>
      <p className="note">
        “达到”就是“以上”，包括本数，正好够也算；“超过”“过半数”不包括本数，正好一半不算（《民法典》第一千二百五十九条）。
      </p>
    </>
  )
}
