import { Alert } from 'antd'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { sourceText } from '../../../shared/rules/source-text.ts'
import { countsNames, countsOf, passesWords, quorumWords } from './condition-words.ts'
import type { Origin } from './origin.ts'
import { RuleExample } from './RuleExample.tsx'
import { RuleTags } from './RuleTags.tsx'
import { cautionOf, checkedWords, forceWords, hindranceWords } from './standing.ts'

type Props = { readonly rule: Rule; readonly origin: Origin; readonly today: string }

/** One rule pack in plain words, beside an example. */
export function PackView({ origin, rule, today }: Props) {
  const caution = cautionOf(rule)
  const hindrance = hindranceWords(rule, today)
  return (
    <div className="pack-columns">
      <section className="sheet pack-sheet" aria-label="规则">
        <h2 className="song">{rule.name}</h2>
        <RuleTags rule={rule} origin={origin} today={today} />
        {caution !== null && <Alert type="warning" showIcon title={caution} />}
        <p className="pack-sentence">
          {quorumWords(rule)}；{passesWords(rule)}。
        </p>
        <dl className="pack-facts">
          {facts(rule, today).map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div>
            <dt>用于会议</dt>
            <dd>{hindrance === null ? '可以选用' : `不可以：${hindrance}`}</dd>
          </div>
        </dl>
        <p className="note">改动从下一次会议起用；已经召集的会用自己的那一份，不受影响。</p>
      </section>
      <RuleExample rule={rule} today={today} />
    </div>
  )
}

function facts(rule: Rule, today: string): readonly (readonly [name: string, words: string])[] {
  const { announcedItemsOnly: regions, matters, note, noticeDays, noticeSource } = rule
  const force = forceWords(rule, today)
  return [
    ['怎样计数', countsNames[countsOf(rule)]],
    ...optional('适用事项', matters && `《民法典》第二百七十八条第一款第${matters.map(itemOf).join('')}项`),
    ...optional('会前公示', noticeDays && `不少于 ${noticeDays} 天`),
    ...optional('只能表决公示过的事项', regions && regions.length > 0 && regions.join('、')),
    ...optional('公示的依据', noticeSource),
    ['依据', sourceText(rule)],
    ['核对', checkedWords(rule)],
    ['施行', force === '' ? '没有写明起止日' : force],
    ...optional('说明', note),
  ]
}

const optional = (name: string, words: string | number | false | undefined): readonly (readonly [string, string])[] =>
  words ? [[name, String(words)]] : []

const itemOf = (matter: number): string => `（${chineseNumber(matter)}）`
