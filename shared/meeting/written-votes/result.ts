import { sumOf } from '../../core/decimal.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Trial, tryRule } from '../../rules/trial/try-rule.ts'
import type { MeetingBody } from '../state.ts'
import { circumstancesOf } from '../voting/electorate.ts'
import type { WrittenFigures, WrittenOption, WrittenVerdict } from './messages.ts'
import { noticedMeeting } from './noticed.ts'
import type { WrittenVote } from './state.ts'

type Meeting = Pick<MeetingBody, 'agenda' | 'noticedOn' | 'region' | 'startsAt'>

type Found = Omit<WrittenVerdict, 'sentence'>

/** What the sentence of a result is made from. The amounts of the trial are whole numbers of any size: it is never stored. */
export type WrittenTold = Found & { readonly rule: Rule | null; readonly trial: Trial | null }

/** What the papers that came back decide, exactly; in whatever order they came. */
export function writtenResult(meeting: Meeting, vote: WrittenVote): WrittenTold {
  const { rule } = vote
  const figures = writtenFigures(vote)
  const tied = tiesIn(figures)
  if (rule === null) return { outcome: 'counted', ruleId: null, reasons: [], tied, figures, rule, trial: null }
  const trial = tryRule([rule], rule.ruleId, inputOf(meeting, vote, rule, figures))
  const passed = trial.passed && tied.length === 0
  const outcome = !trial.valid ? 'invalid' : passed ? 'passed' : 'notPassed'
  return { outcome, ruleId: rule.ruleId, reasons: trial.reasons, tied, figures, rule, trial }
}

/** What is stored of a result. */
export const foundIn = ({ figures, outcome, reasons, ruleId, tied }: WrittenTold): Found => ({
  outcome,
  ruleId,
  reasons,
  tied,
  figures,
})

function writtenFigures(vote: WrittenVote): WrittenFigures {
  const { choices, totals, units } = vote
  const having = (option: WrittenOption) => choices.filter((choice) => choice.option === option)
  const [agreed, against, abstain] = [having('for'), having('against'), having('abstain')]
  const counts = {
    asked: units.length,
    handedOut: vote.papers.length,
    returned: choices.length,
    valid: agreed.length + against.length + abstain.length,
    invalid: having('invalid').length,
    for: agreed.length,
    against: against.length,
    abstain: abstain.length,
  }
  if (totals === null) return counts
  const areas = new Map(units.map(({ area, unitId }) => [unitId, area ?? '0']))
  const areaOf = (some: WrittenVote['choices']) => sumOf(some.map(({ unitId }) => areas.get(unitId) ?? '0'))
  const owners = {
    total: totals.owners,
    totalArea: totals.area,
    participating: counts.valid,
    participatingArea: areaOf([...agreed, ...against, ...abstain]),
    forArea: areaOf(agreed),
    againstArea: areaOf(against),
    abstainArea: areaOf(abstain),
  }
  return { ...counts, owners }
}

/** A tie is not passed, whatever the threshold. */
function tiesIn(figures: WrittenFigures): WrittenVerdict['tied'] {
  const { owners } = figures
  return [
    ...(figures.for > 0 && figures.for === figures.against ? (['heads'] as const) : []),
    ...(owners !== undefined && owners.forArea !== '0' && owners.forArea === owners.againstArea
      ? (['area'] as const)
      : []),
  ]
}

/** The figures under the names by which the rule engine reads them. */
function inputOf(
  meeting: Meeting,
  { itemId, matter, noticedOn, openedAt }: WrittenVote,
  rule: Rule,
  figures: WrittenFigures,
): Readonly<Record<string, unknown>> {
  const noticed = noticedMeeting(meeting, { itemId, noticedOn }, openedAt)
  const { announced, noticeDays, region } = circumstancesOf(noticed, itemId, openedAt)
  const circumstances = {
    议题已公示: announced,
    地区: region,
    事项: matter,
    // Where no notice is asked for and none is known there is nothing to tell.
    公示天数: rule.noticeDays === undefined && noticed.noticedOn === null ? undefined : noticeDays,
  }
  const papers = { 发出: figures.handedOut, 收回: figures.returned, 有效: figures.valid, 无效: figures.invalid }
  const { owners } = figures
  if (owners === undefined) {
    const choices = { 赞成: figures.for, 反对: figures.against, 弃权: figures.abstain }
    return { ...circumstances, ...papers, ...choices, 应到: figures.asked, 实到: figures.returned }
  }
  return {
    ...circumstances,
    ...papers,
    业主总人数: owners.total,
    专有总面积: owners.totalArea,
    参与人数: owners.participating,
    参与面积: owners.participatingArea,
    赞成人数: figures.for,
    赞成面积: owners.forArea,
    反对人数: figures.against,
    反对面积: owners.againstArea,
    弃权人数: figures.abstain,
    弃权面积: owners.abstainArea,
  }
}
