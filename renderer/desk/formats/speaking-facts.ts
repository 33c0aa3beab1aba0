import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'
import { lengthText } from '../../../shared/wording/formats.ts'
import { speechKindNames } from '../../../shared/wording/speech-words.ts'

/** 发言规则 but for time, times and order: who may ask, what may come in between, what happens when the time is up. */
export const speakingFacts = (rules: SpeakingRules): readonly string[] => [
  `${[...interruptions(rules)].join('，')}。`,
  `${asking(rules).join('，')}。`,
  `${endOfTime(rules).join('，')}。`,
  ...(rules.quotas.length === 0 ? [] : [`${quotaText(rules)}。`]),
]

function interruptions({ closedToPoints, interventions, pointsOfOrder, questions }: SpeakingRules): readonly string[] {
  const sorts = pointsOfOrder?.map(({ name }) => name) ?? []
  const points = `${speechKindNames.pointOfOrder}${sorts.length === 0 ? '' : `（${sorts.join('、')}）`}`
  const allowed = [
    ...(questions ? [speechKindNames.question] : []),
    ...(interventions ? [speechKindNames.intervention] : []),
    ...(pointsOfOrder === null ? [] : [points]),
  ]
  if (allowed.length === 0) return ['一个一个说，不收插问和程序问题']
  const closed = pointsOfOrder !== null && closedToPoints ? ['停止报名后也不收程序问题'] : []
  return [`可以先说的：${allowed.join('、')}`, ...closed]
}

const asking = (rules: SpeakingRules): readonly string[] => [
  rules.presentOnly ? '签到了才能报名' : '不签到也能报名',
  rules.stanceRequired ? '报名要说立场' : '报名不用说立场',
  ...(rules.repeats ? ['一个人可以同时排几个位子'] : []),
  ...(rules.maxWaiting === null ? [] : [`最多 ${rules.maxWaiting} 人等候`]),
  ...(rules.delegatorsBarred ? ['委托了表决的人不发言'] : []),
  ...(rules.anonymous ? ['可以不记名'] : []),
]

const endOfTime = ({ hardEnd, sound, warnSeconds }: SpeakingRules): readonly string[] => [
  warnSeconds === 0 ? '快到时不提醒' : `剩 ${lengthText(warnSeconds)}时提醒`,
  hardEnd ? '到时自动停，换下一位' : '到时只提醒，由主持人收尾',
  ...(sound ? ['有提示音'] : []),
]

const quotaText = ({ quotas }: SpeakingRules): string =>
  `分组时间：${quotas.map(({ party, seconds }) => `${party} ${lengthText(seconds)}`).join('、')}`
