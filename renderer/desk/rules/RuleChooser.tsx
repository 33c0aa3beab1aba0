import { Select } from 'antd'
import { useId } from 'react'
import './rules.css'
import { quorumNeeded } from '../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { findRule } from '../../../shared/rules/rule-packs.ts'
import { sourceText } from '../../../shared/rules/source-text.ts'
import { passSentence } from '../../ui/rule-words.ts'
import { useLibrary } from '../library/use-library.ts'
import { linkTo } from '../place-link.ts'
import { type OwnQuorum, ownQuorumOf, ownQuorums, ruleForMeeting } from './rule-for-meeting.ts'
import { hindranceWords } from './standing.ts'

type Props = {
  /** The copy that the meeting is to hold; null before one is chosen, or where nothing is voted on. */
  readonly value: Rule | null
  readonly decision: 'vote' | 'consensus' | 'record'
  /** How many people of the roster vote. */
  readonly entitled: number
  /** The day of the meeting in China, `YYYY-MM-DD`. */
  readonly onDay: string
  readonly onChange: (rule: Rule) => void
}

/** By which rule a meeting votes: a pack that can be used on its day; the sentence counts it out for this roster. */
export function RuleChooser({ decision, entitled, onChange, onDay, value }: Props) {
  const id = useId()
  const { rulePacks } = useLibrary()
  if (decision !== 'vote') {
    return (
      <p className="note">
        {decision === 'consensus'
          ? '这种形式不投票：议到最后，由主持人宣布形成共识或者没有形成共识，不用表决规则。'
          : '这种形式不投票：先办事，办了什么如实记录，不用表决规则。'}
      </p>
    )
  }
  const pack = findRule(rulePacks, value?.ruleId)
  const options = rulePacks.map((rule) => {
    const why = hindranceWords(rule, onDay)
    return { value: rule.ruleId, label: rule.name, why, disabled: why !== null }
  })
  // A rule that is no longer among the packs stays as long as nobody chooses another.
  const gone = value !== null && pack === null ? [{ value: value.ruleId, label: value.name, why: null }] : []
  const usable = [
    ...gone,
    ...options.filter(({ disabled }) => !disabled),
    ...options.filter(({ disabled }) => disabled),
  ]
  const hindrance = value === null ? null : hindranceWords(value, onDay)
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}r`}>表决规则</label>
        <Select
          id={`${id}r`}
          placeholder="请选一条"
          value={value?.ruleId ?? null}
          options={usable}
          showSearch={{ optionFilterProp: 'label' }}
          optionRender={({ data }) => <RuleOption name={data.label} why={data.why} />}
          {...(hindrance === null ? {} : { status: 'error' as const })}
          onChange={(ruleId: string) => {
            const chosen = findRule(rulePacks, ruleId)
            if (chosen !== null) onChange(ruleForMeeting(chosen))
          }}
        />
      </div>
      {value !== null && pack?.quorumByOwnRules && (
        <div className="field">
          <label htmlFor={`${id}q`}>到会多少人才能表决</label>
          <Select
            id={`${id}q`}
            value={value.quorumByOwnRules ? null : ownQuorumOf(value)}
            placeholder="请选"
            options={ownQuorums.map(({ label, value: key }) => ({ value: key, label }))}
            onChange={(quorum: OwnQuorum) => onChange(ruleForMeeting(pack, quorum))}
          />
          <span className="note">这条规则不定到会人数，由本次会议自己定</span>
        </div>
      )}
      {value !== null && (
        <>
          {hindrance !== null && (
            <p className="setup-fault" role="status">
              这条规则那天不能用：{hindrance}。
            </p>
          )}
          <p className="rule-sentence" role="status">
            {ruleSentence(value, entitled)}
          </p>
          <p className="note">依据：{sourceText(value)}</p>
        </>
      )}
      <p className="note">
        <a className="rules-link" {...linkTo({ at: 'rulePacks' })}>
          看全部规则，或写一条自己的
        </a>
      </p>
    </>
  )
}

/** A rule that cannot be chosen says why. */
function RuleOption({ name, why }: { readonly name: string; readonly why: string | null }) {
  if (why === null) return name
  return (
    <span className="rule-option">
      <span>{name}</span>
      <span>不能选：{why}</span>
    </span>
  )
}

/** The rule with the figures of a roster in which `entitled` people vote. */
function ruleSentence(rule: Rule, entitled: number): string {
  const who = rule.quorum?.num === 'participating' ? '参加表决' : '到会'
  const here = rule.quorum === null ? '到会多少人都可以表决' : `${who}满 ${quorumNeeded(rule, entitled)} 人才能表决`
  return `有表决权 ${entitled} 人：${here}；${passSentence(rule, { entitled, present: entitled })}`
}
