import { onlooks } from '../../../../shared/council/standing.ts'
import type { RosterKind } from '../person.ts'

/**
 * What people write for each kind, the more telling word first: 监督委员会委员 is a supervisor, 居民委员 a public member. 书记 and
 * 组长 say what somebody is elsewhere, and not who calls this council together.
 */
const WORDS: readonly (readonly [RosterKind, RegExp])[] = [
  ['supervisor', /监督|监委|纪检|纪委/],
  ['convener', /召集|主持/],
  ['scribe', /话事|记录/],
  ['guest', /列席|旁听|嘉宾|顾问|民警|律师|城管|执法|部门/],
  ['public', /公众|居民|群众|业主/],
  ['standing', /常任|委员|议事/],
]

/** A kind by what people write for it: 列席人员, 常任, 群众代表. Null for a word that says none. */
export const kindNamed = (word: string): RosterKind | null => WORDS.find(([, said]) => said.test(word))?.[0] ?? null

/** Who votes unless it is said otherwise: 列席 and 监督 never do, 话事员 record. */
export const votesByKind = (kind: RosterKind): boolean => mayVote(kind) && kind !== 'scribe'

/** Whether a seat of this kind can be given a vote. */
export const mayVote = (kind: RosterKind): boolean => !onlooks(kind)
