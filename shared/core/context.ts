import type { RosterNow } from '../council/state.ts'
import type { VoteResult } from '../meeting/voting/result.ts'
import type { Terms } from '../meeting/voting/terms.ts'
import type { WrittenTold } from '../meeting/written-votes/result.ts'
import type { Actor } from '../roles/roles.ts'
import type { CommandId, CouncilId } from './ids.ts'

/** All that `decide` may know besides the state and the command: replaying the events needs none of it. */
export type Context = {
  readonly actor: Actor
  /** The host's clock, ms since 1970. */
  readonly now: number
  readonly commandId: CommandId
  /** Whether `signature` (hex) over `text` (UTF-8) was made with the key `publicKey` (hex). */
  readonly verifies: (publicKey: string, text: string, signature: string) => boolean
  /** The sentence with which a verdict is announced; stored, so that it can never be reworded later. */
  readonly announce: (vote: { readonly terms: Terms; readonly result: VoteResult }) => string
  /** The same for what was decided in writing. */
  readonly announceWritten: (told: WrittenTold) => string
  /** A council's roster as it is now: a meeting has a copy of its own, from its opening. */
  readonly rosterOf: (councilId: CouncilId) => RosterNow
}
