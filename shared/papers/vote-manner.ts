import type { Channels, Question, Terms } from '../meeting/voting/terms.ts'
import { kindNames } from '../wording/vote-words.ts'

/** What kind of vote it is, in a word or two: 记名表决, 举手表决, 无记名表决, 评议. */
export function voteName({ channels, question }: Pick<Terms, 'channels' | 'question'>): string {
  switch (question.kind) {
    case 'motion':
      return motionName(channels)
    case 'objection':
      return '无异议表决'
    case 'choice':
      return '多选表决'
    case 'assessment':
    case 'election':
      return kindNames[question.kind]
  }
}

function motionName({ device, hands, paper }: Channels): string {
  if (hands !== 'counted' && paper !== 'secret') return '记名表决'
  if (!device && hands === null) return '无记名表决'
  if (!device && paper === null) return '举手表决'
  return '多种方式表决'
}

/** The ways in which ballots come in: 手机记名、举手点数、无记名纸票. */
export function channelsText({ device, hands, paper }: Channels): string {
  return [
    ...(device ? ['手机记名'] : []),
    ...(hands === null ? [] : [hands === 'named' ? '举手记名' : '举手点数']),
    ...(paper === null ? [] : [paper === 'named' ? '记名纸票' : '无记名纸票']),
  ].join('、')
}

/** How a ballot is marked, and how many are chosen; empty where everybody knows. */
export function markingText(question: Question): string {
  switch (question.kind) {
    case 'motion':
      return ''
    case 'objection':
      return '有反对意见的请说，不说就是没有意见'
    case 'choice': {
      const { elects, pick } = question
      const most = `每人${pick.op === 'exactly' ? '选' : '最多选'} ${pick.count} 项`
      return elects === null ? most : `${most}，票多的选定 ${elects} 项`
    }
    case 'assessment':
      return question.scale.kind === 'satisfaction'
        ? '每项选满意、基本满意、不满意或不了解'
        : `每项打 0 到 ${question.scale.max} 分`
    case 'election':
      return question.writeIns === true
        ? `应选 ${question.posts} 名，可以另选他人，连另选的人在内，赞成不能超过 ${question.posts} 名`
        : `应选 ${question.posts} 名，赞成不能超过 ${question.posts} 名`
  }
}
