import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { findRule } from '../../../shared/rules/rule-packs.ts'
import { cautionSentences } from '../../../shared/wording/cautions.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useLibrary } from '../library/use-library.ts'
import {
  decisionText,
  noticeText,
  papersOf,
  partylessText,
  recurringText,
  rollText,
  ruleFacts,
  speakingText,
  votersText,
} from './format-facts.ts'
import { speakingFacts } from './speaking-facts.ts'

/** A format in plain words. */
export function FormatFacts({ format }: { readonly format: Format }) {
  const { made, byHand } = papersOf(format)
  return (
    <>
      <p className="format-about">{format.about}</p>
      {format.cautions.length > 0 && (
        <ul className="format-cautions" aria-label="提醒">
          {format.cautions.map((caution) => (
            <li key={caution}>
              <IconAlertTriangle size={18} aria-hidden />
              {cautionSentences[caution]}
            </li>
          ))}
        </ul>
      )}
      <dl className="format-facts">
        <Fact name="参加方">
          {format.parties.length === 0 ? (
            partylessText(format)
          ) : (
            <>
              <ul className="format-parties">
                {format.parties.map(({ name, required }) => (
                  <li key={name} className={`tag ${required ? 'ok' : 'line'}`}>
                    {name}
                    {required ? '　必到' : '　可请'}
                  </li>
                ))}
              </ul>
              <span className="note">必到的缺一方会提醒，不拦着开会</span>
            </>
          )}
        </Fact>
        <Fact name="步骤">
          <ol className="format-steps">
            {format.steps.map(({ at, name }) => (
              <li key={name} className={at === null ? 'outside' : ''}>
                {name}
                {at === null && <span className="note">（会外）</span>}
              </li>
            ))}
          </ol>
        </Fact>
        <Fact name="签到">{rollText(format)}</Fact>
        <Fact name="怎么定">{decisionText(format)}</Fact>
        {format.decision === 'vote' && (
          <>
            <Fact name="谁有表决权">{votersText(format)}</Fact>
            <Fact name="规则包">
              <RuleOfFormat ruleId={format.ruleId} />
            </Fact>
          </>
        )}
        <Fact name="发言">
          <p>{speakingText(format)}</p>
          {speakingFacts(format.speeches).map((fact) => (
            <p key={fact} className="sub">
              {fact}
            </p>
          ))}
        </Fact>
        <Fact name="公示">{noticeText(format)}</Fact>
        <Fact name="开会次数">{recurringText(format)}</Fact>
        {format.chairRotates && <Fact name="主持">轮值主席：每次换一位主持</Fact>}
        <Fact name="材料">
          {made.length > 0 && <p>本软件现在能出：{made.join('、')}</p>}
          {byHand.length > 0 && <p className="sub">要另外手写：{byHand.join('、')}</p>}
        </Fact>
        <Fact name="出处">
          <span className="sub">{format.source}</span>
        </Fact>
      </dl>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function RuleOfFormat({ ruleId }: { readonly ruleId: string | null }) {
  const client = useHall()
  const { rulePacks } = useLibrary()
  if (ruleId === null) return '开会时再选'
  const rule = findRule(rulePacks, ruleId)
  if (rule === null) return <span className="tag warn">规则包 {ruleId} 这台电脑上没有，请点“修改”另选一个</span>
  const { hindrance, source, unchecked, words } = ruleFacts(rule, chinaDate(client.hostNow()))
  return (
    <>
      <p>
        <b>{rule.name}</b> {unchecked && <span className="tag warn">依据待核对</span>}
      </p>
      <p>{words}</p>
      {hindrance !== null && <p className="format-hindrance">{hindrance}</p>}
      <p className="note">依据：{source}</p>
    </>
  )
}
