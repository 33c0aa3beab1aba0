import type { WrittenFigures, WrittenVerdict } from '../meeting/written-votes/messages.ts'
import type { WrittenTold } from '../meeting/written-votes/result.ts'
import { type Finding, type Part, passHolds, quorumHolds } from '../rules/conditions.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceText } from '../rules/source-text.ts'
import type { Trial } from '../rules/trial/try-rule.ts'
import { OWNERS_CAUTION } from './cautions.ts'
import { exactText } from './exact-text.ts'
import { shareName } from './finding-words.ts'
import { trialConclusion } from './trial.ts'
import { problemWords, quoted } from './trial-problems.ts'

/**
 * How the result of a written vote is announced, with every number, the rule and its source:
 * 征求 100 户；发出 98 份，收回 80 份，有效 79 份，无效 1 份；赞成 60 户，反对 15 户，弃权 4 户。赞成超过参与户数的一半（39.5 户），通过。依据：….
 */
export function writtenVoteSentence(told: WrittenTold): string {
  const { figures, rule, trial } = told
  const caution = figures.owners === undefined ? '' : `${OWNERS_CAUTION}。`
  if (rule === null || trial === null) return `${figuresWords(figures)}没有选规则，只计票，不下结论。${caution}`
  const quoting = `依据：“${rule.name}”，${sourceText(rule)}。`
  return `${figuresWords(figures)}${conclusion(rule, trial, told)}${quoting}${matterNote(trial)}${caution}`
}

/** A matter that nobody recognised was not compared with those that the rule is for. */
function matterNote({ matter }: Trial): string {
  if (matter === null || matter.number !== null) return ''
  return `没有认出事项${quoted(matter.text)}是《民法典》第二百七十八条的哪一项，规则是否适用请另行核对。`
}

function figuresWords(figures: WrittenFigures): string {
  const { abstain, against, handedOut, invalid, owners, returned, valid } = figures
  const papers = `发出 ${handedOut} 份，收回 ${returned} 份，有效 ${valid} 份，无效 ${invalid} 份`
  if (owners === undefined) {
    return `征求 ${figures.asked} 户；${papers}；赞成 ${figures.for} 户，反对 ${against} 户，弃权 ${abstain} 户。`
  }
  const both = (name: string, heads: number, area: string) => `${name} ${heads} 人、${area} 平方米`
  const whole = `业主总人数 ${owners.total} 人，专有总面积 ${owners.totalArea} 平方米`
  const choices = [
    both('赞成', figures.for, owners.forArea),
    both('反对', against, owners.againstArea),
    both('弃权', abstain, owners.abstainArea),
  ]
  return `${whole}；${papers}；${both('参与', owners.participating, owners.participatingArea)}；${choices.join('，')}。`
}

function conclusion(rule: Rule, trial: Trial, { figures, tied }: Pick<WrittenTold, 'figures' | 'tied'>): string {
  const passed = trial.passed && tied.length === 0
  const draw = trial.passed && !passed ? `${tieWords(tied, figures)}，按未通过计。` : ''
  const found = figures.owners === undefined ? householdConclusion : trialConclusion
  return `${found(rule, { ...trial, passed })}${draw}`
}

function tieWords(tied: WrittenVerdict['tied'], { owners }: WrittenFigures): string {
  if (owners === undefined) return '赞成与反对的户数相等'
  const measures = tied.map((measure) => (measure === 'heads' ? '人数' : '面积'))
  return `赞成与反对的${measures.join('和')}相等`
}

/** The same comparisons that a meeting makes of people, told of households. */
function householdConclusion(rule: Rule, trial: Trial): string {
  if (!trial.valid) {
    const problems = trial.reasons.map((reason) =>
      reason === 'noQuorum' ? tooFewWords(trial) : problemWords(reason, rule, trial),
    )
    return `${problems.join('')}没有合法有效的决定。`
  }
  const found = trial.pass.map((finding) =>
    finding.holds && !passHolds(finding) ? '没有赞成' : householdWords(finding, finding.holds),
  )
  return `${found.join('，')}，${trial.passed ? '通过' : '未通过'}。`
}

function tooFewWords({ quorum }: Trial): string {
  const missed = quorum.filter((finding) => !quorumHolds(finding))
  if (missed.length === 0) return '没有一户交回，请另行征求。'
  return `${missed.map((finding) => householdWords(finding, false)).join('，')}，请另行征求。`
}

const partNames: { readonly [P in Part]?: string } = {
  entitled: '征求户数',
  present: '收回户数',
  participating: '参与户数',
  for: '赞成',
  against: '反对户数',
}

/** 赞成超过参与户数的一半（39.5 户）. */
function householdWords({ den, num, of, op, share }: Finding, holds: boolean): string {
  const reached = `${holds ? '' : '未'}${op === '>' ? '超过' : '达到'}`
  const threshold = exactText(BigInt(share.num) * of, BigInt(share.den))
  return `${partNames[num] ?? ''}${reached}${partNames[den] ?? ''}${shareName(share)}（${threshold} 户）`
}
