import type { Place, Speaking } from '../../shared/meeting/floor/state.ts'
import { speechKindNames } from '../../shared/wording/speech-words.ts'
import { clockText } from '../ui/clock-text.ts'

type Asked = Pick<Place, 'kind' | 'category'>

/** What the one on the floor does: 正在发言, 正在插问, 程序问题：会议秩序. */
export function speechLabel({ category, kind }: Asked): string {
  switch (kind) {
    case 'ordinary':
    case 'question':
    case 'answer':
      return `正在${speechKindNames[kind]}`
    default:
      return category === null ? speechKindNames[kind] : `${speechKindNames[kind]}：${category.name}`
  }
}

/** A speaking time as people say it: 2 分钟, 90 秒. */
export const limitText = (seconds: number): string => (seconds % 60 === 0 ? ` ${seconds / 60} 分钟` : ` ${seconds} 秒`)

/** `还剩，每次限 2 分钟`; what was granted on top is said apart. */
export function limitWords({ extraSeconds, limitSeconds }: Pick<Speaking, 'limitSeconds' | 'extraSeconds'>): string {
  const limit = `还剩，每次限${limitText(limitSeconds - extraSeconds)}`
  return extraSeconds > 0 ? `${limit}，加${limitText(extraSeconds)}` : limit
}

/** What a speech that stands still has of its time: `还剩 1:12`, `已超 0:05`. */
export const restWords = (left: number): string => (left < 0 ? `已超 ${clockText(-left)}` : `还剩 ${clockText(left)}`)
