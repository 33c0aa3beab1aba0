import type { PlaceReason } from '../meeting/floor/order.ts'
import type { SpeechKind, Stance } from '../meeting/floor/state.ts'

/** Sorts of speeches, the same on every surface and in the minutes. */
export const speechKindNames: Readonly<Record<SpeechKind, string>> = {
  question: '插问',
  intervention: '回应说明',
  pointOfOrder: '程序问题',
  ordinary: '发言',
  answer: '答复',
  departmentAnswer: '部门答题',
}

export const speechStanceNames: Readonly<Record<Stance, string>> = {
  for: '赞成',
  against: '反对',
  addition: '补充',
  question: '提问',
}

/** Whoever speaks without a name being taken down. */
export const UNNAMED = '一位居民'

/** Why somebody stands where he stands, as it is shown beside the name. */
export const placeReasonText = (reasons: readonly PlaceReason[]): string => reasons.map(reasonText).join('，')

function reasonText(reason: PlaceReason): string {
  switch (reason.code) {
    case 'restored':
      return '刚才没说完，先说'
    case 'question':
      return '插问，先问'
    case 'intervention':
      return '回应说明，排在前面'
    case 'answer':
      return '答复提问'
    case 'departmentAnswer':
      return '部门答题'
    case 'pointOfOrder':
      return reason.category === null ? '程序问题，先处理' : `程序问题：${reason.category}`
    case 'byHand':
      return '主持人排定'
    case 'fresh':
      return '本题尚未发言'
    case 'spoken':
      return `本题已发言 ${reason.times} 次`
    case 'opposite':
      return '与上一位意见相反'
    case 'thisRound':
      return '本轮还没说'
    case 'passed':
      return '本轮已过'
    case 'arrival':
      return '按举手先后'
  }
}
