import { speechKindNames } from '../../../shared/wording/speech-words.ts'
import type { HandChoice } from './hand-choices.ts'

/** A way to raise a hand other than with a stance: `插问`, `程序问题：跑题`, `答复王五的插问`. */
export function handWords(
  { about, category, kind }: HandChoice,
  name: (seat: NonNullable<typeof about>['seatId']) => string,
) {
  if (about !== undefined) return `答复${name(about.seatId)}的${speechKindNames[about.kind]}`
  return category === undefined ? speechKindNames[kind] : `${speechKindNames[kind]}：${category}`
}
