import type { Unspoken } from '../../../shared/meeting/floor/state.ts'
import { speechKindNames } from '../../../shared/wording/speech-words.ts'

/** Why somebody who had asked for the floor did not speak. */
const reasons: Readonly<Record<Unspoken['why'], string>> = {
  withdrawn: '撤回了举手',
  passed: '这一轮过',
  tookChair: '接过了主持',
  left: '离开了，没有说',
  dropped: '没来得及问',
  itemFinished: '没轮到，这一项就议完了',
}

/** `没轮到，这一项就议完了：赵、钱（插问）`. */
export function unspokenWords(why: Unspoken['why'], who: readonly { name: string; kind: Unspoken['kind'] }[]): string {
  const names = who.map(({ kind, name }) => (kind === 'ordinary' ? name : `${name}（${speechKindNames[kind]}）`))
  return `${reasons[why]}：${names.join('、')}`
}
