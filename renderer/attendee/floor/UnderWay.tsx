import { stanceNames } from '../../ui/stances.ts'
import type { UnderWay as Asked } from './floor-standing.ts'
import { wayNames } from './way-words.ts'

/** What was asked for and is not at the host yet. */
export function UnderWay({ all }: { readonly all: readonly Asked[] }) {
  return all.map((asked) => (
    <p key={String(asked.speechId)} className="under-way" role="status">
      {nameOf(asked)}正在送出，连上后自动送到。
    </p>
  ))
}

function nameOf({ kind, stance }: Asked): string {
  if (kind !== 'ordinary') return wayNames[kind]
  return stance === null ? '举手' : `举手（${stanceNames[stance]}）`
}
